import Cards
import FSRS
import Foundation
import Study
import Testing

@testable import Collection

@Suite struct OpeningTests {
  let workshop: Workshop
  let cards = Workshop.cards(3)
  init() throws { workshop = try Workshop() }

  @Test func aNewCollectionIsBegunInAFolderThatIsMadeForIt() throws {
    let file = workshop.folder + "/a/b/c.sqlite"
    let store = try workshop.open(file)
    #expect(store.opening == .fresh)
    #expect(store.opening.message == nil)
    #expect(try store.schedules().isEmpty)
    #expect(try store.reviewCount() == 0)
  }

  @Test func anEmptyFileIsBegun() throws {
    try workshop.write([], to: workshop.file)
    #expect(try workshop.open().opening == .fresh)
  }

  @Test func theSettingsOfTheFileAreThoseThatKeepItSafe() throws {
    let store = try workshop.open()
    let values = try store.access { db in
      try ["journal_mode", "synchronous", "foreign_keys", "application_id", "user_version"].map {
        try db.first("PRAGMA \($0)") { $0.text(0) }
      }
    }
    #expect(values == ["wal", "2", "1", "1414025811", "7"])
  }

  @Test func theIndexOfAnEarlierFormatIsMadeAnew() throws {
    let store = try workshop.opened(with: cards)
    for card in cards { try workshop.answer(card, .easy, at: Workshop.morning, in: store) }
    let later = Workshop.morning.days(100)
    let before = try store.outlines(onDayOf: later, scheduler: workshop.scheduler)
    try store.access { db in
      try db.run("DROP INDEX schedule_due")
      try db.run("CREATE INDEX schedule_due ON schedule (due_ms) WHERE due_ms > 0")
      try db.run("DELETE FROM grdb_migrations WHERE identifier = '7'")
      try db.run("PRAGMA user_version = 6")
    }
    try store.close(now: Workshop.morning)
    let again = try workshop.open()
    #expect(before.count == cards.count)
    #expect(try again.outlines(onDayOf: later, scheduler: workshop.scheduler) == before)
    #expect(try again.read { try Connection.userVersion($0) } == Schema.version)
  }

  @Test func aLaterFormatIsLeftAlone() throws {
    let store = try workshop.opened(with: cards)
    try store.access { db in try db.run("PRAGMA user_version = 8") }
    try store.close(now: Workshop.morning)
    let before = try workshop.bytes(of: workshop.file)
    #expect(throws: CollectionError.newer(path: workshop.file, version: 8)) {
      try workshop.open()
    }
    #expect(try workshop.bytes(of: workshop.file) == before)
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
    let store = try workshop.opened(with: cards)
    for owner in ["0", "42"] {
      try store.access { db in try db.run("PRAGMA application_id = \(owner)") }
      #expect(throws: CollectionError.foreign(path: workshop.file)) { try workshop.open() }
    }
  }

  @Test func wrongPlacesAreToldApart() throws {
    try workshop.write([1], to: workshop.folder + "/plain")
    try FileManager.default.createDirectory(
      atPath: workshop.folder + "/folder.sqlite", withIntermediateDirectories: false)
    #expect(throws: CollectionError.notAFolder(path: workshop.folder + "/plain")) {
      try workshop.open(workshop.folder + "/plain/notes.sqlite")
    }
    #expect(throws: CollectionError.isFolder(path: workshop.folder + "/folder.sqlite")) {
      try workshop.open(workshop.folder + "/folder.sqlite")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the superuser"))
  func aFolderThatMayNotBeWrittenIsSaid() throws {
    let folder = workshop.folder + "/locked"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    #expect(throws: CollectionError.noPermission(path: folder + "/notes.sqlite")) {
      try workshop.open(folder + "/notes.sqlite")
    }
    // Of a folder that is not there yet, nobody can change the permissions.
    #expect(throws: CollectionError.noPermission(path: folder)) {
      try workshop.open(folder + "/share/threshold/notes.sqlite")
    }
  }

  @Test func `Whether the notes give the daily deck anything is known`() throws {
    var card = try #require(Workshop.cards(1).first)
    card.daily = false
    let store = try workshop.opened(with: [card])
    #expect(try !store.hasDailyCards())
    card.daily = true
    try store.store(
      Reading(cards: [card]), using: workshop.scheduler, at: Workshop.morning)
    #expect(try store.hasDailyCards())
    try store.store(Reading(cards: []), using: workshop.scheduler, at: Workshop.morning)
    #expect(try !store.hasDailyCards())
  }

  @Test func everyErrorSaysWhatHappenedAndWhatToDo() {
    let errors: [CollectionError] = [
      .notAFolder(path: "p"), .isFolder(path: "p"), .noPermission(path: "p"), .readOnly(path: "p"),
      .diskFull(path: "p"), .busy(path: "p"), .damaged(path: "p", reason: "r"),
      .damagedWhileOpen(path: "p"), .inUse(path: "p"), .newer(path: "p", version: 9),
      .foreign(path: "p"), .missing(path: "p"), .notABackup(path: "p", reason: "r"),
      .alreadyExists(path: "p"), .unknownCard(id: "i"), .answeredElsewhere(id: "i"),
      .notOursToUndo, .notAReview(id: "i"), .badValue(path: "p", what: "w"),
      .failed(path: "p", reason: "r"),
    ]
    #expect(Set(errors.map(\.message)).count == errors.count)
    for error in errors {
      #expect(!error.message.isEmpty && !error.remedy.isEmpty)
      #expect(!error.message.hasSuffix(".") && !error.remedy.hasSuffix("."))
    }
  }

  @Test func eachVaultHasAFileOfItsOwn() throws {
    for name in ["x/My Notes", "y/My Notes", "x/Ünïcode 🙂", "x/a.md"] {
      try FileManager.default.createDirectory(
        atPath: "\(workshop.folder)/\(name)", withIntermediateDirectories: true)
    }
    let data = workshop.folder + "/data"
    func file(_ name: String) -> String {
      Store.file(forVault: "\(workshop.folder)/\(name)", in: data)
    }
    #expect(file("x/My Notes") != file("y/My Notes"))
    #expect(file("x/My Notes") == file("x/../x/My Notes/"))
    #expect(file("x/My Notes").hasPrefix(data + "/my-notes-"))
    #expect(file("x/Ünïcode 🙂").hasPrefix(data + "/n-code-"))
    #expect(file("x/a.md").hasPrefix(data + "/a-"))
    #expect(file("x/not there").hasSuffix(".sqlite"))
    try FileManager.default.createSymbolicLink(
      atPath: workshop.folder + "/link", withDestinationPath: workshop.folder + "/x/My Notes")
    #expect(file("link") == file("x/My Notes"))
  }

  @Test func aMovedVaultFindsItsCollection() throws {
    let data = workshop.folder + "/data"
    let old = workshop.folder + "/old/wiki"
    try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
    let store = try Store(
      at: Store.file(forVault: old, in: data), vault: old, now: Workshop.morning)
    try store.store(Reading(cards: cards), using: workshop.scheduler, at: Workshop.morning)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    try store.close(now: Workshop.morning)
    #expect(try Store.found(in: data).map(\.vault) == [FileSystem.realPath(of: old)])
    #expect(try Store.movedCandidates(forVault: old, in: data).isEmpty)

    let new = workshop.folder + "/new/wiki"
    try FileManager.default.createDirectory(
      atPath: workshop.folder + "/new", withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: old, toPath: new)
    let found = try #require(try Store.movedCandidates(forVault: new, in: data).first)
    let file = try Store.adopt(found.file, forVault: new, in: data)
    #expect(file == Store.file(forVault: new, in: data))
    let again = try Store(at: file, vault: new, now: Workshop.morning)
    #expect(try again.reviewCount() == 1)
    #expect(try again.backups().count == 1)
    #expect(try Store.movedCandidates(forVault: new, in: data).isEmpty)
  }
}
