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

  @Test func `Without colours it says why nothing changes`() {
    #expect(screen(hasColours: false).text().contains("NO_COLOR"))
  }
}
