import Cards
import Notes
import Testing

@testable import Study

@Suite struct QuizJudgeTests {
  private func question(_ form: QuizQuestion.Form, answer: String = "") -> QuizQuestion {
    QuizQuestion(
      mark: "m", prompt: "prompt", answer: answer,
      place: QuizPlace(page: "p", context: "P", file: "p.md", line: 1), source: "", form: form,
      cards: [])
  }

  private func credit(_ form: QuizQuestion.Form, _ response: QuizResponse) -> Double? {
    QuizJudge(vocabulary: []).judge(response, to: question(form))?.credit
  }

  @Test func severalCountEachRightAndTakeOneAwayForEachWrong() {
    let form = QuizQuestion.Form.several(options: ["a", "b", "c", "d", "e"], correct: [0, 2, 4])
    #expect(credit(form, .several([0, 2, 4])) == 1)
    #expect(credit(form, .several([0, 2])) == 2.0 / 3)
    #expect(credit(form, .several([0, 2, 1])) == 1.0 / 3)
    #expect(credit(form, .several([0, 1, 3])) == 0)
    #expect(credit(form, .several([])) == 0)
    #expect(credit(form, .several([0, 1, 2, 3, 4])) == 1.0 / 3, "choosing all is no way to win")
    #expect(credit(form, .several([7])) == nil)
  }

  @Test func pairsAndCellsCountEach() {
    let match = QuizQuestion.Form.match(
      left: ["x", "y", "z"], right: ["p", "q", "r"], answer: [1, 2, 0])
    #expect(credit(match, .matched([1, 2, 0])) == 1)
    #expect(credit(match, .matched([1, nil, nil])) == 1.0 / 3)
    #expect(credit(match, .matched([0, 1, 2])) == 0)
    #expect(credit(match, .matched([1])) == nil)
    let table = QuizTable(
      header: ["k", "v"], rows: [["a", "fish"], ["b", "worms"], ["c", "fish"]],
      hidden: [QuizTable.Place(row: 0, column: 1), QuizTable.Place(row: 1, column: 1)],
      bank: ["worms", "fish"])
    #expect(credit(.table(table), .filled(["fish", "worms"])) == 1)
    #expect(credit(.table(table), .filled(["worms", "fish"])) == 0)
    #expect(credit(.table(table), .filled(["", "worms"])) == 0.5)
    var typed = table
    typed.bank = nil
    #expect(credit(.table(typed), .filled(["Fish", "worm"])) == 1, "typed kindly")
    #expect(credit(.table(typed), .filled(["fish", "no worms"])) == 0.5)
  }

  @Test func anOrderCountsWhatNeedNotBeMoved() {
    let form = QuizQuestion.Form.order(items: ["c", "a", "d", "b"], answer: [1, 3, 0, 2])
    #expect(credit(form, .ordered([1, 3, 0, 2])) == 1)
    // One item moved to the front: the other three are in order.
    #expect(credit(form, .ordered([2, 1, 3, 0])) == 3.0 / 4)
    #expect(credit(form, .ordered([2, 0, 3, 1])) == 0, "backwards")
    #expect(credit(form, .ordered([0, 0, 1, 2])) == nil)
  }

  /// The score is what the marks say, and what stands in its place is never marked wrong.
  @Test func theMarksOfAnOrderAddUpToItsScore() throws {
    var random = SplitMix64(seed: 8)
    for count in 3...8 {
      for _ in 0..<60 {
        let given = random.shuffled(Array(0..<count))
        let form = QuizQuestion.Form.order(
          items: (0..<count).map(String.init), answer: Array(0..<count))
        let question = QuizQuestion(
          mark: "m", prompt: "", answer: "",
          place: QuizPlace(page: "", context: "", file: "", line: 1), source: "", form: form,
          cards: [])
        let judge = QuizJudge(vocabulary: [])
        let verdict = try #require(judge.judge(.ordered(given), to: question))
        let right = verdict.parts.filter { $0 }.count
        #expect(verdict.credit == Double(right) / Double(count))
        for place in given.indices where given[place] == place { #expect(verdict.parts[place]) }
        #expect((verdict.credit == 1) == (given == Array(0..<count)), "\(given)")
      }
    }
  }

  @Test func aListCountsItsItemsInAnyOrder() {
    let form = QuizQuestion.Form.list(items: [
      "specification failure", "debate", "oversight (scalable)",
    ])
    #expect(credit(form, .listed(["Debate", "oversight", "specificaton failure"])) == 1)
    #expect(credit(form, .listed(["debate"])) == 1.0 / 3)
    #expect(credit(form, .listed(["debate", "magic"])) == 0)
    #expect(
      credit(form, .listed(["debate", "debate"])) == 1.0 / 3, "twice is neither more nor less")
    #expect(credit(form, .listed([])) == 0)
  }

  @Test func aResponseOfAnotherFormIsRefused() {
    #expect(credit(.choice(options: ["a", "b"], correct: 0), .typed("a")) == nil)
    #expect(credit(.typed, .chosen(0)) == nil)
  }

  @Test func creditsAddUpForAnyAnswers() {
    for seed in UInt64(0)..<6 {
      var random = SplitMix64(seed: seed)
      var round = QuizRound(
        QuizRequest(count: 30, seed: seed), material: MadeVault.material(seed: seed))
      var sum = 0.0
      while let question = round.current {
        let outcome = round.answer(Answers.any(question, random: &random))
        #expect(outcome != nil)
        if let outcome {
          #expect((0...1).contains(outcome.credit))
          #expect(outcome.isRight == (outcome.credit == 1))
          sum += outcome.credit
        }
        #expect(round.answer(Answers.any(question, random: &random)) == nil, "once")
        round.advance()
      }
      #expect(abs(round.summary.credit - sum) < 1e-9)
      #expect(round.summary.answered == round.questions.count)
      #expect(round.summary.misses.count == round.questions.count - round.summary.right)
      for miss in round.summary.misses {
        #expect(!miss.missedCards.isEmpty || miss.question.cards.allSatisfy { $0 == nil })
      }
    }
  }

  @Test func theRightAnswerIsRightInEveryForm() {
    for seed in UInt64(0)..<6 {
      for kind in QuizKind.allCases {
        var round = QuizRound(
          QuizRequest(kind: kind, count: 12, seed: seed), material: MadeVault.material(seed: seed))
        while let question = round.current {
          let outcome = round.answer(Answers.right(question))
          #expect(outcome?.isRight == true, "\(question)")
          #expect(outcome?.missedCards == [])
          round.advance()
        }
      }
    }
  }

  @Test func theLearnerMayOverruleWhatWasTypedAndNothingElse() {
    var round = QuizRound(
      QuizRequest(kind: .typed, count: 3, seed: 8), material: MadeVault.material(seed: 1))
    round.override(right: true)
    #expect(round.outcomes.isEmpty, "nothing to overrule yet")
    let first = round.current
    round.answer(first?.form == .typed ? .typed("nonsense") : .listed(["nonsense"]))
    round.override(right: true)
    #expect(round.summary.credit == 1 && round.outcome?.isOverridden == true)
    round.override(right: false)
    #expect(round.summary.credit == 0 && round.outcome?.isOverridden == false)
    var choice = QuizRound(
      QuizRequest(kind: .match, count: 1, seed: 8), material: MadeVault.material(seed: 1))
    if let question = choice.current { choice.answer(Answers.wrong(question)) }
    choice.override(right: true)
    #expect(choice.summary.credit < 1)
  }
}

/// Answers for questions of every form.
enum Answers {
  static func right(_ question: QuizQuestion) -> QuizResponse {
    switch question.form {
    case .choice(_, let correct): .chosen(correct)
    case .several(_, let correct): .several(correct)
    case .typed: .typed(question.answer)
    case .match(_, _, let answer): .matched(answer)
    case .order(_, let answer): .ordered(answer)
    case .table(let table): .filled(table.hidden.map(table.text))
    case .list(let items): .listed(items)
    }
  }

  static func wrong(_ question: QuizQuestion) -> QuizResponse {
    switch question.form {
    case .choice(let options, let correct): .chosen((correct + 1) % options.count)
    case .several(let options, let correct):
      .several(options.indices.filter { !correct.contains($0) })
    case .typed: .typed("nothing of it")
    case .match(_, _, let answer): .matched(answer.map { _ in nil })
    case .order(_, let answer): .ordered(answer.reversed())
    case .table(let table): .filled(table.hidden.map { _ in "" })
    case .list: .listed([])
    }
  }

  static func any(_ question: QuizQuestion, random: inout SplitMix64) -> QuizResponse {
    switch (random.below(3), question.form) {
    case (0, _): right(question)
    case (1, _): wrong(question)
    case (_, .order(let items, _)): .ordered(random.shuffled(Array(items.indices)))
    case (_, .match(let left, let right, _)):
      .matched(Array(random.shuffled(Array(right.indices)).prefix(left.count)))
    case (_, .list(let items)): .listed(Array(items.dropLast()) + ["something else"])
    case (_, .table(let table)): .filled(random.shuffled(table.hidden.map(table.text)))
    case (_, .several(_, let correct)): .several(Array(correct.dropLast()))
    default: wrong(question)
    }
  }
}
