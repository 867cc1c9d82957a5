import Cards
import Screens
import Study

extension Desk {
  /// A turn of a review with everything its screen shows.
  func turn(
    _ turn: Turn, of session: ReviewSession, began: Instant, note: String? = nil
  ) throws -> ReviewTurn {
    let now = now
    var result = ReviewTurn(
      show: .wait(seconds: 0), left: session.counts(at: now), done: session.answers.count,
      seconds: Int(now.seconds(since: began)), note: note)
    switch turn {
    case .card(let card, let preview):
      result.show = .card(
        card, intervals: preview.mapValues { $0.intervalText(answeredAt: now) },
        isLeech: scheduler.isLeech(card.schedule))
      if card.card.kind == .question {
        result.positions = try datedPositions(of: card.id)
      }
    case .wait(let until):
      result.show = .wait(seconds: max(0, Int(until.seconds(since: now).rounded(.up))))
    case .finished:
      result.show = .finished(report(of: session))
    }
    return result
  }

  func date(of moment: Instant) -> String {
    scheduler.calendar.date(of: scheduler.calendar.day(of: moment)).text
  }

  private func report(of session: ReviewSession) -> ReviewReport {
    let forgotten = Set(
      session.answers.filter { $0.rating == .again && $0.kind != .question }.map(\.cardID))
    return ReviewReport(
      summary: ReviewSummary(answers: session.answers, scheduler: scheduler),
      next: nextDueText(session.summary(at: now).nextDue),
      missed: cards.filter { forgotten.contains($0.id) }.map(\.card))
  }

  /// `Next: tomorrow.` in the words of the calendar.
  func nextDueText(_ next: Instant?) -> String {
    guard let next else { return "Nothing else is scheduled." }
    let days = scheduler.calendar.day(of: next).days(since: today)
    switch days {
    case ..<1:
      return "The next card comes in \(IntervalText.text(seconds: next.seconds(since: now)))."
    case 1: return "The next cards come tomorrow."
    default: return "The next cards come in \(days) days, on \(date(of: next))."
    }
  }
}
