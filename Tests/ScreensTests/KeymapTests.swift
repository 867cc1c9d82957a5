import Screens
import Support
import Surface
import Testing

@Suite struct KeymapTests {
  @Test func `Every action has a key, and no key means two things in one place`() throws {
    let bound = Set(Keymap.standard.bindings.filter { !$0.keys.isEmpty }.map(\.action))
    #expect(bound == Set(Action.allCases))
    // Remapping nothing checks the table for conflicts.
    _ = try Keymap.standard.remapped([:])
  }

  @Test func `Every name of a key in the table can be read`() {
    for binding in Keymap.standard.bindings {
      #expect(!binding.keys.isEmpty, "\(binding.action)")
      for key in binding.keys { #expect(Key(name: key.name) == key) }
    }
  }

  @Test func `An action gets other keys`() throws {
    let keymap = try Keymap.standard.remapped(["review": ["ctrl-r"]])
    #expect(keymap.action(for: Key.control("r"), in: [.pane]) == .review)
    #expect(keymap.action(for: Key("r"), in: [.pane]) == nil)
  }

  @Test func `A conflict names both sides`() {
    #expect(throws: KeymapError.conflict("f", "facts", "review", KeyContext.pane.title)) {
      try Keymap.standard.remapped(["review": ["f"]])
    }
  }

  @Test func `A key that would hide one of a wider place names both places`() {
    #expect(
      throws: KeymapError.hidden(
        "?", "review", in: KeyContext.pane.title, "help", of: KeyContext.everywhere.title)
    ) {
      try Keymap.standard.remapped(["review": ["?"]])
    }
    // What applies nowhere together may share a key.
    #expect(throws: Never.self) {
      try Keymap.standard.remapped(["reveal.again": ["r"], "resolve": ["x"]])
    }
  }

  @Test func `All that is wrong is reported at once, and as it was written`() {
    let changes = [
      "fly": ["x"], "review": ["hyper-x"], "quiz": ["f"], "zoom": ["ctrl-j"], "cards": ["?"],
      "soar": ["y"],
    ]
    let error = #expect(throws: KeymapError.self) { try Keymap.standard.remapped(changes) }
    guard case .several(let faults)? = error else {
      Issue.record("one fault alone: \(String(describing: error))")
      return
    }
    let page = KeyContext.pane.title
    for fault: KeymapError in [
      .unknownAction("fly"), .unknownAction("soar"), .unknownKey("hyper-x", action: "review"),
      .conflict("f", "facts", "quiz", page), .conflict("ctrl-j = enter", "open", "zoom", page),
      .hidden("?", "cards", in: page, "help", of: KeyContext.everywhere.title),
    ] { #expect(faults.contains(fault), "\(fault)") }
    #expect(faults.count == 6)
  }

  @Test func `The check for conflicts knows every context`() {
    #expect(Set(KeyContext.together.joined()) == Set(KeyContext.allCases))
  }

  @Test func `An action gets other keys in one place alone`() throws {
    let keymap = try Keymap.standard.remapped(["reveal.good": ["g"], "undo": ["x"]])
    #expect(keymap.action(for: Key("g"), in: [.reveal]) == .good)
    #expect(keymap.action(for: Key("3"), in: [.reveal]) == nil)
    #expect(keymap.action(for: Key("3"), in: [.covered]) == .good)
    #expect(keymap.action(for: Key("x"), in: [.prompt]) == .undo)
    #expect(throws: KeymapError.unknownAction("filter.good")) {
      try Keymap.standard.remapped(["filter.good": ["g"]])
    }
  }

  @Test func `Where text is typed, letters stay letters`() throws {
    let keymap = try Keymap.standard.remapped(["down": ["Y", "ctrl-t"], "up": ["Z"]])
    for context in KeyContext.allCases where context.isField {
      for binding in keymap.bindings where binding.contexts.contains(context) {
        #expect(binding.keys.allSatisfy { $0.text == nil })
        #expect(!binding.keys.isEmpty)
      }
    }
    #expect(keymap.action(for: .up, in: [.filter]) == .up)
  }

  /// The footer, the help and the palette never name a key that does something else there.
  @Test func `A key that is named does what it is named for`() {
    for contexts in KeyContext.together {
      for binding in Keymap.standard.bindings(in: contexts) {
        for key in binding.keys {
          #expect(Keymap.standard.action(for: key, in: contexts) == binding.action)
        }
      }
    }
    let covered = Keymap.standard.bindings(in: [.covered, .pane, .everywhere])
    #expect(covered.first { $0.action == .open }?.keys.isEmpty == true)
  }

  @Test func `Unknown names are refused`() {
    #expect(throws: KeymapError.unknownAction("fly")) {
      try Keymap.standard.remapped(["fly": ["x"]])
    }
    #expect(throws: KeymapError.unknownKey("hyper-x", action: "review")) {
      try Keymap.standard.remapped(["review": ["hyper-x"]])
    }
  }

  @Test func `The help lists every binding, and where it was opened first`() {
    let size = Size(columns: 100, rows: 900)
    let help = HelpScreen(contexts: [.reveal, .everywhere], keymap: .standard, size: size)
    let text = help.text(size)
    for binding in Keymap.standard.bindings { #expect(text.contains(binding.help)) }
    let first = text.split(separator: "\n")[1]
    #expect(first.contains(KeyContext.reveal.title))
  }

  @Test func `The help scrolls`() {
    var help = HelpScreen(contexts: [.pane], keymap: .standard, size: Stage.standard)
    let top = help.text()
    help.press("pagedown")
    #expect(help.text() != top)
    help.press("home")
    #expect(help.text() == top)
    #expect(help.press("q") == [.leave])
  }
}
