/// How well a card was recalled. The raw values are those of FSRS and Anki. Hard is a pass.
public enum Rating: Int, Sendable, Hashable, CaseIterable, Comparable {
  case again = 1
  case hard, good, easy

  public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}

/// What FSRS keeps of a card.
public struct MemoryState: Sendable, Hashable {
  /// Days until retrievability falls to 0.9; 0.001…36,500.
  public var stability: Double
  /// 1 (easy) … 10 (hard).
  public var difficulty: Double

  public init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}
