import Cards
import Notes
import Study
import Support
import Surface
import Testing

@testable import Screens

/// What a window of another size must not take out of sight.
@Suite struct ResizeTests {
  private static let sizes = [
    Size(columns: 40, rows: 12), Size(columns: 30, rows: 10), Size(columns: 45, rows: 60),
    Size(columns: 80, rows: 12), Size(columns: 200, rows: 60), Stage.standard,
  ]

  @Test func `An answer that is shown stays in sight, since Space rates it`() {
    let prompt = String(repeating: "A prompt of many words, which takes many lines. ", count: 6)
    let card = Stage.card(prompt: prompt, answer: "the answer itself", source: "another text")
    for first in Self.sizes {
      for second in Self.sizes {
        var screen = ReviewScreen(scope: "P", size: first)
        _ = screen.handle(Stage.turn(card), keymap: .standard)
        screen.press("space")
        screen.resize(to: second)
        #expect(screen.text(second).contains("the answer itself"), "\(first) to \(second)")
        // Also where one had gone back to the prompt.
        for _ in 0..<20 { screen.press("up") }
        screen.resize(to: first)
        #expect(screen.text(first).contains("the answer itself"), "\(second) back to \(first)")
      }
    }
  }

  @Test func `A long answer is read on where it was after a resize`() {
    let answer = (1...60).map { "line\($0)" }.joined(separator: "\n")
    let card = Stage.card(prompt: "Which lines?", answer: answer)
    var screen = ReviewScreen(scope: "P", size: Stage.standard)
    _ = screen.handle(Stage.turn(card), keymap: .standard)
    screen.press("space")
    for _ in 0..<40 { screen.press("down") }
    #expect(screen.text().contains("line40"))
    let low = Size(columns: 80, rows: 16)
    screen.resize(to: low)
    #expect(screen.text(low).contains("line40"))
  }

  @Test func `A position that was written leads to what was written before`() {
    let prompt = String(repeating: "A question of many words, which takes many lines. ", count: 8)
    let question = Stage.card(.question, prompt: prompt, answer: "", source: "")
    let size = Size(columns: 40, rows: 12)
    var screen = ReviewScreen(scope: "P", size: size)
    let positions = [DatedPosition(date: "2026-01-01", text: "earlier words")]
    _ = screen.handle(Stage.turn(question, positions: positions), keymap: .standard)
    screen.press("p")
    screen.type("now")
    screen.press("enter")
    #expect(screen.text(size).contains("Today: now"), "\(screen.text(size))")
  }

  @Test func `Under a cover, the cell that Space shows is in sight in every layout`() throws {
    let header = (1...12).map { "Column\($0)" }
    var text = "# P\n\n## T\n\n| " + header.joined(separator: " | ") + " |\n|"
    text += String(repeating: "---|", count: 12) + "\n"
    for row in 1...9 {
      text += "| " + (1...12).map { "r\(row)c\($0)cell" }.joined(separator: " | ") + " |\n"
    }
    let library = Stage.library(["p": text])
    for first in Self.sizes {
      for second in Self.sizes {
        var screen = try #require(PageScreen(library: library, page: "p", size: first))
        screen.press("c", "right", "right", "right", "right", "right", "right", "right")
        screen.resize(to: second)
        #expect(screen.text(second).contains(" ? "), "\(first) to \(second)")
        #expect(!screen.text(second).contains("r1c9cell"))
        screen.press("space")
        #expect(screen.text(second).contains("r1c9cell"), "\(screen.text(second))")
      }
    }
  }

  @Test func `Long texts go on where they were`() throws {
    let narrow = Size(columns: 44, rows: 14)
    let low = Size(columns: 80, rows: 14)
    let info: any Screens.Screen = try #require(
      CardInfoScreen(infos: [Insight.info()], size: narrow))
    var statistics: any Screens.Screen = StatisticsScreen(
      statistics: Insight.statistics(days: 700), scopeName: "Notes", page: nil,
      titles: Insight.titles, size: narrow)
    _ = statistics.press("4")
    for screen in [info, statistics] {
      var screen = screen
      for _ in 0..<14 { screen.press("down") }
      let before = words(screen, narrow)
      #expect(!before.isEmpty)
      for size in [low, narrow, low, narrow] {
        _ = screen.handle(.resize(size), keymap: .standard)
        let text = screen.text(size)
        #expect(before.prefix(2).allSatisfy { text.contains($0) }, "\(before) at \(size)\n\(text)")
      }
    }
  }

  /// The first words of what stands at the top.
  private func words(_ screen: any Screens.Screen, _ size: Size) -> [String] {
    let lines = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.dropFirst(3).first { $0.contains { $0.isLetter } } ?? ""
    return line.split(separator: " ").map(String.init).filter { $0.contains { $0.isLetter } }
  }

  @Test func `What is wrapped anew begins with the same words`() {
    let text = (1...200).map { "word\($0)" }.joined(separator: " ")
    for (old, new) in [(20, 70), (70, 20), (33, 34), (15, 120)] {
      let before = wrap([Span(text)], width: old)
      let after = wrap([Span(text)], width: new)
      for top in before.indices {
        let line = ReadingPlace.line(top, of: before, in: after)
        let first = before[top].first?.text.split(separator: " ").first.map(String.init) ?? ""
        let shown = after[line].map(\.text).joined().split(separator: " ").map(String.init)
        #expect(shown.contains(first), "\(first) from \(old) to \(new): \(shown)")
      }
    }
  }

  // MARK: Panes

  private func page(_ size: Size) throws -> PageScreen {
    try #require(PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: size))
  }

  @Test func `Panes stand beside or below each other wherever there is room for all`() throws {
    for (columns, rows, count) in [
      (45, 60, 3), (40, 30, 3), (40, 12, 1), (45, 20, 1), (80, 24, 3), (81, 23, 3), (120, 12, 3),
      (200, 10, 3), (80, 12, 1), (120, 8, 1),
    ] {
      let size = Size(columns: columns, rows: rows)
      let text = try page(size).text(size)
      // Each has a corner at its upper left.
      #expect(text.count { $0 == "┌" || $0 == "┏" } == count, "\(size)\n\(text)")
    }
  }

  @Test func `Which pane has the focus is told at every size, and where panes are left out`() throws
  {
    for columns in 30...130 {
      for rows in [8, 12, 24, 40, 60] {
        let size = Size(columns: columns, rows: rows)
        var screen = try page(size)
        for mark in ["1/", "2/"] {
          let strip = screen.text(size).split(separator: "\n", omittingEmptySubsequences: false)[1]
          #expect(strip.split(separator: " ").last?.hasPrefix(mark) == true, "\(size): \(strip)")
          screen.press("tab")
        }
      }
    }
  }
}
