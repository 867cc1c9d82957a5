/// The `---` block at the top of a page: the plain keys of YAML, each with one value or a list.
public struct FrontMatter: Sendable, Equatable {
  /// Values by key in lower case; a single value is a list of one.
  public var values: [String: [String]]

  public init(_ values: [String: [String]] = [:]) { self.values = values }

  public func list(_ key: String) -> [String] { values[key] ?? [] }
  public func text(_ key: String) -> String? { values[key]?.first }
}
