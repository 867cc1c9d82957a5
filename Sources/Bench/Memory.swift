import FSRS
import Foundation

/// Replaying and fitting a review log of a made-up learner.
struct Memory {
  let folder: String

  func run() throws {
    let entries = Self.entries(cards: 10_000, reviewsPerCard: 10)
    let log = ReviewLog(entries)
    let reference = try Reference.measure(entries, folder: folder)
    show("replaying 100,000 reviews", log, fitting: false, reference?.replaying)
    show("fitting to 100,000 reviews", log, fitting: true, reference?.fitting)
    let large = ReviewLog(Self.entries(cards: 100_000, reviewsPerCard: 10))
    show("replaying 1,000,000 reviews", large, fitting: false, nil)
    show("fitting to 1,000,000 reviews", large, fitting: true, nil)
  }

  private func show(_ what: String, _ log: ReviewLog, fitting: Bool, _ reference: Double?) {
    var times = Times()
    for _ in 0..<5 {
      times.measure {
        if fitting {
          do { _ = try Fitting.fit(log) } catch { print("fitting failed: \(error)") }
        } else {
          _ = Model().lastStates(of: log)
        }
      }
    }
    Row(
      what: what, ours: times.median, other: reference.map { ("fsrs-rs", $0) },
      aim: "half of fsrs-rs"
    ).show()
  }

  /// A learner whose memory follows the standard parameters, reviewing a day late or early.
  private static func entries(cards: Int, reviewsPerCard: Int) -> [ReviewLog.Entry] {
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
    return entries
  }
}
