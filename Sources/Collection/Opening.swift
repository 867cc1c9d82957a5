/// What opening a collection came to.
public enum Opening: Sendable, Hashable {
  /// A new collection was begun.
  case fresh
  /// There was no file, and a new one was begun, although backups of an earlier one exist.
  case freshBesideBackup(String)
  case existing
  /// The file was damaged. It is kept, the newest good backup took its place, and
  /// `salvagedReviews` answers newer than that backup were read out of the damaged file.
  case restored(from: String, keptAs: String, salvagedReviews: Int)
  /// The file was damaged and there was no good backup. It is kept, and a new collection was begun
  /// with the `salvagedReviews` answers that could be read out of it.
  case begunAnew(keptAs: String, salvagedReviews: Int)

  /// One line for the user; nil when there is nothing to tell.
  public var message: String? {
    switch self {
    case .fresh, .existing: nil
    case .freshBesideBackup(let backup):
      "A new collection was begun, but there is a backup of an earlier one: "
        + "`threshold restore \(backup)` brings it back."
    case .restored(let backup, let kept, let salvaged):
      "The collection was damaged; it was restored from \(backup)"
        + (salvaged == 0 ? "" : " and \(Self.count(salvaged)) read out of the damaged file")
        + ", which is kept as \(kept)."
    case .begunAnew(let kept, 0):
      "The collection was damaged and nothing could be read out of it; a new one was begun, "
        + "and the damaged file is kept as \(kept)."
    case .begunAnew(let kept, let salvaged):
      "The collection was damaged; \(Self.count(salvaged)) read out of it into a new one, "
        + "and the damaged file is kept as \(kept)."
    }
  }

  private static func count(_ salvaged: Int) -> String {
    salvaged == 1 ? "1 answer was" : "\(salvaged) answers were"
  }
}
