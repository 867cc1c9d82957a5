import Cards
import Collection
import Foundation
import Screens
import Study

/// Keeps a quiz that is going on in the collection: each answer as it is given, and what it takes to
/// go on from there.
struct QuizKeeper {
  private let desk: Desk
  private var run: QuizRun
  /// When the question in sight was first shown.
  private var shownAt: Instant
  /// Up to when `run.spent` counts.
  private var countedTo: Instant
  private var lastRecord: QuizRecord?
  /// How the quiz stood before its first answer.
  private let beginning: QuizProgress

  /// A quiz that begins, or with `run` one that is taken up again.
  init(_ round: QuizRound, desk: Desk, resuming run: QuizRun? = nil) {
    self.desk = desk
    let now = desk.now
    self.run =
      run
      ?? QuizRun(
        scope: round.request.scope.key, started: now, questions: round.questions.count)
    self.run.questions = round.questions.count
    beginning = round.progress
    shownAt = now
    countedTo = now
  }

  /// Time spent so far, in seconds.
  var seconds: Int { max(0, run.spent + elapsed) / 1000 }

  private var elapsed: Int { max(0, Int(desk.now.milliseconds - countedTo.milliseconds)) }

  private mutating func count() {
    run.spent += elapsed
    countedTo = desk.now
  }

  mutating func showsNext() { shownAt = desk.now }

  mutating func record(_ outcome: QuizOutcome, _ progress: QuizProgress) throws {
    let now = desk.now
    let record = QuizRecord(
      cardID: outcome.question.subject, time: now, scope: run.scope,
      form: outcome.question.form.logged, isRight: outcome.isRight,
      duration: max(0, Int(now.milliseconds - shownAt.milliseconds)))
    count()
    try take(progress)
    run = try desk.collection.recordQuiz(record, in: run)
    lastRecord = record
  }

  mutating func amend(_ outcome: QuizOutcome, _ progress: QuizProgress) throws {
    guard var record = lastRecord else { return }
    record.isRight = outcome.isRight
    count()
    try take(progress)
    run = try desk.collection.amendQuiz(record, in: run)
    lastRecord = record
  }

  private mutating func take(_ progress: QuizProgress) throws {
    run.answered = progress.answers.count
    run.credit = progress.answers.reduce(0) { $0 + $1.credit }
    run.state = try Console.json(progress, pretty: false)
  }

  /// Leaves it, to be taken up again.
  /// - Returns: whether it is kept: not when there was nothing to ask.
  mutating func leave() throws -> Bool {
    if run.state == nil { try take(beginning) }
    guard run.questions > 0 else { return false }
    count()
    run = try desk.collection.store(run)
    return true
  }

  /// Ends it, and says how it compares with the last one.
  mutating func end() throws -> QuizReport {
    count()
    let previous = try desk.collection.lastQuiz(scope: run.scope, besides: run)
    if run.id != nil {
      run.ended = desk.now
      run.state = nil
      run = try desk.collection.store(run)
    }
    return QuizReport(
      seconds: seconds,
      previous: previous.flatMap { last in
        guard let ended = last.ended, last.answered > 0 else { return nil }
        return QuizReport.Previous(
          share: last.credit / Double(last.answered), date: desk.date(of: ended))
      })
  }
}

extension QuizQuestion.Form {
  /// As the collection names it.
  fileprivate var logged: QuizRecord.Form {
    switch self {
    case .choice: .choice
    case .several: .several
    case .typed: .typed
    case .match: .match
    case .order: .order
    case .table: .table
    case .list: .list
    }
  }
}
