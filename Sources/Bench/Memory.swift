import FSRS
import Foundation

/// Replaying and fitting a review log of a made-up learner.
struct Memory {
  func run() throws {
    let log = Self.log(cards: 100_000, reviewsPerCard: 10)
    var replay = Times()
    for _ in 0..<5 { replay.measure { _ = Model().lastStates(of: log) } }
    Row(
      what: "replaying 1,000,000 reviews", ours: replay.median,
      other: ("fsrs-rs, elsewhere", 64), aim: "half"
    ).show()
    var fit = Times()
    try fit.measure { _ = try Fitting.fit(log) }
    Row(
      what: "fitting to 1,000,000 reviews", ours: fit.median,
      other: ("fsrs-rs, elsewhere", 920), aim: "half"
    ).show()
  }

  /// A learner whose memory follows the standard parameters, reviewing a day late or early.
  private static func log(cards: Int, reviewsPerCard: Int) -> ReviewLog {
    let model = Model()
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func unit() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    var entries: [ReviewLog.Entry] = []
    entries.reserveCapacity(cards * reviewsPerCard)
    for card in 0..<cards {
      var memory: MemoryState?
      var day = Double(card % 1000)
      var elapsed = 0
      for _ in 0..<reviewsPerCard {
        let recall = memory.map {
          model.retrievability(after: Double(elapsed), stability: $0.stability)
        }
        let rating: Rating = unit() < (recall ?? 0.8) ? (unit() < 0.1 ? .hard : .good) : .again
        entries.append(
          ReviewLog.Entry(
            card: Int64(card), time: Int64(day * 86_400_000), rating: rating, elapsedDays: elapsed))
        let next = model.next(memory, rating: rating, elapsedDays: Double(elapsed))
        let interval = model.interval(stability: next.stability, retention: 0.9)
        elapsed = max(1, Int((interval * (0.8 + 0.4 * unit())).rounded()))
        day += Double(elapsed)
        memory = next
      }
    }
    return ReviewLog(entries)
  }
}
