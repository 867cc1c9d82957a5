import Cards
import Notes
import Testing

@testable import Study

/// Wrong choices are of the sort that is asked for: what is seen to be of another is no choice.
@Suite struct ChoiceSortTests {
  private static func choices(
    _ markdown: String
  ) -> [(prompt: String, options: [String], correct: Int)] {
    let page = PageReader.read(bytes: Array(markdown.utf8), path: "page", file: "page.md")
    let cards = MadeVault.cards(of: [page])
    return (UInt64(0)..<12).flatMap { seed in
      QuizRound(
        QuizRequest(kind: .choice, count: 40, seed: seed),
        material: QuizMaterial(cards: cards, pages: [page])
      ).questions.compactMap { question in
        guard case .choice(let options, let correct) = question.form else { return nil }
        return (question.prompt, options, correct)
      }
    }
  }

  private static let printers = """
    # Printers

    | Feature | Laser | Inkjet | Thermal | Impact |
    |---|---|---|---|---|
    | Price | €240 | €90 | €160 | €310 |
    | Introduced | 1977 | 1984 | 1965 | 1968 |
    | Consumable | toner powder | liquid ink | coated paper | inked ribbon |
    | Inventor | Ada Brandt | Nils Okafor | Tom Levine | Eva Castell |
    """

  /// In a quiz about such a table as a whole the things compared are the rows.
  @Test func thingsComparedAreMatchedWithTheirProperties() {
    let page = PageReader.read(
      bytes: Array(Self.printers.utf8), path: "page", file: "page.md")
    let material = QuizMaterial(cards: MadeVault.cards(of: [page]), pages: [page])
    let prompts = Set(
      (UInt64(0)..<8).flatMap { seed in
        QuizRound(QuizRequest(kind: .match, count: 9, seed: seed), material: material).questions
      }.map { question in
        if case .match(let left, _, _) = question.form {
          #expect(Set(left).isSubset(of: ["Laser", "Inkjet", "Thermal", "Impact"]))
        }
        return question.prompt
      })
    #expect(prompts.contains("Printers: match each row with its “Consumable”."), "\(prompts)")
    let grids = (UInt64(0)..<8).flatMap { seed in
      QuizRound(QuizRequest(kind: .table, count: 9, seed: seed), material: material).questions
    }
    #expect(!grids.isEmpty)
    for case .table(let table) in grids.map(\.form) {
      #expect(table.rows.map { $0[0] } == ["Laser", "Inkjet", "Thermal", "Impact"])
      for place in table.hidden {
        #expect(table.header[place.column] != "" && !table.text(place).isEmpty)
      }
    }
  }

  /// Where the columns are the things compared, what else the row says is of one sort.
  @Test func aRowOfThingsComparedGivesTheChoices() {
    let rows = [
      "Consumable": ["toner powder", "liquid ink", "coated paper", "inked ribbon"],
      "Inventor": ["Ada Brandt", "Nils Okafor", "Tom Levine", "Eva Castell"],
    ]
    let choices = Self.choices(Self.printers)
    var asked: Set<String> = []
    for (prompt, options, _) in choices {
      for (name, cells) in rows where prompt.contains(name) {
        asked.insert(name)
        #expect(options.allSatisfy(cells.contains), "\(prompt) \(options)")
      }
      if prompt.contains("Price") { #expect(options.allSatisfy { $0.hasPrefix("€") }) }
      if prompt.contains("Introduced") { #expect(options.allSatisfy { $0.count == 4 }) }
    }
    #expect(asked == Set(rows.keys))
  }

  /// A first header that may stand over things as well as over properties: the cells say which.
  @Test func aColumnOfOneSortGivesTheChoices() {
    let choices = Self.choices(
      """
      # Door locks

      | Factor | Effort | Where it is kept | Year |
      |---|---|---|---|
      | Brass key | low | in a coat pocket | 1861 |
      | Pass code | high | in the memory | 1972 |
      | Chip card | low | in a leather wallet | 1988 |
      | Finger print | none needed | on the right hand | 1999 |
      | Voice sample | medium | in the quiet throat | 2004 |
      """)
    let places = ["pocket", "memory", "wallet", "hand", "throat"]
    let texts = choices.filter { choice in
      places.contains { choice.options[choice.correct].contains($0) }
    }
    #expect(!texts.isEmpty)
    for (prompt, options, _) in texts {
      #expect(
        options.allSatisfy { option in places.contains { option.contains($0) } },
        "\(prompt) \(options)")
    }
  }

  private static func fact(_ line: Int, _ text: String, answer: String) -> Card {
    var card = Made.card(
      "c\(line)", kind: .cloze, prompt: text.replacing(answer, with: "[…]"), answer: answer,
      line: line)
    card.source = text
    return card
  }

  private static func wrong(_ cards: [Card]) -> Set<String> {
    let distractors = Distractors(cards: cards, asked: [cards[0]])
    return (UInt64(0)..<20).reduce(into: []) { found, seed in
      var random = SplitMix64(seed: seed)
      found.formUnion(distractors.choose(for: cards[0], random: &random))
    }
  }

  @Test func namesOfUnrelatedFactsAreNoChoices() {
    let asked = Self.fact(1, "The orchard was planted by Marwood in one spring", answer: "Marwood")
    let related = [
      Self.fact(2, "The orchard wall is the work of Calbeck", answer: "Calbeck"),
      Self.fact(3, "Half of the orchard belongs to Ferrand", answer: "Ferrand"),
      Self.fact(4, "Nobody knew the orchard better than Tolland", answer: "Tolland"),
    ]
    let unrelated = [
      Self.fact(5, "Letters are sorted with Dovetail every night", answer: "Dovetail"),
      Self.fact(6, "Ferries leave for Skerry at noon", answer: "Skerry"),
      Self.fact(7, "Copper roofs were sold to Bergen", answer: "Bergen"),
    ]
    #expect(Self.wrong([asked] + related + unrelated) == ["Calbeck", "Ferrand", "Tolland"])
    #expect(Self.wrong([asked] + unrelated).isEmpty, "typed instead")
  }

  @Test(arguments: [
    ("`open_gate`", ["`shut_gate`", "`lift_gate`", "`lock_gate`"]),
    ("`GateKeeper`", ["`GateWarden`", "`GateFitter`", "`GateOpener`"]),
    ("`--gate`", ["`--lock`", "`--hinge`", "`--latch`"]), ("`404`", ["`403`", "`418`", "`502`"]),
  ])
  func codeStandsAmongCodeThatIsNamedAlike(answer: String, alike: [String]) {
    let others = ["`gate-house`", "`gates`", "`gate:`", "`X-Gate`", "`gateName`", "`5432`"]
    let facts = [
      "The sluice answers with […] when asked", "A jammed sluice writes […] to the journal",
      "Old sluices know […] only by name", "Whoever paints a sluice reads […] first",
      "No sluice has […] twice", "Keepers of a sluice call […] at dawn",
      "Every sluice of the town needs […] in spring", "[…] came with the third sluice",
      "Floods turn the sluice to […] by themselves", "The smallest sluice drops […] in drought",
    ]
    let cards = zip(facts, [answer] + alike + others).enumerated().map { index, fact in
      Self.fact(index + 1, fact.0.replacing("[…]", with: fact.1), answer: fact.1)
    }
    let wrong = Self.wrong(cards)
    #expect(!wrong.isEmpty && wrong.isSubset(of: alike), "\(wrong)")
  }
}
