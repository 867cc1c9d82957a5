import Notes
import Study
import Support
import Surface
import Testing

@testable import Screens

@Suite struct FooterTests {
  private static let tiny = Size(columns: 40, rows: 12)

  private func lastLine(_ screen: PageScreen, _ size: Size, look: Look = Look()) -> String {
    screen.render(size: size, look: look).textLines().last ?? ""
  }

  private func page(due: Int) throws -> PageScreen {
    var library = try Stage.shipped()
    library.due = ["safety/ai-safety": due]
    return try #require(
      PageScreen(library: library, page: "safety/ai-safety", size: Stage.standard))
  }

  @Test func `What somebody new needs is in sight on a page`() throws {
    let line = lastLine(try page(due: 3), Stage.standard)
    for item in ["r review", "Tab pane", "c cover", "t text", "? help", "q back"] {
      #expect(line.contains(item), "\(line)")
    }
    let tiny = lastLine(try page(due: 3), Self.tiny)
    for item in ["r review", "? help", "q back"] { #expect(tiny.contains(item), "\(tiny)") }
    // Nothing to review: other keys are more use.
    let idle = lastLine(try page(due: 0), Stage.standard)
    #expect(idle.hasPrefix(" Tab pane  c cover"), "\(idle)")
  }

  @Test func `What a screen is there for is in sight at the smallest size`() {
    let size = Frame.minimum
    var review = ReviewScreen(scope: "Knots", size: size)
    _ = review.handle(
      Stage.turn(Stage.card(prompt: "Bight: […]", answer: "a slack part")), keymap: .standard)
    let asked = review.text(size)
    #expect(asked.contains("Space show answer") && asked.contains("q back"), "\(asked)")
    // Of the figures at the top the first are whole, and the last is left out.
    #expect(asked.prefix { $0 != "\n" }.hasSuffix(" 3 done  8 left"), "\(asked)")
    let questions = QuestionsScreen(
      questions: Insight.questions(), scopeName: "Knots", size: size)
    #expect(questions.text(size).contains("p write position"), "\(questions.text(size))")
  }

  @Test func `Enter is shown for what it does on the row`() throws {
    let library = Stage.library([
      "bend": """
      # Bends
      ## Key Facts
      - Bight: a slack part of a rope
      ## Connections
      - [[hitch]] — also made without an end
      - [[splice]] — lasts longer
      """,
      "hitch": "# Hitches",
    ])
    var screen = try #require(PageScreen(library: library, page: "bend", size: Stage.standard))
    #expect(!lastLine(screen, Stage.standard).contains("Enter"))
    screen.press("enter")
    #expect(lastLine(screen, Stage.standard).contains("q unzoom"))
    screen.press("enter", "tab")
    #expect(lastLine(screen, Stage.standard).hasPrefix(" Enter follow"))
    // That page is still to be written.
    screen.press("down")
    #expect(!lastLine(screen, Stage.standard).contains("Enter"))
  }

  @Test func `Under a cover nothing is offered that would be refused`() throws {
    var screen = try page(due: 3)
    screen.press("c")
    var line = lastLine(screen, Self.tiny)
    #expect(line.contains("Space show") && line.contains("q lift") && !line.contains("1"))
    screen.press("space")
    line = lastLine(screen, Self.tiny)
    #expect(line.contains("Space next") && line.contains("1-4 rate"), "\(line)")
    #expect(lastLine(screen, Stage.standard).contains("1 again  2 hard  3 good  4 easy"))
  }

  @Test func `The caption of a covered pane keeps what is covered in every width`() throws {
    for columns in 34...90 {
      let size = Size(columns: columns, rows: 14)
      var screen = try page(due: 3)
      screen.resize(to: size)
      screen.press("c", "right")
      let lines = screen.text(size).split(separator: "\n")
      let caption = try #require(lines.first { $0.hasPrefix("┗━") })
      #expect(caption.contains("Current status") && caption.contains("4"), "\(caption)")
      #expect(!caption.contains("…"), "\(caption)")
    }
  }

  @Test func `Undo is offered where something can be taken back`() throws {
    let card = Stage.card(prompt: "What?", answer: "That")
    for canUndo in [false, true] {
      guard case .turn(var turn) = Stage.turn(card) else { continue }
      turn.canUndo = canUndo
      var screen = ReviewScreen(scope: "Decks", size: Stage.standard)
      _ = screen.handle(.turn(turn), keymap: .standard)
      let line = screen.text().split(separator: "\n").last ?? ""
      #expect(line.contains("u undo") == canUndo, "\(line)")
    }
    var covered = try page(due: 3)
    covered.press("c", "space")
    #expect(!lastLine(covered, Size(columns: 200, rows: 24)).contains("u undo"))
    let day = DaySummary(left: QueueCounts(), answers: 1, seconds: 9, streak: 1, isFirst: true)
    var library = try Stage.shipped()
    library.day = day
    covered = try #require(
      PageScreen(library: library, page: "safety/ai-safety", size: Stage.standard))
    covered.press("c", "space")
    #expect(lastLine(covered, Size(columns: 200, rows: 24)).contains("u undo"))
  }

  @Test func `Where the way back leads out, it says so`() throws {
    let screen = try page(due: 3)
    #expect(lastLine(screen, Stage.standard, look: Look(isFirst: true)).hasSuffix("q quit"))
  }

  /// In every state of every screen, at every width.
  @Test func `Help and the way back are always there, and a click does what its key does`() throws {
    for state in try EveryScreen.all(seed: 3) {
      for size in [Frame.minimum, Self.tiny, Stage.standard, Size(columns: 200, rows: 60)] {
        for glyphs in [Glyphs.unicode, .ascii] {
          var screen = state.screen
          _ = screen.receive(.resize(size), keymap: .standard)
          let look = Look(glyphs: glyphs)
          let line = Array(screen.render(size: size, look: look).textLines()[size.rows - 1])
          let actions = line.indices.map {
            screen.action(at: Point(x: $0, y: size.rows - 1), size: size, look: look)
          }
          let shown = Set(actions.compactMap { $0 })
          #expect(shown.contains(.help), "\(state.name) \(size): \(String(line))")
          #expect(
            !shown.isDisjoint(with: [.quit, .cancel]), "\(state.name) \(size): \(String(line))")
          for action in shown {
            // What can be clicked is the key's label and its word, nothing beside them.
            let columns = actions.indices.filter { actions[$0] == action }
            let text = String(line[columns[0]...columns[columns.count - 1]])
            let keys = Keymap.standard.bindings(in: screen.contexts).filter { $0.action == action }
            #expect(
              keys.contains {
                $0.keys.contains { text.hasPrefix($0.label(glyphs) + " ") }
                  || action == .help && text == $0.keys[0].label(glyphs)
              },
              "\(state.name): “\(text)” is clicked for \(action)")
            #expect(text == text.trimmed, "\(state.name): “\(text)”")
          }
          #expect(screen.action(at: Point(x: 2, y: 0), size: size, look: look) == nil)
        }
      }
    }
  }

  /// In every state of every screen, with all the room there can be.
  @Test func `No key is offered that does nothing there`() throws {
    let size = Size(columns: 240, rows: 24)
    var seen: Set<String> = []
    for state in try EveryScreen.all(seed: 3) where seen.insert(state.name).inserted {
      var screen = state.screen
      _ = screen.receive(.resize(size), keymap: .standard)
      let look = Look()
      let before = screen.render(size: size, look: look)
      let shown = Set(
        (0..<size.columns).compactMap {
          screen.action(at: Point(x: $0, y: size.rows - 1), size: size, look: look)
        })
      for action in shown {
        var pressed = screen
        let effects = pressed.perform(action, keymap: .standard)
        // To be told that it is not possible is nothing, unless an answer is still to be completed.
        let isRefused = effects.allSatisfy { effect in
          if case .say = effect { action != .submit } else { false }
        }
        if !isRefused { continue }
        let after = pressed.render(size: size, look: look)
        #expect(
          !after.runs(changedFrom: before).isEmpty, "\(state.name): \(action) does nothing")
      }
    }
  }

  @Test func `A message is shown whole and leaves the keys in sight`() throws {
    let screen = try page(due: 3)
    let words =
      "The notes changed: 12 new cards, 4 of them for the daily deck, 2 answers changed "
      + "(back for relearning). D on a page or in the list shows them."
    for size in [Self.tiny, Stage.standard, Size(columns: 200, rows: 60)] {
      var surface = screen.render(size: size, look: Look())
      let footer = surface.textLines().last
      Frame.message(words, on: &surface)
      let lines = surface.textLines()
      #expect(lines.last == footer)
      let shown = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(shown.contains(words), "\(size)\n\(lines.joined(separator: "\n"))")
    }
    // In the smallest window there is, what is cut has a sign.
    var least = Surface(size: Size(columns: 12, rows: 3))
    Frame.message(words, on: &least)
    #expect(least.textLines()[1].hasSuffix("…"))
  }
}
