import Cards
import Testing

/// A vault as the collection sees it: what is known, and what happens at the next reading.
private struct Memory {
  private(set) var known: [KnownCard] = []

  /// Reads pages, and remembers what became of the cards.
  @discardableResult
  mutating func read(_ pages: [String: String]) -> Matching {
    let cards = pages.sorted { $0.key < $1.key }.flatMap {
      CardsTests.read($0.value, path: $0.key).cards
    }
    let matching = Identity.match(known: known, read: cards)
    known = matching.cards.map { KnownCard($0.card) } + matching.resting
    return matching
  }

  @discardableResult
  mutating func read(_ facts: [String], path: String = "page") -> Matching {
    read([path: "# Notebook\n\n## Key Facts\n\n" + facts.map { "- \($0)\n" }.joined()])
  }
}

extension Matching {
  fileprivate func change(_ answer: String) -> Change? {
    cards.first { $0.card.answer == answer }?.change
  }
  fileprivate func id(_ answer: String) -> Card.ID? {
    cards.first { $0.card.answer == answer }?.card.id
  }
  fileprivate var changes: Set<Change> { Set(cards.map(\.change)) }
}

@Suite struct IdentityTests {
  private let facts = [
    "Harbour opening: 3 May 1887", "The keel needs 400 kg of lead",
    "Stockholm tar keeps ropes dry for 6 months",
    "Four stages: mashing, boiling, fermenting, conditioning",
    "Hull forms: ketch (two masts), cutter (one mast)",
    "Lager yeast ferments at the bottom, not at the top",
  ]

  @Test func nothingChangedMeansEverythingIsTheSame() {
    var memory = Memory()
    let first = memory.read(facts)
    #expect(first.changes == [.new])
    let second = memory.read(facts)
    #expect(second.changes == [.same])
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id))
    #expect(second.resting.isEmpty)
  }

  @Test func anotherOrderOfTheFactsChangesNothing() {
    var memory = Memory()
    memory.read(facts)
    #expect(memory.read(facts.reversed()).changes == [.same])
  }

  @Test func aRewordedFactKeepsItsHistory() {
    var memory = Memory()
    let id = memory.read(facts).id("6 months")
    var edited = facts
    edited[2] = "Stockholm tar will keep any rope dry for about 6 months"
    let matching = memory.read(edited)
    #expect(matching.id("6 months") == id)
    #expect(matching.change("6 months") == .reworded)
    #expect(matching.resting.isEmpty)
  }

  @Test func aFactWithAnotherAnswerKeepsItsHistoryAndIsFlagged() {
    var memory = Memory()
    let id = memory.read(facts).id("3 May 1887")
    var edited = facts
    edited[0] = "Harbour opening: 9 June 1888"
    let matching = memory.read(edited)
    #expect(matching.id("9 June 1888") == id)
    #expect(matching.change("9 June 1888") == .answerChanged)
    #expect(matching.cards.filter { $0.change != .same }.count == 1)
  }

  @Test func aDeletedFactRestsAndWakesWithItsHistory() {
    var memory = Memory()
    let id = memory.read(facts).id("400 kg")
    var edited = facts
    edited.remove(at: 1)
    let without = memory.read(edited)
    #expect(without.resting.map(\.answer) == ["400 kg"])
    #expect(without.resting.allSatisfy { $0.resting })
    #expect(memory.read(edited).resting.count == 1)
    let back = memory.read(facts)
    #expect(back.id("400 kg") == id)
    #expect(back.change("400 kg") == .woken(answerChanged: false))
    #expect(back.resting.isEmpty)
  }

  @Test func twoEditsAtOnceAreBothFollowed() {
    var memory = Memory()
    let first = memory.read(facts)
    var edited = facts
    edited[1] = "The keel of the boat needs 400 kg of lead"
    edited[2] = "Good Stockholm tar keeps the ropes dry for 6 months"
    let matching = memory.read(edited)
    #expect(matching.id("400 kg") == first.id("400 kg"))
    #expect(matching.id("6 months") == first.id("6 months"))
  }

  @Test func anItemOfAListThatChangesTakesOnlyItself() {
    var memory = Memory()
    let first = memory.read(facts)
    var edited = facts
    edited[3] = "Four stages: mashing, boiling, fermenting, lagering"
    let matching = memory.read(edited)
    for item in ["mashing", "boiling", "fermenting"] {
      #expect(matching.id(item) == first.id(item))
      #expect(matching.change(item) == .reworded)
    }
    #expect(matching.change("lagering") == .answerChanged)
    #expect(matching.id("lagering") == first.id("conditioning"))
  }

  @Test func siblingsMoveTogetherWhenTheFactIsExtended() {
    var memory = Memory()
    let first = memory.read(facts)
    var edited = facts
    edited[4] = "Hull forms: ketch (two masts), cutter (one mast), schooner (two masts or more)"
    let matching = memory.read(edited)
    for answer in ["two masts", "ketch", "one mast", "cutter"] {
      #expect(matching.id(answer) == first.id(answer))
    }
    #expect(matching.change("schooner") == .new)
  }

  @Test func aRenamedFileKeepsEverything() {
    var memory = Memory()
    let first = memory.read(facts, path: "boats")
    let second = memory.read(facts, path: "harbour/boats")
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id))
    #expect(second.changes == [.reworded])
    #expect(second.cards.allSatisfy { $0.card.page == "harbour/boats" })
  }

  @Test func whatStandsOnManyPagesFollowsThePageWhenAFolderIsRenamed() {
    let question = "\n## Open Questions\n\n- When should this not be used?\n"
    let pages = facts.enumerated().map {
      ("\($0.offset)", "# P\n\n## Key Facts\n\n- \($0.element)\n" + question)
    }
    var memory = Memory()
    let first = memory.read(Dictionary(uniqueKeysWithValues: pages.map { ("old/" + $0.0, $0.1) }))
    let second = memory.read(Dictionary(uniqueKeysWithValues: pages.map { ("new/" + $0.0, $0.1) }))
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id))
    #expect(second.resting.isEmpty)
  }

  @Test func aSectionThatIsSplitOrMovedKeepsItsCards() {
    let whole = "# A\n\n## Key Facts\n\n- \(facts[0])\n- \(facts[1])\n- \(facts[2])\n"
    let head = "# A\n\n## Key Facts\n\n- \(facts[0])\n\n### Ropes\n\n- \(facts[2])\n"
    let other = "# B\n\n## Key Facts\n\n- \(facts[1])\n"
    var memory = Memory()
    let first = memory.read(["a": whole])
    let second = memory.read(["a": head, "b": other])
    for answer in ["3 May 1887", "400 kg", "6 months"] {
      #expect(second.id(answer) == first.id(answer))
    }
    #expect(second.resting.isEmpty)
  }

  @Test func theSameFactOnTwoPagesIsTwoCards() {
    let page = "# A\n\n## Key Facts\n\n- \(facts[1])\n"
    var memory = Memory()
    let first = memory.read(["a": page, "b": page])
    #expect(Set(first.cards.map(\.card.id)).count == 2)
    let second = memory.read(["a": page, "b": page])
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id))
    // When one of them goes, the other stays what it was.
    let third = memory.read(["b": page])
    #expect(third.cards.map(\.card.id) == [first.cards[1].card.id])
    #expect(third.resting.map(\.id) == [first.cards[0].card.id])
  }

  @Test func aFactAboutSomethingElseInheritsNothing() {
    var memory = Memory()
    memory.read(["The H100 pump delivers 30 litres a second at full load"])
    let second = memory.read(["The H200 pump delivers 45 litres a second at full load"])
    #expect(second.changes == [.new])
    #expect(second.resting.count >= 1)
  }

  @Test func twoEquallyGoodCandidatesGetNothing() {
    var memory = Memory()
    let first = memory.read([
      "The north quay is built of granite blocks from the old mole",
      "The south quay is built of granite blocks from the old mole",
    ])
    let second = memory.read(["The west quay is built of granite blocks from the old mole"])
    for card in second.cards {
      guard case .ambiguous(let candidates) = card.change else {
        Issue.record("\(card.change)")
        continue
      }
      #expect(Set(candidates).isSubset(of: Set(first.cards.map(\.card.id))))
      #expect(!first.cards.map(\.card.id).contains(card.card.id))
    }
    #expect(second.resting.count == first.cards.count)
  }

  @Test func aBlockIDHoldsThroughARewriting() {
    var memory = Memory()
    let first = memory.read(["Ballast: 3 tonnes ^ballast"])
    let second = memory.read(["Weight low in the hull: 4 tonnes ^ballast"])
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id))
    #expect(second.changes == [.answerChanged])
  }

  @Test func theOrderOfRowsAndColumnsIsNoMatterAndANewColumnOnlyAdds() {
    let before =
      "# K\n\n| Knot | Use | Load |\n|---|---|---|\n| Bowline | loop | 60% |\n| Bend | join | 50% |\n"
    let after =
      "# K\n\n| Knot | Load | Use |\n|---|---|---|\n| Bend | 50% | join |\n| Bowline | 60% | loop |\n"
    let wider =
      "# K\n\n| Knot | Load | Use | Age |\n|---|---|---|---|\n| Bend | 50% | join | old |\n"
      + "| Bowline | 60% | loop | older |\n"
    var memory = Memory()
    let first = memory.read(["k": before])
    let second = memory.read(["k": after])
    #expect(second.changes == [.same])
    #expect(Set(second.cards.map(\.card.id)) == Set(first.cards.map(\.card.id)))
    let third = memory.read(["k": wider])
    #expect(third.cards.filter { $0.change == .new }.map(\.card.answer) == ["old", "older"])
    #expect(third.cards.filter { $0.change == .same }.count == 4)
  }

  @Test func aCellWithAnotherValueIsFlagged() {
    var memory = Memory()
    let text = "# K\n\n| Knot | Load |\n|---|---|\n| Bowline | 60% |\n| Bend | 50% |\n"
    let first = memory.read(["k": text])
    let second = memory.read(["k": text.replacing("50%", with: "55%")])
    #expect(second.id("55%") == first.id("50%"))
    #expect(second.change("55%") == .answerChanged)
    #expect(second.change("60%") == .same)
  }

  @Test func aNewFactNeverTakesAnIDThatWasGivenBefore() {
    var memory = Memory()
    let first = memory.read([facts[1]])
    // The old fact is reworded, and a fact with its old words stands elsewhere.
    let reworded = "A keel of this size needs 400 kg of lead"
    memory.read([reworded])
    let third = memory.read([reworded, facts[1]])
    #expect(Set(third.cards.map(\.card.id)).count == third.cards.count)
    #expect(third.cards.first { $0.card.source == reworded }?.card.id == first.cards.first?.card.id)
  }

  @Test(arguments: 0..<60) func editingOneOfManyFactsTouchesExactlyThatOne(_ seed: Int) {
    var dice = Dice(seed: UInt64(seed) &+ 77)
    let things = [
      "anchor", "binnacle", "capstan", "davit", "ensign", "fender", "grapnel", "halyard",
      "jackstay",
      "keelson", "lanyard", "marlin", "nipper", "oakum", "pintle", "quoin", "ratline", "scupper",
    ]
    let places = ["Bristol", "Hull", "Cork", "Leith", "Dover", "Whitby"]
    var notes = things.map { thing in
      "The \(thing) was made in \(dice.pick(places)) and weighs \(5 + dice.roll(900)) kg"
    }
    var memory = Memory()
    let first = memory.read(notes)
    let place = dice.roll(notes.count)
    notes[place] = notes[place].replacing("was made in", with: "had been made at")
    let second = memory.read(notes)
    #expect(second.resting.isEmpty, "seed \(seed)")
    #expect(second.cards.map(\.card.id) == first.cards.map(\.card.id), "seed \(seed)")
    for card in second.cards {
      let expected: Change = card.card.source == notes[place] ? .reworded : .same
      #expect(card.change == expected, "seed \(seed): \(card.card.prompt)")
    }
  }

  @Test func matchingIsTheSameWhateverTheOrderOfWhatIsKnown() {
    var memory = Memory()
    memory.read(facts)
    var edited = facts
    edited[1] = "Our keel needs 410 kg of lead"
    edited[5] = "Lager yeast always ferments at the bottom, not at the top"
    let cards = read("# Notebook\n\n## Key Facts\n\n" + edited.map { "- \($0)\n" }.joined()).cards
    let one = Identity.match(known: memory.known, read: cards)
    let two = Identity.match(known: memory.known.reversed(), read: cards)
    #expect(one.cards == two.cards)
  }

  /// An edit that is taken back, as by a checkout: what rested wakes, what went on under the other
  /// wording goes on.
  @Test(arguments: [
    (
      "Salt 2% of the flour: without it the dough goes slack",
      "Salt 2% of the flour: without it, dough goes slack"
    ),
    (
      "The keel needs 400 kg of lead and 12 bolts of bronze",
      "The keel needs 400 kg of lead, no bolts of bronze"
    ),
    (
      "Stages: mashing, boiling, fermenting, conditioning",
      "Stages: mashing, boiling, fermenting, racking"
    ),
  ])
  func anEditTakenBackLosesNothing(old: String, new: String) {
    var memory = Memory()
    let others = [
      "Harbour opening: 3 May 1887", "Hull forms: ketch (two masts), cutter (one mast)",
    ]
    let first = memory.read(others + [old])
    memory.read(others + [new])
    let back = memory.read(others + [old])
    #expect(back.cards.map(\.card.id) == first.cards.map(\.card.id))
  }
}
