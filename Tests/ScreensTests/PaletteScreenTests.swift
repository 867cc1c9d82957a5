import Support
import Surface
import Testing

@testable import Screens

@Suite struct PaletteScreenTests {
  private func palette(
    _ origin: [KeyContext] = [.pane, .everywhere], size: Size = Stage.standard
  ) -> PaletteScreen {
    PaletteScreen(
      origin: origin, keymap: .standard,
      pages: [
        .init(path: "garden/roses", title: "Roses"), .init(path: "sea/tides", title: "Tides"),
      ], themes: ["terminal", "dark"], size: size)
  }

  @Test func `It looks as recorded`() {
    var screen = palette()
    assertSnapshot(screen.text(), named: "palette")
    screen.type("good")
    assertSnapshot(screen.text(), named: "palette-elsewhere")
    let tiny = Size(columns: 40, rows: 12)
    screen = palette(size: tiny)
    screen.type("quiz")
    assertSnapshot(screen.text(tiny), named: "palette-40x12")
    assertSnapshot(palette().text(look: Look(glyphs: .ascii)), named: "palette-ascii")
  }

  @Test func `Every action of the key table is found by its help`() {
    for binding in Keymap.standard.bindings where binding.action != .palette {
      var screen = palette()
      screen.type(binding.help)
      let size = Size(columns: 200, rows: 60)
      screen.resize(to: size)
      #expect(screen.text(size).contains(binding.help), "\(binding.action)")
    }
  }

  /// Whatever applies can be done from the palette, in every context there is.
  @Test func `What applies is run, what does not says where it works`() {
    for contexts in KeyContext.together where contexts.contains(.everywhere) {
      let applies = Keymap.standard.bindings(in: contexts)
      for binding in applies where binding.action != .palette {
        var screen = palette(contexts)
        screen.type(binding.help)
        let effects = screen.press("enter")
        guard case .run(let action)? = effects.first else {
          Issue.record("\(contexts) \(binding.help): \(effects)")
          continue
        }
        let same = applies.filter { $0.help == binding.help }.map(\.action)
        #expect(same.contains(action), "\(contexts): \(binding.help)")
      }
    }
    var screen = palette()
    screen.type("Bury: not today")
    guard case .say(let words)? = screen.press("enter").first else {
      Issue.record("nothing was said")
      return
    }
    #expect(words == "“Bury: not today” works only in a review. Its key there is -.")
  }

  /// The names of what is found, in order, without the keys behind them.
  private func found(_ typed: String, _ origin: [KeyContext]) -> [String] {
    let size = Size(columns: 120, rows: 60)
    var screen = palette(origin, size: size)
    screen.type(typed)
    return screen.text(size).split(separator: "\n").dropFirst(3).dropLast().map {
      String($0.dropFirst(2))
    }
  }

  @Test func `The beginning of a word goes before letters here and there`() throws {
    for origin: [KeyContext] in [[.pane, .everywhere], [.prompt, .everywhere]] {
      let names = found("sus", origin)
      #expect(names.first?.hasPrefix("Suspend") == true, "\(origin): \(names)")
    }
    // Of equals, what works here goes first.
    let names = found("undo", [.pane, .everywhere])
    #expect(names.first?.contains("only in") == false, "\(names)")
  }

  @Test func `What is called otherwise is found by that as well`() {
    #expect(found("map", [.pane, .everywhere]).first?.hasPrefix("The map of links") == true)
    let names = found("memory map", [.pane, .everywhere])
    #expect(names.first?.hasPrefix("All keys that work here, and what the signs mean") == true)
  }

  @Test func `Typing a key finds what it does`() throws {
    #expect(found("C", [.pane, .everywhere]).first?.hasPrefix("The cards that") == true)
    #expect(found("/", [.pane, .everywhere]).first?.hasPrefix("Search") == true)
    #expect(found("f1", [.pane, .everywhere]).first?.hasPrefix("All keys") == true)
    #expect(found("@", [.prompt, .everywhere]).first?.hasPrefix("Suspend") == true)
    #expect(found("@", [.pane, .everywhere]).contains { $0.hasPrefix("Suspend") })
  }

  @Test func `Where else something works is never cut`() {
    let size = Size(columns: 40, rows: 400)
    var screen = palette(size: size)
    screen.type("the")
    let lines = screen.text(size).split(separator: "\n")
    let elsewhere = lines.filter { $0.contains("only in") }
    #expect(elsewhere.count > 30 && lines.contains { $0.hasSuffix("not here") })
    let places = Set(KeyContext.allCases.map(\.place))
    for line in elsewhere {
      let place = line.split(separator: "only in ").last.map(String.init)?.trimmed ?? ""
      let isWhole =
        place.hasSuffix(" and elsewhere")
        || place.split(separator: ", ").allSatisfy { places.contains(String($0)) }
      #expect(isWhole, "\(line)")
    }
  }

  @Test func `Pages and colours are found too`() {
    var screen = palette()
    screen.type("ros")
    #expect(screen.press("enter") == [.leave, .openPage("garden/roses")])
    screen = palette()
    screen.type("dark")
    #expect(screen.press("enter") == [.leave, .keepTheme("dark")])
  }

  @Test func `Letters go into the field, whatever they mean elsewhere`() {
    var screen = palette()
    #expect(screen.type("q:uTj").isEmpty)
    #expect(screen.text().contains(": q:uTj"))
    #expect(screen.text().contains("Nothing is called that."))
    #expect(screen.press("enter") == [.say("Nothing is called that.")])
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `An action without a key can still be done`() throws {
    let keymap = try Keymap.standard.remapped(["quiz": []])
    var page = try #require(
      PageScreen(library: Stage.shipped(), page: "safety/ai-safety", size: Stage.standard))
    #expect(page.press("Q", keymap: keymap).isEmpty)
    #expect(page.perform(.quiz, keymap: keymap) == [.setUpQuiz(page: "safety/ai-safety")])
  }

  @Test(arguments: [
    ("quiz", "Take a quiz on this page", true), ("tq", "Take a quiz", true),
    ("take page", "Take a quiz on this page", true),
    ("page take", "Take a quiz on this page", true),
    ("zzz", "Take a quiz", false), ("quizzes", "Take a quiz", false), ("", "anything", true),
    ("IST", "İstanbul", true), ("ubung", "Übung", false), ("ÜB", "Übung", true),
  ])
  func `A few letters find what is meant`(typed: String, text: String, matches: Bool) {
    #expect((FuzzyMatch(typed, in: FuzzyMatch.Text(text)) != nil) == matches)
  }

  @Test func `Beginnings of words go before middles, and what matched is marked`() throws {
    let whole = try #require(FuzzyMatch("page", in: .init("Go to a page")))
    let start = try #require(FuzzyMatch("page", in: .init("Go to a pageant")))
    let inside = try #require(FuzzyMatch("page", in: .init("A rampage")))
    #expect(whole.score > start.score && start.score > inside.score)
    #expect(whole.places == [8, 9, 10, 11])
  }
}
