import Cards
import Notes
import Testing

@testable import Study

@Suite struct QuizTests {
  /// Quizzes of every kind over made vaults, made once.
  private static let rounds: [(round: QuizRound, material: QuizMaterial, seed: UInt64)] =
    (UInt64(0)..<4).flatMap { seed in
      let material = MadeVault.material(seed: seed)
      return QuizKind.allCases.map { kind in
        let request = QuizRequest(kind: kind, count: 24, seed: seed)
        return (QuizRound(request, material: material), material, seed)
      }
    }

  private static var questions: [(question: QuizQuestion, material: QuizMaterial)] {
    rounds.flatMap { round in round.round.questions.map { ($0, round.material) } }
  }

  @Test func everyKindFindsSomethingToAsk() {
    for (round, _, seed) in Self.rounds {
      #expect(round.questions.count > 2, "seed \(seed): \(round.request.kind)")
      #expect(round.questions.count <= 24)
      for question in round.questions where round.request.kind != .mixed {
        #expect(Self.fits(question.form, round.request.kind), "\(round.request.kind): \(question)")
      }
    }
  }

  private static func fits(_ form: QuizQuestion.Form, _ kind: QuizKind) -> Bool {
    switch (form, kind) {
    case (.choice, .choice), (.several, .several), (.typed, .typed), (.match, .match),
      (.order, .order), (.table, .table), (.list, .list):
      true
    // What cannot be chosen well is typed.
    case (.typed, .choice): true
    default: false
    }
  }

  // MARK: Choices

  @Test func thereIsNeverASecondRightAnswer() {
    for (question, material) in Self.questions {
      guard case .choice(let options, let correct) = question.form, question.cardKind != .order
      else { continue }
      #expect(options[correct] == AnswerShape.shown(question.answer))
      #expect((3...4).contains(options.count))
      // Everything that is right for this prompt anywhere in the vault.
      let key = Distractors.key(question.prompt)
      let answers = (material.cards + material.others).filter {
        Distractors.key($0.prompt) == key
      }.map(\.answer)
      #expect(!answers.isEmpty)
      for (place, option) in options.enumerated() where place != correct {
        for answer in answers {
          #expect(!Sameness(option).overlaps(Sameness(answer)), "\(question)")
        }
      }
      for (left, one) in options.enumerated() {
        for other in options[(left + 1)...] {
          #expect(!Sameness(one).overlaps(Sameness(other)), "\(question)")
        }
      }
    }
  }

  @Test func theRightOptionDoesNotStandOutByItsForm() {
    for (question, _) in Self.questions {
      guard case .choice(let options, let correct) = question.form else { continue }
      let wrong = options.indices.filter { $0 != correct }.map { options[$0] }
      let right = options[correct]
      // Looked at without the code that chose them.
      func isAlone(_ feature: (String) -> Bool) -> Bool {
        wrong.allSatisfy { feature($0) != feature(right) }
      }
      #expect(!isAlone { $0.contains("`") }, "code: \(options)")
      #expect(!isAlone { $0.contains("(") }, "brackets: \(options)")
      #expect(!isAlone { $0.first?.isUppercase ?? false }, "case: \(options)")
      #expect(!isAlone { $0.last == "." }, "full stop: \(options)")
      #expect(!isAlone { $0.contains(where: \.isNumber) }, "digits: \(options)")
      #expect(!isAlone { $0.contains("%") }, "unit: \(options)")
      #expect(!isAlone { $0.contains("$") }, "unit: \(options)")
      #expect(!isAlone { $0.hasSuffix("GB") }, "unit: \(options)")
      #expect(!isAlone { $0.contains("years") }, "unit: \(options)")
      #expect(!isAlone { $0.contains(",") && !$0.contains(where: \.isNumber) }, "list: \(options)")
      #expect(!isAlone { $0.hasPrefix("a ") || $0.hasPrefix("the ") }, "article: \(options)")
      let longest = wrong.map(\.count).max() ?? 0
      let shortest = wrong.map(\.count).min() ?? 0
      #expect(right.count + 5 <= (longest + 5) * 5 / 4 + 1, "longest: \(options)")
      #expect((right.count + 5) * 5 / 4 + 1 >= shortest + 5, "shortest: \(options)")
    }
  }

  /// Choices over many vaults and seeds.
  private static let choices: [(options: [String], correct: Int)] =
    (UInt64(10)..<40).flatMap { seed in
      QuizRound(
        QuizRequest(kind: .choice, count: 40, seed: seed), material: MadeVault.material(seed: seed)
      ).questions.compactMap { question in
        guard case .choice(let options, let correct) = question.form else { return nil }
        return (options, correct)
      }
    }

  /// Where the right one comes among the others by what catches the eye.
  private static func ranks(of count: Int = 4, _ value: (String) -> Double?) -> [Int] {
    var ranks = [Int](repeating: 0, count: count)
    for (options, correct) in choices where options.count == count {
      let values = options.compactMap(value)
      guard Set(values).count == count else { continue }
      ranks[values.filter { $0 < values[correct] }.count] += 1
    }
    return ranks
  }

  /// To take always the longest, or the shortest, or any other, gains next to nothing.
  @Test func theLengthOfTheRightOptionSaysNothing() {
    let ranks = Self.ranks { Double($0.count) }
    let all = ranks.reduce(0, +)
    #expect(all > 90)
    for count in ranks { #expect(count * 100 >= all * 15 && count * 100 <= all * 35, "\(ranks)") }
  }

  @Test func theLengthOfTheRightOneOfThreeSaysNothing() {
    let ranks = Self.ranks(of: 3) { NumberForm($0) == nil ? Double($0.count) : nil }
    let all = ranks.reduce(0, +)
    #expect(all > 60)
    for count in ranks { #expect(count * 100 >= all * 20 && count * 100 <= all * 45, "\(ranks)") }
  }

  @Test func theSizeOfTheRightNumberSaysNothing() {
    let ranks = Self.ranks { NumberForm($0)?.value }
    let all = ranks.reduce(0, +)
    #expect(all > 90)
    for count in ranks { #expect(count * 100 >= all * 15 && count * 100 <= all * 35, "\(ranks)") }
  }

  @Test func wrongChoicesComeFromTheSameColumnFirst() {
    for (question, material) in Self.questions {
      guard case .choice(let options, _) = question.form, question.cardKind == .cell else {
        continue
      }
      let card = material.cards.first { $0.id == question.subject }
      let column = Set(
        material.cards.filter { $0.slot == card?.slot }.map { AnswerShape.shown($0.answer) })
      // Numbers are made where a column has too few of the right size.
      #expect(
        options.allSatisfy { column.contains($0) || NumberForm($0) != nil }, "\(question)")
    }
  }

  @Test func theRightOptionStandsInEveryPlace() {
    var places: Set<Int> = []
    for (question, _) in Self.questions {
      if case .choice(_, let correct) = question.form { places.insert(correct) }
    }
    #expect(places == [0, 1, 2, 3])
  }

  @Test func withoutTwoGoodWrongChoicesItIsTyped() {
    let cards = [
      Made.card("a", prompt: "Which?", answer: "RSP"),
      Made.card("b", prompt: "Which policy?", answer: "Responsible Scaling Policy"),
      Made.card("c", prompt: "Which one?", answer: "Vienna"),
      Made.card("d", prompt: "Which other?", answer: "`code`"),
    ]
    let round = QuizRound(
      QuizRequest(kind: .choice, seed: 1), material: QuizMaterial(cards: cards, pages: []))
    #expect(round.questions.allSatisfy { $0.form == .typed })
    #expect(round.questions.count == 4)
  }

  @Test func whatSaysTheSameIsNoWrongChoice() {
    let pairs = [
      ("1,000", "1000"), ("1,000", "1e3"), ("50%", "50 per cent"),
      ("RSP", "Responsible Scaling Policy"),
      ("colour", "color"), ("worms", "worms and berries"), ("Plants.", "plants"),
      ("a big car", "the large automobile"), ("3.5 GB", "3.5GB"), ("ASL-2", "ASL 2"),
      ("large models", "a large model"), ("the training of models", "training models"),
      ("2 February 2025", "February 2, 2025"), ("evaluate the model", "test the models"),
    ]
    for (left, right) in pairs {
      #expect(Sameness(left).overlaps(Sameness(right)), "\(left) / \(right)")
      #expect(Sameness(right).overlaps(Sameness(left)), "\(right) / \(left)")
    }
    let apart = [
      ("ASL-2", "ASL-3"), ("1,000", "10,000"), ("marginal uplift", "substantial uplift"),
      ("increase", "decrease"), ("before", "after"), ("80 GB", "40 GB"), ("fish", "worms"),
      ("lossy compression", "lossless compression"),
    ]
    for (left, right) in apart {
      #expect(!Sameness(left).overlaps(Sameness(right)), "\(left) / \(right)")
    }
  }

  // MARK: Several

  @Test func ofSeveralTheRightOnesAreExactlyThoseOfTheNote() {
    var asked = 0
    for (question, material) in Self.questions {
      guard case .several(let options, let correct) = question.form else { continue }
      asked += 1
      #expect((2...3).contains(correct.count) && correct.count < options.count)
      #expect(Set(options.map(Distractors.key)).count == options.count)
      if let set = material.sets.lists.first(where: { $0.mark == question.mark }) {
        let items = Set(set.items.map { Distractors.key($0.text) })
        for (index, option) in options.enumerated() {
          #expect(items.contains(Distractors.key(option)) == correct.contains(index), "\(question)")
        }
      } else if let set = material.sets.selections.first(where: { $0.mark == question.mark }) {
        for (index, option) in options.enumerated() {
          #expect(set.right.contains(option) == correct.contains(index), "\(question)")
        }
      } else if let grid = material.sets.grids.first(where: { $0.mark == question.mark }) {
        let row = grid.lines.firstIndex(of: question.place.line).map { grid.rows[$0] } ?? []
        let cells = Set(row.dropFirst().map(Distractors.key))
        for (index, option) in options.enumerated() {
          #expect(cells.contains(Distractors.key(option)) == correct.contains(index), "\(question)")
        }
      } else {
        Issue.record("from nowhere: \(question)")
      }
      for index in correct {
        // Each right one has a wrong one of its shape.
        #expect(
          options.indices.contains { other in
            !correct.contains(other)
              && AnswerShape(options[other]).isAlike(AnswerShape(options[index]))
          }, "\(question)")
      }
    }
    #expect(asked > 8)
  }

  // MARK: Matching, order, tables, lists

  @Test func matchingIsUnambiguousAndNoSideNamesTheOther() {
    var asked = 0
    for (question, material) in Self.questions {
      guard case .match(let left, let right, let answer) = question.form else { continue }
      asked += 1
      #expect((3...6).contains(left.count) && right.count == left.count)
      #expect(answer.sorted() == Array(right.indices))
      #expect(answer != Array(right.indices), "mixed")
      for (index, one) in right.enumerated() {
        for other in right[(index + 1)...] {
          #expect(!Sameness(one).overlaps(Sameness(other)), "\(question)")
        }
      }
      let set = material.sets.pairs.first { $0.mark == question.mark }
      for (index, name) in left.enumerated() {
        let text = right[answer[index]]
        #expect(
          set?.pairs.contains { $0.left == name && AnswerShape.shown($0.right) == text } == true)
        #expect(
          !(" " + Distractors.key(text) + " ").contains(" " + Distractors.key(name) + " "),
          "\(question)")
      }
    }
    #expect(asked > 10)
  }

  @Test func theOrderOfTheNoteIsAskedAndNeverShown() {
    for (question, material) in Self.questions {
      guard case .order(let items, let answer) = question.form else { continue }
      let right = answer.map { items[$0] }
      #expect(right != items)
      #expect(Set(items).count == items.count)
      #expect(material.sets.sequences.contains { $0.items == right })
      #expect(!items.contains { question.prompt.contains($0) && $0.count > 3 }, "\(question)")
    }
  }

  @Test func hiddenCellsHaveRivalsAndDoNotNameTheirRow() {
    var banks = 0
    var typed = 0
    for (question, _) in Self.questions {
      guard case .table(let table) = question.form else { continue }
      if table.bank == nil { typed += 1 } else { banks += 1 }
      #expect((3...6).contains(table.hidden.count))
      #expect(question.cards.count == table.hidden.count)
      for place in table.hidden {
        #expect(place.column > 0)
        #expect(table.hidden.filter { $0.column == place.column }.count > 2)
        let key = Distractors.key(table.rows[place.row][0])
        #expect(!(" " + Distractors.key(table.text(place)) + " ").contains(" " + key + " "))
      }
      if let bank = table.bank { #expect(bank.sorted() == table.hidden.map(table.text).sorted()) }
    }
    #expect(banks > 0 && typed > 0)
  }

  @Test func aMixedQuizAsksNothingTwice() {
    for seed in UInt64(0)..<12 {
      let material = MadeVault.material(seed: seed)
      let round = QuizRound(QuizRequest(count: 20, seed: seed), material: material)
      #expect(round.questions.count == 20, "seed \(seed)")
      var lines: Set<String> = []
      let lineOf = Dictionary(
        material.cards.map { ($0.id, "\($0.page):\($0.line)") }, uniquingKeysWith: { one, _ in one }
      )
      for question in round.questions where question.parts > 1 {
        for card in Set(question.cards.compactMap { $0 }.compactMap { lineOf[$0] }) {
          #expect(lines.insert(card).inserted, "seed \(seed): \(question)")
        }
      }
      for question in round.questions where question.parts == 1 {
        #expect(!lines.contains("\(question.place.page):\(question.place.line)"), "seed \(seed)")
      }
      #expect(Set(round.questions.map { Self.kind(of: $0.form) }).count > 4)
    }
  }

  private static func kind(of form: QuizQuestion.Form) -> String {
    String(describing: form).prefix { $0 != "(" }.description
  }

  // MARK: Seeds

  @Test func theSeedRepeatsTheQuizAndAnotherGivesAnother() {
    let material = MadeVault.material(seed: 3)
    for kind in QuizKind.allCases {
      func questions(_ seed: UInt64) -> [QuizQuestion] {
        QuizRound(QuizRequest(kind: kind, count: 10, seed: seed), material: material).questions
      }
      #expect(questions(4) == questions(4), "\(kind)")
      #expect(questions(4) != questions(5), "\(kind)")
    }
  }

  @Test func openQuestionsAreNeverAskedAndNothingIsAskedTwice() {
    for (round, material, seed) in Self.rounds {
      let open = Set(
        MadeVault.cards(seed: seed).filter { $0.kind == .question }.map(\.id))
      #expect(!open.isEmpty)
      #expect(round.questions.allSatisfy { !open.contains($0.subject) })
      let prompts = round.questions.map { "\($0.subject) \($0.prompt) \($0.answer)" }
      #expect(Set(prompts).count == prompts.count, "seed \(seed): \(round.request.kind)")
      #expect(!material.isEmpty)
    }
  }

  @Test func nothingToAskGivesAnEmptyRound() {
    let question = [Made.card("q", kind: .question, prompt: "Why?", answer: "Your position.")]
    for kind in QuizKind.allCases {
      for cards in [[], question] {
        let material = QuizMaterial(cards: cards, pages: [])
        var round = QuizRound(QuizRequest(kind: kind, seed: 1), material: material)
        #expect(round.isFinished && material.isEmpty)
        round.answer(.typed("x"))
        round.advance()
        #expect(round.summary.share == nil)
      }
    }
  }
}
