import Cards
import Collection
import FSRS
import Foundation
import Study

typealias Store = Collection

/// A temporary data directory with one collection in it, removed in the end.
final class Workshop {
  let folder: String
  /// 2026-11-24T10:00Z, a Tuesday.
  static let morning = Instant(milliseconds: 1_795_514_400_000)
  let scheduler = Scheduler(calendar: StudyCalendar(fixedOffset: 0))

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.path + "/collection-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var file: String { folder + "/notes.sqlite" }

  func open(_ path: String? = nil, now: Instant = morning) throws -> Store {
    try Store(at: path ?? file, now: now)
  }

  /// A collection that has read some cards.
  func opened(with cards: [Card], now: Instant = morning) throws -> Store {
    let store = try open(now: now)
    try store.store(Reading(cards: cards), using: scheduler, at: now)
    return store
  }

  /// Cards of different source items, in the daily deck.
  static func cards(_ count: Int, page: String = "garden/roses") -> [Card] {
    (0..<count).map { index in
      Card(
        id: id(index), page: page, section: "Key Facts", kind: .recall,
        prompt: "What is fact \(index)?", answer: "Answer \(index)", context: "Roses › Key Facts",
        file: page + ".md", line: 10 + index, source: "Fact \(index): answer \(index)",
        slot: "label", siblingGroup: "\(page)#\(index)", daily: true)
    }
  }

  static func id(_ index: Int) -> String {
    let digits = String(index, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Answers a card as a review does, from its stored schedule.
  @discardableResult
  func answer(
    _ card: Card, _ rating: Rating, at time: Instant, in store: Store, position: String? = nil
  ) throws -> Answer {
    let schedule = try store.schedules(of: [card.id])[card.id] ?? Schedule()
    let answer = scheduler.answer(
      StudyCard(card: card, schedule: schedule), rating: rating, at: time, duration: 1234)
    try store.answer(answer, position: position)
    return answer
  }

  /// The files as a power cut at this moment would leave them: copied under the open collection.
  func copyOfFiles(as name: String) throws -> String {
    let copy = "\(folder)/\(name).sqlite"
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: file + suffix) {
      try FileManager.default.copyItem(atPath: file + suffix, toPath: copy + suffix)
    }
    return copy
  }

  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  func bytes(of path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}

extension Instant {
  func days(_ days: Double) -> Instant { adding(seconds: days * 86_400) }
  func minutes(_ minutes: Double) -> Instant { adding(seconds: minutes * 60) }
}

/// Repeatable chance, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
