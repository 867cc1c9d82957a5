import Cards
import Testing

/// The page that ships with the program, card by card.
@Suite struct SafetyPageTests {
  private let made: [Card]

  init() throws {
    made = CardMaker.cards(of: try safetyPage(), resolve: { _ in nil }).cards
  }

  @Test func theKeyFactsBecomeTheseCards() {
    let facts: Set<CardKind> = [.recall, .list, .item, .gloss, .cloze]
    #expect(
      lines(made.filter { facts.contains($0.kind) }) == [
        "RSP ASL levels: what is ASL-2? → marginal CBRN uplift",
        "RSP ASL levels: which is “marginal CBRN uplift”? → ASL-2",
        "RSP ASL levels: what is ASL-3? → substantial CBRN uplift — deployment pause trigger",
        "RSP ASL levels: which is “substantial CBRN uplift — deployment pause trigger”? → ASL-3",
        "RSP ASL levels: what is ASL-4? → WMD-level — theoretical",
        "RSP ASL levels: which is “WMD-level — theoretical”? → ASL-4",
        "Claude 4.x: evaluated at […] → ASL-2 boundary",
        "What are the four alignment failure modes? → specification failure, distribution shift, "
          + "deceptive alignment, emergent capabilities",
        "Four alignment failure modes: […], distribution shift, deceptive alignment, "
          + "emergent capabilities → specification failure",
        "Four alignment failure modes: specification failure, […], deceptive alignment, "
          + "emergent capabilities → distribution shift",
        "Four alignment failure modes: specification failure, distribution shift, […], "
          + "emergent capabilities → deceptive alignment",
        "Four alignment failure modes: specification failure, distribution shift, "
          + "deceptive alignment, […] → emergent capabilities",
        "Capability elicitation: false negatives (hidden capability) as dangerous as […] — "
          + "red-teaming finds maximum capability, not average → true positives",
        "Capability elicitation: false negatives (hidden capability) as dangerous as "
          + "true positives — red-teaming finds […], not average → maximum capability",
        "Safety vs helpfulness: Anthropic's thesis is […]; Claude scores high on both → "
          + "mostly a false trade-off",
        "Safety vs helpfulness: Anthropic's thesis is mostly a false trade-off; Claude scores […]"
          + " → high on both",
      ])
  }

  @Test func theFiveFactsAreFiveGroupsOfSiblings() {
    let facts = made.filter { $0.section == "Key Facts" }
    #expect(Set(facts.map(\.siblingGroup)).count == 5)
    #expect(Set(facts.map(\.line)).count == 5)
  }

  @Test func theThreeOpenQuestionsAreReflectionCards() {
    let questions = made.filter { $0.kind == .question }
    #expect(questions.count == 3)
    #expect(questions.allSatisfy { $0.prompt.hasSuffix("?") && $0.answer == CardMaker.reflection })
  }

  @Test func theFailureModesAreAskedForBothWays() {
    let modes = made.filter { $0.kind == .definition && $0.section == "The Core Problem" }
    #expect(modes.count == 8)
    #expect(
      lines(modes).contains(
        "What does “Specification failure” mean here? → "
          + "the objective we trained doesn't actually capture what we want"))
    #expect(
      lines(modes).contains(
        "Which term is this: “… the model has that we didn't intend and may not have evaluated”? → "
          + "Emergent capabilities"))
  }

  @Test func theLevelsAreAskedForByCellAndByOrder() {
    let levels = made.filter { $0.context.hasSuffix("AI Safety Levels (ASL)") }
    #expect(levels.filter { $0.kind == .cell }.count == 8)
    #expect(
      lines(levels).contains(
        "AI Safety Levels (ASL) — ASL-3: Current status? → "
          + "Threshold that would trigger deployment pause"))
    #expect(
      levels.filter { $0.kind == .order }.map(\.answer) == [
        "No potential for large-scale harm → Marginal uplift to bioweapons → "
          + "Substantial uplift to CBRN weapons → Weapons of mass destruction"
      ])
  }

  @Test func theSixConnectionsAreAskedFor() {
    let connections = made.filter { $0.kind == .connection }
    #expect(connections.count == 6)
    #expect(
      connections.contains {
        $0.prompt.hasPrefix("Why is AI Safety connected to ")
          && $0.answer == "external attack threat model (distinct from safety)"
      })
  }

  @Test func allOfItIsInTheDailyDeck() {
    #expect(made.allSatisfy { $0.daily })
    #expect(made.count == 61)
  }
}
