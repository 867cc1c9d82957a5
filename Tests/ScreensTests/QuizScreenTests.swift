import Cards
import Foundation
import Notes
import Screens
import Study
import Support
import Surface
import Testing

@Suite struct QuizScreenTests {
  @Test(arguments: QuizStage.kinds)
  func `Every kind is answered by keys alone, and the right answer is right`(_ kind: QuizKind)
    throws
  {
    for size in [Stage.standard, QuizStage.wide, QuizStage.small] {
      var (screen, round) = QuizStage.quiz(kind, size: size)
      for (index, question) in round.questions.enumerated() {
        #expect(screen.text(size).contains("Question \(index + 1) of \(round.questions.count)"))
        let effects = QuizStage.answerRight(&screen, question)
        guard case .recordQuiz(let outcome, let progress)? = effects.first else {
          Issue.record("\(kind) at \(size): not logged but \(effects); \(question)")
          return
        }
        #expect(outcome.isRight, "\(kind): \(outcome)")
        #expect(progress.answers.count == index + 1)
        #expect(screen.text(size).contains("✓ Right") || size == QuizStage.small)
        let next = screen.press("enter")
        #expect(next.first == (index + 1 < round.questions.count ? .askNext : next.first))
      }
      #expect(screen.text(size).contains("Nothing missed."))
    }
  }

  @Test(arguments: QuizStage.kinds)
  func `Questions look as recorded`(_ kind: QuizKind) throws {
    for (name, size) in [
      ("", Stage.standard), ("-wide", QuizStage.wide), ("-small", QuizStage.small),
    ] {
      let (screen, _) = QuizStage.quiz(kind, count: 2, size: size)
      assertSnapshot(screen.text(size), named: "quiz-\(kind.rawValue)\(name)")
    }
  }

  @Test(arguments: QuizStage.kinds)
  func `A wrong answer and its verdict look as recorded`(_ kind: QuizKind) throws {
    var (screen, _) = QuizStage.quiz(kind, count: 2)
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
    for kind in QuizStage.kinds {
      let (screen, _) = QuizStage.quiz(kind)
      let text = screen.text(look: Look(glyphs: .ascii))
      #expect(text.contains("Question 1"))
      // What is not ASCII comes from the notes and the sentences, not from signs.
      #expect(!text.contains("▸") && !text.contains("…") || kind == .table)
    }
  }

  // MARK: Mis-keys

  @Test func `A number marks a choice; only Enter or the same number again gives it`() throws {
    var (screen, round) = QuizStage.quiz(.choice)
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
      var (screen, _) = QuizStage.quiz(kind)
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
    var (screen, round) = QuizStage.quiz(.order)
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
    var (screen, _) = QuizStage.quiz(.match)
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
  @Test(arguments: QuizStage.kinds)
  func `A question that no key has touched is not answered by one Enter`(_ kind: QuizKind) throws {
    var (screen, round) = QuizStage.quiz(kind)
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
    var (screen, _) = QuizStage.quiz(.typed)
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
      material: QuizStage.material)
    var screen = QuizScreen(
      round: round, scope: "Geography", size: QuizStage.small,
      note: "Only 1 question: nothing else here can be asked this way.")
    #expect(screen.text(QuizStage.small).contains("Only 1 question"))
    screen.press("down")
    let text = screen.text(QuizStage.small)
    #expect(!text.contains("Only 1 question") && !text.contains("What is in its place"))
    for item in ["Unfold the map", "Find north", "Measure the distance", "Draw the line"] {
      #expect(text.contains(item), "\(text)")
    }
  }

  @Test func `In a small window what counts is said once for each kind`() throws {
    var (screen, round) = QuizStage.quiz(.several, count: 3, size: QuizStage.small)
    #expect(round.questions.count > 1)
    #expect(screen.text(QuizStage.small).contains("a wrong"))
    screen.press("1", "enter", "enter")
    #expect(screen.text(QuizStage.small).contains("Question 2"))
    #expect(!screen.text(QuizStage.small).contains("a wrong"))
    // With room, it is.
    screen.resize(to: Stage.standard)
    #expect(screen.text().contains("a wrong"))
  }

  @Test func `At every size the last line says how the answer is given`() throws {
    for kind in QuizStage.kinds {
      for size in [Stage.standard, QuizStage.small, Size(columns: 60, rows: 20), QuizStage.wide] {
        let (screen, _) = QuizStage.quiz(kind, size: size)
        let line = try #require(screen.text(size).split(separator: "\n").last)
        #expect(line.hasPrefix(" Enter "), "\(kind) at \(size): \(line)")
        #expect(line.components(separatedBy: "choose").count <= 2, "said twice: \(line)")
        #expect(!line.contains("u undo"), "there is nothing to take back: \(line)")
      }
    }
    var (screen, _) = QuizStage.quiz(.several)
    screen.press("1")
    #expect(screen.text().contains("u undo"))
    // Nobody guesses it, and a small window has no other place for it.
    (screen, _) = QuizStage.quiz(.several, size: QuizStage.small)
    let line = try #require(screen.text(QuizStage.small).split(separator: "\n").last)
    #expect(line.hasPrefix(" Enter answer  Space choose  ?"), "\(line)")
  }

  @Test func `The last line names no more choices than there are`() throws {
    var lines: [String] = []
    for kind in [QuizKind.choice, .match, .table] {
      let (screen, round) = QuizStage.quiz(kind, size: QuizStage.wide)
      let line = try #require(screen.text(QuizStage.wide).split(separator: "\n").last)
      let letter: Substring?
      switch try #require(round.current).form {
      case .choice(let options, _): letter = "abcdef".prefix(options.count).suffix(1)
      case .match(_, let right, _): letter = "abcdef".prefix(right.count).suffix(1)
      case .table(let table):
        letter = table.bank.map { "abcdef".prefix($0.count).suffix(1) }
      default: letter = nil
      }
      guard let letter else { continue }
      #expect(line.contains("to \(letter):"), "\(line)")
      lines.append(String(line))
    }
    #expect(lines.count > 1 && lines[0].contains("1 to "))
  }

  @Test func `The last item of a list comes back into the field`() throws {
    var (screen, round) = QuizStage.quiz(.list, count: 4)
    while let question = round.current, question.parts != 4 || !question.prompt.contains("oceans") {
      QuizStage.answerRight(&screen, question)
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
    var (screen, round) = QuizStage.quiz(.typed)
    #expect(screen.type("q?yx").isEmpty)
    #expect(screen.text().contains("q?yx"))
    screen.press("ctrl-u")
    let question = try #require(round.current)
    screen.type(question.answer.lowercased())
    screen.press("enter")
    #expect(screen.text().contains("✓ Right"))
  }

  @Test func `Nothing to ask about is said`() {
    let round = QuizRound(QuizRequest(), material: QuizMaterial(cards: [], pages: []))
    let screen = QuizScreen(round: round, scope: "Nothing", size: Stage.standard)
    #expect(screen.text().contains("There is nothing here to ask about."))
  }

  @Test func `What keys act on is in sight in a small terminal`() throws {
    for kind in [QuizKind.choice, .several, .match, .order] {
      let size = Size(columns: 30, rows: 8)
      var (screen, round) = QuizStage.quiz(kind, size: size)
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
    for kind in QuizStage.kinds {
      let (screen, _) = QuizStage.quiz(kind)
      for size in [
        Size(columns: 12, rows: 3), Size(columns: 1, rows: 1), Size(columns: 30, rows: 8),
      ] {
        _ = screen.text(size)
      }
      #expect(screen.text(Size(columns: 20, rows: 5)).contains("needs"))
    }
  }
}
