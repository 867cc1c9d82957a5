import Cards
import FSRS
import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct CardsScreenTests {
  private static let now = Instant(milliseconds: 1_795_514_400_000)

  /// The cards that a page's text gives.
  private func sheet(switches: CardSwitches = CardSwitches()) -> CardSheet {
    let text = """
      # Tides

      ## Key Facts
      - Spring tides: when sun and moon pull in one line
      - The tide rises and falls twice in 24 h 50 min
      - See [[moon]]

      ## Kinds
      | tide | moon | range |
      | --- | --- | --- |
      | spring | full or new | largest |
      | neap | half | smallest |

      ## Open Questions
      - Could tides power the coast?
      """
    let page = PageReader.read(bytes: Array(text.utf8), path: "sea/tides", file: "sea/tides.md")
    let (cards, problems) = CardMaker.cards(of: page) { _ in nil }
    var studied = cards.map { StudyCard(card: $0) }
    studied[0].schedule = Schedule(
      state: .review, memory: MemoryState(stability: 12, difficulty: 5),
      due: Self.now.adding(seconds: 3 * 86_400), lastReview: Self.now, interval: 12, reviews: 3)
    studied[1].schedule.suspended = true
    return CardSheet(
      page: page.path, title: page.title, file: page.file, cards: studied, problems: problems,
      texts: [6: "See moon"], switches: switches, now: Self.now)
  }

  private func screen(_ size: Size = Stage.standard) -> CardsScreen {
    CardsScreen(sheet: sheet(), size: size)
  }

  @Test func `A slash searches the vault, those of the page first`() {
    var screen = screen()
    #expect(screen.press("/") == [.showSearch(near: sheet().page)])
  }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 40, rows: 12),
  ])
  func cardsUnderWhatTheNoteSays(size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    var screen = screen(size)
    assertSnapshot(screen.text(size), named: "cards-\(name)")
    screen.press("down", "down")
    assertSnapshot(screen.text(size), named: "cards-moved-\(name)")
    screen.press("enter")
    assertSnapshot(screen.text(size), named: "cards-asked-\(name)")
    screen.press("space")
    assertSnapshot(screen.text(size), named: "cards-answered-\(name)")
    screen.press("q")
    var switches = CardSwitches()
    switches.turn(.kind(.cell, page: "sea/tides"), on: false)
    switches.turn(.card(sheet().entries[0].card.id), on: false)
    screen.show(sheet(switches: switches))
    screen.press("home", "tab", "tab")
    assertSnapshot(screen.text(size), named: "cards-off-\(name)")
  }

  @Test func everyCardCanBeReachedAndTurned() {
    let entries = sheet().entries
    var screen = screen()
    var turned: [Effect] = []
    for _ in 0..<40 {
      turned += screen.press("x")
      screen.press("down")
    }
    let ids = Set(entries.map(\.card.id))
    #expect(
      Set(
        turned.compactMap { effect -> Card.ID? in
          guard case .turn(let which, on: false) = effect, case .card(let id)? = which.first else {
            return nil
          }
          return id
        }) == ids)
  }

  @Test func switchesSayWhatTheyTurn() throws {
    var screen = screen()
    let first = try #require(sheet().entries.first?.card.card)
    #expect(screen.press("x") == [.turn([.card(first.id)], on: false)])
    #expect(screen.press("o") == [.turn([.kind(first.kind, page: "sea/tides")], on: false)])
    #expect(screen.press("O") == [.turn([.kindInVault(first.kind)], on: false)])
    var switches = CardSwitches()
    switches.turn(.kindInVault(first.kind), on: false)
    screen.show(sheet(switches: switches))
    #expect(screen.press("O") == [.turn([.kindInVault(first.kind)], on: true)])
    #expect(screen.press("x") == [.turn([.card(first.id)], on: true)])
    #expect(screen.text().contains("off: \(first.kind.rawValue) in the vault"))
    // Off on the page alone: in the vault it is on, and is turned off there.
    switches = CardSwitches()
    switches.turn(.kind(first.kind, page: "sea/tides"), on: false)
    screen.show(sheet(switches: switches))
    #expect(screen.press("O") == [.turn([.kindInVault(first.kind)], on: false)])
    #expect(screen.press("o") == [.turn([.kind(first.kind, page: "sea/tides")], on: true)])
  }

  @Test func aWholeLineIsTurnedAtOnce() {
    var screen = screen()
    let item = sheet().items.first { $0.entries.count > 1 }
    while screen.press("x").first
      != .turn([.card(item?.entries.first?.card.id ?? "")], on: false)
    {
      screen.press("down")
    }
    #expect(
      screen.press("X") == [.turn(item?.entries.map { .card($0.card.id) } ?? [], on: false)])
  }

  @Test func aFactThatGivesNoCardStandsAmongThem() {
    var screen = screen()
    let text = screen.text(Size(columns: 80, rows: 60))
    #expect(text.contains("See moon"))
    #expect(text.contains("! "))
    // It can be gone to, and opened in the editor.
    var lines: Set<Int> = []
    for _ in 0..<30 {
      for case .edit(_, let line) in screen.press("e") { lines.insert(line) }
      screen.press("down")
    }
    #expect(lines.contains(6))
  }

  @Test func theListIsNarrowedByKind() {
    var screen = screen()
    var seen: [String] = []
    repeat {
      seen.append(screen.text(Size(columns: 80, rows: 60)))
      screen.press("tab")
    } while !seen.contains(screen.text(Size(columns: 80, rows: 60))) && seen.count < 20
    #expect(seen.count == sheet().kinds.count + 2)
    screen.press("shift-tab", "tab")
    #expect(screen.text(Size(columns: 80, rows: 60)) == seen[0])
  }

  @Test func theChosenCardStaysChosenWhenTheNotesChange() throws {
    var screen = screen()
    screen.press("down", "down")
    let chosen = screen.press("i")
    var changed = sheet()
    changed.items.removeFirst()
    screen.show(changed)
    #expect(screen.press("i") == chosen)
  }

  @Test func aPageWithoutCardsSaysSo() {
    let empty = CardSheet(
      page: "a", title: "A", file: "a.md", cards: [], problems: [], switches: CardSwitches(),
      now: Self.now)
    var screen = CardsScreen(sheet: empty, size: Stage.standard)
    #expect(screen.text().contains("This page gives no cards."))
    for key in ["down", "enter", "x", "X", "o", "O", "i", "tab", "end"] {
      for case .turn in screen.press(key) { Issue.record("turned nothing") }
    }
    #expect(screen.press("q") == [.leave])
  }
}
