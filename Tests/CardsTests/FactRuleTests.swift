import Cards
import Testing

/// What becomes of each shape of a fact. The words are about brewing and sailing: the rules know
/// nothing of either.
@Suite struct FactRuleTests {
  @Test func aDateBehindALabelIsAskedForAsADate() {
    #expect(
      lines(cards(ofFact: "Harbour opening: 3 May 1887")) == ["Harbour opening: when? → 3 May 1887"]
    )
  }

  @Test func aSumBehindALabelIsAskedForAsASum() {
    #expect(
      lines(cards(ofFact: "Mooring fee: €40 per night")) == [
        "Mooring fee: how much? → €40 per night"
      ])
  }

  @Test func aLeadingVerbStaysInThePromptAsACue() {
    let made = cards(ofFact: "Pilot cutter: built for speed in rough water")
    #expect(lines(made) == ["Pilot cutter: built for […] → speed in rough water"])
    #expect(made.map(\.kind) == [.recall])
  }

  @Test func aListIsAskedForAsAWholeAndItemByItem() {
    let made = cards(ofFact: "Four brewing stages: mashing, boiling, fermenting, conditioning")
    #expect(made.map(\.kind) == [.list, .item, .item, .item, .item])
    #expect(made[0].prompt == "What are the four brewing stages, in order?")
    #expect(made[0].answer == "mashing → boiling → fermenting → conditioning")
    #expect(made[2].prompt == "Four brewing stages: mashing, […], fermenting, conditioning")
    #expect(made[2].answer == "boiling")
    #expect(Set(made.map(\.siblingGroup)).count == 1)
  }

  @Test func aListsAnswerFallsIntoItsItems() {
    let plain = cards(ofFact: "Three knots: bowline (a loop, fixed), hitch, bend")
    #expect(plain.first?.answerItems == ["bowline", "hitch", "bend"])
    #expect(plain.first?.asksForOrder == false)
    let steps = cards(ofFact: "Tacking: helm down → ease the jib → haul it in")
    #expect(steps.first?.answerItems == ["helm down", "ease the jib", "haul it in"])
    #expect(steps.first?.asksForOrder == true)
    #expect(steps.last?.answerItems == ["haul it in"])
  }

  @Test func aListWithoutAPromisedNumberSaysHowManyItHas() {
    let made = cards(ofFact: "Common hops: Fuggle, Saaz and Cascade")
    #expect(made.first?.prompt == "Common hops: which three?")
    #expect(made.first?.answer == "Fuggle, Saaz, Cascade")
  }

  @Test func glossesAreAskedForBothWays() {
    let made = cards(
      ofFact: "Hull forms: ketch (mizzen before the rudder post), yawl (mizzen behind it)")
    #expect(
      lines(made) == [
        "Hull forms: ketch ([…]) → mizzen before the rudder post",
        "Hull forms: […] (mizzen before the rudder post) → ketch",
        "Hull forms: yawl ([…]) → mizzen behind it", "Hull forms: […] (mizzen behind it) → yawl",
      ])
  }

  @Test func ofANameItIsAskedWhatItIs() {
    let made = cards(
      ofFact: "Hull forms: MK-1 (mizzen before the rudder post), MK-2 (mizzen behind it)")
    #expect(made.first?.prompt == "Hull forms: what is MK-1?")
    #expect(made.last?.prompt == "Hull forms: which is “mizzen behind it”?")
  }

  @Test func equationsAreAskedForBothWays() {
    let made = cards(ofFact: "port = left when looking forward; starboard = right")
    #expect(
      lines(made) == [
        "port = […] → left when looking forward", "[…] = left when looking forward → port",
        "starboard = […] → right", "[…] = right → starboard",
      ])
  }

  @Test func everyFigureIsAskedForWithItsUnit() {
    let made = cards(ofFact: "The wort boils for 60 minutes and loses about 8% of its volume")
    #expect(made.map(\.answer) == ["60 minutes", "8%"])
  }

  @Test func aNumberThatBelongsToANameIsNotAskedForAlone() {
    let made = cards(ofFact: "Apollo 11 landed in the Sea of Tranquility on 20 July 1969")
    #expect(!made.contains { $0.answer == "11" })
    #expect(made.contains { $0.answer == "20 July 1969" })
  }

  @Test func inAContrastTheRightSideIsHidden() {
    let made = cards(ofFact: "Lager yeast ferments at the bottom, not at the top")
    #expect(made.contains { $0.answer == "bottom" })
  }

  /// A name in the plural with what tells it promises no list, and a number between others no count.
  @Test func aNameOrARangeIsNoPromise() {
    let name = cards(
      ofFact:
        "Oaken Tides (HVE-1901): leak in the bow log, made in 1902, loss of masts, and of ropes")
    #expect(!name.contains { $0.prompt.contains("which") }, "\(lines(name))")
    let line = cards(
      ofFact: "The line is between 2 and 3: at Two the mate steers, at Three the wind")
    #expect(!line.contains { $0.prompt.contains("which are they") }, "\(lines(line))")
  }

  @Test func codeStaysWhole() {
    let made = cards(ofFact: "Run `make check --all (slow)` before every release")
    #expect(lines(made).contains("Run […] before every release → `make check --all (slow)`"))
  }

  @Test func aCitationIsShownAndNeverAskedFor() {
    let made = cards(
      ofFact: "Old ropes lose half of their strength (Harbour Board, 1931) [unverified]")
    #expect(!made.isEmpty)
    for card in made {
      #expect(card.prompt.hasSuffix("(Harbour Board, 1931)"))
      #expect(card.source.hasSuffix("[unverified]"))
    }
  }

  @Test func twoLabelledPartsAreTwoQuestions() {
    let made = cards(ofFact: "Pilsner malt: 3 EBC; Munich malt: 20 EBC")
    #expect(
      lines(made) == [
        "Pilsner malt: […]; Munich malt: 20 EBC → 3 EBC",
        "Pilsner malt: 3 EBC; Munich malt: […] → 20 EBC",
      ])
  }

  @Test func aFormulaIsNoSentence() {
    let made = cards(ofFact: "Hull speed: v = 2.43 · √L — in knots, with the length in metres")
    #expect(made.contains { $0.answer.hasPrefix("2.43") })
    for card in made { #expect(card.prompt.contains("Hull speed")) }
  }

  @Test func nestedItemsUnderALabelAreAList() {
    let made = read("# P\n\n## Key Facts\n\n- Malts:\n  - pale\n  - amber\n  - black\n").cards
    #expect(lines(made) == ["Malts: which three? → pale, amber, black"])
  }

  @Test func nestedStatementsKeepTheirLabelInSight() {
    let made = read(
      "# P\n\n## Key Facts\n\n- Storage\n  - Hops keep for 24 months when frozen\n"
        + "  - Malt keeps for 12 months in a dry place\n"
    ).cards
    #expect(made.count == 2)
    for card in made { #expect(card.context == "P › Key Facts › Storage") }
  }

  @Test func aFactThatSaysNothingIsAProblemWithARemedy() {
    let reading = read("# P\n\n## Key Facts\n\n- Barrels\n- See [[hops]]\n")
    #expect(reading.cards.isEmpty)
    #expect(reading.problems.map(\.line) == [5, 6])
    for problem in reading.problems { #expect(!problem.remedy.isEmpty) }
  }

  @Test func twinsAndEssaysAreProblems() {
    let twins = read("# P\n\n## Key Facts\n\n- Mast: 9 metres tall\n- Mast: 9 metres tall\n")
    #expect(twins.cards.count == 1)
    #expect(twins.problems.map(\.line) == [6])
    let essay = read(
      "# P\n\n## Key Facts\n\n- " + String(repeating: "tar (and oakum) ", count: 20_000) + "\n")
    #expect(essay.cards.isEmpty)
    #expect(essay.problems.map(\.line) == [5])
    let brackets = read(
      "# P\n\n## Key Facts\n\n- " + String(repeating: "([{", count: 50_000) + "\n")
    #expect(brackets.cards.isEmpty)
    #expect(brackets.problems.count == 1)
  }

  @Test func aPronounIsNotLeftAloneInALongFact() {
    let made = cards(
      ofFact:
        "The barrel house was built beside the old canal so that the grain barges could unload at "
        + "its own gate in any season and at any hour of the day. It burned down in 1904. The fire "
        + "was so hot that the bell in the tower melted and had to be cast again from scratch."
    )
    let year = made.first { $0.answer == "1904" }
    #expect(year?.prompt.contains("barrel house") == true)
  }

  @Test func noCardsMeansNoCards() {
    let reading = read(
      "# P\n\n## Key Facts\n\n- Yeast: lives at 20 °C <!-- no-cards -->\n- Malt: kilned at 80 °C\n")
    #expect(reading.cards.allSatisfy { $0.source.hasPrefix("Malt") })
    #expect(!reading.cards.isEmpty)
    #expect(reading.problems.isEmpty)
  }

  @Test func aTitleSpelledOutGivesItsAcronymAway() {
    let made = read(
      "# Board of Ocean Works\n\n## Key Facts\n\n- The BOW built Gull Pier and Heron Dock in 1902\n"
    ).cards
    #expect(!made.isEmpty)
    #expect(!made.contains { $0.answer == "BOW" })
  }

  @Test func aNumberedTwinGivesItsNeighbourAway() {
    let made = cards(ofFact: "Dock 4 takes barges; Dock 5 takes yachts up to 12 metres")
    #expect(!made.contains { $0.answer == "Dock 4" || $0.answer == "Dock 5" })
    #expect(made.contains { $0.answer == "12 metres" })
  }

  @Test func aListMayBeNamedBehindIt() {
    #expect(
      lines(cards(ofFact: "Luff, leech and foot: the three edges of a sail")) == [
        "What are the three edges of a sail? → Luff, leech, foot"
      ])
  }

  @Test func aStatementWithItsReasonIsNoLabel() {
    let made = cards(ofFact: "Wet hemp shrinks overnight: slacken the `main halyard` before dark")
    #expect(made.contains { $0.answer == "`main halyard`" })
    #expect(!made.contains { $0.kind == .recall })
  }

  @Test func moreThanThreeGlossesAreAskedForOneWay() {
    let made = cards(ofFact: "Sails: jib (fore), main (aft), mizzen (last), spinnaker (downwind)")
    #expect(made.count == 4)
    #expect(made.allSatisfy { $0.slot.hasSuffix("→ gloss") })
  }

  @Test func anOutlineOfBulletsIsReadByItsHeadings() {
    let made = read(
      "- # Knots\n- ## Key Facts\n  collapsed:: true\n\t- A bowline holds about 65% of the rope\n"
        + "\t  id:: 64f0-aa\n- ## Open Questions\n\t- Why not a figure eight?\n"
    ).cards
    #expect(made.map(\.answer) == ["65%", CardMaker.reflection])
    #expect(made.map(\.context) == ["Knots › Key Facts", "Knots › Open Questions"])
    #expect(made.first?.source == "A bowline holds about 65% of the rope")
  }

  @Test func otherLanguagesAreServedByStructure() {
    #expect(lines(cards(ofFact: "Hefe: obergärig oder untergärig")).count == 1)
    #expect(cards(ofFact: "Das Reinheitsgebot gilt seit 1516").map(\.answer) == ["1516"])
  }
}
