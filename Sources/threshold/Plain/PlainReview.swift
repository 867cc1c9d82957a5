import Cards
import Collection
import FSRS
import Foundation
import Study

/// A review line by line: for screen readers, simple terminals and pipes.
struct PlainReview {
  let desk: Desk
  private var session: ReviewSession
  private let began: Instant

  init(desk: Desk, page: String?) throws {
    self.desk = desk
    session = try desk.review(page: page)
    began = desk.now
  }

  /// Runs until nothing is left, the user quits or the input ends.
  /// - Returns: whether there was anything to review.
  mutating func run() throws -> Bool {
    var hadCards = false
    while true {
      switch try desk.turn(of: &session) {
      case .card(let card, let preview):
        hadCards = true
        guard try ask(card, preview) else {
          try finish()
          return hadCards
        }
      case .wait(let until):
        let seconds = max(0, until.seconds(since: desk.now))
        say("The next card comes in \(IntervalText.text(seconds: seconds)). Come back then.")
        try finish()
        return hadCards
      case .finished:
        try finish()
        return hadCards
      }
    }
  }

  /// Shows one card and takes its rating; false when the user is done.
  private mutating func ask(_ card: StudyCard, _ preview: [Rating: Schedule]) throws -> Bool {
    let counts = session.counts(at: desk.now)
    let shownAt = desk.now
    say("")
    say("\(counts.total) left. \(card.card.context)")
    if desk.scheduler.isLeech(card.schedule) {
      say(
        "A leech: forgotten \(card.schedule.lapses) times. Reword it at \(card.card.file):\(card.card.line)."
      )
    }
    say((card.card.kind == .question ? "Open question: " : "") + card.card.prompt)
    var position: String?
    if card.card.kind == .question {
      for earlier in try desk.collection.positions(of: card.id) {
        say("On \(desk.date(of: earlier.time)) you wrote: \(earlier.text)")
      }
      guard let written = prompt("Your position, or Enter for none: ") else { return false }
      let trimmed = written.trimmingCharacters(in: .whitespacesAndNewlines)
      if !trimmed.isEmpty { position = trimmed }
    } else {
      guard let line = prompt("Enter shows the answer: ") else { return false }
      if let done = try command(line, card) { return done }
      say("Answer: \(card.card.answer)")
    }
    return try rate(card, preview, position: position, shownAt: shownAt)
  }

  private mutating func rate(
    _ card: StudyCard, _ preview: [Rating: Schedule], position: String?, shownAt: Instant
  ) throws -> Bool {
    let names: [(Rating, String)] = [
      (.again, "Again"), (.hard, "Hard"), (.good, "Good"), (.easy, "Easy"),
    ]
    let choices = names.map { rating, name in
      let interval = preview[rating]?.intervalText(answeredAt: desk.now) ?? ""
      return "\(rating.rawValue)\(rating == .good ? " or Enter" : "") \(name) (\(interval))"
    }
    let question =
      choices.joined(separator: ", ") + "; u undo, b bury, s suspend, m mark, q quit: "
    while true {
      guard let line = prompt(question) else { return false }
      if let done = try command(line, card) { return done }
      let typed = line.trimmingCharacters(in: .whitespaces)
      guard let rating = typed.isEmpty ? .good : Int(typed).flatMap(Rating.init(rawValue:)) else {
        say("Type 1, 2, 3 or 4; Enter is 3.")
        continue
      }
      var next = session
      let duration = Int(desk.now.milliseconds - shownAt.milliseconds)
      guard let answer = next.answer(rating, at: desk.now, duration: duration) else { return false }
      do {
        try desk.collection.answer(answer, position: position)
      } catch {
        guard case CollectionError.answeredElsewhere = error else { throw error }
        say("That card was answered in another window; here is the next.")
        try desk.reload(&session, keepingCard: false)
        return true
      }
      session = next
      return true
    }
  }

  /// What a letter asks for: nil when the line is none, else whether the review goes on.
  private mutating func command(_ line: String, _ card: StudyCard) throws -> Bool? {
    switch line.trimmingCharacters(in: .whitespaces).lowercased() {
    case "q": return false
    case "u": try undo()
    // The letters, and the keys of the screens.
    case "b", "-": try store(session.bury(), "Buried until tomorrow; u takes that back.")
    case "s", "@":
      try store(session.suspend(), "Suspended until you take it up again; u takes that back.")
    case "m", "*": try store(session.toggleMark(), "Mark changed.")
    default: return nil
    }
    return true
  }

  private mutating func undo() throws {
    switch session.undo() {
    case .answer:
      _ = try desk.undoAnswer()
      say("Taken back.")
    case .card(let card):
      try store(card, "Taken back.")
    case nil:
      guard let answer = try desk.undoAnswer() else {
        return say("There is nothing to take back.")
      }
      try desk.reload(&session, including: answer.cardID)
      _ = session.present(answer.cardID)
      say("Taken back.")
    }
  }

  private func store(_ card: StudyCard?, _ text: String) throws {
    guard let card else { return }
    try desk.store(marksOf: card)
    say(text)
  }

  private func finish() throws {
    let summary = ReviewSummary(answers: session.answers, scheduler: desk.scheduler)
    let next = try desk.nextText(after: session)
    say("")
    let left = session.counts(at: desk.now).total
    if summary.answers == 0 {
      say("Nothing was answered. \(left > 0 ? "\(left) left today." : next)")
      return
    }
    let ratings = Rating.allCases.map { "\(summary.ratings[$0] ?? 0) \($0)" }
    let answers = summary.answers == 1 ? "1 answer" : "\(summary.answers) answers"
    say("\(answers): \(ratings.joined(separator: ", ")).")
    if summary.questions > 0 { say("\(summary.questions) of them on open questions.") }
    if let retention = summary.retention {
      say("Recalled of what was due: \(Int((retention * 100).rounded()))%.")
    }
    say(left > 0 ? "\(left) left today." : next)
  }

  private func say(_ text: String) { print(Console.clean(text)) }

  private func prompt(_ text: String) -> String? { Console.ask(text) }
}
