import Cards
import Testing

/// Where the blank goes: on what one forgets, and on all of it. The words are about cooking, sailing and
/// the garden.
@Suite struct BlankTests {
  static let cases = BlankCase.wordings + BlankCase.clauses + BlankCase.figures

  @Test(arguments: cases) func theBlankHoldsOneWholeThing(_ given: BlankCase) {
    let answers = cards(ofFact: given.fact).map(\.answer)
    #expect(!answers.isEmpty)
    for answer in given.asks { #expect(answers.contains(answer), "\(answers)") }
    for answer in given.never { #expect(!answers.contains(answer), "\(answers)") }
  }

  /// Nobody has a long command in mind: the fact gives no card, and the page says so.
  @Test func aLongCommandIsNotAskedFor() {
    let fact = "Debug: `tide s_client -connect example.com:443 -pilotname example.com -showbuoys`"
    let deck = read("# Notebook\n\n## Key Facts\n\n- \(fact)\n")
    #expect(deck.cards.isEmpty)
    #expect(deck.problems.map(\.line) == [5])
  }

  /// Facts cut off, run together and stirred: no text may bring the finding of blanks down, and no card that
  /// comes out is empty or without its blank.
  @Test func anyTextIsRead() {
    var dice = Dice(seed: 20_261_125)
    let facts = Self.cases.map { $0.fact.split(separator: " ").map(String.init) }
    for _ in 0..<6_000 {
      var words = dice.pick(facts)
      let other = dice.pick(facts)
      switch dice.roll(4) {
      case 0: words = Array(words.dropFirst(dice.roll(words.count)).prefix(1 + dice.roll(12)))
      case 1: words = Array(words.prefix(1 + dice.roll(words.count))) + other.suffix(dice.roll(9))
      case 2: words.insert(dice.pick(other), at: dice.roll(words.count))
      default: words = (0..<1 + dice.roll(12)).map { _ in dice.pick(dice.pick(facts)) }
      }
      let fact = words.joined(separator: " ")
      for card in cards(ofFact: fact) {
        #expect(!card.answer.isEmpty && !card.prompt.isEmpty, "\(fact)")
        #expect(card.kind != .cloze || card.prompt.contains("[…]"), "\(fact)")
      }
    }
  }

  @Test func numbersThatNobodyCanAddUpAreRead() {
    let most = "9223372036854775807"
    for fact in [
      "Limits: `max=\(most)`, `min=\(most)` → up to \(most) berths",
      "Keys: \(most) boats (\(most) of oak, \(most) of pine) take \(most) × \(most)",
      "Big: \(most) × \(most) = \(most)x of \(most)%",
    ] {
      #expect(!cards(ofFact: fact).isEmpty, "\(fact)")
    }
  }

  @Test func rowsSayHowManyTheyHold() {
    let made = cards(ofFact: "Amphora: half full after ~58 days; check rope, cork, wax")
    let row = made.first { $0.answer == "rope, cork, wax" }
    #expect(row?.prompt.hasSuffix("check […] (three)") == true)
  }

  @Test func whatBelongsToAWholeListStandsInNoItem() {
    let made = cards(ofFact: "Dinghy set: jib, main, kite against strong wind")
    #expect(made.first?.answer == "jib, main, kite")
    #expect(made.last?.prompt == "Dinghy set: jib, main, […] against strong wind")
  }

  @Test func aChainOfSignsIsAListInOrder() {
    let made = cards(ofFact: "Precedence: flags > environment > file > defaults")
    #expect(made.first?.prompt == "Precedence: […] (four, in order)")
    #expect(made.first?.answer == "flags → environment → file → defaults")
  }

  @Test func ofThingsWithWhatTheyDoTheNamesAreAskedFor() {
    let made = cards(
      ofFact:
        "Tools: `gybe` (Harken) turns the boom in light wind; RigIt (Selden) tunes shrouds and stays; `sheet on` fits every cleat"
    )
    #expect(made.first?.answer == "`gybe`, RigIt, `sheet on`")
    #expect(made.dropFirst().map(\.answer) == ["`gybe`", "RigIt", "`sheet on`"])
  }

  @Test func aRowInBracketsSaysHowManyItHolds() {
    let made = cards(ofFact: "Ketch yards (Amel, Hinckley, Swan) keep one mast to save keel weight")
    #expect(
      made.contains { $0.prompt.contains("([…], three)") && $0.answer == "Amel, Hinckley, Swan" })
    #expect(
      cards(ofFact: "Ballast is not built in: Amel (lead for stability), Swan, Bavaria").map(
        \.prompt)
        == ["Ballast is not built in: […] (three)"])
  }

  @Test func ofArrowsInARowEachIsAskedForWhatItLeadsTo() {
    let made = cards(ofFact: "Flags: red → keep out, yellow → quarantine, white → yielding boat")
    #expect(
      made.map(\.prompt) == ["Flags: red → […]", "Flags: yellow → […]", "Flags: white → […]"])
  }

  @Test func whatCodesAreOfStandsBeforeEachOfThem() {
    let made = cards(ofFact: "Harbour gate: `gate --code` → 0 = open, 1 = jammed, 2 = tide too low")
    #expect(
      made.map(\.prompt).contains("Harbour gate: `gate --code` → 1 = […]"))
  }

  @Test func ofAnOrdinaryWordNobodyAsksWhatItIs() {
    let made = cards(ofFact: "Anchor drills: storm (veer more chain), calm (shorten the scope)")
    #expect(made.map(\.prompt).contains("Anchor drills: storm ([…])"))
  }

  @Test func theDayOfADatePromisesNoList() {
    let made = cards(ofFact: "2 December 1924: pier closed to sail, 140 boats moved")
    #expect(made.allSatisfy { $0.kind != .list })
  }

  @Test func whatComesThenIsOneStep() {
    let made = cards(
      ofFact: "Quarantine rules: no landing, yellow flag, 14 days, then clear or burn")
    #expect(made.first?.answer == "no landing, yellow flag, 14 days, then clear or burn")
  }

  @Test func aRemarkOnAllOfAListLeavesItAList() {
    let made = cards(
      ofFact: "Rigs include: sloop, ketch, and yawl — each carries its mizzen elsewhere")
    #expect(made.first?.answer == "sloop, ketch, yawl")
  }

  @Test func aSentenceThatIncludesIsAList() {
    let made = cards(ofFact: "Harbour dues include berth rent, crane hours, and pilot fees")
    #expect(made.first?.prompt == "Harbour dues: which three?")
    #expect(made.first?.answer == "berth rent, crane hours, pilot fees")
    #expect(made.count == 4)
  }

  @Test func whatIsSaidOfAllItemsIsNoPartOfTheFirst() {
    let made = cards(ofFact: "Rig options: `rig_type` can be `sloop`, `ketch`, or `yawl`")
    #expect(made.map(\.answer) == ["`sloop`, `ketch`, `yawl`", "`sloop`", "`ketch`", "`yawl`"])
  }

  @Test func whatStandsForOthersIsNoItem() {
    let made = cards(ofFact: "Builders: Wu, Jie; Li, Bo; Xu, Can; Zheng, Kai; et al.")
    #expect(
      made.map(\.answer) == [
        "Wu, Jie; Li, Bo; Xu, Can; Zheng, Kai", "Wu, Jie", "Li, Bo", "Xu, Can", "Zheng, Kai",
      ])
  }

  @Test func aFigureThatStandsTwiceIsHiddenTwice() {
    let made = cards(ofFact: "Rule of thumb: ~20 loaves per oven (70 × 20 = 1,400)")
    #expect(made.first?.prompt == "Rule of thumb: […] loaves per oven (70 × […] = 1,400)")
  }

  @Test func aChainWithRemarksIsAListInOrder() {
    let made = cards(
      ofFact:
        "Three ranks: deckhand → mate (after two tall-ship seasons) → master (on a vote of all the owners)"
    )
    #expect(made.first?.kind == .list)
    #expect(made.count == 4)
  }

  @Test func aNumberThatIsThereIsNotAddedAgain() {
    let made = cards(
      ofFact:
        "Four flags only: `red:`, `blue:`, `white:`, `green:` (by day); several are joined with `+`"
    )
    #expect(made.allSatisfy { !$0.prompt.contains("(four)") })
  }

  @Test func ofCodeWithWhatItDoesTheCodeIsAskedFor() {
    let made = cards(
      ofFact: "Helpers: `split(T)` → the match, `sub(T)` → a part, `derive(e)` to keep a class")
    #expect(
      made.map(\.answer) == [
        "`split(T)`, `sub(T)`, `derive(e)`", "`split(T)`", "`sub(T)`", "`derive(e)`",
      ])
  }

  @Test func theNumbersOfItemsAreNotAskedFor() {
    let made = cards(ofFact: "Three stages: (1) mash the malt, (2) boil the wort, (3) cool it")
    #expect(made.first?.answer == "mash the malt → boil the wort → cool it")
  }

  @Test func labelledSentencesAreAsManyQuestions() {
    #expect(
      lines(cards(ofFact: "Underproofed: dense with tunnels. Overproofed: flat and pale")) == [
        "Underproofed: […]. Overproofed: flat and pale → dense with tunnels",
        "Underproofed: dense with tunnels. Overproofed: […] → flat and pale",
      ])
  }

  @Test func theLastGlossHasNoConjunction() {
    let made = cards(ofFact: "Two rigs: sloop (one mast), and ketch (two masts)")
    #expect(made.contains { $0.answer == "ketch" })
    #expect(!made.contains { ($0.prompt + $0.answer).contains("and ketch") })
  }

  @Test func whatIsStillToBeDoneGivesNoCard() {
    let reading = read(
      "# P\n\n## Key Facts\n\n- [ ] check the 12 bolts\n- TODO: look up 40 knots\n- [x] The mast is 9 m\n"
    )
    #expect(reading.cards.map(\.answer) == ["9 m"])
    #expect(reading.problems.map(\.line) == [5, 6])
  }
}
