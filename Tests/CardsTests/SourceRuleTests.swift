import Cards
import Testing

@Suite struct TableRuleTests {
  private let table = """
    # Knots

    | Knot | Use | Strength |
    |---|---|---|
    | Bowline | a loop that does not slip | 60% |
    | Clove hitch | — | 65% |
    | Sheet bend | joining two ropes | n/a |
    """

  @Test func aCellIsAskedForWithTableRowAndColumn() {
    let made = read(table).cards
    #expect(
      lines(made) == [
        "Knots — Bowline: Use? → a loop that does not slip", "Knots — Bowline: Strength? → 60%",
        "Knots — Clove hitch: Strength? → 65%", "Knots — Sheet bend: Use? → joining two ropes",
      ])
    #expect(made.allSatisfy { $0.kind == .cell && !$0.daily })
    #expect(Set(made.filter { $0.slot == "Strength" }.map(\.pool)).count == 1)
  }

  @Test func frontMatterTakesTablesIntoTheDailyDeck() {
    let made = read("---\ncards: [tables]\n---\n" + table).cards
    #expect(made.allSatisfy { $0.daily })
  }

  @Test func rowsThatShareAKeyAreToldApartByTheNextColumn() {
    let made = read(
      "# Boats\n\n| Yard | Model | Length |\n|---|---|---|\n| Oak | Tern | 7 m |\n"
        + "| Oak | Gull | 9 m |\n| Elm | Tern | 6 m |\n"
    ).cards
    #expect(
      lines(made) == [
        "Boats — Oak, Tern: Length? → 7 m", "Boats — Oak, Gull: Length? → 9 m",
        "Boats — Elm, Tern: Length? → 6 m",
      ])
  }

  @Test func rowsThatNothingTellsApartGiveNothing() {
    let made = read(
      "# Boats\n\n| Yard | Length |\n|---|---|\n| Oak | 7 m |\n| Oak | 9 m |\n| Elm | 6 m |\n"
    ).cards
    #expect(lines(made) == ["Boats — Elm: Length? → 6 m"])
  }

  /// What the row says, what another cell says, and what only shows how it works is not asked for.
  @Test func cellsThatSayNothingOfTheirOwnGiveNothing() {
    let made = read(
      "# Planks\n\n| Plank | Length | Use | Test |\n|---|---|---|---|\n"
        + "| Oak-256 | 256 mm | Same, with tar | T |\n| Elm | 90 mm | see below | F |\n"
        + "| Pine | 80 mm | Same grain on both sides | T |\n"
    ).cards
    #expect(
      lines(made) == [
        "Planks — Elm: Length? → 90 mm", "Planks — Pine: Length? → 80 mm",
        "Planks — Pine: Use? → Same grain on both sides",
      ])
  }

  /// `F` is true or false only where nothing but that stands in the column.
  @Test func aLetterMayBeAName() {
    let made = read("# Elements\n\n| Element | Sign |\n|---|---|\n| Fluorine | F |\n| Tar | Ta |\n")
      .cards
    #expect(lines(made) == ["Elements — Fluorine: Sign? → F", "Elements — Tar: Sign? → Ta"])
  }

  @Test func aColumnThatGivesReasonsIsNotCompared() {
    let made = read(
      "# Rot\n\n| | Needs tar now? | Because |\n|---|---|---|\n| Keel | Yes | Worm |\n"
        + "| Mast | No | Out of reach |\n"
    ).cards
    #expect(lines(made) == ["Rot — Keel: Because? → Worm", "Rot — Mast: Because? → Out of reach"])
  }

  @Test func aRunningNumberIsNoKey() {
    let made = read(
      "# Start\n\n| # | Step | Time |\n|---|---|---|\n| 1 | Cast off | 2 min |\n"
        + "| 2 | Hoist the main | 5 min |\n| 3 | Trim | 1 min |\n"
    ).cards
    #expect(made.contains { $0.prompt == "Start — Hoist the main: Time?" && $0.answer == "5 min" })
    let order = made.first { $0.kind == .order }
    #expect(order?.answer == "Cast off → Hoist the main → Trim")
  }

  @Test func keysThatCountUpGiveOneCardOnTheOrder() throws {
    let made = read(
      "# Wind\n\n| Force | Name |\n|---|---|\n| Force 1 | light air |\n| Force 2 | light breeze |\n"
        + "| Force 3 | gentle breeze |\n| Force 4 | moderate breeze |\n"
    ).cards
    let order = try #require(made.first { $0.kind == .order })
    #expect(order.answer == "light air → light breeze → gentle breeze → moderate breeze")
    #expect(!order.prompt.contains("light air / light breeze / gentle breeze"))
    #expect(made.filter { $0.kind == .order }.count == 1)
  }

  @Test func aTableThatComparesAsksForTheColumnsProperty() {
    let made = read(
      "# Rigs\n\n| Feature | Sloop | Ketch |\n|---|---|---|\n| Masts | one | two |\n"
    ).cards
    #expect(lines(made) == ["Rigs — Sloop: Masts? → one", "Rigs — Ketch: Masts? → two"])
  }

  /// `Anchor — Sloop: Draught?` would ask for the anchor's draught.
  @Test func aTableIsNotCalledLikeOneOfItsColumns() {
    let made = read(
      "# Rigs\n\n## Moorings\n\n### Anchor\n\n| Boat | Anchor | Draught |\n|---|---|---|\n"
        + "| Sloop | plough | 1.4 m |\n\n## Boat\n\n| Boat | Crew |\n|---|---|\n| Dory | two |\n"
    ).cards
    #expect(
      lines(made) == [
        "Moorings — Sloop: Anchor? → plough", "Moorings — Sloop: Draught? → 1.4 m",
        "Rigs — Dory: Crew? → two",
      ])
    #expect(
      made.map(\.context) == [
        "Rigs › Moorings › Anchor", "Rigs › Moorings › Anchor", "Rigs › Boat",
      ])
  }
}

@Suite struct DefinitionRuleTests {
  @Test func aTermIsAskedForBothWays() {
    let made = read(
      "# Sails\n\n- **Jib** — the sail before the mast\n- **Spanker** — the sail at the stern\n"
    ).cards
    #expect(
      lines(made).prefix(2) == [
        "What does “Jib” mean here? → the sail before the mast",
        "Which term is this: “the sail before the mast”? → Jib",
      ])
    #expect(made.allSatisfy { $0.kind == .definition && !$0.daily })
  }

  @Test func anExplanationThatSaysItsTermHasItMaskedOrIsNotAsked() {
    let made = read(
      "# Sails\n\n- Storm jib — a small jib of heavy cloth that is set when the wind is strong\n"
        + "- Spinnaker — the spinnaker\n- Reef — a fold that makes a sail smaller\n"
    ).cards
    for card in made where card.answer == "Storm jib" {
      #expect(!card.prompt.lowercased().contains("jib"))
    }
    #expect(!made.contains { $0.answer == "Spinnaker" })
  }
}

@Suite struct ConnectionRuleTests {
  @Test func aReasonIsAskedForAndALinkWithoutOneIsNot() {
    let made = read(
      "# Tides\n\n## Connections\n\n- [[moon]] — its pull raises the water\n- [[sun]]\n"
    ).cards
    #expect(lines(made) == ["Why is Tides connected to moon? → its pull raises the water"])
  }

  @Test func theLinkedPagesTitleIsUsedWhereThereIsOne() {
    let page = page("# Tides\n\n## Connections\n\n- [[moon]] — its pull raises the water\n")
    let made = CardMaker.cards(of: page, resolve: { _ in "The Moon" }).cards
    #expect(made.map(\.prompt) == ["Why is Tides connected to The Moon?"])
  }
}

@Suite struct AuthorRuleTests {
  @Test func highlightsAreHiddenOneByOneAndOverrideTheRules() {
    let made = cards(ofFact: "A ==nautical mile== is ==1,852 metres== long, since 1929")
    #expect(
      lines(made) == [
        "A […] is 1,852 metres long, since 1929 → nautical mile",
        "A nautical mile is […] long, since 1929 → 1,852 metres",
      ])
    #expect(made.allSatisfy { $0.kind == .author && $0.daily })
  }

  @Test func marksWorkAnywhereOnThePage() {
    let made = read(
      "# P\n\nQ: Who keeps the log? A: The mate.\n\n## Notes\n\nfathom :: six feet\n\n"
        + "- cable ::: a tenth of a sea mile\n\nThe bell rings at ==noon==. Then it is silent.\n"
    ).cards
    #expect(
      lines(made) == [
        "Who keeps the log? → The mate.", "fathom → six feet", "cable → a tenth of a sea mile",
        "a tenth of a sea mile → cable", "The bell rings at […]. → noon",
      ])
  }

  @Test func aQuestionAndItsAnswerMayStandInTwoParagraphsOrItems() {
    #expect(
      lines(read("# P\n\nQ: What is ballast?\n\nA: Weight low in the hull.\n").cards)
        == ["What is ballast? → Weight low in the hull."])
    #expect(
      lines(
        read("# P\n\n## Key Facts\n\n- Q: What is ballast?\n- A: Weight low in the hull.\n").cards)
        == ["What is ballast? → Weight low in the hull."])
  }

  @Test func aMarkThatLacksSomethingIsAProblemAndNoCard() {
    let lacking = [
      "Q: What is a cleat?", "cleat ::", ":: a fitting", "==All of it==", "Q: Why? A:",
    ]
    for mark in lacking {
      for heading in ["Key Facts", "Deck"] {
        let reading = read("# P\n\n## \(heading)\n\n- \(mark)\n- halyard :: hoists a sail\n")
        #expect(reading.cards.map(\.answer) == ["hoists a sail"], "\(mark)")
        #expect(reading.problems.map(\.line) == [5], "\(mark)")
        #expect(reading.problems.allSatisfy { !$0.remedy.isEmpty })
      }
    }
  }

  @Test func theAnswerMayBeNestedWithOrWithoutItsMark() {
    let reading = read(
      "# P\n\n- Q: What holds the mast?\n  - A: the shrouds\n- Q: And the boom?\n"
        + "  - the gooseneck\n  - the vang\n- Q: One line? A: yes, this one\n"
        + "\nQ: Over two\nlines?\nA: the answer\ngoes on\n")
    #expect(
      lines(reading.cards) == [
        "What holds the mast? → the shrouds", "And the boom? → the gooseneck; the vang",
        "One line? → yes, this one", "Over two lines? → the answer goes on",
      ])
    #expect(reading.problems.isEmpty)
  }

  @Test func anEscapedMarkIsText() {
    let reading = read("# P\n\nA \\==plain\\== word and `a \\== b`, but ==one mark==.\n")
    #expect(
      lines(reading.cards) == ["A ==plain== word and `a \\== b`, but […]. → one mark"])
  }

  @Test func marksAreSilentWhereCardsAreOff() {
    let reading = read(
      "# P\n\n## Off\n<!-- no-cards -->\n- a :: b\n- Q: c?\n\n## On\n\n- d :: e <!-- no-cards -->\n"
    )
    #expect(reading.cards.isEmpty)
    #expect(reading.problems.isEmpty)
    let behind = read(
      "# P\n\n## Off <!-- no-cards -->\n\na :: b\n\n### Below\n\nc :: d\n\n## On\n\ne :: f\n")
    #expect(behind.cards.map(\.prompt) == ["e"])
    #expect(behind.cards.map(\.context) == ["P › On"])
  }

  @Test func aHighlightedCellIsTheAuthors() {
    let made = read("# P\n\n| Term | Meaning |\n|---|---|\n| knot | a ==mile== an hour |\n").cards
    #expect(lines(made) == ["knot — a […] an hour → mile"])
  }

  @Test func aBlockIDStaysWithItsCards() {
    let reading = read(
      "# P\n\n- A ==jib== and a ==genoa== are headsails ^sails\n- tack ::: corner ^c\n")
    #expect(reading.cards.map(\.blockID) == ["sails", "sails", "c", "c"])
  }

  @Test func codeThatLooksLikeAMarkIsNone() {
    #expect(read("# P\n\nUse `std :: move` here.\n").cards.isEmpty)
  }
}

@Suite struct DailyDeckTests {
  private let text = """
    # P

    - Luff — the front edge of a sail
    - Leech — the back edge of a sail

    ## Key Facts

    - Knot: 1.852 km/h

    ## Open Questions

    - Is wood better than steel?
    """

  private func daily(_ cards: String) -> Set<CardKind> {
    Set(read("---\ncards: \(cards)\n---\n" + text).cards.filter(\.daily).map(\.kind))
  }

  @Test func factsAndQuestionsAreDailyUnlessThePageSaysOtherwise() {
    #expect(Set(read(text).cards.filter(\.daily).map(\.kind)).isSuperset(of: [.question]))
    #expect(!Set(read(text).cards.filter(\.daily).map(\.kind)).contains(.definition))
    #expect(daily("[definitions]").contains(.definition))
    #expect(daily("[definitions]").contains(.question))
    #expect(!daily("[-questions]").contains(.question))
    #expect(daily("none").isEmpty)
    #expect(daily("all").contains(.definition))
  }

  @Test func anUnknownWordIsAProblem() {
    let problems = read("---\ncards: [tabels]\n---\n" + text).problems
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains("tabels") == true)
  }

  @Test func aQuestionAskedTwiceIsAProblem() {
    let reading = read("# P\n\n## Open Questions\n\n- Why tar?\n- Why tar?\n- Why oakum?\n")
    #expect(reading.cards.map(\.prompt) == ["Why tar?", "Why oakum?"])
    #expect(reading.problems.map(\.line) == [6])
  }

  @Test func anOpenQuestionAsksForAPosition() {
    let made = read(text).cards.filter { $0.kind == .question }
    #expect(made.map(\.prompt) == ["Is wood better than steel?"])
    #expect(made.map(\.answer) == [CardMaker.reflection])
  }

  @Test func aKeyThatNamesItsQuantityIsNotAskedForIt() {
    let made = read(
      "# Pumps\n\n| Pump | Tank | Price |\n| --- | --- | --- |\n| Gull 40L | 40 L steel | €300 |\n"
        + "| Heron 60 L | 60L | €400 |\n"
    ).cards
    #expect(made.map(\.answer) == ["€300", "€400"])
  }

  @Test func aPropertyIsNoTerm() {
    let made = read(
      "# Gull\n\n## Data\n\n- **Builder** — Harlow\n- **Licence** — MIT, since 1990\n"
    )
    .cards
    #expect(!made.contains { $0.answer == "Licence" })
    #expect(made.contains { $0.prompt.hasSuffix("Licence: […]") })
  }

  @Test func aReasonMustSayWhatTheTitlesDoNot() {
    func made(_ reason: String) -> [Card] {
      read("# Rope work\n\n## Connections\n\n- [[hemp-fibres]] — \(reason)\n").cards
    }
    #expect(made("hemp rope work").isEmpty)
    #expect(made("why hemp").isEmpty)
    #expect(made("both rot in standing water").count == 1)
    #expect(
      read("# A\n\n## Connections\n\n- [[yard/tar-boiling]] — keeps ropes dry\n").cards.map(
        \.prompt)
        == ["Why is A connected to tar boiling?"])
  }

  @Test func aCellWithAListSaysHowMany() {
    let made = read("# P\n\n| Rig | Sails |\n| --- | --- |\n| Ketch | jib, main, mizzen |\n").cards
    #expect(made.map(\.prompt) == ["P — Ketch: Sails (three)?"])
  }
}
