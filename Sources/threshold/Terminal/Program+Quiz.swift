import Cards
import Collection
import Screens
import Study

/// What quizzes ask for.
extension Program {
  /// Whether the quiz on the screen has a limit.
  var isTimingQuiz: Bool { (screens.last as? QuizScreen)?.isTimed == true }

  func tellQuizTheTime() throws {
    guard isTimingQuiz, let quiz else { return }
    try dispatch(.quiz(.clock(seconds: quiz.seconds)))
  }

  func performQuiz(_ effect: Effect) throws {
    switch effect {
    case .setUpQuiz(let page): try setUpQuiz(page: page)
    case .countQuiz(let request): background?.count(request, in: desk.vault)
    case .startQuiz(let request, let habits): try startQuiz(request, habits)
    case .resumeQuiz: try resumeQuiz()
    case .askNext:
      quiz?.showsNext()
      try tellQuizTheTime()
    case .recordQuiz(let outcome, let progress): try quiz?.record(outcome, progress)
    case .amendQuiz(let outcome, let progress): try quiz?.amend(outcome, progress)
    case .leaveQuiz: try leaveQuiz()
    case .endQuiz:
      if let report = try quiz?.end() { try dispatch(.quiz(.report(report))) }
    case .sendToReview(let cards): try sendToReview(cards)
    default: break
    }
  }

  /// From the command line: with a quiz that was left that is asked about first.
  func begin(_ command: QuizCommand) throws {
    let left = try desk.leftQuiz()
    switch command.begin {
    case .resume:
      guard left != nil else { throw QuizCommand.nothingLeft }
      try resumeQuiz()
    case .new:
      try startQuiz(try command.request(in: desk), nil)
    case .ask:
      let request = try command.request(in: desk)
      guard left != nil else { return try startQuiz(request, nil) }
      push(
        QuizSetupScreen(
          page: nil, vaultName: desk.vaultName, habits: QuizHabits(), seed: request.seed,
          left: left?.shown, request: request, size: size))
    }
  }

  private func setUpQuiz(page: String?) throws {
    let habits = try desk.quizHabits()
    let seed = UInt64(bitPattern: desk.now.milliseconds)
    push(
      QuizSetupScreen(
        page: page.flatMap { desk.vault.page($0) }, vaultName: desk.vaultName, habits: habits,
        seed: seed, left: try desk.leftQuiz()?.shown, size: size))
    if let page {
      background?.count(habits.request(.page(page), seed: seed), in: desk.vault)
    }
  }

  private func startQuiz(_ request: QuizRequest, _ habits: QuizHabits?) throws {
    if let habits { try desk.remember(habits) }
    let round = try desk.quiz(request)
    if round.questions.isEmpty, screens.last is QuizSetupScreen {
      return message = Desk.nothingToAsk(request)
    }
    // Only now is it sure that there is something to begin.
    try desk.collection.endLeftQuizzes(at: desk.now)
    show(round, note: Desk.shortage(of: round), resuming: nil)
  }

  private func resumeQuiz() throws {
    guard let left = try desk.leftQuiz() else {
      return message = "There is no quiz to go on with."
    }
    let (round, note) = try desk.resume(left.progress)
    show(round, note: note, resuming: left.run)
    guard round.isFinished else { return }
    // The notes no longer give what was left to ask.
    try performQuiz(.endQuiz(round.summary))
  }

  private func show(_ round: QuizRound, note: String?, resuming run: QuizRun?) {
    if screens.last is QuizSetupScreen { screens.removeLast() }
    let keeper = QuizKeeper(round, desk: desk, resuming: run)
    quiz = keeper
    push(
      QuizScreen(
        round: round, scope: desk.title(of: round.request.scope), size: size,
        seconds: keeper.seconds, note: note))
  }

  private func leaveQuiz() throws {
    let isKept = try quiz?.leave() ?? false
    try leave()
    guard isKept else { return }
    if screens.isEmpty {
      farewell = PlainQuiz.kept
    } else {
      message = "The quiz is kept: Q takes it up again."
    }
  }

  /// Keeps the quiz that the program is ended in the midst of, also before its first answer.
  func keepQuiz() throws {
    guard screens.contains(where: { ($0 as? QuizScreen)?.canBeResumed == true }) else { return }
    _ = try quiz?.leave()
  }

  private func sendToReview(_ cards: [Card.ID]) throws {
    let sent = try desk.sendToReview(cards)
    try dispatch(.quiz(.sentToReview(sent)))
    message =
      sent.isEmpty
      ? "These cards are no longer in the notes."
      : sent.count == 1 ? "1 card comes up today." : "\(sent.count) cards come up today."
  }
}
