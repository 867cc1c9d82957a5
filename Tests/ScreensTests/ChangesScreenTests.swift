import Cards
import Screens
import Support
import Surface
import Testing

@Suite struct ChangesScreenTests {
  private static func text(
    _ prompt: String, _ answer: String, page: String = "sea/tides", line: Int = 4
  ) -> CardText {
    CardText(
      page: page, section: "Key Facts", file: page + ".md", line: line, prompt: prompt,
      answer: answer)
  }

  private let changes = ChangeList(
    changes: [
      CardChange(
        id: "1", kind: .answerChanged, before: text("Range at the quay: […]", "3 m"),
        after: text("Range at the quay: […]", "4 m")),
      CardChange(
        id: "2", kind: .reworded, before: text("Neap tides: […]", "half moon", line: 6),
        after: text("Neap tides come at […]", "half moon", line: 6)),
      CardChange(id: "3", kind: .new, before: nil, after: text("Slack: […]", "20 min", line: 9)),
      CardChange(
        id: "4", kind: .resting, before: text("Bore: […]", "a wave", page: "sea/waves"),
        after: nil),
      CardChange(
        id: "5", kind: .moved, before: text("Swell: […]", "from afar", page: "sea/waves"),
        after: text("Swell: […]", "from afar", page: "sea/swell", line: 12)),
    ], unchanged: 120)

  /// As the matching of a reading makes it: two pumps are gone, and there is another.
  private static func question() -> IdentityQuestion? {
    let known = [("old1", "left", "3 bar"), ("old2", "right", "5 bar")].map { id, side, answer in
      KnownCard(
        id: id, page: "sea/tides", section: "Key Facts", kind: .cloze, slot: "cloze 1",
        prompt: "Pump on the \(side) quay: runs at a pressure of […]", answer: answer,
        source: "Pump on the \(side) quay: runs at a pressure of \(answer)",
        siblingGroup: "sea/tides#\(id)", context: "Tides › Key Facts", file: "sea/tides.md",
        line: 11)
    }
    let card = Card(
      id: "q", page: "sea/tides", section: "Key Facts", kind: .cloze,
      prompt: "Pump on the quay: runs at a pressure of […]", answer: "4 bar",
      context: "Tides › Key Facts", file: "sea/tides.md", line: 11,
      source: "Pump on the quay: runs at a pressure of 4 bar", slot: "cloze 1",
      siblingGroup: "sea/tides#q", daily: true)
    return Identity.match(known: known, read: [card]).questions.first
  }

  private var asked: Card.ID { Self.question()?.id ?? "" }

  private func screen(_ size: Size = Stage.standard) -> ChangesScreen {
    var changes = changes.changes
    changes.append(
      CardChange(
        id: asked, kind: .ambiguous, before: nil,
        after: Self.text("Pump on the quay: […]", "4 bar", line: 11)))
    return ChangesScreen(
      changes: ChangeList(changes: changes, unchanged: 120),
      questions: [Self.question()].compactMap { $0 }, shown: .sinceLastTime,
      size: size)
  }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 40, rows: 12),
  ])
  func whatHappenedByPageAndLine(size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    var screen = screen(size)
    assertSnapshot(screen.text(size), named: "changes-\(name)")
    screen.press("enter", "tab")
    assertSnapshot(screen.text(size), named: "changes-question-\(name)")
    screen.show(ChangeList(unchanged: 126), questions: [], shown: .sinceLastTime)
    assertSnapshot(screen.text(size), named: "changes-none-\(name)")
  }

  @Test func `What is in doubt is counted as new, and its key says that it is answered`() {
    var screen = screen()
    #expect(screen.text().contains("2 new, 1 reworded, 1 moved, 1 answer changed, 1 resting; 120"))
    #expect(screen.text().contains("Enter answer") && !screen.text().contains("i info"))
    screen.press("down")
    #expect(screen.text().contains("Enter open") && screen.text().contains("i info"))
  }

  @Test func aQuestionIsAnswered() {
    var screen = screen()
    #expect(screen.press("y").isEmpty)
    screen.press("enter")
    #expect(screen.text().contains("left quay"))
    #expect(screen.press("y") == [.decide(asked, .same(0))])
    screen.press("tab")
    #expect(screen.text().contains("right quay"))
    #expect(screen.press("y") == [.decide(asked, .same(1))])
    #expect(screen.press("n") == [.decide(asked, .none)])
    #expect(screen.press("e") == [.edit(file: "sea/tides.md", line: 11)])
    // Once it is answered, the list is shown.
    screen.show(changes, questions: [], shown: .sinceLastTime)
    #expect(screen.contexts == [.changeList, .everywhere])
    #expect(!screen.text().contains("Is it the same card?"))
  }

  @Test func everyRowLeadsOn() {
    var screen = screen()
    var opened: [Effect] = []
    var edited: [Effect] = []
    for _ in 0..<10 {
      screen.press("down")
      opened += screen.press("enter")
      edited += screen.press("e")
    }
    #expect(opened.contains(.openLine(page: "sea/tides", line: 9)))
    #expect(opened.contains(.openLine(page: "sea/swell", line: 12)))
    // What rests has no line any more; its history is there.
    #expect(!opened.contains(.openLine(page: "sea/waves", line: 4)))
    #expect(edited.contains(.edit(file: "sea/waves.md", line: 4)))
    screen.press("home", "down")
    #expect(screen.press("i") == [.showCardInfo(.card("5"))])
    #expect(screen.press("a") == [.showChanges(.all)])
    #expect(screen.press("q") == [.leave])
  }

  @Test func nothingDependsOnColour() {
    let text = screen(Size(columns: 100, rows: 40)).text(
      Size(columns: 100, rows: 40), look: Look(glyphs: .ascii))
    for word in ["answer changed", "reworded", "new", "resting", "moved", "was"] {
      #expect(text.contains(word))
    }
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" || $0 == "›" })
  }
}
