import Cards
import Testing

@testable import Study

@Suite struct QuizTests {
  /// A table with repeated cells, definitions both ways, facts with numbers, a list, a question.
  static let cards: [Card] = {
    var cards: [Card] = []
    func add(
      _ kind: CardKind, _ prompt: String, _ answer: String, group: String, pool: String? = nil,
      page: String = "birds"
    ) {
      cards.append(
        Made.card(
          "card-\(cards.count)", page: page, kind: kind, prompt: prompt, answer: answer,
          line: cards.count + 1, group: group, pool: pool, daily: kind != .cell))
    }
    let birds = [
      ("Robin", "worms and berries", "Europe", "1–2 years"),
      ("Heron", "fish", "Europe", "15 years"),
      ("Kiwi", "worms", "New Zealand", "25 years"),
      ("Kea", "nearly anything", "New Zealand", "14 years"),
      ("Condor", "carrion", "South America", "50 years"),
      ("Rhea", "plants", "South America", "10 years"),
      ("Emu", "Plants.", "Australia", "10 years"), ("Kagu", "snails", "New Caledonia", "20 years"),
    ]
    for bird in birds {
      add(.cell, "Birds — \(bird.0): Food?", bird.1, group: bird.0, pool: "food")
      add(.cell, "Birds — \(bird.0): Home?", bird.2, group: bird.0, pool: "home")
      add(.cell, "Birds — \(bird.0): Age?", bird.3, group: bird.0, pool: "age")
      add(.cell, "Which bird lives in \(bird.2)?", bird.0, group: bird.0, pool: "name")
    }
    let words = [
      ("Moult", "the yearly renewal of the plumage"), ("Clutch", "the eggs of one laying"),
      ("Crop", "a pouch in which food is kept"), ("Down", "soft feathers under the outer ones"),
      ("Fledgling", "a young bird that has just learnt to fly"),
    ]
    for (term, text) in words {
      add(.definition, "What does “\(term)” mean?", text, group: term, pool: "explanations")
      add(.definition, "Which term is this: “\(text)”", term, group: term, pool: "terms")
    }
    for (index, item) in ["contour", "flight", "down", "bristle"].enumerated() {
      add(.item, "Feathers, number \(index + 1): which?", item, group: "feathers", pool: "items")
    }
    add(.list, "Feathers: what are the four?", "contour, flight, down, bristle", group: "feathers")
    add(.order, "Put in order: hatch / lay / brood", "lay → brood → hatch", group: "order")
    add(.question, "Why do birds sing?", "Your position.", group: "q")
    add(
      .recall, "Migration: how do they know the way?",
      "by the sun and the stars, by the field of the earth, by landmarks that the old have shown them",
      group: "long", page: "travel")
    return cards
  }()

  /// Rounds of every mode, made once.
  private static let rounds: [(round: QuizRound, seed: UInt64)] = (0..<5).flatMap { seed in
    QuizMode.allCases.flatMap { mode in
      [nil, 12].map { count in
        (QuizRound(cards: cards, mode: mode, count: count, seed: seed), seed)
      }
    }
  }

  private func rounds(_ body: (QuizRound, UInt64) -> Void) {
    for (round, seed) in Self.rounds { body(round, seed) }
  }

  @Test func thereIsNeverASecondRightAnswer() {
    rounds { round, seed in
      // Of an order every other order is wrong, though it has the same words.
      for question in round.questions where question.card.kind != .order {
        guard case .choice(let options, let correct) = question.form else { continue }
        #expect(options[correct] == question.card.answer)
        #expect((3...4).contains(options.count))
        // Everything that is right for this prompt anywhere.
        let answers = Self.cards.filter { $0.prompt == question.card.prompt }.map(\.answer)
        for (place, option) in options.enumerated() where place != correct {
          for answer in answers {
            #expect(
              !Check.Meaning(option).overlaps(Check.Meaning(answer)), "seed \(seed): \(question)")
          }
        }
        for (left, one) in options.enumerated() {
          for other in options[(left + 1)...] {
            #expect(!Check.Meaning(one).overlaps(Check.Meaning(other)), "seed \(seed): \(question)")
          }
        }
      }
    }
  }

  @Test func equalCellsAreNoWrongChoices() {
    rounds { round, _ in
      for question in round.questions where question.card.answer == "plants" {
        guard case .choice(let options, _) = question.form else { continue }
        #expect(!options.contains("Plants."))
      }
      for question in round.questions where question.card.answer == "worms" {
        guard case .choice(let options, _) = question.form else { continue }
        #expect(!options.contains("worms and berries"))
      }
      for question in round.questions where question.card.prompt == "Which bird lives in Europe?" {
        guard case .choice(let options, _) = question.form else { continue }
        #expect(!options.contains("Robin") || !options.contains("Heron"))
      }
    }
  }

  @Test func openQuestionsAreNeverAskedAndNothingIsAskedTwice() {
    rounds { round, seed in
      #expect(round.questions.allSatisfy { $0.card.kind != .question })
      #expect(Set(round.questions.map(\.card.id)).count == round.questions.count, "seed \(seed)")
    }
  }

  @Test func aQuestionDoesNotAnswerItsNeighbour() {
    rounds { round, seed in
      for (left, right) in zip(round.questions, round.questions.dropFirst()) {
        for (asked, other) in [(left.card, right.card), (right.card, left.card)]
        where other.answer.count > 5 {
          let prompt = " " + Distractors.key(asked.prompt) + " "
          #expect(!prompt.contains(" " + Distractors.key(other.answer) + " "), "seed \(seed)")
        }
      }
    }
  }

  @Test func aShortRoundTakesEverySourceOnce() {
    for seed in 0..<10 {
      let round = QuizRound(cards: Self.cards, mode: .typed, count: 8, seed: UInt64(seed))
      #expect(round.questions.count == 8)
      #expect(Set(round.questions.map(\.card.siblingGroup)).count == 8, "seed \(seed)")
    }
  }

  @Test func theSeedRepeatsTheRoundAndAnotherGivesAnother() {
    func ids(_ seed: UInt64) -> [QuizQuestion] {
      QuizRound(cards: Self.cards, count: 10, seed: seed).questions
    }
    #expect(ids(4) == ids(4))
    #expect(ids(4) != ids(5))
  }

  @Test func wrongChoicesComeFromTheSamePoolAndHaveASimilarLength() {
    rounds { round, seed in
      for question in round.questions {
        guard case .choice(let options, let correct) = question.form, question.card.pool == "home"
        else { continue }
        let homes = Set(Self.cards.filter { $0.pool == "home" }.map(\.answer))
        #expect(options.allSatisfy(homes.contains), "seed \(seed): \(options)")
        #expect(homes.contains(options[correct]))
      }
    }
  }

  @Test func theRightOptionStandsInEveryPlace() {
    var places: Set<Int> = []
    rounds { round, _ in
      for case .choice(_, let correct) in round.questions.map(\.form) { places.insert(correct) }
    }
    #expect(places == [0, 1, 2, 3])
  }

  @Test func longAnswersAreNotTyped() {
    rounds { round, _ in
      for question in round.questions where question.form == .typed {
        #expect(question.card.siblingGroup != "long")
        #expect(question.card.answer.split(separator: " ").count <= 8)
      }
    }
  }

  @Test func withoutTwoGoodWrongChoicesItIsTyped() {
    let cards = [
      Made.card("a", prompt: "How many?", answer: "1,000"),
      Made.card("b", prompt: "How much?", answer: "1000"),
      Made.card("c", prompt: "Which one?", answer: "1 thousand"),
    ]
    let round = QuizRound(cards: cards, mode: .choice, seed: 1)
    #expect(round.questions.allSatisfy { $0.form == .typed })
    #expect(!round.questions.isEmpty)
  }

  @Test func theVaultLendsWrongChoicesToAQuizOfOnePage() {
    let own = [Made.card("x", page: "own", kind: .cell, prompt: "Fox: home?", answer: "Iceland")]
    let round = QuizRound(cards: own, mode: .choice, seed: 3, others: Self.cards)
    guard case .choice(let options, let correct) = round.questions.first?.form else {
      Issue.record("not a choice")
      return
    }
    #expect(options[correct] == "Iceland")
    #expect(round.questions.count == 1)
  }

  @Test func ordersAreMixedUp() {
    let order = Self.cards.filter { $0.kind == .order }
    let round = QuizRound(cards: order, mode: .choice, seed: 9)
    guard case .choice(let options, let correct) = round.questions.first?.form else {
      Issue.record("not a choice")
      return
    }
    #expect(Set(options).count == options.count)
    #expect(
      options.allSatisfy { $0.split(separator: " → ").sorted() == ["brood", "hatch", "lay"] })
    #expect(options[correct] == "lay → brood → hatch")
  }

  @Test func aRoundIsAnsweredQuestionByQuestion() {
    var round = QuizRound(cards: Self.cards, count: 12, seed: 8)
    var asked = 0
    while let question = round.current {
      asked += 1
      round.advance()
      #expect(round.current == question, "an unanswered question stays")
      switch question.form {
      case .choice(let options, let correct):
        let option = asked % 3 == 0 ? (correct + 1) % options.count : correct
        #expect(round.answerTypedIsRefused)
        let outcome = round.answerChoice(option)
        #expect(outcome?.isRight == (option == correct))
      case .typed:
        let judgement = round.answerTyped(asked % 3 == 0 ? "nothing of it" : question.card.answer)
        #expect(judgement?.isRight == (asked % 3 != 0))
      }
      let again = round.answerChoice(0)
      #expect(again == nil, "an answer is given once")
      #expect(round.outcomes.count == asked)
      round.advance()
    }
    #expect(asked == 12)
    #expect(round.isFinished)
    #expect(round.score == 8)
    #expect(round.misses.count == 4)
    #expect(round.summary.share == 8.0 / 12)
  }

  @Test func theLearnerMayOverruleTheJudgement() {
    var round = QuizRound(cards: Self.cards, mode: .typed, count: 3, seed: 8)
    round.override(right: true)
    #expect(round.outcomes.isEmpty, "nothing to overrule yet")
    round.answerTyped("nonsense")
    round.override(right: true)
    #expect(round.score == 1)
    #expect(round.outcome?.isOverridden == true)
    round.override(right: false)
    #expect(round.score == 0)
    #expect(round.outcome?.isOverridden == false)
    #expect(round.misses.map(\.id) == [round.questions[0].card.id])
  }

  @Test func nothingToAskGivesAnEmptyRound() {
    for cards in [[], Self.cards.filter { $0.kind == .question }] {
      var round = QuizRound(cards: cards, count: 5, seed: 1)
      #expect(round.isFinished)
      round.answerTyped("x")
      round.advance()
      #expect(round.summary.share == nil)
    }
    #expect(QuizRound(cards: Self.cards, count: -3, seed: 1).questions.isEmpty)
  }
}

extension QuizRound {
  fileprivate var answerTypedIsRefused: Bool {
    var copy = self
    return copy.answerTyped("anything") == nil
  }
}
