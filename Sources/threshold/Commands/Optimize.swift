import ArgumentParser
import FSRS
import Foundation

struct Optimize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Fit the memory model to your own reviews, or weigh desired retentions.",
    discussion: """
      Trains the 21 parameters of FSRS-6 on the vault's review log. They are taken over only when \
      they predict reviews better that they were not trained on. With --log, a CSV file with the \
      columns card_id, review_time_ms, rating, elapsed_days is used instead, and nothing is kept.

      Exit code 1 when there are too few reviews to train on.
      """)

  @Option(help: ArgumentHelp("Train on this CSV file instead.", valueName: "file"))
  var log: String?
  @Option(help: "Train on the older part and score this share of the newest reviews, 0 to 0.9.")
  var holdout: Double?
  @Flag(help: "Simulate the coming year for desired retentions from 0.70 to 0.97.")
  var retention = false
  @Flag(help: "Go back to the default parameters.")
  var reset = false
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  func validate() throws {
    if let holdout, !(holdout > 0 && holdout <= 0.9) {
      throw ValidationError("--holdout is a share above 0 and up to 0.9")
    }
    if reset, log != nil || retention || holdout != nil {
      throw ValidationError("--reset goes alone")
    }
    if retention, log != nil || holdout != nil {
      throw ValidationError("--retention looks at the vault, without --log and --holdout")
    }
  }

  func run() throws {
    if let log {
      if try !fit(Self.read(log), for: nil) { throw ExitCode(ExitStatus.found.rawValue) }
      return
    }
    let desk = try Desk(vault)
    if reset {
      try desk.takeOver(nil)
      print("The default parameters are in use again.")
    } else if retention {
      try advise(desk)
    } else if try !fit(desk.reviewLog(), for: desk) {
      try desk.close()
      throw ExitCode(ExitStatus.found.rawValue)
    }
    try desk.close()
  }

  private static func read(_ file: String) throws -> ReviewLog {
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw Failure(
        "the log \(file) cannot be read", remedy: "check that it is there and readable",
        status: .data)
    }
    do throws(FSRSError) {
      return try ReviewLog(csv: [UInt8](bytes))
    } catch {
      throw Failure(error, file: file)
    }
  }

  // MARK: Fitting

  /// The figures of a fit, in the shape that other programs rely on.
  private struct Shown: Encodable {
    var parameters: [Double]
    /// Mean log-loss over the reviews trained on; null without any.
    var logLoss: Double?
    var logLossDefault: Double?
    var reviews: Int
    var seconds: Double
    /// Of the reviews that the fit was tried on without being trained on them: what decides whether
    /// it is taken over.
    var reviewsUnseen: Int?
    var logLossUnseen: Double?
    var logLossUnseenDefault: Double?
    /// Of the reviews that `--holdout` kept from training.
    var logLossHoldout: Double?
    var logLossHoldoutDefault: Double?
    /// `fitted`, `defaults_are_better` or `too_few_reviews`.
    var outcome: String

    enum CodingKeys: String, CodingKey {
      case parameters, reviews, seconds, outcome
      case logLoss = "log_loss"
      case logLossDefault = "log_loss_default"
      case reviewsUnseen = "reviews_unseen"
      case logLossUnseen = "log_loss_unseen"
      case logLossUnseenDefault = "log_loss_unseen_default"
      case logLossHoldout = "log_loss_holdout"
      case logLossHoldoutDefault = "log_loss_holdout_default"
    }
  }

  /// - Returns: whether there were enough reviews to train on.
  private func fit(_ log: ReviewLog, for desk: Desk?) throws -> Bool {
    let training = log.first(log.count - heldOut(of: log))
    let bar = ProgressBar("Fitting")
    let start = ContinuousClock.now
    let result: FittingResult
    do throws(FSRSError) {
      result = try Fitting.fit(training) { part in
        bar.show(part)
        return .proceed
      }
    } catch {
      throw Failure(error, file: self.log ?? "the review log")
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    bar.clear()
    var shown = Shown(
      parameters: result.parameters.values, logLoss: result.logLoss,
      logLossDefault: result.logLossDefault, reviews: result.reviews, seconds: seconds,
      reviewsUnseen: result.heldOut?.reviews, logLossUnseen: result.heldOut?.logLoss,
      logLossUnseenDefault: result.heldOut?.logLossDefault, outcome: result.outcome.name)
    if holdout != nil {
      shown.logLossHoldout = score(result.parameters, on: log, after: training.count)
      shown.logLossHoldoutDefault = score(.standard, on: log, after: training.count)
    }
    // A trial on a part of the log is not what the learner goes on with.
    let isKept = desk != nil && holdout == nil && result.outcome == .fitted
    if isKept { try desk?.takeOver(result.parameters) }
    if output.json {
      try Console.printJSON(shown)
    } else {
      printText(shown, result, isKept: isKept)
    }
    return result.outcome != .tooFewReviews
  }

  private func heldOut(of log: ReviewLog) -> Int {
    holdout.map { Int((Double(log.count) * $0).rounded()) } ?? 0
  }

  private func score(_ parameters: Parameters, on log: ReviewLog, after first: Int) -> Double? {
    Evaluation(of: parameters, on: log, afterFirst: first).logLoss
  }

  private func printText(_ shown: Shown, _ result: FittingResult, isKept: Bool) {
    let count = "\(result.reviews) usable \(result.reviews == 1 ? "review" : "reviews")"
    switch result.outcome {
    case .tooFewReviews:
      print(
        "There are \(count), and at least \(Fitting.leastReviews) are needed: "
          + "the default parameters stay.")
    case .defaultsAreBetter:
      print("Of \(count): the defaults predict better, and stay.")
    case .fitted:
      print("Fitted to \(count) in \(Self.text(shown.seconds)) s.")
    }
    func line(_ what: String, _ ours: Double?, _ standard: Double?) {
      guard let ours, let standard else { return }
      print("\(what): log-loss \(Self.text(ours)), with the defaults \(Self.text(standard))")
    }
    line("On all of them", result.logLoss, result.logLossDefault)
    if let fresh = result.heldOut {
      line("On \(fresh.reviews) that were not trained on", fresh.logLoss, fresh.logLossDefault)
    }
    line("On the part held out", shown.logLossHoldout, shown.logLossHoldoutDefault)
    if result.outcome == .fitted {
      print("Parameters: " + shown.parameters.map(Self.text).joined(separator: ", "))
    }
    if isKept {
      print("They are in use from now on; `threshold optimize --reset` takes that back.")
    }
  }

  private static func text(_ value: Double) -> String { String(format: "%.4f", value) }

  // MARK: Retention

  private struct ShownOutlook: Encodable {
    var retention: Double, minutesPerDay: Double, reviewsPerDay: Double, known: Double, met: Int
    enum CodingKeys: String, CodingKey {
      case retention, known, met
      case minutesPerDay = "minutes_per_day"
      case reviewsPerDay = "reviews_per_day"
    }
  }

  private func advise(_ desk: Desk) throws {
    let outlooks = try desk.retentionOutlooks()
    if output.json {
      return try Console.printJSON(
        outlooks.map {
          ShownOutlook(
            retention: $0.retention, minutesPerDay: $0.minutesPerDay,
            reviewsPerDay: $0.reviewsPerDay, known: $0.known, met: $0.met)
        })
    }
    print(RetentionTable(outlooks: outlooks, now: desk.scheduler.options.desiredRetention).text)
  }
}

extension FittingResult.Outcome {
  fileprivate var name: String {
    switch self {
    case .fitted: "fitted"
    case .defaultsAreBetter: "defaults_are_better"
    case .tooFewReviews: "too_few_reviews"
    }
  }
}
