import ArgumentParser
import Cards
import Collection
import Study

/// What a quiz is asked for with.
struct QuizRequest {
  /// A page's path; nil for the whole vault.
  var page: String?
  var mode = QuizMode.mixed
  var count: Int? = 10
  /// Nil takes the clock, so that every quiz is another one.
  var seed: UInt64?
}

extension QuizMode: ExpressibleByArgument {}

extension Desk {
  func quiz(_ request: QuizRequest) throws -> QuizRound {
    let all = try collection.studyCards().map(\.card)
    let asked = request.page.map { page in all.filter { $0.page == page } } ?? all
    let seed = request.seed ?? UInt64(bitPattern: now.milliseconds)
    return QuizRound(
      cards: asked, mode: request.mode, count: request.count, seed: seed,
      others: request.page == nil ? [] : all.filter { $0.page != request.page })
  }

  /// Logs an answer of a quiz; `duration` is in milliseconds.
  func record(_ outcome: QuizOutcome, scope: String, duration: Int) throws {
    try collection.recordQuiz(
      QuizRecord(
        cardID: outcome.question.card.id, time: now, scope: scope,
        form: outcome.question.form == .typed ? .typed : .choice, isRight: outcome.isRight,
        duration: max(0, duration)))
  }

  /// A page's title, or the vault's name.
  func name(of page: String?) -> String {
    page.flatMap { vault.outline($0)?.title } ?? vaultName
  }
}
