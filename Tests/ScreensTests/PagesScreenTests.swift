import Screens
import Support
import Surface
import Testing

@Suite struct PagesScreenTests {
  private static let pages = Dictionary(
    uniqueKeysWithValues: (1...40).map { ("folder/page\($0)", "# Title \($0)\n\nText.") })

  private func screen(filtering: Bool = false) -> PagesScreen {
    PagesScreen(
      library: Stage.library(Self.pages), filtering: filtering, size: Stage.standard)
  }

  @Test func `The pages of the vault are listed with what is due`() {
    assertSnapshot(screen().text(), named: "pages")
  }

  @Test func `Every page can be reached`() {
    var screen = screen()
    var opened: Set<String> = []
    for _ in 0..<40 {
      for case .openPage(let path) in screen.press("enter") { opened.insert(path) }
      screen.press("down")
    }
    #expect(opened.count == 40)
  }

  @Test func `Typing narrows the list down, and Enter goes there`() {
    var screen = screen(filtering: true)
    screen.type("title 17")
    #expect(screen.press("enter") == [.openPage("folder/page17")])
  }

  @Test func `In the filter letters are text, not commands`() {
    var screen = screen(filtering: true)
    #expect(screen.type("qrQ?").isEmpty)
    #expect(screen.text().contains("Go to: qrQ?"))
    #expect(screen.text().contains("No page is called that."))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `Esc leads from a filter back to the list it was opened in`() {
    var screen = screen()
    screen.press("g")
    screen.type("17")
    #expect(screen.press("esc").isEmpty)
    #expect(!screen.text().contains("Go to:"))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `A very narrow list keeps the titles`() {
    let size = Size(columns: 40, rows: 12)
    #expect(screen().text(size).contains("Title 1"))
  }
}
