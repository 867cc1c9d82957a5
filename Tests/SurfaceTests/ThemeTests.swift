import Foundation
import Testing

@testable import Surface

@Suite("Themes")
struct ThemeTests {
  @Test("are read from words")
  func areRead() throws {
    let theme = try Theme(
      name: "mine",
      entries: [
        "heading": "bold cyan", "selection": "black on cyan", "muted": "dim",
        "border-focused": "#ff8000", "link": "underline 33", "text": "white on #101418",
        "code": "bright-magenta on default",
      ])
    #expect(
      theme.style(of: .heading)
        == Style(.indexed(6), on: .rgb(red: 0x10, green: 0x14, blue: 0x18), .bold))
    #expect(theme.style(of: .selection) == Style(.indexed(0), on: .indexed(6)))
    #expect(theme.style(of: .muted).attributes == .dim)
    #expect(theme.style(of: .borderFocused).foreground == .rgb(red: 255, green: 128, blue: 0))
    #expect(theme.style(of: .link, adding: .bold).attributes == [.underline, .bold])
    #expect(theme.style(of: .code) == Style(.indexed(13), on: .terminal))
  }

  @Test("say what is wrong with them")
  func sayWhatIsWrong() {
    #expect(throws: ThemeError.unknownInk("headline")) {
      try Theme(name: "", entries: ["headline": "red"])
    }
    #expect(throws: ThemeError.unknownWord("rde", ink: "bad")) {
      try Theme(name: "", entries: ["bad": "rde"])
    }
    #expect(throws: ThemeError.misplacedWord("blue", ink: "bad")) {
      try Theme(name: "", entries: ["bad": "red blue"])
    }
    #expect(throws: ThemeError.misplacedWord("on", ink: "bad")) {
      try Theme(name: "", entries: ["bad": "red on"])
    }
    #expect(throws: ThemeError.self) { try Theme(name: "", entries: ["bad": "256"]) }
  }

  @Test("name every ink in one way")
  func nameInks() {
    for ink in Ink.allCases { #expect(Ink(name: ink.name) == ink) }
    #expect(Set(Ink.allCases.map(\.name)).count == Ink.allCases.count)
  }

  /// Relative luminance contrast as WCAG 2 defines it.
  private func contrast(_ one: Colour?, _ other: Colour?) -> Double? {
    guard let first = luminance(one), let second = luminance(other) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private func luminance(_ colour: Colour?) -> Double? {
    guard case .rgb(let red, let green, let blue) = colour else { return nil }
    let parts = [red, green, blue].map { value -> Double in
      let share = Double(value) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Assets/themes")

  /// The entries of a theme that comes along, one a line.
  private func entries(of name: String) throws -> [String: String] {
    let file = Self.folder.appendingPathComponent(name + ".toml")
    var entries: [String: String] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard !line.hasPrefix("#"), parts.count == 2 else { continue }
      entries[parts[0].filter { $0 != " " }] = parts[1].trimmingCharacters(
        in: CharacterSet(charactersIn: " \""))
    }
    return entries
  }

  private func theme(_ name: String) throws -> Theme {
    try Theme(name: name, entries: entries(of: name))
  }

  @Test(
    "with a ground of their own can be read on it", arguments: ["dark", "light", "high-contrast"])
  func areReadable(name: String) throws {
    let theme = try theme(name)
    let least = theme.name == "high-contrast" ? 7.0 : 4.5
    for ink in Ink.allCases {
      let style = theme.style(of: ink)
      let found = try #require(contrast(style.foreground, style.background))
      // Lines are not text: 3 is enough for them by the same standard.
      #expect(found >= (ink == .border ? 3 : least), "\(theme.name) \(ink): \(found)")
    }
  }

  @Test("for 8 colours use no others")
  func eightHasEight() throws {
    let theme = try theme("eight")
    for ink in Ink.allCases {
      let style = theme.style(of: ink)
      for colour in [style.foreground, style.background] {
        if case .indexed(let index) = colour {
          #expect(index < 8)
        } else {
          #expect(colour == .terminal)
        }
      }
    }
  }

  @Test("without colours still tell the selection, links and mistakes apart")
  func monochromeHasSigns() {
    for ink in Ink.allCases {
      let style = Theme.monochrome.style(of: ink)
      #expect(style.foreground == .terminal && style.background == .terminal)
    }
    let looks = [Ink.text, .selection, .link, .bad, .title].map {
      Theme.monochrome.style(of: $0).attributes
    }
    #expect(Set(looks).count == looks.count)
  }

  @Test("that come along name every ink and say what they are")
  func areComplete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let names = files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    #expect(Set(names).isSuperset(of: ["dark", "light", "high-contrast", "eight"]))
    for name in names {
      #expect(try Set(entries(of: name).keys) == Set(Ink.allCases.map(\.name)))
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name + ".toml"), encoding: .utf8)
      #expect(text.hasPrefix("# "))
    }
  }
}
