import Cards
import FSRS
import GRDB
import Study

/// What the user has set on a card: not part of what the log amounts to.
public struct Marks: Sendable, Hashable {
  public var suspended: Bool
  public var buriedOn: StudyDay?
  public var marked: Bool

  public init(suspended: Bool = false, buriedOn: StudyDay? = nil, marked: Bool = false) {
    self.suspended = suspended
    self.buriedOn = buriedOn
    self.marked = marked
  }

  public init(_ schedule: Schedule) {
    self.init(
      suspended: schedule.suspended, buriedOn: schedule.buriedOn, marked: schedule.marked)
  }
}

extension Collection {
  /// Records an answer and, for an open question, the position that was written with it. Both are
  /// on disk at return.
  /// - Parameter position: not kept again when it is what the card's newest position says already.
  /// - Throws: `.answeredElsewhere` when the card's schedule is not the one the answer started
  ///   from, because another program has answered it: nothing is recorded, and it should be read
  ///   again. `.unknownCard` for a card that no reading has stored.
  public func answer(_ answer: Answer, position: String? = nil) throws(CollectionError) {
    guard answer.kind != .quiz else { throw .notAReview(id: answer.cardID) }
    let review = try write { db in
      guard var row = try db.scheduleRow(of: answer.cardID) else {
        throw CollectionError.unknownCard(id: answer.cardID)
      }
      guard row.schedule.reviews == answer.before.reviews,
        row.schedule.lastReview == answer.before.lastReview
      else { throw CollectionError.answeredElsewhere(id: answer.cardID) }
      var after = answer.after
      // What another program has marked since is left as it is.
      let before = answer.before
      if after.suspended == before.suspended { after.suspended = row.schedule.suspended }
      if after.buriedOn == before.buriedOn { after.buriedOn = row.schedule.buriedOn }
      if after.marked == before.marked { after.marked = row.schedule.marked }
      let review = try db.append(ReviewRecord(answer), previous: row.newestReview)
      try db.keepForUndo(row, after: Marks(after), review: review)
      if row.schedule.state == .new { try db.setUnseen(false, card: answer.cardID) }
      row = ScheduleRow(schedule: after, newestReview: review, broughtBack: nil)
      try db.updateSchedule(of: answer.cardID, to: row)
      if let position {
        try db.addPosition(
          Position(cardID: answer.cardID, time: answer.time, text: position))
      }
      return review
    }
    ownReviews.append(review)
  }

  /// Takes back the log's last row and gives the card exactly the schedule it had before it. Marks
  /// that were set since stay, and so do written positions: undo reverts the answer and nothing
  /// else.
  ///
  /// After a restart the last answer can be taken back too, unless another program is open.
  /// - Parameter start: answers before this moment stay; the start of the study day.
  /// - Returns: the answer that was taken back; nil when there is none.
  /// - Throws: `.notOursToUndo` when another program has answered since.
  @discardableResult
  public func undo(since start: Instant) throws(CollectionError) -> Answer? {
    let own = ownReviews.last
    if own == nil, !isAlone() { return nil }
    let undone: Answer? = try write { db in
      guard let newest = try db.newestReview()
      else { return nil }
      if let own, own != newest { throw CollectionError.notOursToUndo }
      return try db.takeBack(newest, since: start)
    }
    if undone != nil, own != nil { ownReviews.removeLast() }
    return undone
  }

  /// Whether `undo(since:)` would find an answer to take back.
  public func canUndo(since start: Instant) throws(CollectionError) -> Bool {
    guard !ownReviews.isEmpty || isAlone() else { return false }
    return try read { db in
      guard let newest = try db.newestReview(), let record = try db.reviewRecord(newest)
      else { return false }
      return try record.time >= start && db.keptForUndo(review: newest) != nil
    }
  }

  /// Sets what the user has chosen for a card; the memory stays as it is.
  public func setMarks(_ marks: Marks, of id: Card.ID) throws(CollectionError) {
    try setMarks([id: marks])
  }

  /// The same for several cards in one transaction.
  public func setMarks(_ marks: [Card.ID: Marks]) throws(CollectionError) {
    guard !marks.isEmpty else { return }
    try write { db in
      for (id, marks) in marks.sorted(by: { $0.key < $1.key }) {
        try db.run(
          "UPDATE schedule SET suspended = ?, buried_on = ?, marked = ? WHERE card_id = ?"
        ) {
          $0.bind(marks.suspended)
          $0.bind(marks.buriedOn.map { Int64($0.number) })
          $0.bind(marks.marked)
          $0.bind(id)
        }
        guard db.changesCount > 0 else { throw CollectionError.unknownCard(id: id) }
      }
    }
  }

  /// Sends cards to today's review although their day has not come, such as the misses of a quiz.
  public func bringBack(
    _ ids: [Card.ID], using scheduler: Scheduler, at now: Instant
  ) throws(CollectionError) {
    guard !ids.isEmpty else { return }
    try write { db in
      for id in ids {
        guard try db.bringBack(id, using: scheduler, at: now) else {
          throw CollectionError.unknownCard(id: id)
        }
      }
    }
  }

  /// Whether no other program has the collection open at this moment.
  private func isAlone() -> Bool {
    defer { mark.share() }
    return mark.takeAlone()
  }
}

extension Database {
  func setUnseen(_ unseen: Bool, card id: String) throws {
    try run("UPDATE card SET unseen = ? WHERE id = ?") {
      $0.bind(unseen)
      $0.bind(id)
    }
  }

  /// - Returns: whether there is such a card.
  func bringBack(_ id: String, using scheduler: Scheduler, at now: Instant) throws -> Bool {
    guard var row = try scheduleRow(of: id) else { return false }
    row.schedule = scheduler.broughtBack(row.schedule, at: now)
    row.broughtBack = now.milliseconds
    return try updateSchedule(of: id, to: row)
  }

  fileprivate func keepForUndo(_ row: ScheduleRow, after: Marks, review: Int64) throws {
    try run(
      """
      INSERT INTO undo (\(ScheduleRow.columns),
        review_id, suspended_after, buried_on_after, marked_after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.bind(row)
      $0.bind(review)
      $0.bind(after.suspended)
      $0.bind(after.buriedOn.map { Int64($0.number) })
      $0.bind(after.marked)
    }
  }

  /// Nil, and nothing changed, when the row is older than `start` or can no longer be taken back.
  fileprivate func takeBack(_ review: Int64, since start: Instant) throws -> Answer? {
    guard let record = try reviewRecord(review), record.time >= start,
      let now = try scheduleRow(of: record.cardID), now.newestReview == review,
      let (kept, marksAfter) = try keptForUndo(review: review)
    else { return nil }
    var before = kept
    // A mark that is no longer as the answer left it was set by the user since.
    let marksNow = Marks(now.schedule)
    if marksNow.suspended != marksAfter.suspended {
      before.schedule.suspended = marksNow.suspended
    }
    if marksNow.buriedOn != marksAfter.buriedOn { before.schedule.buriedOn = marksNow.buriedOn }
    if marksNow.marked != marksAfter.marked { before.schedule.marked = marksNow.marked }
    try updateSchedule(of: record.cardID, to: before)
    try run("DELETE FROM undo WHERE review_id = ?") { $0.bind(review) }
    try run("DELETE FROM review WHERE id = ?") { $0.bind(review) }
    if before.schedule.state == .new { try setUnseen(true, card: record.cardID) }
    return Answer(
      cardID: record.cardID, time: record.time, rating: record.rating, kind: record.kind,
      elapsedDays: record.elapsedDays, duration: record.duration, before: before.schedule,
      after: now.schedule)
  }

  fileprivate func keptForUndo(review: Int64) throws -> (ScheduleRow, Marks)? {
    let end = ScheduleRow.columnCount
    return try first(
      """
      SELECT \(ScheduleRow.columns), suspended_after, buried_on_after, marked_after
      FROM undo WHERE review_id = ?
      """
    ) {
      $0.bind(review)
    } _: {
      let marks = Marks(
        suspended: $0.flag(end),
        buriedOn: $0.integerIfAny(end + 1).map { StudyDay(number: Int($0)) },
        marked: $0.flag(end + 2))
      return (ScheduleRow($0, from: 0), marks)
    }
  }
}
