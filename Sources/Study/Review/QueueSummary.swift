/// What is left today, and when more falls due.
public struct QueueSummary: Sendable, Hashable {
  public var counts: QueueCounts
  /// The first moment after now at which a card falls due that is not among the counts, or, of a
  /// learning card among them, at which its step is over; nil when none ever does.
  public var nextDue: Instant?

  public init(counts: QueueCounts, nextDue: Instant?) {
    self.counts = counts
    self.nextDue = nextDue
  }
}
