/// Which reviews are learned from, by their position in time (0…1).
struct ScoreWindow: Sendable, Hashable {
  /// Reviews up to this position are learned from; what comes after is not looked at.
  var through: Float = 1
  /// Those of them after this position are also scored by themselves: nothing before has seen them.
  var freshAfter: Float = 0
  /// The weight of the oldest review, 0…1. That of a review at x, as a part of `through`, is
  /// `oldest + (1 − oldest)·x³`, so that what the learner is like now counts most.
  var oldest: Float = 1
}
