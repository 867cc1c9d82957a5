import Cards
import Foundation
import Screens
import Study

/// A quiz line by line: for screen readers, simple terminals and pipes.
struct PlainQuiz {
  private let desk: Desk
  private var round: QuizRound
  private var keeper: QuizKeeper
  private var report: QuizReport?

  private init(desk: Desk, round: QuizRound, keeper: QuizKeeper) {
    self.desk = desk
    self.round = round
    self.keeper = keeper
  }

  /// Runs until the last question, `q`, the end of the time or the end of the input.
  /// - Returns: whether there was anything to ask.
  static func run(_ command: QuizCommand, desk: Desk) throws -> Bool {
    let left = try desk.leftQuiz()
    var resumes = command.begin == .resume
    if command.begin == .ask, let left {
      let shown = left.shown
      print(
        Console.clean(
          "A quiz was left: \(shown.scope), \(shown.answered) of \(shown.questions) answered, "
            + "begun on \(shown.date)."))
      guard let line = Console.ask("c goes on with it, n begins a new one: ") else { return true }
      resumes = !line.lowercased().hasPrefix("n")
    }
    if resumes {
      guard let left else { throw QuizCommand.nothingLeft }
      let (round, note) = try desk.resume(left.progress)
      var quiz = PlainQuiz(
        desk: desk, round: round,
        keeper: QuizKeeper(round, desk: desk, resuming: left.run))
      if let note { quiz.say(note) }
      return try quiz.ask()
    }
    let request = try command.request(in: desk)
    let round = try desk.quiz(request)
    guard !round.questions.isEmpty else {
      print(Console.clean(Desk.nothingToAsk(request)))
      return false
    }
    try desk.collection.endLeftQuizzes(at: desk.now)
    var quiz = PlainQuiz(desk: desk, round: round, keeper: QuizKeeper(round, desk: desk))
    if let shortage = Desk.shortage(of: round) { quiz.say(shortage) }
    return try quiz.ask()
  }

  private mutating func ask() throws -> Bool {
    while let question = round.current {
      if isTimeUp { return try finish(isTimeUp: true) }
      say("")
      say(
        "Question \(round.index + 1) of \(round.questions.count). \(question.place.context)"
          + timeLeft)
      say(question.prompt)
      if !question.rule.isEmpty { say(question.rule) }
      keeper.showsNext()
      guard let response = PlainQuestion(question).response() else { return try leave() }
      if isTimeUp { return try finish(isTimeUp: true) }
      guard let outcome = round.answer(response) else { return try leave() }
      try keeper.record(outcome, round.progress)
      try judge(outcome)
      round.advance()
    }
    return try finish(isTimeUp: false)
  }

  private var limit: Int? { round.request.minutes.map { $0 * 60 } }
  private var isTimeUp: Bool { limit.map { keeper.seconds >= $0 } ?? false }
  private var timeLeft: String {
    guard let limit else { return "" }
    let left = max(0, limit - keeper.seconds)
    return " (\((left + 59) / 60) min left)"
  }

  private mutating func judge(_ outcome: QuizOutcome) throws {
    for line in PlainQuestion.verdict(outcome) { say(line) }
    guard QuizVerdict.mayBeOverruled(outcome.question) else { return }
    // What is right is asked about only where the words differ: nobody wants to press Enter twice.
    if outcome.isRight, outcome.verdict.typed.map({ $0.verdict == .exact }) ?? true { return }
    let question =
      outcome.isRight
      ? "Enter goes on; x if you were wrong: " : "Enter goes on; y if you were right: "
    let line = (Console.ask(question) ?? "").lowercased()
    if line.hasPrefix("y") { round.override(right: true) }
    if line.hasPrefix("x") { round.override(right: false) }
    if let now = round.outcome, now != outcome { try keeper.amend(now, round.progress) }
  }

  /// How a quiz is taken up again that was left on the way.
  static let kept = "The quiz is kept: `threshold quiz --resume` goes on with it."

  private mutating func leave() throws -> Bool {
    let isKept = try keeper.leave()
    say("")
    let summary = round.summary
    if summary.answered > 0 { say("\(summary.score) of \(summary.answered) so far.") }
    if isKept { say(Self.kept) }
    return true
  }

  private mutating func finish(isTimeUp: Bool) throws -> Bool {
    let report = try keeper.end()
    let summary = round.summary
    say("")
    if isTimeUp {
      let left = summary.questions - summary.answered
      say("The time is up. \(left) of \(summary.questions) were not reached.")
    }
    let percent = summary.share.map { " (\(Int(($0 * 100).rounded()))%)" } ?? ""
    say("Score \(summary.score) of \(summary.answered)\(percent), in \(Self.time(report.seconds)).")
    if let share = summary.share, let change = report.change(from: share) { say(change) }
    for miss in summary.misses {
      let place = miss.question.place
      say("Missed (\(place.file):\(place.line)): \(miss.question.prompt)")
      say("Answer: \(miss.question.answer)")
    }
    try offerReview(summary)
    return true
  }

  private func offerReview(_ summary: QuizSummary) throws {
    var cards: [Card.ID] = []
    for card in summary.misses.flatMap(\.missedCards) where !cards.contains(card) {
      cards.append(card)
    }
    guard !cards.isEmpty else { return }
    let what = cards.count == 1 ? "1 card" : "\(cards.count) cards"
    let line = Console.ask("r sends what was missed (\(what)) to today's review; Enter leaves: ")
    guard line?.lowercased().hasPrefix("r") == true else { return }
    let sent = try desk.sendToReview(cards)
    say(sent.count == 1 ? "1 card comes up today." : "\(sent.count) cards come up today.")
  }

  private static func time(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  private func say(_ text: String) { print(Console.clean(text)) }
}
