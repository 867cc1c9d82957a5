import Cards
import Testing

/// What is said tells which fact it is, where only its label is another one; a name or a figure in the
/// label does not change without making another fact.
@Suite struct RelabelledTests {
  private static let others = [
    "Harbour opening: 3 May 1887", "The mast step takes 12 bronze bolts in two rows",
  ]

  private func matching(_ before: [String], _ after: [String], heading: String = "Key Facts")
    -> Matching
  {
    func page(_ facts: [String]) -> String {
      "# Notebook\n\n## \(heading)\n\n" + facts.map { "- \($0)\n" }.joined()
    }
    let known = read(page(before)).cards.map { KnownCard($0) }
    return Identity.match(known: known, read: read(page(after)).cards)
  }

  /// Whether all cards go on, without anybody being asked.
  private func goesOn(_ before: String, _ after: String, beside: [String] = others) -> Bool {
    let found = matching(beside + [before], beside + [after])
    return found.questions.isEmpty && found.resting.isEmpty
  }

  /// Where the same fact asks for something else altogether, what was learnt of it is not lost: its first card
  /// goes on and is learnt again.
  @Test func aFactThatAsksForSomethingElseIsLearntAgain() {
    let before = "Never let pilots work the sluice and the `lock` gate on one tide"
    let after = "Never let pilots work the sluice and the lock gate on one tide before 6 o'clock"
    let found = matching(Self.others + [before], Self.others + [after])
    #expect(found.resting.isEmpty)
    #expect(found.questions.isEmpty)
    #expect(found.cards.count { $0.change == .answerChanged } == 1)
  }

  @Test(arguments: [
    // A word more or less, however short the rest.
    ("Cost: 40 crowns", "Training cost: 40 crowns"),
    ("Customary port: Whitby", "Port: Whitby"),
    ("Harbour dues: 5 crowns a night", "Usual harbour dues: 5 crowns a night"),
    ("Buoy marks: 42 (inner) / 4201 (outer)", "Leith buoy marks: 42 (inner) / 4201 (outer)"),
    // Other words, when the rest is said at length.
    (
      "Path to master: two winters as a boy, four as a mate, then the oral examination",
      "Road to master: two winters as a boy, four as a mate, then the oral examination"
    ),
    (
      "Fixed order: loosen the halyard, lower the gaff, furl the mainsail",
      "Constant lowering order: loosen the halyard, lower the gaff, furl the mainsail"
    ),
    (
      "Citation: Harbour Board, Bristol, October 1887; reprinted by the pilots of Leith",
      "Source: Harbour Board, Bristol, October 1887; reprinted by the pilots of Leith"
    ),
    (
      "Deploy gate: `shipctl may-deploy --port leith` fails when no pilot is aboard",
      "Deployment gate: `shipctl may-deploy --port leith` fails when no pilot is aboard"
    ),
    (
      "Heron (Smith, 1931): carries hemp and tar between Leith and Bergen every spring",
      "Heron: carries hemp and tar between Leith and Bergen every spring"
    ),
    (
      "GPB: steersmen, tugs, lighters and watchmen under a common harbour master",
      "Grand Port Board: steersmen, tugs, lighters and watchmen under a common harbour master"
    ),
  ])
  func aLabelChangedAloneKeepsTheHistory(before: String, after: String) {
    #expect(goesOn(before, after))
  }

  @Test(arguments: [
    // A name for a name.
    (
      "Heron: carries hemp and tar between Leith and Bergen every spring",
      "Gull: carries hemp and tar between Leith and Bergen every spring"
    ),
    (
      "Heron crew: sleeps in hammocks, eats at the long table, washes on deck",
      "Gull crew: sleeps in hammocks, eats at the long table, washes on deck"
    ),
    // A figure for a figure.
    (
      "Dock 4: granite walls, oak gates, an iron crane and a steam pump",
      "Dock 5: granite walls, oak gates, an iron crane and a steam pump"
    ),
    // One of several, and its counterpart.
    ("Watch: four hours", "Second watch: four hours"),
    ("Upper limit: 40 kg", "Lower limit: 40 kg"),
    // What the label is of.
    (
      "Pay of a pilot: two crowns, a pint of ale and a dry bunk every night",
      "Pay of a stoker: two crowns, a pint of ale and a dry bunk every night"
    ),
    // More of a name.
    ("Heron: carries hemp", "Heron Minor: carries hemp"),
    // Two labels that share nothing over few words.
    ("Weight: 40 kg", "Ballast: 40 kg"),
    // What is explained is another thing.
    (
      "Bight :: the slack part of a rope between its ends",
      "Bend :: the slack part of a rope between its ends"
    ),
  ])
  func anotherNameOrFigureIsAnotherFact(before: String, after: String) {
    let found = matching(Self.others + [before], Self.others + [after])
    #expect(found.cards.filter { $0.card.source == after }.allSatisfy { isNew($0.change) })
    #expect(!found.resting.isEmpty)
  }

  private func isNew(_ change: Change) -> Bool {
    switch change {
    case .new, .ambiguous: true
    default: false
    }
  }

  @Test func aTermThatIsExplainedIsNoLabel() {
    let before = "Running bowline — a loop that tightens under load and frees easily"
    let after = "Slip knot — a loop that tightens under load and frees easily"
    let found = matching([before], [after], heading: "Knots")
    #expect(found.cards.allSatisfy { isNew($0.change) })
  }

  @Test func whereAnotherFactSaysTheSameTheAuthorIsAsked() {
    let body = "granite walls, oak gates, an iron crane and a steam pump"
    let found = matching(
      Self.others + ["Inner basin: " + body, "Repair basin: " + body],
      Self.others + ["Inner basin: " + body, "Building basin: " + body])
    #expect(!found.questions.isEmpty)
    #expect(
      found.cards.filter { $0.card.source.hasPrefix("Building") }.allSatisfy { isNew($0.change) })
  }

  @Test func aPartThatGetsALabelOfItsOwnKeepsItsCards() {
    let found = matching(
      Self.others + [
        "Longer ropes give more play: the Heron carries 40 metres, the Gull 60 metres"
      ],
      Self.others + [
        "Longer ropes give more play",
        "Ropes by ship: the Heron carries 40 metres, the Gull 60 metres",
      ])
    #expect(found.questions.isEmpty)
    #expect(found.cards.contains { $0.card.answer == "40 metres" && $0.change == .reworded })
  }

  @Test func figuresUnderOneLabelMayChangeInSeveralPlaces() {
    let before = "Steam pump: lifts 30 litres a second through a pipe of 12 cm at Leith"
    let after = "Steam pump: lifts 45 litres a second through a pipe of 15 cm at Leith"
    let found = matching(Self.others + [before], Self.others + [after])
    #expect(found.resting.isEmpty)
    let changed = found.cards.filter { $0.change == .answerChanged }
    #expect(changed.contains { $0.card.answer.hasPrefix("45") })
  }

  @Test(arguments: [
    (
      "Re-caulking needs pitch, oakum and a dry week",
      "Recaulking needs pitch, oakum and a dry week"
    ),
    (
      "Hemp soaked in salt water keeps its strength for 3 summers",
      "Hemp soaked in saltwater keeps its strength for 3 summers"
    ),
    (
      "The pilots keep to the HM rule book in fog",
      "The pilots keep to the harbour master rule book in fog"
    ),
    (
      "Oakum keeps out water at zero cost for 7 years",
      "Oakum keeps out water at no cost for 7 years"
    ),
    (
      "The old peak halyard of 12 fathoms was cut with no loss of height",
      "The old peak halyard of 12 fathoms was cut without loss of height"
    ),
  ])
  func theSameWordsWrittenOtherwiseAreTheSame(before: String, after: String) {
    let found = matching(Self.others + [before], Self.others + [after])
    #expect(found.resting.isEmpty)
    #expect(found.questions.isEmpty)
    #expect(found.cards.allSatisfy { $0.change == .same || $0.change == .reworded })
  }

  @Test func aNumberInLettersIsTheSameNumber() {
    let before = "The mate keeps 400 kg of Stockholm tar for the eleven lighters"
    let after = "The mate keeps 400 kg of Stockholm tar for the 11 lighters"
    let found = matching(Self.others + [before], Self.others + [after])
    #expect(found.questions.isEmpty)
    #expect(found.cards.contains { $0.card.answer == "400 kg" && $0.change == .reworded })
  }

  @Test func aSignWrittenOutIsNoOtherAnswer() {
    let found = matching(
      ["Tarred hemp: >80% of its strength after 5 years, 60% after 9 years"],
      ["Tarred hemp: more than 80% of its strength after 5 years, 60% after 9 years"])
    #expect(!found.cards.contains { $0.change == .answerChanged })
  }

  @Test func aRowWhoseKeyIsMadePlainerGoesOn() {
    func table(_ key: String) -> String {
      "# Yard\n\n| Crane | Use | Where | Note |\n|---|---|---|---|\n| \(key) | masts | east quay | — |\n"
        + "| Sheerlegs | boilers | west quay | — |\n"
    }
    let known = read(table("Big crane")).cards.map { KnownCard($0) }
    let found = Identity.match(known: known, read: read(table("Big crane (steam)")).cards)
    #expect(found.resting.isEmpty)
  }
}
