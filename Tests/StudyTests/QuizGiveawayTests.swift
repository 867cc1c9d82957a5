import Cards
import Notes
import Testing

@testable import Study

/// No question of a quiz answers a later one.
@Suite struct QuizGiveawayTests {
  /// A page that says the same things in its facts, its table and its lists.
  private static let page = PageReader.read(
    bytes: Array(
      """
      # Glaciers

      ## Stages of melting

      | Stage | What happens | Where |
      |---|---|---|
      | Stage-1 | thin snow turns to slush | lower tongue |
      | Stage-2 | meltwater carves narrow channels | middle slopes |
      | Stage-3 | deep crevasses open in the ice | upper basin |
      | Stage-4 | whole towers of ice collapse | calving front |

      ## Landforms

      - Esker — a long ridge left by water under ice
      - Cirque — a hollow carved near a summit
      - Moraine — rubble pushed together by ice
      - Kettle — a pond where a block of ice melted

      ## Measuring

      Steps of a survey: drill the stake → wait a season → read the height → compute the balance

      ## Key Facts

      - Surveys find the winter balance — stakes find maximum ablation
      - Radar that misses the bed is as bad as no radar: maximum ablation needs its depth
      - Four kinds of ice: névé, firn, blue ice, black ice
      - Firn (two winters old) — becomes blue ice under pressure
      - The longest esker of the region measures 52 km
      - Deep crevasses open in the ice at about 30 m
      - Albedo (share of light sent back), sublimation (ice to vapour), regelation (melting and freezing again)
      - Early maps of 1850 show the lower tongue 3 km further down
      - The survey of 1973 measured a mean thickness of 88 m
      - Rubble of the last advance dams the lake at 1,240 m
      - Tourists are warned by `ice-watch` when the calving front moves
      - Ablation begins in May and ends in September
      """.utf8), path: "ice/glaciers", file: "ice/glaciers.md")

  private static let material = QuizMaterial(
    cards: MadeVault.cards(of: [page]), pages: [page])

  /// Letters, digits and single spaces alone.
  private static func plain(_ text: String) -> String {
    " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
  }

  /// What is read while a question is asked and judged, but for what there is to choose from.
  private static func shown(_ question: QuizQuestion) -> String {
    var texts = [question.place.context, question.prompt, question.source, question.answer]
    switch question.form {
    case .match(let left, let right, _): texts += left + right
    case .order(let items, _), .list(let items): texts += items
    case .table(let table): texts += table.rows.flatMap { $0 }
    case .choice, .several, .typed: break
    }
    return texts.map(plain).joined(separator: "|")
  }

  /// The things that are asked for, where they are long enough to tell anything.
  private static func asked(_ question: QuizQuestion) -> [String] {
    let answers: [String] =
      switch question.form {
      case .choice, .typed: [question.answer]
      case .list(let items): items
      case .table(let table): table.hidden.map(table.text)
      case .match(_, let right, _): right
      case .order, .several: []
      }
    return answers.map(plain).filter { $0.count > 6 }
  }

  private static func giveaways(_ questions: [QuizQuestion]) -> [String] {
    var found: [String] = []
    for (index, later) in questions.enumerated() {
      for earlier in questions[..<index] {
        let text = shown(earlier)
        found += asked(later).filter { text.contains($0) }.map { "“\($0)” in “\(text)”" }
      }
    }
    return found
  }

  @Test func noQuestionAnswersALaterOne() {
    for seed in UInt64(0)..<20 {
      for (kind, count) in [
        (QuizKind.mixed, 8), (.typed, 8), (.choice, 4), (.list, 4), (.match, 4),
      ] {
        let round = QuizRound(
          QuizRequest(kind: kind, count: count, seed: seed), material: Self.material)
        #expect(round.questions.count > 0)
        #expect(Self.giveaways(round.questions) == [], "\(kind), seed \(seed)")
      }
    }
    for seed in UInt64(0)..<6 {
      let material = MadeVault.material(seed: seed)
      for kind in [QuizKind.mixed, .typed, .choice] {
        let round = QuizRound(QuizRequest(kind: kind, count: 10, seed: seed), material: material)
        #expect(round.questions.count == 10)
        #expect(Self.giveaways(round.questions) == [], "\(kind), made vault \(seed)")
      }
    }
  }

  @Test func oneItemGivesOneQuestion() {
    let groups = Dictionary(
      Self.material.cards.map { ($0.id, $0.siblingGroup) }, uniquingKeysWith: { one, _ in one })
    for seed in UInt64(0)..<20 {
      for kind in [QuizKind.mixed, .typed, .choice, .several, .list] {
        let round = QuizRound(
          QuizRequest(kind: kind, count: 40, seed: seed), material: Self.material)
        var used: Set<String> = []
        for question in round.questions {
          let items = Set(
            ([question.subject] + question.cards.compactMap { $0 }).compactMap { groups[$0] })
          // Rows of tables may be asked for in two ways that do not tell one another.
          let facts = items.filter { item in
            Self.material.cards.contains { $0.siblingGroup == item && $0.kind != .cell }
          }
          #expect(used.isDisjoint(with: facts), "\(kind), seed \(seed): \(question.prompt)")
          used.formUnion(facts)
        }
        if round.missing > 0, kind == .mixed { #expect(round.answersTheRest) }
      }
    }
  }

  @Test func aTableInSightAndItsOrderAreNotAskedBoth() {
    for seed in UInt64(0)..<40 {
      let round = QuizRound(QuizRequest(count: 12, seed: seed), material: Self.material)
      let stages = ["slush", "channels", "crevasses", "towers"]
      let whole = round.questions.filter { question in
        stages.allSatisfy { Self.shown(question).contains($0) }
      }
      #expect(whole.count < 2, "seed \(seed): \(whole.map(\.prompt))")
    }
  }

  /// The order says which of them belongs to `Stage-1`.
  @Test func whatWasPutInOrderIsNotMatchedAfterwards() {
    let stages = ["slush", "channels", "crevasses", "towers"]
    var orders = 0
    for seed in UInt64(0)..<60 {
      let round = QuizRound(QuizRequest(count: 40, seed: seed), material: Self.material)
      guard
        let place = round.questions.firstIndex(where: { question in
          question.answer.contains(" → ") && stages.allSatisfy { question.answer.contains($0) }
        })
      else { continue }
      orders += 1
      for later in round.questions[(place + 1)...] {
        let asked = Self.asked(later).joined()
        #expect(
          !stages.contains { asked.contains(" \($0) ") }, "seed \(seed): \(later.prompt)")
      }
    }
    #expect(orders > 5)
  }

  /// Also where everything that the page gives is asked for.
  @Test func aRowInSightIsNotAskedAfterwards() {
    for seed in UInt64(0)..<20 {
      for kind in [QuizKind.mixed, .typed, .choice, .several] {
        let round = QuizRound(
          QuizRequest(kind: kind, count: 40, seed: seed), material: Self.material)
        for (index, later) in round.questions.enumerated() {
          guard later.cardKind == .cell, later.parts == 1 else { continue }
          for earlier in round.questions[..<index] {
            #expect(
              !Self.shown(earlier).contains(Self.plain(later.answer)),
              "\(kind), seed \(seed): \(later.prompt) after \(earlier.prompt)")
          }
        }
      }
    }
  }

  @Test func whatIsGivenAwayComesFirst() throws {
    let telling = Made.card(
      "telling", prompt: "The harbour of Varna lies on the […]", answer: "Black Sea", line: 1)
    let told = Made.card(
      "told", prompt: "Which harbour is the largest there?", answer: "Varna", line: 2)
    for seed in UInt64(0)..<10 {
      let material = QuizMaterial(cards: [telling, told], pages: [])
      let round = QuizRound(QuizRequest(kind: .typed, count: 2, seed: seed), material: material)
      #expect(round.questions.map(\.subject) == ["told", "telling"])
      #expect(!round.answersTheRest && round.missing == 0)
    }
  }

  @Test func twoThatAnswerEachOtherAreNotBothAskedAndThatIsSaid() {
    let one = Made.card("one", prompt: "The Danube ends in the […]", answer: "Black Sea", line: 1)
    let other = Made.card(
      "other", prompt: "Into the Black Sea flows the […]", answer: "Danube", line: 2)
    let round = QuizRound(
      QuizRequest(kind: .typed, count: 2, seed: 1),
      material: QuizMaterial(cards: [one, other], pages: []))
    #expect(round.questions.count == 1 && round.answersTheRest)
    // With other things to ask about, neither need be missed.
    let more = (0..<4).map {
      Made.card("m\($0)", prompt: "Peak \($0)?", answer: "Summit \($0)", line: 3 + $0)
    }
    let rest = QuizRound(
      QuizRequest(kind: .typed, count: 5, seed: 1),
      material: QuizMaterial(cards: [one, other] + more, pages: []))
    #expect(rest.questions.count == 5)
  }

  /// What has no good choices is typed, so that no page gives fewer mixed questions than typed ones.
  @Test func aMixedQuizIsNoShorterThanATypedOne() {
    for seed in UInt64(0)..<6 {
      for count in [8, 14] {
        func asked(_ kind: QuizKind) -> [QuizQuestion] {
          QuizRound(QuizRequest(kind: kind, count: count, seed: seed), material: Self.material)
            .questions
        }
        let mixed = asked(.mixed)
        #expect(mixed.count >= asked(.typed).count, "seed \(seed), of \(count)")
        if count == 8 { #expect(Self.giveaways(mixed) == [], "seed \(seed)") }
      }
    }
  }

  @Test func ordersAndListsAreNotTyped() {
    for seed in UInt64(0)..<10 {
      for kind in [QuizKind.typed, .mixed] {
        let round = QuizRound(
          QuizRequest(kind: kind, count: 40, seed: seed), material: Self.material)
        for question in round.questions where question.form == .typed {
          #expect(question.cardKind != .order && question.cardKind != .list, "\(question.prompt)")
        }
      }
    }
  }

  private static func offer(_ request: QuizRequest) -> QuizOffer {
    QuizOffer(page, request: request) { request in
      var selection = QuizSelection(pages: [page.path])
      if case .section(_, let title) = request.scope.place {
        selection.lines = QuizSelection.lines(ofSection: title, in: page)
      }
      let material = QuizMaterial(
        cards: Self.material.cards, pages: [page], selection: selection)
      return QuizRound(request, material: material).questions.count
    }
  }

  /// With exactly as many questions as the quiz then has.
  @Test func onlyWhatCanBeAskedIsOffered() throws {
    for (kind, count) in QuizKind.allCases.flatMap({ [($0, 6), ($0, 100)] }) {
      let request = QuizRequest(
        scope: QuizScope(.page(Self.page.path)), kind: kind, count: count, seed: 3)
      let offer = Self.offer(request)
      let counts = Dictionary(uniqueKeysWithValues: offer.sections.map { ($0.title, $0.count) })
      for section in Self.page.sections where section.title != Self.page.title {
        let lines = try #require(QuizSelection.lines(ofSection: section.title, in: Self.page))
        let material = QuizMaterial(
          cards: Self.material.cards, pages: [Self.page],
          selection: QuizSelection(pages: [Self.page.path], lines: lines))
        let asked = QuizRound(request, material: material).questions.count
        #expect((counts[section.title] ?? 0) == asked, "\(kind): \(section.title)")
      }
      #expect(offer.count == QuizRound(request, material: Self.material).questions.count)
    }
    let lists = Self.offer(QuizRequest(scope: QuizScope(.page(Self.page.path)), kind: .list))
    #expect(lists.sections.map(\.title) == ["Landforms", "Key Facts"])
  }
}
