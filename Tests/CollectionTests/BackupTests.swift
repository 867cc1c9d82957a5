import Cards
import FSRS
import Study
import Testing

@testable import Collection

@Suite struct BackupTests {
  let workshop: Workshop
  let cards = Workshop.cards(10)
  init() throws { workshop = try Workshop() }

  private var folder: String { workshop.folder + "/backups/notes" }

  @Test func thereIsOneBackupADayAndOnlyAfterAnAnswer() throws {
    var store = try workshop.opened(with: cards)
    #expect(try store.backUpIfDue(now: Workshop.morning) == nil, "nothing was answered")
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    try store.close(now: Workshop.morning)
    #expect(try workshop.names(in: folder) == ["2026-11-24-100000.sqlite"])

    store = try workshop.open(now: Workshop.morning.minutes(5))
    try workshop.answer(cards[1], .good, at: Workshop.morning.minutes(5), in: store)
    try store.close(now: Workshop.morning.minutes(6))
    #expect(try workshop.names(in: folder).count == 1)

    store = try workshop.open(now: Workshop.morning.days(1))
    #expect(
      try store.backUpIfDue(now: Workshop.morning.days(1)) != nil, "yesterday's second answer")
    #expect(try store.backUpIfDue(now: Workshop.morning.days(2)) == nil, "no news since")
    #expect(
      try workshop.names(in: folder)
        == ["2026-11-24-100000.sqlite", "2026-11-25-100000.sqlite"])
    #expect(try store.backups().map(\.time) == [Workshop.morning.days(1), Workshop.morning])
  }

  @Test func aYearOfDailyStudyKeepsDaysWeeksAndMonths() throws {
    let store = try workshop.opened(with: cards)
    try FileSystem.makeFolder(folder)
    let foreign = ["notes.txt", "2026-11-24.sqlite", "2026-02-31-100000.sqlite", "my copy.sqlite"]
    for name in foreign { try workshop.write([1], to: "\(folder)/\(name)") }
    var now = Workshop.morning
    for day in 0..<400 {
      now = Workshop.morning.days(Double(day))
      try workshop.write([], to: BackupFolder(files: store.files).path(at: now))
      try BackupFolder(files: store.files).prune()
    }
    let times = try BackupFolder(files: store.files).entries().map(\.time)
    let today = CivilTime(now).date.daysSince1970
    let days = times.map { today - $0.date.daysSince1970 }
    #expect(Array(days.prefix(7)) == Array(0..<7))
    #expect(Set(times.prefix { today - $0.date.daysSince1970 < 28 }.map(\.weekNumber)).count >= 4)
    #expect(Set(times.map { $0.date.year * 12 + $0.date.month }).count == 12)
    #expect(times.count <= 7 + 4 + 12)
    #expect(try Set(workshop.names(in: folder)).isSuperset(of: foreign))
  }

  @Test(arguments: 1...20)
  func theNewestBackupIsNeverRemoved(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var times: [CivilTime] = []
    var now = Workshop.morning
    for _ in 0..<120 {
      now = now.days(Double.random(in: -0.2...30, using: &random))
      times.append(CivilTime(now))
      let kept = Retention.standard.kept(of: times)
      #expect(times.max().map(kept.contains) == true, "seed \(seed)")
      // What was removed once is never missed later: keeping is the same over what was kept.
      #expect(Retention.standard.kept(of: Array(kept)) == kept, "seed \(seed)")
      times = times.filter(kept.contains)
    }
  }

  @Test func aBackupHoldsEverythingAndIsNeverWrittenOver() throws {
    let store = try workshop.opened(with: cards)
    for card in cards {
      try workshop.answer(card, .hard, at: Workshop.morning, in: store, position: "P\(card.id)")
    }
    try store.set("theme", to: "dark", at: Workshop.morning)
    let path = workshop.folder + "/copy.sqlite"
    try store.backUp(to: path)
    let copy = try workshop.open(path)
    #expect(try copy.schedules() == store.schedules())
    #expect(try copy.storedCards() == store.storedCards())
    #expect(try copy.settings() == store.settings())
    #expect(try copy.history(of: cards[0].id) == store.history(of: cards[0].id))
    #expect(try copy.positions(of: cards[0].id) == store.positions(of: cards[0].id))
    #expect(throws: CollectionError.alreadyExists(path: path)) { try store.backUp(to: path) }
    #expect(throws: CollectionError.noFolder(path: workshop.folder + "/none")) {
      try store.backUp(to: workshop.folder + "/none/copy.sqlite")
    }
  }

  @Test func restoringKeepsWhatItReplaces() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    let backup = workshop.folder + "/copy.sqlite"
    try store.backUp(to: backup)
    let then = try store.schedules()
    try workshop.answer(cards[1], .good, at: Workshop.morning, in: store)
    let now = try store.schedules()

    let kept = try store.restore(from: backup, now: Workshop.morning)
    #expect(kept.hasSuffix("notes.sqlite.replaced-20261124-100000"))
    #expect(try store.schedules() == then)
    #expect(try store.undo(since: Workshop.morning.days(-1))?.cardID == cards[0].id)
    try store.restore(from: kept, now: Workshop.morning)
    #expect(try store.schedules() == now)
    #expect(try workshop.open(backup).schedules() == then)
  }

  @Test func whatIsNoBackupIsRefusedAndNothingChanges() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    let before = try store.schedules()
    let text = workshop.folder + "/text.sqlite"
    try workshop.write(Array("Dear diary, this is a text of some length. ".utf8), to: text)
    let empty = workshop.folder + "/empty.sqlite"
    try workshop.write([], to: empty)
    for path in [text, empty] {
      #expect { try store.restore(from: path, now: Workshop.morning) } throws: { error in
        guard case .notABackup = error as? CollectionError else { return false }
        return true
      }
    }
    #expect(throws: CollectionError.missing(path: "/nowhere.sqlite")) {
      try store.restore(from: "/nowhere.sqlite", now: Workshop.morning)
    }
    let other = try workshop.open()
    let backup = workshop.folder + "/copy.sqlite"
    try store.backUp(to: backup)
    #expect(throws: CollectionError.inUse(path: workshop.file)) {
      try store.restore(from: backup, now: Workshop.morning)
    }
    #expect(try store.schedules() == before)
    #expect(try other.schedules() == before)
  }

  @Test func aBadBackupIsPassedOverForAnOlderGoodOne() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    let good = try #require(try store.backUpIfDue(now: Workshop.morning))
    try workshop.write(
      Array("bad".utf8), to: BackupFolder(files: store.files).path(at: Workshop.morning.days(1)))
    #expect(try BackupFolder(files: store.files).newestGood() == good)
  }

  @Test func timesAreNamedSoThatTheySort() {
    #expect(CivilTime(Workshop.morning).dated == "2026-11-24-100000")
    #expect(CivilTime(Workshop.morning).compact == "20261124-100000")
    #expect(CivilTime(Instant(milliseconds: -1)).dated == "1970-01-01-000000")
    #expect(CivilTime(Instant(milliseconds: -1000)).dated == "1969-12-31-235959")
    #expect(CivilTime(Instant(milliseconds: .max)).dated == "9999-12-31-235959")
    #expect(CivilTime(Instant(milliseconds: .min)).dated == "0001-01-01-000000")
    #expect(
      CivilTime(Workshop.morning).weekNumber + 1 == CivilTime(Workshop.morning.days(6)).weekNumber)
    #expect(
      CivilTime(Workshop.morning).weekNumber == CivilTime(Workshop.morning.days(5)).weekNumber)
  }
}
