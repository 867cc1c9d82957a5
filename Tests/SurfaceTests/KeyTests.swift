import Testing

@testable import Surface

@Suite("Keys")
struct KeyTests {
  @Test("are known again by their names")
  func roundTrip() {
    var codes: [Key.Code] = [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .function(1), .function(12),
    ]
    codes += "azAZ09?/-+*@ é漢".map { .character($0) }
    for code in codes {
      for bits in UInt8(0)..<8 {
        let key = Key(code, Key.Modifiers(rawValue: bits))
        #expect(Key(name: key.name) == key, "\(key.name)")
      }
    }
  }

  @Test(
    "have the names of the configuration",
    arguments: [
      ("a", Key("a")), ("A", Key("A")), ("shift-a", Key("A")), ("space", .space), ("Enter", .enter),
      ("esc", .escape), ("shift-tab", .shiftTab), ("pageup", .pageUp), ("ctrl-c", .control("c")),
      ("Ctrl-C", .control("c")), ("f10", Key(.function(10))), ("-", Key("-")),
      ("ctrl--", .control("-")), ("alt-x", Key(.character("x"), .alt)), ("ctrl-i", .tab),
      ("ctrl-m", .enter),
    ])
  func haveNames(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(
    "that do not exist have no name", arguments: ["", "abc", "ctrl-", "f0", "f99", "f01", "\u{1B}"])
  func refuseNonsense(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("are told to people in their words")
  func haveLabels() {
    #expect(Key.up.label == "↑")
    #expect(Key.up.label(.ascii) == "Up")
    #expect(Key.space.label == "Space")
    #expect(Key.escape.label == "Esc")
    #expect(Key.control("c").label == "Ctrl-C")
    #expect(Key.shiftTab.label == "Shift-Tab")
    #expect(Key("a").label == "a")
    #expect(Key(.function(1)).label == "F1")
  }
}
