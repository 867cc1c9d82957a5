import Study

/// A backup that the program made by itself.
public struct Backup: Sendable, Hashable {
  public var path: String
  /// When it was made, to the second.
  public var time: Instant
  /// In bytes.
  public var size: Int64
}

/// The folder of a collection's automatic backups, and the rules for it. Only files named
/// `YYYY-MM-DD-HHMMSS.sqlite` are looked at or removed: whatever else is there is somebody else's.
struct BackupFolder {
  let path: String

  init(files: CollectionFiles) { path = files.backups }

  struct Entry: Hashable {
    var path: String
    var time: CivilTime
  }

  /// Newest first.
  func entries() throws(CollectionError) -> [Entry] {
    try FileSystem.names(in: path)
      .compactMap { name in
        Self.time(ofName: name).map { Entry(path: "\(path)/\(name)", time: $0) }
      }
      .sorted { $0.time > $1.time }
  }

  func newest() throws(CollectionError) -> String? { try entries().first?.path }

  /// The newest backup that can be read whole.
  func newestGood() throws(CollectionError) -> String? {
    for entry in try entries() {
      do throws(CollectionError) {
        try Self.check(entry.path)
        return entry.path
      } catch {
        // A bad backup is kept, and passed over.
        continue
      }
    }
    return nil
  }

  /// The path for a backup made now.
  func path(at now: Instant) -> String { "\(path)/\(CivilTime(now).dated).sqlite" }

  /// Removes the backups that no rule keeps.
  func prune() throws(CollectionError) {
    let entries = try entries()
    let kept = Retention.standard.kept(of: entries.map(\.time))
    for entry in entries where !kept.contains(entry.time) { try FileSystem.remove(entry.path) }
  }

  /// Throws unless the file holds a collection that this version can read, and whole.
  static func check(_ path: String) throws(CollectionError) {
    do throws(CollectionError) {
      let queue = try Connection.openForReading(path)
      try Connection.checkWhole(queue, path: path)
      guard try Connection.hasSchema(queue, path: path) else {
        throw CollectionError.notABackup(path: path, reason: "it is empty")
      }
    } catch {
      switch error {
      case .damaged(_, let reason): throw .notABackup(path: path, reason: reason)
      case .foreign: throw .notABackup(path: path, reason: "it belongs to another program")
      default: throw error
      }
    }
  }

  private static func time(ofName name: String) -> CivilTime? {
    let form = "0000-00-00-000000.sqlite"
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard name.utf8.count == form.utf8.count,
      zip(name.utf8, form.utf8).allSatisfy({ byte, wanted in
        digits.contains(wanted) ? digits.contains(byte) : byte == wanted
      })
    else { return nil }
    let numbers = name.split(whereSeparator: { $0 == "-" || $0 == "." }).compactMap { Int($0) }
    guard numbers.count == 4, (1...12).contains(numbers[1]) else { return nil }
    let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    let (hour, minute, second) = (numbers[3] / 10_000, numbers[3] / 100 % 100, numbers[3] % 100)
    // The 31st of February, and 25 o'clock, are no names of ours.
    guard CivilDate(daysSince1970: date.daysSince1970) == date, hour < 24, minute < 60, second < 60
    else { return nil }
    return CivilTime(date: date, seconds: hour * 3600 + minute * 60 + second)
  }
}

/// Which backups are kept: the last of each of the newest days, weeks and months that have one.
/// Days without a backup do not count, so that a long break costs nothing.
struct Retention {
  var days: Int
  var weeks: Int
  var months: Int

  static let standard = Retention(days: 7, weeks: 4, months: 12)

  func kept(of times: [CivilTime]) -> Set<CivilTime> {
    let newestFirst = times.sorted(by: >)
    var kept: Set<CivilTime> = []
    keep(days, of: newestFirst, by: { $0.date.daysSince1970 }, in: &kept)
    keep(weeks, of: newestFirst, by: \.weekNumber, in: &kept)
    keep(months, of: newestFirst, by: { $0.date.year * 12 + $0.date.month }, in: &kept)
    return kept
  }

  private func keep(
    _ count: Int, of newestFirst: [CivilTime], by period: (CivilTime) -> Int,
    in kept: inout Set<CivilTime>
  ) {
    var seen: Set<Int> = []
    for time in newestFirst where seen.insert(period(time)).inserted {
      guard seen.count <= count else { return }
      kept.insert(time)
    }
  }
}
