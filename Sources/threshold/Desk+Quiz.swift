import Cards
import Collection
import Foundation
import Notes
import Screens
import Study

extension Desk {
  /// A new quiz.
  func quiz(_ request: QuizRequest) throws -> QuizRound {
    var read = QuizReading()
    return try drawing.quiz(request, read: &read)
  }

  private var drawing: QuizDrawing {
    QuizDrawing(vault: vault, collection: collection, scheduler: scheduler, now: now) { query in
      try Searcher(self).pages(with: query)
    }
  }

  /// What is said instead of an empty quiz.
  static func nothingToAsk(_ request: QuizRequest) -> String {
    if request.scope.weakest { return "Nothing was learnt here yet, so nothing is weak." }
    switch request.kind {
    case .choice, .typed, .mixed: return "There is nothing here to ask about."
    case .several, .match, .order, .table, .list:
      return "Nothing here can be asked that way; a mixed quiz takes what there is."
    }
  }

  /// What is said of a quiz with fewer questions than asked for: how many there are, and why; nil for
  /// one with all.
  static func shortage(of round: QuizRound) -> String? {
    guard round.missing > 0 else { return nil }
    let count = round.questions.count
    let found = count == 1 ? "1 question" : "\(count) questions"
    if round.request.scope.weakest, !round.answersTheRest {
      return "Only \(found): nothing else was learnt here that can be asked this way."
    }
    if round.answersTheRest {
      return
        "Only \(found): \(count == 1 ? "it gives" : "they give") away what else could be asked here."
    }
    switch round.request.kind {
    case .choice, .typed, .mixed:
      return "Only \(found): nothing else here can be asked without giving itself away."
    case .several, .match, .order, .table, .list:
      return "Only \(found): nothing else here can be asked this way."
    }
  }

  // MARK: Left quizzes

  /// The quiz that was left and can be taken up again, with what is known of it.
  func leftQuiz() throws -> (run: QuizRun, progress: QuizProgress, shown: LeftQuiz)? {
    guard let run = try collection.leftQuiz(), let state = run.state else { return nil }
    let progress: QuizProgress
    do {
      progress = try JSONDecoder.quiz.decode(QuizProgress.self, from: Data(state.utf8))
    } catch is DecodingError {
      // Written by another version: what was answered is in the log, the rest cannot be asked.
      try collection.endLeftQuizzes(at: now)
      return nil
    }
    let shown = LeftQuiz(
      scope: title(of: progress.request.scope), answered: run.answered, questions: run.questions,
      date: date(of: run.started))
    return (run, progress, shown)
  }

  /// The left quiz as it goes on, and what the notes' changes did to it, in words.
  func resume(_ progress: QuizProgress) throws -> (round: QuizRound, note: String?) {
    let scope = progress.request.scope
    var request = progress.request
    // Not only the weakest, so that a question about something no longer weak stays.
    let isThere = scope.page.map { vault.outline($0) != nil } ?? true
    request.scope = QuizScope(isThere ? scope.place : .vault)
    let pages = Set(progress.questions.map(\.place.page))
    var read = QuizReading()
    let source = try drawing.source(request, keeping: pages, read: &read)
    let (round, repair) = QuizRound.resume(
      progress, material: source.material, links: source.links)
    var notes: [String] = []
    func questions(_ count: Int) -> String { count == 1 ? "1 question" : "\(count) questions" }
    if repair.replaced > 0 {
      notes.append("The notes have changed: \(questions(repair.replaced)) replaced.")
    }
    if repair.dropped > 0 {
      notes.append("The notes have changed: \(questions(repair.dropped)) dropped.")
    }
    return (round, notes.isEmpty ? nil : notes.joined(separator: " "))
  }

  // MARK: Habits

  /// What was chosen last when a quiz was set up.
  func quizHabits() throws -> QuizHabits {
    guard let text = try collection.setting(Self.habitsKey) else { return QuizHabits() }
    do {
      return try JSONDecoder.quiz.decode(QuizHabits.self, from: Data(text.utf8))
    } catch is DecodingError {
      return QuizHabits()
    }
  }

  func remember(_ habits: QuizHabits) throws {
    try collection.set(Self.habitsKey, to: Console.json(habits, pretty: false), at: now)
  }

  private static let habitsKey = "quiz.habits"

  // MARK: Misses

  /// Sends cards to today's review; those that are gone from the notes are left out.
  /// - Returns: the cards that were sent.
  func sendToReview(_ ids: [Card.ID]) throws -> [Card.ID] {
    let known = try collection.schedules(of: ids)
    let sent = ids.filter { known[$0] != nil }
    try collection.bringBack(sent, using: scheduler, at: now)
    return sent
  }

  // MARK: Names

  func title(of scope: QuizScope) -> String { scope.title(named: name(of: scope.page)) }

  /// A page's title, or the vault's name.
  func name(of page: String?) -> String {
    page.flatMap { vault.outline($0)?.title } ?? vaultName
  }
}

extension JSONDecoder {
  /// Reads what `Console.json` writes.
  fileprivate static var quiz: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }
}
