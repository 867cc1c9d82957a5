import Notes
import Testing

@testable import Study

@Suite struct OpenQuestionTests {
  private func page(_ text: String, _ path: String = "p") -> Page {
    PageReader.read(bytes: Array(text.utf8), path: path, file: path + ".md")
  }

  // MARK: Changes

  @Test func changesTellBothTexts() {
    var random = SplitMix64(seed: 5)
    let words = ["red", "roses", "need", "sun", "and", "no", "frost,"]
    for _ in 0..<300 {
      func text() -> String {
        (0..<random.below(9)).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      }
      let (old, new) = (text(), text())
      var before: [String] = []
      var after: [String] = []
      for change in WordChange.between(old, new) {
        switch change {
        case .kept(let words):
          before.append(words)
          after.append(words)
        case .removed(let words): before.append(words)
        case .added(let words): after.append(words)
        }
      }
      #expect(before.joined(separator: " ") == old)
      #expect(after.joined(separator: " ") == new)
    }
  }

  @Test func whatStaysIsNotChanged() {
    #expect(
      WordChange.between("Probes find what we seek", "Probes never find what we seek now")
        == [.kept("Probes"), .added("never"), .kept("find what we seek"), .added("now")])
    #expect(WordChange.between("same words", "same  words") == [.kept("same words")])
    #expect(WordChange.between("", "") == [])
  }

  // MARK: Bearings

  private static let garden = """
    # Roses

    ## Key Facts
    - Scent: strongest in warm morning air
    - Roses need at least six hours of sun
    - Pruning: in late winter, before the buds swell

    ## Connections
    - [[soil]] — heavy soils hold water, which roses dislike

    ## Open Questions
    - Does more sun make the scent of roses stronger?
    """

  @Test func factsThatShareTheWordsComeFirst() {
    var finder = BearingFinder()
    let roses = page(Self.garden, "roses")
    let found = finder.bearings(
      on: "Does more sun make the scent of roses stronger?", page: roses, linked: [])
    #expect(
      found.map(\.text).prefix(2).sorted() == [
        "Roses need at least six hours of sun", "Scent: strongest in warm morning air",
      ])
    #expect(!found.contains { $0.text.hasPrefix("Pruning") })
    #expect(found.allSatisfy { $0.page == "roses" && $0.line > 0 })
  }

  @Test func linkedPagesAreLookedThroughAndOnesOwnComesFirst() {
    var finder = BearingFinder()
    let sun = page("# Sun\n\n## Key Facts\n- Sun: makes scent evaporate\n- Moon: far away\n", "sun")
    let found = finder.bearings(
      on: "Does sun change the scent?", page: page(Self.garden, "roses"), linked: [sun, sun])
    #expect(found.contains { $0.page == "sun" && $0.pageTitle == "Sun" })
    #expect(found.filter { $0.page == "sun" }.count == 1)
    #expect(found.map(\.text).contains("Roses need at least six hours of sun"))
  }

  /// Many facts share the words of a question; the connections that do are shown beside them.
  @Test func connectionsAreShownBesideFacts() {
    var finder = BearingFinder()
    let facts = (1...12).map { "- Week \($0): the union must stay moist\n" }.joined()
    let roses = page(
      """
      # Roses

      ## Key Facts
      \(facts)
      ## Connections
      - [[stock]] — what a graft grows on
      - [[tools/knives]] — kept sharp
      - [[paint]] — of garden chairs

      """, "roses")
    let knives = page("# Grafting knives\n\n## Key Facts\n- Blade: bevelled\n", "tools/knives")
    let paint = page("# Paint\n\n## Key Facts\n- Dries in a day\n", "paint")
    let found = finder.bearings(
      on: "Why must the union of a graft stay moist?", page: roses, linked: [knives, paint])
    #expect(found.count == 6)
    let targets = found.compactMap {
      if case .connection(let target) = $0.source { target } else { nil }
    }
    // One says so itself, of the other it is the page's title.
    #expect(Set(targets) == ["stock", "tools/knives"])
  }

  /// What shares nothing with a question but what the whole page is about says nothing of it.
  @Test func whatThePageIsAboutBindsNothing() {
    var finder = BearingFinder()
    let roses = page(
      """
      # Roses

      ## Key Facts
      - Roses need six hours of sun
      - Roses are pruned in late winter
      - Roses catch mildew in damp air
      - Roses smell strongest at noon

      ## Connections
      - [[soil]] — roses dislike wet soil

      """, "roses")
    let found = finder.bearings(on: "Can mildew be kept off roses?", page: roses, linked: [])
    #expect(found.map(\.text) == ["Roses catch mildew in damp air"])
  }

  @Test func formsOfAWordAndLevelsBindTogether() {
    func shared(_ left: String, _ right: String) -> Set<String> {
      BearingWords.shared(BearingWords.of(left), with: BearingWords.of(right))
    }
    #expect(!shared("Will interpretability help?", "an interpretation of weights").isEmpty)
    #expect(shared("When is ASL-3 reached?", "ASL-3 measures").count == 2)
    #expect(shared("When is ASL-3 reached?", "ASL-4 measures").count == 1)
    #expect(shared("What should we use?", "use what we should").isEmpty)
  }

  @Test func smallWordsBindNothing() {
    var finder = BearingFinder()
    let found = finder.bearings(
      on: "What is the best of all that there could be?", page: page(Self.garden), linked: [])
    #expect(found.isEmpty)
    #expect(finder.bearings(on: "", page: page(""), linked: []).isEmpty)
    #expect(finder.bearings(on: "sun", page: page(Self.garden), linked: [], limit: 0).isEmpty)
  }

  // MARK: Proposals

  private func proposal(_ position: String, facts: String, question: String) throws -> String {
    let source = "## Key Facts\n" + facts
    let list = try #require(FactList(page: page(source), source: Array(source.utf8)))
    return FactProposal.line(question: question, position: position, list: list)
  }

  @Test func theFactIsWrittenAsThePageWritesItsFacts() throws {
    let question = "Does deceptive alignment occur in current models?"
    #expect(
      try proposal("It has been seen", facts: "* A: b c\n* C: d e\n", question: question)
        == "* Deceptive alignment occur: It has been seen")
    #expect(
      try proposal(
        "It has been\nseen.", facts: "- **A**: b c\n- **C**: d e\n",
        question: "Is sandbagging rare?")
        == "- **Sandbagging rare**: It has been seen")
    #expect(
      try proposal("Seen in labs", facts: "- They say so.\n- And so.\n", question: question)
        == "- Seen in labs.")
    #expect(
      try proposal("- Probes: suffice", facts: "- A: b c\n", question: question)
        == "- Probes: suffice")
  }

  @Test func aTopicIsWhatAQuestionIsAbout() {
    #expect(FactProposal.topic(of: "How many features does a model have?") == "Features")
    #expect(FactProposal.topic(of: "Is it?") == "")
    #expect(
      FactProposal.topic(of: "How will ASL-3 evaluation criteria evolve as models improve?")
        == "ASL-3 evaluation criteria")
    #expect(
      FactProposal.topic(of: "Does interpretability (reading activations) provide a path?")
        == "Interpretability")
  }
}
