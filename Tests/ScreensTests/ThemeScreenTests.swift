import Foundation
import Screens
import Support
import Surface
import Testing

@Suite struct ThemeScreenTests {
  private let themes = [
    ThemeChoice(name: "terminal", summary: "Follows the terminal's own colours."),
    ThemeChoice(name: "dark", summary: "Quiet colours on a dark ground."),
    ThemeChoice(name: "light", summary: "Quiet colours on a light ground."),
  ]

  private func screen(hasColours: Bool = true, size: Size = Stage.standard) -> ThemeScreen {
    ThemeScreen(themes: themes, current: "dark", hasColours: hasColours, size: size)
  }

  @Test func `It looks as recorded`() {
    assertSnapshot(screen().text(), named: "themes")
    let tiny = Size(columns: 40, rows: 12)
    assertSnapshot(screen(hasColours: false, size: tiny).text(tiny), named: "themes-40x12")
  }

  @Test func `Going through them shows each, Enter keeps one, Esc goes back to the first`() {
    var screen = screen()
    #expect(screen.press("down") == [.previewTheme("light")])
    #expect(screen.press("T") == [.previewTheme("terminal")])
    #expect(screen.press("enter") == [.keepTheme("terminal"), .leave])
    #expect(screen.press("esc") == [.previewTheme("dark"), .leave])
  }

  /// A theme's first line says what it is: beside the longest name, in a window of 80 columns.
  @Test func `What the shipped themes say of themselves is not cut`() throws {
    let folder = URL(fileURLWithPath: Stage.shippedVault).deletingLastPathComponent()
      .appendingPathComponent("Assets/themes")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "toml" }
    let choices = try files.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let first = text.split(separator: "\n").first.map { String($0.dropFirst(2)) } ?? ""
      return ThemeChoice(name: file.deletingPathExtension().lastPathComponent, summary: first)
    }
    #expect(choices.count >= 4)
    let screen = ThemeScreen(themes: choices, current: "", hasColours: true, size: Stage.standard)
    for choice in choices { #expect(screen.text().contains(choice.summary)) }
  }

  @Test func `Without colours it says why nothing changes`() {
    #expect(screen(hasColours: false).text().contains("NO_COLOR"))
  }
}
