import Cards
import Foundation
import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct QuizScreenTests {
  /// A page that has something for every kind of question.
  static let page = PageReader.read(
    bytes: Array(
      """
      # Geography

      ## Capitals

      | Country | Capital | Founded |
      |---|---|---|
      | France | Paris | third century before the common era |
      | Spain | Madrid | ninth century under the emirs of the south |
      | Italy | Rome | eighth century before the common era, they say |
      | Norway | Oslo | eleventh century at the head of a fjord |
      | Greece | Athens | older than anybody can tell |
      | Austria | Vienna | first century as a camp of the legions |

      ## Landforms

      - Delta — land built up where a river slows down
      - Esker — a long ridge left by water under ice
      - Cirque — a hollow carved by a small glacier
      - Moraine — rubble pushed together by ice

      ## Finding a place

      1. Unfold the map
      2. Find north
      3. Measure the distance
      4. Draw the line

      ## Key Facts

      - Four oceans: Atlantic, Pacific, Indian, Arctic
      """.utf8), path: "geography", file: "geography.md")

  static let material = QuizMaterial(
    cards: CardMaker.cards(of: page) { _ in nil }.cards, pages: [page])

  static let wide = Size(columns: 200, rows: 60)
  static let small = Size(columns: 40, rows: 12)

  private func quiz(
    _ kind: QuizKind, count: Int = 3, minutes: Int? = nil, seed: UInt64 = 11,
    size: Size = Stage.standard
  ) -> (screen: QuizScreen, round: QuizRound) {
    let round = QuizRound(
      QuizRequest(
        scope: QuizScope(.page("geography")), kind: kind, count: count, minutes: minutes,
        seed: seed), material: Self.material)
    return (QuizScreen(round: round, scope: "Geography", size: size), round)
  }

  /// Presses what gives the right answer, and submits it.
  @discardableResult
  private func answerRight(_ screen: inout QuizScreen, _ question: QuizQuestion) -> [Effect] {
    let letters = ["a", "b", "c", "d", "e", "f"]
    switch question.form {
    case .choice(_, let correct): screen.press("\(correct + 1)")
    case .several(_, let correct): for place in correct { screen.press("\(place + 1)") }
    case .typed: screen.type(question.answer)
    case .match(_, _, let answer):
      for (row, partner) in answer.enumerated() { screen.press("\(row + 1)", letters[partner]) }
    case .order(let items, let answer):
      // Bubble each item up to its place.
      var order = Array(items.indices)
      for (place, item) in answer.enumerated() {
        guard var at = order.firstIndex(of: item) else { continue }
        for _ in 0..<items.count { screen.press("up") }
        for _ in 0..<at { screen.press("down") }
        while at > place {
          screen.press("K")
          order.swapAt(at, at - 1)
          at -= 1
        }
      }
    case .table(let table):
      if let bank = table.bank {
        for (row, place) in table.hidden.enumerated() {
          guard let letter = bank.firstIndex(of: table.text(place)) else { continue }
          screen.press("\(row + 1)", letters[letter])
        }
      } else {
        for (index, place) in table.hidden.enumerated() {
          screen.type(table.text(place))
          if index + 1 < table.hidden.count { screen.press("tab") }
        }
      }
    case .list(let items):
      for item in items {
        screen.type(item)
        screen.press("enter")
      }
    }
    return screen.press("enter")
  }

  private static let kinds: [QuizKind] = QuizKind.allCases

  @Test(arguments: kinds)
  func `Every kind is answered by keys alone, and the right answer is right`(_ kind: QuizKind)
    throws
  {
    for size in [Stage.standard, Self.wide, Self.small] {
      var (screen, round) = quiz(kind, size: size)
      for (index, question) in round.questions.enumerated() {
        #expect(screen.text(size).contains("Question \(index + 1) of \(round.questions.count)"))
        let effects = answerRight(&screen, question)
        guard case .recordQuiz(let outcome, let progress)? = effects.first else {
          Issue.record("\(kind) at \(size): not logged but \(effects); \(question)")
          return
        }
        #expect(outcome.isRight, "\(kind): \(outcome)")
        #expect(progress.answers.count == index + 1)
        #expect(screen.text(size).contains("✓ Right") || size == Self.small)
        let next = screen.press("enter")
        #expect(next.first == (index + 1 < round.questions.count ? .askNext : next.first))
      }
      #expect(screen.text(size).contains("Nothing missed."))
    }
  }

  @Test(arguments: kinds)
  func `Questions look as recorded`(_ kind: QuizKind) throws {
    for (name, size) in [("", Stage.standard), ("-wide", Self.wide), ("-small", Self.small)] {
      let (screen, _) = quiz(kind, count: 2, size: size)
      assertSnapshot(screen.text(size), named: "quiz-\(kind.rawValue)\(name)")
    }
  }

  @Test(arguments: kinds)
  func `A wrong answer and its verdict look as recorded`(_ kind: QuizKind) throws {
    var (screen, _) = quiz(kind, count: 2)
    if screen.contexts.contains(.typing) || screen.contexts.contains(.typingCells)
      || screen.contexts.contains(.listing)
    {
      screen.type("somewhere")
    } else if screen.contexts.contains(.choice) {
      screen.press("down")
    } else if screen.contexts.contains(.several) {
      screen.press("1", "2")
    } else {
      screen.press("a")
    }
    // Once more where something is still open, and past the cells that are typed.
    for _ in 0..<8
    where !screen.contexts.contains(.verdict) && !screen.contexts.contains(.typedVerdict) {
      screen.press("enter")
    }
    assertSnapshot(screen.text(), named: "quiz-\(kind.rawValue)-verdict")
  }

  @Test func `ASCII and no colour lose nothing`() {
    for kind in Self.kinds {
      let (screen, _) = quiz(kind)
      let text = screen.text(look: Look(glyphs: .ascii))
      #expect(text.contains("Question 1"))
      // What is not ASCII comes from the notes and the sentences, not from signs.
      #expect(!text.contains("▸") && !text.contains("…") || kind == .table)
    }
  }

  // MARK: Mis-keys

  @Test func `A number marks a choice; only Enter or the same number again gives it`() throws {
    var (screen, round) = quiz(.choice)
    guard case .choice(_, let correct) = try #require(round.current).form else { return }
    let wrong = (correct + 1) % 3
    #expect(screen.press("\(wrong + 1)").isEmpty, "a mis-key costs nothing")
    #expect(screen.press("\(correct + 1)").isEmpty)
    guard case .recordQuiz(let outcome, _)? = screen.press("\(correct + 1)").first else {
      Issue.record("not given")
      return
    }
    #expect(outcome.isRight)
  }

  @Test func `What was matched, moved or filled is taken back with u`() throws {
    for kind in [QuizKind.match, .order, .several] {
      var (screen, _) = quiz(kind)
      let before = screen.text()
      switch kind {
      case .match: screen.press("1", "b")
      case .order: screen.press("J")
      default: screen.press("space")
      }
      let after = screen.text()
      #expect(before != after)
      screen.press("u")
      screen.press("up", "up")
      #expect(screen.text() == before, "\(kind)")
      #expect(screen.press("u") == [.say("There is nothing to take back here.")])
    }
  }

  @Test func `A lifted row moves with the arrows and is set down with Space`() throws {
    var (screen, round) = quiz(.order)
    guard case .order(let items, _) = try #require(round.current).form else { return }
    screen.press("space", "down", "down", "space", "down")
    guard case .recordQuiz(let outcome, _)? = screen.press("enter").first,
      case .ordered(let given) = outcome.response
    else {
      Issue.record("not given")
      return
    }
    #expect(given.prefix(3) == [1, 2, 0] && given.count == items.count)
  }

  @Test func `Something left open is said once before the answer is taken`() throws {
    var (screen, _) = quiz(.match)
    screen.press("a")
    guard case .say(let text)? = screen.press("enter").first else {
      Issue.record("nothing was said")
      return
    }
    #expect(text.contains("not matched yet"))
    guard case .recordQuiz? = screen.press("enter").first else {
      Issue.record("not taken")
      return
    }
  }

  /// The Enter that leaves a verdict, pressed twice, and the one that starts a quiz.
  @Test(arguments: kinds)
  func `A question that no key has touched is not answered by one Enter`(_ kind: QuizKind) throws {
    var (screen, round) = quiz(kind)
    for question in round.questions {
      // Where a table is typed, Enter goes from cell to cell first.
      if case .table(let table) = question.form, table.bank == nil {
        for _ in table.hidden.dropFirst() { screen.press("enter") }
      }
      guard case .say(let text)? = screen.press("enter").first else {
        Issue.record("\(kind): answered at once")
        return
      }
      #expect(text.hasSuffix("once more gives the answer as it is."))
      guard case .recordQuiz? = screen.press("enter").first else {
        Issue.record("\(kind): not taken the second time")
        return
      }
      screen.press("enter")
    }
  }

  @Test func `Text that was deleted again is asked about again`() {
    var (screen, _) = quiz(.typed)
    #expect(
      screen.press("enter") == [.say("Nothing is typed yet; once more gives the answer as it is.")])
    screen.type("x")
    screen.press("backspace")
    #expect(
      screen.press("enter") == [.say("Nothing is typed yet; once more gives the answer as it is.")])
  }

  /// In the least room there is, with a notice and a place that take lines.
  @Test func `In a small window, what was read makes way for the rows`() throws {
    let round = QuizRound(
      QuizRequest(scope: QuizScope(.page("geography")), kind: .order, count: 2, seed: 11),
      material: Self.material)
    var screen = QuizScreen(
      round: round, scope: "Geography", size: Self.small,
      note: "Only 1 question: nothing else here can be asked this way.")
    #expect(screen.text(Self.small).contains("Only 1 question"))
    screen.press("down")
    let text = screen.text(Self.small)
    #expect(!text.contains("Only 1 question") && !text.contains("What is in its place"))
    for item in ["Unfold the map", "Find north", "Measure the distance", "Draw the line"] {
      #expect(text.contains(item), "\(text)")
    }
  }

  @Test func `In a small window what counts is said once for each kind`() throws {
    var (screen, round) = quiz(.several, count: 3, size: Self.small)
    #expect(round.questions.count > 1)
    #expect(screen.text(Self.small).contains("a wrong"))
    screen.press("1", "enter", "enter")
    #expect(screen.text(Self.small).contains("Question 2"))
    #expect(!screen.text(Self.small).contains("a wrong"))
    // With room, it is.
    screen.resize(to: Stage.standard)
    #expect(screen.text().contains("a wrong"))
  }

  @Test func `At every size the last line says how the answer is given`() throws {
    for kind in Self.kinds {
      for size in [Stage.standard, Self.small, Size(columns: 60, rows: 20), Self.wide] {
        let (screen, _) = quiz(kind, size: size)
        let line = try #require(screen.text(size).split(separator: "\n").last)
        #expect(line.hasPrefix(" Enter "), "\(kind) at \(size): \(line)")
        #expect(line.components(separatedBy: "choose").count <= 2, "said twice: \(line)")
        #expect(!line.contains("u undo"), "there is nothing to take back: \(line)")
      }
    }
    var (screen, _) = quiz(.several)
    screen.press("1")
    #expect(screen.text().contains("u undo"))
    // Nobody guesses it, and a small window has no other place for it.
    (screen, _) = quiz(.several, size: Self.small)
    let line = try #require(screen.text(Self.small).split(separator: "\n").last)
    #expect(line.hasPrefix(" Enter answer  Space choose  ?"), "\(line)")
  }

  @Test func `The last item of a list comes back into the field`() throws {
    var (screen, round) = quiz(.list, count: 4)
    while let question = round.current, question.parts != 4 || !question.prompt.contains("oceans") {
      answerRight(&screen, question)
      screen.press("enter")
      round.answer(.listed([]))
      round.advance()
      guard !round.isFinished else { return }
    }
    screen.type("Atlantic, Pacific")
    screen.press("enter")
    screen.type("Pcfc")
    screen.press("enter", "up", "ctrl-u")
    screen.type("Indian")
    screen.press("enter")
    guard case .recordQuiz(let outcome, _)? = screen.press("enter").first else {
      Issue.record("not given")
      return
    }
    #expect(outcome.credit == 0.75)
  }

  @Test func `A typed answer is text, whatever its letters mean elsewhere`() throws {
    var (screen, round) = quiz(.typed)
    #expect(screen.type("q?yx").isEmpty)
    #expect(screen.text().contains("q?yx"))
    screen.press("ctrl-u")
    let question = try #require(round.current)
    screen.type(question.answer.lowercased())
    screen.press("enter")
    #expect(screen.text().contains("✓ Right"))
  }

  // MARK: The end

  @Test func `The learner may overrule the verdict on what was typed, and that is logged`() throws {
    var (screen, _) = quiz(.typed)
    screen.type("somewhere")
    guard case .recordQuiz(let wrong, _)? = screen.press("enter").first else {
      Issue.record("nothing was logged")
      return
    }
    #expect(!wrong.isRight)
    guard case .amendQuiz(let right, let progress)? = screen.press("y").first else {
      Issue.record("not amended")
      return
    }
    #expect(right.isRight && right.isOverridden && progress.answers.last?.isOverridden == true)
    #expect(screen.press("y").isEmpty, "once")
    #expect(screen.text().contains("✓ Right"))
    screen.press("x")
    #expect(screen.text().contains("✗ Not right"))
  }

  /// A quiz of three choices with the first two wrong, at its end.
  private func ended() -> (screen: QuizScreen, misses: [QuizQuestion]) {
    var (screen, round) = quiz(.choice)
    var misses: [QuizQuestion] = []
    for (number, question) in round.questions.enumerated() {
      if number < 2, case .choice(let options, let correct) = question.form {
        screen.press("\((correct + 1) % options.count + 1)", "enter")
        misses.append(question)
      } else {
        answerRight(&screen, question)
      }
      screen.press("enter")
    }
    _ = screen.handle(
      .quiz(
        .report(
          QuizReport(seconds: 95, previous: QuizReport.Previous(share: 0.2, date: "2026-11-20")))),
      keymap: .standard)
    return (screen, misses)
  }

  @Test func `The end shows score, time, change and the misses with their sources`() throws {
    var (screen, misses) = ended()
    assertSnapshot(screen.text(), named: "quiz-score")
    assertSnapshot(screen.text(Self.small), named: "quiz-score-small")
    #expect(screen.text().contains("1 of 3  33%  in 2 min"))
    #expect(screen.text().contains("13 points more than last time (20% on 2026-11-20)."))
    screen.press("down")
    let place = misses[1].place
    #expect(screen.press("enter") == [.openLine(page: place.page, line: place.line)])
    #expect(screen.press("e") == [.edit(file: place.file, line: place.line)])
    #expect(screen.press("q") == [.leave])
  }

  @Test func `Misses go to today's review, one or all, once`() throws {
    var (screen, misses) = ended()
    #expect(screen.press("r") == [.sendToReview([misses[0].subject])])
    _ = screen.handle(.quiz(.sentToReview([misses[0].subject])), keymap: .standard)
    #expect(screen.text().contains("in today's review"))
    #expect(screen.press("r") == [.say("That is in today's review already.")])
    #expect(screen.press("a") == [.sendToReview([misses[1].subject])])
  }

  @Test func `Leaving keeps the quiz, and at its end just leaves`() throws {
    var (screen, round) = quiz(.choice)
    #expect(screen.press("esc") == [.leaveQuiz])
    #expect(screen.canBeResumed, "before its first answer, too")
    answerRight(&screen, try #require(round.current))
    #expect(screen.canBeResumed)
    #expect(screen.press("q") == [.leaveQuiz])
    var (typing, _) = quiz(.typed)
    #expect(typing.press("esc") == [.leaveQuiz])
  }

  // MARK: Time

  @Test func `A limit counts down and ends the quiz, but never a verdict`() throws {
    var (screen, round) = quiz(.choice, minutes: 2)
    #expect(screen.isTimed && screen.text().contains("2:00 left"))
    func tick(_ seconds: Int) -> [Effect] {
      screen.handle(.quiz(.clock(seconds: seconds)), keymap: .standard)
    }
    #expect(tick(61).isEmpty)
    #expect(screen.text().contains("0:59 left"))
    answerRight(&screen, try #require(round.current))
    #expect(tick(125).isEmpty, "the verdict may be read")
    #expect(screen.text().contains("✓ Right"))
    guard case .endQuiz(let summary)? = screen.press("enter").first else {
      Issue.record("the time is up")
      return
    }
    #expect(summary.answered == 1 && summary.questions == 3)
    #expect(screen.text().contains("The time is up. 2 of 3 were not reached."))
    #expect(!screen.isTimed)
    #expect(!quiz(.choice).screen.isTimed)
  }

  @Test func `Time that runs out while an answer is given ends the quiz`() {
    var (screen, _) = quiz(.typed, minutes: 1)
    screen.type("half an ans")
    guard
      case .endQuiz(let summary)? = screen.handle(
        .quiz(.clock(seconds: 60)), keymap: .standard
      ).first
    else {
      Issue.record("the time is up")
      return
    }
    #expect(summary.answered == 0)
    #expect(screen.text().contains("The time was up before an answer was given."))
  }

  @Test func `Nothing to ask about is said`() {
    let round = QuizRound(QuizRequest(), material: QuizMaterial(cards: [], pages: []))
    let screen = QuizScreen(round: round, scope: "Nothing", size: Stage.standard)
    #expect(screen.text().contains("There is nothing here to ask about."))
  }

  @Test func `What keys act on is in sight in a small terminal`() throws {
    for kind in [QuizKind.choice, .several, .match, .order] {
      let size = Size(columns: 30, rows: 8)
      var (screen, round) = quiz(kind, size: size)
      screen.resize(to: size)
      let rows: [String] =
        switch try #require(round.current).form {
        case .choice(let options, _), .several(let options, _): options
        case .match(let left, _, _): left
        case .order(let items, _): items
        default: []
        }
      #expect(!rows.isEmpty)
      for row in rows {
        let first = row.split(separator: " ").first.map(String.init) ?? row
        #expect(screen.text(size).contains(first), "\(kind)")
        screen.press("down")
      }
    }
  }

  @Test func `Too small a terminal says what it needs, whatever is asked`() {
    for kind in Self.kinds {
      let (screen, _) = quiz(kind)
      for size in [
        Size(columns: 12, rows: 3), Size(columns: 1, rows: 1), Size(columns: 30, rows: 8),
      ] {
        _ = screen.text(size)
      }
      #expect(screen.text(Size(columns: 20, rows: 5)).contains("needs"))
    }
  }
}

@Suite struct QuizSetupScreenTests {
  private func screen(
    page: Page? = QuizScreenTests.page, habits: QuizHabits = QuizHabits(), left: LeftQuiz? = nil,
    request: QuizRequest? = nil
  ) -> QuizSetupScreen {
    QuizSetupScreen(
      page: page, vaultName: "Notes", habits: habits, seed: 7, left: left, request: request,
      size: Stage.standard)
  }

  @Test func `A choice that is too long for its line keeps both arrows`() {
    var screen = screen(habits: QuizHabits(kind: .several))
    screen.resize(to: QuizScreenTests.small)
    for glyphs in [Glyphs.unicode, .ascii] {
      let line =
        screen.text(QuizScreenTests.small, look: Look(glyphs: glyphs))
        .split(separator: "\n").first { $0.contains("How") } ?? ""
      #expect(line.contains(glyphs.backArrow) && line.hasSuffix(glyphs.arrow), "\(line)")
    }
  }

  @Test func `Enter starts at once with what was chosen last`() {
    var first = screen()
    assertSnapshot(first.text(), named: "quiz-setup")
    assertSnapshot(first.text(QuizScreenTests.small), named: "quiz-setup-small")
    #expect(
      first.press("enter") == [
        .startQuiz(QuizRequest(scope: QuizScope(.page("geography")), seed: 7), QuizHabits())
      ])
    let habits = QuizHabits(
      kind: .match, about: .vault, weakest: true, count: 20, minutes: 5)
    var second = screen(habits: habits)
    #expect(
      second.press("enter") == [
        .startQuiz(
          QuizRequest(
            scope: QuizScope(.vault, weakest: true), kind: .match, count: 20, minutes: 5, seed: 7),
          habits)
      ])
  }

  @Test func `Rows are changed with the arrows`() {
    var screen = screen()
    screen.press("right", "down", "right", "down", "right")
    guard case .startQuiz(let request, let habits?)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.kind == .choice)
    #expect(request.scope.place == .section(page: "geography", title: "Landforms"))
    #expect(habits.about == .section && habits.kind == .choice)
  }

  @Test func `Only sections that can be asked are offered, with how many questions they give`() {
    var screen = screen()
    guard case .countQuiz(let counted)? = screen.press("right").first else {
      Issue.record("not counted")
      return
    }
    #expect(counted.scope == QuizScope(.page("geography")) && counted.kind == .choice)
    let offer = QuizOffer(
      request: counted, count: 12,
      sections: [.init(title: "Capitals", count: 5), .init(title: "Key Facts", count: 7)])
    _ = screen.handle(.quiz(.offer(offer)), keymap: Keymap.standard)
    #expect(screen.text().contains("Geography (12)"))
    screen.press("down", "right", "down")
    #expect(screen.text().contains("Capitals (5)"))
    screen.press("right")
    #expect(screen.text().contains("Key Facts (7)"))
    screen.press("right")
    #expect(screen.text().contains("Capitals (5)"), "nothing else is offered")
    // Nothing can be put in order: the page and its sections are no choices, and a late answer about
    // another kind changes nothing.
    guard case .countQuiz(let other)? = screen.press("up", "up", "right").first else {
      Issue.record("not counted")
      return
    }
    #expect(other.kind == .several)
    let none = QuizOffer(request: other, count: 0, sections: [])
    _ = screen.handle(.quiz(.offer(none)), keymap: Keymap.standard)
    _ = screen.handle(.quiz(.offer(offer)), keymap: Keymap.standard)
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.scope.place == .around("geography"))
  }

  /// With another number of questions or only the weakest it is another quiz; the one counted is the one started.
  @Test func `What is counted is what is started`() {
    var screen = screen()
    var counted: [QuizRequest] = []
    for keys in [["right"], ["down", "down", "right"], ["down", "right"]] {
      for key in keys {
        if case .countQuiz(let request)? = screen.press(key).first { counted.append(request) }
      }
    }
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(counted.count == 3 && counted.last == request)
    #expect(
      counted.map(\.count) == [10, 10, 15] && counted.map(\.scope.weakest) == [false, true, true])
  }

  @Test func `Words are typed, and wanted before it starts`() {
    var screen = screen(page: nil, habits: QuizHabits(about: .words))
    screen.press("down", "down")
    guard case .say? = screen.press("enter").first else {
      Issue.record("started without words")
      return
    }
    screen.type("quiet sea")
    guard case .startQuiz(let request, _)? = screen.press("enter").first else {
      Issue.record("not started")
      return
    }
    #expect(request.scope.place == .search("quiet sea"))
    #expect(screen.press("esc") == [.leave])
  }

  @Test func `A quiz that was left is asked about first`() {
    let left = LeftQuiz(scope: "Geography", answered: 4, questions: 10, date: "2026-11-24")
    var first = screen(left: left)
    assertSnapshot(first.text(), named: "quiz-left")
    #expect(first.press("enter") == [.resumeQuiz])
    #expect(first.press("n").isEmpty)
    guard case .startQuiz? = first.press("enter").first else {
      Issue.record("not started")
      return
    }
    let request = QuizRequest(kind: .order, seed: 3)
    var second = screen(left: left, request: request)
    #expect(second.press("n") == [.startQuiz(request, nil)])
    #expect(second.press("q") == [.leave])
  }
}
