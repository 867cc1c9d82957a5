import Cards
import FSRS
import Foundation
import Notes
import Testing

@testable import Study

@Suite struct QuizProgressTests {
  /// As the collection keeps it.
  private func kept(_ progress: QuizProgress) throws -> QuizProgress {
    try JSONDecoder().decode(QuizProgress.self, from: JSONEncoder().encode(progress))
  }

  @Test func resumedIsAsIfItHadNeverBeenLeft() throws {
    for seed in 0..<5 {
      for kind in QuizKind.allCases {
        let material = MadeVault.material(seed: UInt64(seed))
        let request = QuizRequest(kind: kind, count: 9, seed: UInt64(seed))
        var whole = QuizRound(request, material: material)
        var broken = whole
        var left = SplitMix64(seed: UInt64(seed))
        var answers = left
        while let question = whole.current {
          // Left before every question, and sometimes at its verdict.
          (broken, _) = QuizRound.resume(try kept(broken.progress), material: material)
          #expect(broken.current == question)
          let response = Answers.any(question, random: &answers)
          whole.answer(response)
          broken.answer(response)
          if left.below(3) == 0 {
            whole.override(right: true)
            broken.override(right: true)
          }
          whole.advance()
          if left.below(2) == 0 { broken.advance() }
        }
        let (end, repair) = QuizRound.resume(try kept(broken.progress), material: material)
        #expect(end.isFinished && repair == QuizRepair())
        #expect(end.outcomes == whole.outcomes, "\(kind), seed \(seed)")
        #expect(end.summary == whole.summary)
      }
    }
  }

  @Test func whatTheNotesNoLongerGiveIsReplacedOrDropped() throws {
    let pages = MadeVault.pages(seed: 2)
    let material = QuizMaterial(cards: MadeVault.cards(of: pages), pages: pages)
    var round = QuizRound(QuizRequest(count: 20, seed: 5), material: material)
    for _ in 0..<4 {
      if let question = round.current { round.answer(Answers.right(question)) }
      round.advance()
    }
    // A page is gone.
    let fewer = Array(pages.dropFirst())
    let now = QuizMaterial(cards: MadeVault.cards(of: fewer), pages: fewer)
    let gone = pages[0].path
    let lost = round.questions.dropFirst(4).filter { $0.place.page == gone }.count
    #expect(lost > 0)
    let (resumed, repair) = QuizRound.resume(try kept(round.progress), material: now)
    #expect(repair.replaced + repair.dropped == lost)
    #expect(resumed.outcomes.count == 4 && resumed.summary.credit == 4, "what was answered stands")
    #expect(resumed.questions.dropFirst(4).allSatisfy { $0.place.page != gone })
    #expect(resumed.questions.count == 20 - repair.dropped)
    let marks = resumed.questions.map { "\($0.mark) \($0.prompt)" }
    #expect(Set(marks).count == marks.count, "nothing twice")
    // Everything is gone.
    let none = QuizMaterial(cards: [], pages: [])
    let (empty, all) = QuizRound.resume(try kept(round.progress), material: none)
    #expect(all.dropped == 16 && empty.isFinished && empty.summary.answered == 4)
  }
}

@Suite struct QuizRecheckTests {
  /// A wrong option that an edit of the notes has made right is taken out when the quiz goes on.
  @Test func aChoiceIsNotAskedWithTwoRightOptions() throws {
    let names = ["Vienna", "Prague", "Dublin", "Lisbon", "Athens", "Warsaw"]
    let cards = names.enumerated().map { index, name in
      Made.card(
        "c\(index)", prompt: "Where is the archive \(index)?", answer: name, line: index + 1,
        pool: "cities")
    }
    let request = QuizRequest(kind: .choice, count: 6, seed: 4)
    let round = QuizRound(request, material: QuizMaterial(cards: cards, pages: []))
    let first = try #require(round.questions.first)
    guard case .choice(let options, let correct) = first.form else {
      Issue.record("no choice: \(first)")
      return
    }
    let wrong = try #require(options.indices.first { $0 != correct }.map { options[$0] })
    let edited =
      cards + [Made.card("new", prompt: first.prompt, answer: wrong, line: 20, pool: "cities")]
    let (resumed, repair) = QuizRound.resume(
      round.progress, material: QuizMaterial(cards: edited, pages: []))
    let question = try #require(resumed.questions.first { $0.subject == first.subject })
    guard case .choice(let now, let right) = question.form else {
      Issue.record("no choice: \(question)")
      return
    }
    #expect(!now.contains(wrong) && now[right] == first.answer)
    #expect(repair.replaced == 1 && repair.dropped == 0)
    #expect(resumed.questions.dropFirst() == round.questions.dropFirst())
  }

  @Test func whatIsMissingIsCounted() {
    let cards = [Made.card("a", prompt: "Which city?", answer: "Vienna")]
    let material = QuizMaterial(cards: cards, pages: [])
    #expect(QuizRound(QuizRequest(kind: .typed, count: 5), material: material).missing == 4)
    #expect(QuizRound(QuizRequest(kind: .typed, count: 1), material: material).missing == 0)
  }
}

@Suite struct QuizScopeTests {
  private let pages: [Page] = [
    PageReader.read(
      bytes: Array(
        """
        # Tea
        ## Kinds
        ### Green
        - Sencha — steamed leaves of the first harvest
        - Gyokuro — shaded for three weeks before picking
        - Bancha — coarse leaves of the last harvest
        ### Black
        - Assam — malty and strong from the lowlands
        ## Brewing
        1. Warm the pot
        2. Measure the leaves
        3. Pour the water
        ## Key Facts
        - Sencha steeps at 70 °C
        """.utf8), path: "drinks/tea", file: "drinks/tea.md"),
    PageReader.read(
      bytes: Array("# Coffee\n## Key Facts\n- Espresso takes 25 seconds\n".utf8),
      path: "drinks/coffee", file: "drinks/coffee.md"),
  ]
  private var cards: [Card] { MadeVault.cards(of: pages) }

  private func material(_ selection: QuizSelection) -> QuizMaterial {
    QuizMaterial(cards: cards, pages: pages, selection: selection)
  }

  @Test func aSectionHasWhatIsNestedUnderIt() throws {
    let lines = try #require(QuizSelection.lines(ofSection: "kinds", in: pages[0]))
    #expect(lines == 2..<9)
    let kinds = material(QuizSelection(pages: ["drinks/tea"], lines: lines))
    #expect(!kinds.cards.isEmpty && kinds.cards.allSatisfy { (2..<9).contains($0.line) })
    #expect(kinds.sets.pairs.count == 1 && kinds.sets.sequences.isEmpty)
    #expect(QuizSelection.lines(ofSection: "Brew", in: pages[0]) == 9..<13)
    #expect(QuizSelection.lines(ofSection: "Milk", in: pages[0]) == nil)
    #expect(kinds.cards.count + kinds.others.count == cards.count)
  }

  @Test func aSearchWantsAllItsWordsWithoutCase() {
    let found = material(QuizSelection(words: "SENCHA 70"))
    #expect(found.cards.map(\.source).allSatisfy { $0.contains("70") } && !found.cards.isEmpty)
    #expect(
      material(QuizSelection(words: "espresso")).cards.allSatisfy { $0.page == "drinks/coffee" })
    #expect(material(QuizSelection(words: "espresso sencha")).isEmpty)
    #expect(material(QuizSelection(words: "pot water")).sets.sequences.count == 1)
    #expect(!material(QuizSelection(words: "espr")).cards.isEmpty, "every word may go on")
    #expect(material(QuizSelection(words: "presso")).isEmpty, "as the search finds words")
    #expect(!material(QuizSelection(words: "\"sencha steeps\"")).cards.isEmpty)
    #expect(material(QuizSelection(words: "\"steeps sencha\"")).isEmpty)
    #expect(material(QuizSelection(words: "sencha -steeps")).cards.allSatisfy { $0.line < 9 })
    #expect(material(QuizSelection(words: "…")).isEmpty, "nothing to look for finds nothing")
    #expect(!material(QuizSelection(words: "  ")).isEmpty)
  }

  @Test func theWeakestAreThoseLikeliestForgotten() {
    var cards = [
      Made.reviewed("fresh", stability: 50, daysAgo: 1, interval: 50),
      Made.reviewed("old", stability: 5, daysAgo: 60, interval: 5),
      Made.reviewed("lapsed", stability: 50, daysAgo: 1, interval: 50),
      StudyCard(card: Made.card("new")),
      Made.reviewed("open", daysAgo: 3, interval: 3, kind: .question),
    ]
    cards[2].schedule.lapses = 9
    let weakest = QuizMaterial.weakest(
      of: cards, count: 3, scheduler: Made.scheduler(), at: Made.morning)
    #expect(weakest == ["lapsed", "old", "fresh"], "never learnt is not weak")
    #expect(
      QuizMaterial.weakest(of: cards, count: 1, scheduler: Made.scheduler(), at: Made.morning)
        == ["lapsed"])
    let few = QuizMaterial(cards: cards.map(\.card), pages: [], weakest: ["old"])
    #expect(few.cards.map(\.id) == ["old"] && few.others.count == 3)
  }

  @Test func scopesHaveKeysOfTheirOwn() {
    let scopes: [QuizScope] = [
      QuizScope(), QuizScope(.page("a")), QuizScope(.section(page: "a", title: "b")),
      QuizScope(.search("a")), QuizScope(.around("a")), QuizScope(weakest: true),
      QuizScope(.page("a"), weakest: true),
    ]
    #expect(Set(scopes.map(\.key)).count == scopes.count)
    #expect(QuizScope().key.isEmpty && QuizScope(.page("a")).key == "a")
    #expect(QuizScope(.search("Été")).key == QuizScope(.search("ete")).key)
  }
}
