import Cards
import Notes
import Study
import Surface
import Testing

@testable import Screens

/// The keys that hands know from other programs.
@Suite struct MoveCountTests {
  private func home() -> HomeScreen {
    let pages = (1...30).map { ("page \($0)", "# Page \($0)\n\nText.\n") }
    return HomeScreen(
      library: Stage.library(Dictionary(uniqueKeysWithValues: pages)), filtering: false,
      size: Stage.standard)
  }

  /// The number that keys make, one after the other.
  private func count(_ keys: String, on screen: some Screens.Screen) -> Int? {
    keys.reduce(nil) { screen.count($0, with: Key($1), keymap: .standard) }
  }

  @Test func `A number before a move does it so many times, or names the row`() throws {
    var screen = home()
    let twelve = try #require(count("12", on: screen))
    _ = screen.move(.down, count: twelve, keymap: .standard)
    #expect(screen.press("enter") == [.openPage("page 13")])
    _ = screen.move(.bottom, count: 10, keymap: .standard)
    #expect(screen.press("enter") == [.openPage("page 10")])
    _ = screen.move(.up, count: 3, keymap: .standard)
    #expect(screen.press("enter") == [.openPage("page 7")])
    // Past the end is at the end.
    _ = screen.move(.down, count: 9_999, keymap: .standard)
    #expect(screen.press("enter") == [.openPage("page 30")])
    #expect(screen.move(.review, count: 2, keymap: .standard) == nil)
  }

  @Test func `A number ends with what is no digit, and none begins with a nought`() {
    let screen = home()
    #expect(count("105", on: screen) == 105)
    #expect(count("0", on: screen) == nil)
    #expect(count("1j", on: screen) == nil)
    #expect(count("99999999999999999999", on: screen) == MoveCount.most)
    let words = screen.words(onCount: 12, keymap: .standard)
    #expect(words.contains("12 times") && words.contains("G") && words.contains("Esc"))
  }

  @Test func `Where digits rate, choose or are typed, they are no number`() throws {
    for contexts in KeyContext.together {
      for digit in 1...9 {
        let key = Key(Character(String(digit)))
        let isFree =
          Keymap(Keymap.standard.bindings.filter { $0.action != .count })
          .action(for: key, in: contexts) == nil
        let isCount = Keymap.standard.action(for: key, in: contexts) == .count
        #expect(!isCount || isFree && contexts.first?.isField == false, "\(contexts) \(digit)")
      }
    }
    let page = try #require(
      PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: Stage.standard))
    #expect(count("2", on: page) == nil)
    let search = HomeScreen(library: try Stage.shipped(), filtering: true, size: Stage.standard)
    #expect(count("2", on: search) == nil)
  }

  @Test func `g leads to the top where it finds no page, and says what does where it does`() {
    var help = HelpScreen(contexts: [.pane], keymap: .standard, size: Stage.standard)
    let top = help.text()
    help.press("G")
    #expect(help.text() != top)
    help.press("g", "g")
    #expect(help.text() == top)
    var screen = home()
    #expect(screen.press("g").isEmpty)
    guard case .say(let words)? = screen.press("g").first else {
      Issue.record("the second g leads nowhere, without a word")
      return
    }
    #expect(words.contains("<") && words.contains("Esc"))
    // Who looks for a name is not spoken to again.
    #expect(screen.press("r", "a").isEmpty)
  }

  @Test func `Ctrl-D goes half as far as PgDn, in lists and in texts`() {
    var half = home()
    half.press("ctrl-d")
    var whole = home()
    whole.press("pagedown")
    func row(_ screen: HomeScreen) -> Int {
      var screen = screen
      guard case .openPage(let path)? = screen.press("enter").first else { return 0 }
      return (Int(path.dropFirst(5)) ?? 0) - 1
    }
    #expect(row(half) == row(whole) / 2 && row(half) > 2)
    half.press("ctrl-u")
    #expect(row(half) == 0)
  }

  /// A card of a hundred numbered lines.
  private func review() -> ReviewScreen {
    let lines = (100...199).map { "line\($0)" }
    let card = Stage.card(prompt: "What?", answer: lines.joined(separator: "\n"))
    var screen = ReviewScreen(scope: "Decks", size: Stage.standard)
    _ = screen.handle(Stage.turn(card), keymap: .standard)
    screen.press("space")
    return screen
  }

  private func firstLine(_ screen: some Screens.Screen) -> Int {
    let shown = screen.text().split(separator: "\n").compactMap { line in
      line.firstRange(of: "line1").map { Int(line[$0.lowerBound...].dropFirst(4).prefix(3)) ?? 0 }
    }
    return shown.first ?? 0
  }

  @Test func `A long answer is read by screenfuls, halves of them, and three lines with the wheel`()
  {
    var screen = review()
    screen.press("end")
    let end = firstLine(screen)
    #expect(screen.text().contains("line199"))
    screen.press("pageup")
    let page = end - firstLine(screen)
    #expect(page >= 15)
    screen.press("pagedown", "ctrl-u")
    #expect(end - firstLine(screen) == page / 2)
    screen.press("ctrl-d", "up")
    #expect(end - firstLine(screen) == 1)
    _ = screen.handle(.mouse(Point(x: 9, y: 9), wheel: -1), keymap: .standard)
    #expect(end - firstLine(screen) == 4)
  }

  @Test func `The wheel goes three lines on in the text of a page, and a row in its panes`() throws
  {
    let text = (100...199).map { "line\($0)\n\n" }.joined()
    let library = Stage.library([
      "a": "# A\n\n\(text)## Key Facts\n\n- One: 1\n- Two: 2\n- Three: 3\n"
    ])
    var screen = try #require(PageScreen(library: library, page: "a", size: Stage.standard))
    let wheel = ScreenEvent.mouse(Point(x: 9, y: 9), wheel: 1)
    func pointed() -> Bool { screen.text().contains("›• Two") }
    screen.press("f")
    _ = screen.handle(.mouse(Point(x: 9, y: 3), wheel: 1), keymap: .standard)
    #expect(pointed(), "\(screen.text())")
    screen.press("t", "pagedown")
    let before = screen.text().split(separator: "\n")
    _ = screen.handle(wheel, keymap: .standard)
    let after = screen.text().split(separator: "\n")
    #expect(before[6] == after[3], "\(after)")
  }
}
