import FSRS
import GRDB
import Study

/// The parameters that were fitted to the learner's log, and when.
public struct FittedParameters: Sendable, Hashable {
  public var parameters: Parameters
  public var fittedAt: Instant
  /// How many reviews the log had then.
  public var reviews: Int

  public init(parameters: Parameters, fittedAt: Instant, reviews: Int) {
    self.parameters = parameters
    self.fittedAt = fittedAt
    self.reviews = reviews
  }
}

extension Collection {
  /// A setting that belongs to this vault; nil when it was never set.
  public func setting(_ key: String) throws(CollectionError) -> String? {
    try read { db in
      try db.first("SELECT value FROM setting WHERE key = ?", { $0.bind(key) }, { $0.text(0) })
    }
  }

  /// Every setting of this vault.
  public func settings() throws(CollectionError) -> [String: String] {
    try read { db in
      var settings: [String: String] = [:]
      try db.each("SELECT key, value FROM setting") { settings[$0.text(0)] = $0.text(1) }
      return settings
    }
  }

  /// Sets a setting; nil takes it back to never having been set.
  public func set(
    _ key: String, to value: String?, at now: Instant
  ) throws(CollectionError) {
    try write { db in
      guard let value else {
        try db.run("DELETE FROM setting WHERE key = ?") { $0.bind(key) }
        return
      }
      try db.run("INSERT OR REPLACE INTO setting (key, value, changed_ms) VALUES (?, ?, ?)") {
        $0.bind(key)
        $0.bind(value)
        $0.bind(now.milliseconds)
      }
    }
  }

  /// The learner's own parameters; nil when none were fitted.
  /// - Throws: `.badValue` when what is stored are no parameters.
  public func fittedParameters() throws(CollectionError) -> FittedParameters? {
    guard let text = try setting(Self.parametersKey) else { return nil }
    let fields = text.split(separator: ";", omittingEmptySubsequences: false)
    let values = fields[0].split(separator: ",").compactMap { Double($0) }
    guard fields.count == 3, let time = Int64(fields[1]), let reviews = Int(fields[2]) else {
      throw .badValue(path: file, what: "the fitted parameters")
    }
    do {
      return FittedParameters(
        parameters: try Parameters(values), fittedAt: Instant(milliseconds: time),
        reviews: reviews)
    } catch {
      throw .badValue(path: file, what: "the fitted parameters")
    }
  }

  /// Stores the learner's own parameters; nil goes back to the standard ones.
  public func setFittedParameters(
    _ fitted: FittedParameters?, at now: Instant
  ) throws(CollectionError) {
    let text = fitted.map { fitted in
      // A number's description is read back as the very same number.
      let values = fitted.parameters.values.map(\.description).joined(separator: ",")
      return "\(values);\(fitted.fittedAt.milliseconds);\(fitted.reviews)"
    }
    try set(Self.parametersKey, to: text, at: now)
  }

  private static let parametersKey = "fsrs.parameters"
}
