/// Which reviews are learned from, by their position in time (0…1) and by their card.
struct ScoreWindow: Sendable, Hashable {
  /// Reviews up to this position are learned from; what comes after is not looked at.
  var through: Float = 1
  /// Those of them after this position are also scored by themselves: nothing before has seen them.
  var freshAfter: Float = 0
  /// The weight of the oldest review, 0…1. That of a review at x, as a part of `through`, is
  /// `oldest + (1 − oldest)·x³`, so that what the learner is like now counts most.
  var oldest: Float = 1
  /// 1 in the lanes of the cards that are learned from, else 0.
  var learnedLanes = Lanes(repeating: 1)
  /// 1 in the lanes of the cards whose fresh reviews are scored by themselves, else 0.
  var freshLanes = Lanes(repeating: 1)

  /// The same with the cards of one group of many set apart: not learned from, but scored. Groups
  /// are lanes, and neighbours in a tile have histories of like length.
  func settingApart(group: Int, of groups: Int) -> ScoreWindow {
    var window = self
    for lane in 0..<Lanes.scalarCount {
      let isApart = lane % groups == group
      window.learnedLanes[lane] = isApart ? 0 : 1
      window.freshLanes[lane] = isApart ? 1 : 0
    }
    return window
  }
}
