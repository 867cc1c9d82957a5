import Testing

@testable import FSRS

@Suite("Fitting finds the learner in the log")
struct FittingTests {
  @Test func `The fast exponential and logarithm are right to single precision`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      var values = Lanes()
      for lane in 0..<8 { values[lane] = Float.random(in: -80...80, using: &generator) }
      let powers = values.exponential
      for lane in 0..<8 {
        let expected = FSRS.exponential(Double(values[lane]))
        #expect(abs(Double(powers[lane]) / expected - 1) < 4e-7, "e^\(values[lane])")
        // Back again, also close to 1, where the logarithm is close to 0.
        let small = Float(expected)
        let near = 1 + values[lane] / 1000
        let logarithms = Lanes(lowHalf: .init(repeating: small), highHalf: .init(repeating: near))
          .logarithm
        #expect(abs(Double(logarithms[0]) - FSRS.logarithm(Double(small))) < 1e-5)
        #expect(abs(Double(logarithms[7]) - FSRS.logarithm(Double(near))) < 2e-7)
      }
    }
    #expect(Lanes(repeating: -1000).exponential[0] >= 0)
    #expect(Lanes(repeating: 1000).exponential[0].isFinite)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `A pass finds the loss that the model gives, and its derivatives`(seed: UInt64) throws {
    let log = SimulatedLearner.log(cards: 2, days: 90, seed: seed)
    // Beside the defaults, so that no card is exactly at the limit of two formulas.
    let values = Parameters.standard.values.enumerated().map { index, value in
      value * (1.05 + 0.02 * Double((index + Int(seed)) % 4)) + 0.004
    }
    let parameters = try Parameters(values)
    let tiles = HistoryTiles(log)
    let sums = tiles.pass(parameters, window: ScoreWindow(), depth: .curvature)
    let expected = Self.loss(of: values, on: log)
    #expect(sums.learned.reviews == Evaluation(of: parameters, on: log).reviews)
    #expect(abs(sums.loss - expected) < 1e-4 * expected)
    #expect(abs(sums.learned.loss - expected) < 1e-4 * expected)
    #expect(tiles.pass(parameters, window: ScoreWindow(), depth: .loss).loss == sums.loss)

    for index in values.indices {
      let width = max(abs(values[index]), 0.01) * 1e-4
      var above = values
      var below = values
      above[index] += width
      below[index] -= width
      let slope = (Self.loss(of: above, on: log) - Self.loss(of: below, on: log)) / (2 * width)
      let scale = max(abs(slope), sums.curvature[index * 22].squareRoot() * 0.1, 0.01)
      #expect(
        abs(sums.gradient[index] - slope) < 5e-3 * scale, "w\(index): \(sums.gradient[index])")
    }
  }

  @Test func `The sums are the same on any number of cores`() {
    let tiles = HistoryTiles(SimulatedLearner.log(cards: 12, days: 100, seed: 9))
    let window = ScoreWindow(through: 0.8, freshAfter: 0.5, oldest: 0.3)
    let first = tiles.pass(.standard, window: window, depth: .curvature)
    for _ in 0..<3 {
      let again = tiles.pass(.standard, window: window, depth: .curvature)
      #expect(again.loss == first.loss)
      #expect(again.gradient == first.gradient)
      #expect(again.curvature == first.curvature)
      #expect(again.fresh == first.fresh)
    }
  }

  @Test func `Reviews after the window change nothing`() {
    let log = SimulatedLearner.log(cards: 5, days: 100, seed: 12)
    let half = log.count / 2
    let part = HistoryTiles(log.first(half)).pass(
      .standard, window: ScoreWindow(), depth: .gradient)
    let window = ScoreWindow(through: (Float(half) + 0.5) / Float(log.count))
    let whole = HistoryTiles(log).pass(.standard, window: window, depth: .gradient)
    #expect(whole.learned.reviews == part.learned.reviews)
    #expect(abs(whole.loss - part.loss) < 1e-4 * part.loss)
    for (one, other) in zip(whole.gradient, part.gradient) {
      #expect(abs(one - other) < 1e-3 * max(1, abs(one)))
    }
  }

  @Test func `Each card is set apart in one group, and learned from in all others`() {
    let tiles = HistoryTiles(SimulatedLearner.log(cards: 4, days: 60, seed: 13))
    let window = ScoreWindow(oldest: 0.4)
    let all = tiles.pass(.standard, window: window, depth: .gradient)
    let groups = 8
    var apart = PassSums()
    for group in 0..<groups {
      let sums = tiles.pass(
        .standard, window: window.settingApart(group: group, of: groups), depth: .gradient)
      #expect(sums.learned.reviews + sums.fresh.reviews == all.learned.reviews)
      #expect(sums.fresh.reviews > 0)
      apart.add(sums)
    }
    #expect(apart.fresh.reviews == all.learned.reviews)
    #expect(abs(apart.fresh.loss - all.learned.loss) < 1e-4 * all.learned.loss)
    for (sum, whole) in zip(apart.gradient, all.gradient) {
      #expect(abs(sum - 7 * whole) < 1e-3 * max(1, abs(whole)))
    }
  }

  @Test func `A long log is held out by time, a short one by card`() throws {
    let short = SimulatedLearner.log(cards: 3, days: 60, seed: 14)
    let shortResult = try Fitting.fit(short)
    #expect(shortResult.heldOut?.reviews == shortResult.reviews)

    let long = SimulatedLearner.log(cards: 10, days: 120, seed: 15)
    let longResult = try Fitting.fit(long)
    let lastFifth = Evaluation(of: .standard, on: long, afterFirst: long.count * 4 / 5)
    let heldOut = try #require(longResult.heldOut)
    #expect(abs(heldOut.reviews - lastFifth.reviews) <= 1)
    let loss = try #require(heldOut.logLossDefault)
    #expect(abs(loss - (try #require(lastFifth.logLoss))) < 1e-3)
  }

  @Test func `What the learner will do next is predicted better than by the defaults`() throws {
    for seed in [21, 22] as [UInt64] {
      let log = SimulatedLearner.log(cards: 12, days: 150, seed: seed)
      let known = log.count * 4 / 5
      let result = try Fitting.fit(log.first(known))
      #expect(result.outcome == .fitted)
      let own = try #require(Evaluation(of: result.parameters, on: log, afterFirst: known).logLoss)
      let standard = try #require(Evaluation(of: .standard, on: log, afterFirst: known).logLoss)
      let best = try #require(
        Evaluation(of: SimulatedLearner.parameters, on: log, afterFirst: known).logLoss)
      // Most of what can be won is won.
      #expect(own - best < 0.4 * (standard - best), "seed \(seed): \(own), \(standard), \(best)")
      let heldOut = try #require(result.heldOut)
      #expect(try #require(heldOut.logLoss) < #require(heldOut.logLossDefault))
      #expect(try #require(result.logLoss) < #require(result.logLossDefault))
    }
  }

  @Test func `The reported losses are those of the evaluation`() throws {
    let log = SimulatedLearner.log(cards: 10, days: 100, seed: 30)
    let result = try Fitting.fit(log)
    let own = Evaluation(of: result.parameters, on: log)
    let standard = Evaluation(of: .standard, on: log)
    #expect(result.reviews == own.reviews)
    #expect(abs(try #require(result.logLoss) - #require(own.logLoss)) < 1e-5)
    #expect(abs(try #require(result.logLossDefault) - #require(standard.logLoss)) < 1e-5)
    #expect(try #require(own.calibrationError) < #require(standard.calibrationError))
  }

  @Test func `Without gain on reviews not fitted to, the defaults stay`() throws {
    var kept = 0
    for seed in 40..<48 as Range<UInt64> {
      let log = SimulatedLearner.log(cards: 2, days: 40, seed: seed, parameters: .standard)
      let result = try Fitting.fit(log)
      let heldOut = try #require(result.heldOut)
      let isBetter = try #require(heldOut.logLoss) < #require(heldOut.logLossDefault)
      #expect((result.outcome == .fitted) == isBetter)
      #expect((result.parameters == .standard) == !isBetter)
      if !isBetter { kept += 1 }
    }
    // For a learner who is as the defaults say there is nothing to win.
    #expect(kept >= 3)
  }

  @Test func `With fewer than eight scored reviews the defaults stay, and that is said`() throws {
    let entries = (0..<8).flatMap { card in
      [0, 0, 3].enumerated().map { step, days in
        ReviewLog.Entry(
          card: Int64(card), time: Int64(card * 3 + step), rating: .good, elapsedDays: days)
      }
    }
    let seven = try Fitting.fit(ReviewLog(entries.dropLast()))
    #expect(seven.outcome == .tooFewReviews)
    #expect(seven.reviews == 7)
    #expect(seven.parameters == .standard)
    #expect(seven.heldOut == nil)
    #expect(seven.logLoss == seven.logLossDefault)
    #expect(try Fitting.fit(ReviewLog(entries)).outcome != .tooFewReviews)
    let nothing = try Fitting.fit(ReviewLog([]))
    #expect(nothing.outcome == .tooFewReviews)
    #expect(nothing.logLoss == nil)
  }

  @Test func `Extreme logs are fitted to parameters in bounds`() throws {
    var generator = SeededGenerator(seed: 77)
    for kind in 0..<6 {
      let entries = (0..<400).map { index in
        let rating: Rating =
          switch kind {
          case 0: .again
          case 1: .easy
          default: Rating.allCases.randomElement(using: &generator) ?? .good
          }
        let days =
          switch kind {
          case 2: 1_000_000_000
          case 3: index % 2
          case 4: -5
          default: Int.random(in: 0...3000, using: &generator)
          }
        return ReviewLog.Entry(
          card: kind == 5 ? 1 : Int64(index % 40), time: Int64(index), rating: rating,
          elapsedDays: days)
      }
      let result = try Fitting.fit(ReviewLog(entries))
      #expect(
        zip(result.parameters.values, Parameters.bounds).allSatisfy { $1.contains($0) },
        "kind \(kind): \(result.parameters.values)")
      if let loss = result.logLoss { #expect(loss.isFinite) }
    }
  }

  @Test func `The same log gives the same parameters`() throws {
    let log = SimulatedLearner.log(cards: 10, days: 80, seed: 50)
    #expect(try Fitting.fit(log) == Fitting.fit(log))
  }

  @Test func `Progress grows, and fitting stops when told to`() throws {
    let log = SimulatedLearner.log(cards: 2, days: 25, seed: 60)
    var seen: [Double] = []
    _ = try Fitting.fit(log) { part in
      seen.append(part)
      return .proceed
    }
    #expect(seen.count > 3)
    #expect(seen == seen.sorted())
    #expect(seen.allSatisfy { (0...1).contains($0) })

    for stop in seen.indices {
      var calls = 0
      #expect(throws: FSRSError.cancelled) {
        try Fitting.fit(log) { _ in
          calls += 1
          return calls > stop ? .cancel : .proceed
        }
      }
      #expect(calls == stop + 1)
    }
  }

  /// The log-loss in double precision, by the model that replays cards.
  private static func loss(of values: [Double], on log: ReviewLog) -> Double {
    let model = Model(Parameters(clipping: values), roundsAsReference: false)
    let evaluation = Evaluation(of: model, on: log)
    return (evaluation.logLoss ?? 0) * Double(evaluation.reviews)
  }
}
