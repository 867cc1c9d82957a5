import TOMLKit

/// Typed access to a TOML table that remembers what was asked for, so that a misspelt key is an
/// error and not a setting that silently does nothing.
struct Settings {
  private let file: String
  private let table: TOMLTable
  private var known: Set<String> = []

  init(file: String, table: TOMLTable) {
    self.file = file
    self.table = table
  }

  mutating func text(_ key: String) throws -> String? {
    try value(key, "a text in quotes") { $0.string }
  }

  mutating func flag(_ key: String) throws -> Bool? {
    try value(key, "true or false") { $0.bool }
  }

  mutating func whole(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    try value(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") {
      $0.int.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  mutating func number(_ key: String, in range: ClosedRange<Double>) throws -> Double? {
    try value(key, "a number from \(range.lowerBound) to \(range.upperBound)") {
      Self.number($0).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  mutating func texts(_ key: String) throws -> [String]? {
    try value(key, "a list of texts, like [\"a\", \"b\"]") { Self.list($0) { $0.string } }
  }

  mutating func numbers(_ key: String, in range: ClosedRange<Double>) throws -> [Double]? {
    let wanted = "a list of numbers from \(range.lowerBound) to \(range.upperBound)"
    return try value(key, wanted) {
      Self.list($0) { Self.number($0).flatMap { range.contains($0) ? $0 : nil } }
    }
  }

  /// The `[keys]` table: a key or a list of keys for each action, or for an action in one place
  /// (`covered.good`).
  mutating func keys() throws -> [String: [String]] {
    known.insert("keys")
    guard let keys = table["keys"]?.table else { return [:] }
    return try Self.flat(keys).reduce(into: [:]) { result, entry in
      let (action, value) = entry
      if let single = value.string {
        result[action] = [single]
      } else if let several = Self.list(value, { $0.string }) {
        result[action] = several
      } else {
        throw wrong("keys.\(action)", "a key or a list of keys, like [\"up\", \"k\"]")
      }
    }
  }

  /// The entries of a table with those of the tables in it, by dotted names.
  private static func flat(_ table: TOMLTable) -> [(String, any TOMLValueConvertible)] {
    table.keys.flatMap { key -> [(String, any TOMLValueConvertible)] in
      guard let value = table[key] else { return [] }
      guard let inner = value.table else { return [(key, value)] }
      return inner.keys.compactMap { name in inner[name].map { ("\(key).\(name)", $0) } }
    }
  }

  func refuseUnknown() throws {
    for key in table.keys where !known.contains(key) {
      guard let section = table[key]?.table else { throw unknown(key) }
      for inner in section.keys where !known.contains("\(key).\(inner)") {
        throw unknown("\(key).\(inner)")
      }
    }
  }

  private mutating func value<T>(
    _ key: String, _ wanted: String, _ read: (any TOMLValueConvertible) -> T?
  ) throws -> T? {
    known.insert(key)
    let parts = key.split(separator: ".").map(String.init)
    let found: (any TOMLValueConvertible)? =
      parts.count == 1 ? table[key] : table[parts[0]]?.table?[parts[1]]
    guard let found else { return nil }
    guard let value = read(found) else { throw wrong(key, wanted) }
    return value
  }

  private static func number(_ value: any TOMLValueConvertible) -> Double? {
    value.double ?? value.int.map(Double.init)
  }

  private static func list<T>(
    _ value: any TOMLValueConvertible, _ read: (any TOMLValueConvertible) -> T?
  ) -> [T]? {
    guard let array = value.array else { return nil }
    let values = array.compactMap(read)
    return values.count == array.count ? values : nil
  }

  private func wrong(_ key: String, _ wanted: String) -> Failure {
    Failure("\(file): “\(key)” must be \(wanted)", remedy: "mend it", status: .wrongUse)
  }

  private func unknown(_ key: String) -> Failure {
    Failure(
      "\(file): there is no setting “\(key)”",
      remedy: "`threshold config` lists the settings", status: .wrongUse)
  }
}
