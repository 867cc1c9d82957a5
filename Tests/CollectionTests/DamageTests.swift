import Cards
import FSRS
import Study
import Testing

@testable import Collection

@Suite struct DamageTests {
  let workshop: Workshop
  let cards = Workshop.cards(60)
  init() throws { workshop = try Workshop() }

  /// A closed collection with a backup after 40 answers, and 20 answers since.
  private func studied(withBackup: Bool = true) throws -> [Answer] {
    var answers: [Answer] = []
    let store = try workshop.opened(with: cards)
    for card in cards.prefix(40) {
      answers.append(try workshop.answer(card, .good, at: Workshop.morning, in: store))
    }
    if withBackup { #expect(try store.backUpIfDue(now: Workshop.morning) != nil) }
    for card in cards.suffix(20) {
      answers.append(
        try workshop.answer(
          card, .easy, at: Workshop.morning.minutes(1), in: store, position: "On \(card.id)"))
    }
    try store.setMarks(Marks(marked: true), of: cards[3].id)
    try store.turn([.card(cards[5].id), .kindInVault(.cell)], on: false)
    try store.close(now: Workshop.morning.minutes(2))
    if !withBackup {
      for backup in try BackupFolder(files: CollectionFiles(main: workshop.file)).entries() {
        try FileSystem.remove(backup.path)
      }
    }
    return answers
  }

  private func expectNothingLost(_ answers: [Answer], in store: Store) throws {
    let schedules = try store.schedules()
    for answer in answers {
      var expected = answer.after
      if answer.cardID == cards[3].id { expected.marked = true }
      #expect(schedules[answer.cardID] == expected)
    }
    #expect(try store.reviewCount() == answers.count)
    #expect(try store.positions(of: cards[59].id).map(\.text) == ["On \(cards[59].id)"])
    #expect(try store.studyCards(.all).map(\.card) == cards)
    #expect(try store.studyCards().count == cards.count - 1)
    let switches = try store.cardSwitches()
    #expect(switches.cards == [cards[5].id: false] && switches.vault == [.cell: false])
  }

  @Test(arguments: ["zero length", "text", "garbage"])
  func afterATotalLossTheBackupIsBack(loss: String) throws {
    let answers = try studied()
    let ruin: [UInt8] =
      switch loss {
      case "zero length": []
      case "text": Array("# My notes\nThis is not a database.\n".utf8)
      default: (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7919) }
      }
    try workshop.write(ruin, to: workshop.file)
    try workshop.write([], to: workshop.file + "-wal")
    let store = try workshop.open(now: Workshop.morning.days(1))
    guard case .restored(let backup, let kept, 0) = store.opening else {
      Issue.record("\(store.opening)")
      return
    }
    #expect(backup.hasSuffix("/backups/notes/2026-11-24-100000.sqlite"))
    #expect(kept.hasSuffix("/notes.sqlite.damaged-20261125-100000"))
    #expect(try workshop.bytes(of: kept) == ruin)
    #expect(try store.reviewCount() == 40)
    #expect(try store.schedules()[cards[5].id] == answers[5].after)
    #expect(store.opening.message?.contains("restored") == true)
    // And it goes on as ever.
    try workshop.answer(cards[50], .good, at: Workshop.morning.days(1), in: store)
    try store.close(now: Workshop.morning.days(1))
    #expect(try workshop.open().opening == .existing)
  }

  @Test func withoutABackupANewOneIsBegunAndTheOldKept() throws {
    let ruin = Array("nothing of ours".utf8)
    try workshop.write(ruin, to: workshop.file)
    let store = try workshop.open()
    guard case .begunAnew(let kept, 0) = store.opening else {
      Issue.record("\(store.opening)")
      return
    }
    #expect(try workshop.bytes(of: kept) == ruin)
    #expect(try store.schedules().isEmpty)
  }

  /// Whichever page is destroyed, an answer is in the backup or is read out of what is left, as
  /// long as the log itself can be read; the file is kept as it was found.
  @Test(arguments: [true, false])
  func aDestroyedPageIsNoticedAndWhatIsLeftIsRead(withBackup: Bool) throws {
    _ = try studied(withBackup: withBackup)
    let whole = try workshop.bytes(of: workshop.file)
    let pages = whole.count / 4096
    #expect(pages > 10)
    var noticed = 0
    for page in 1..<pages {
      let file = "\(workshop.folder)/page-\(page).sqlite"
      var bytes = whole
      for offset in 0..<4096 { bytes[page * 4096 + offset] = 0xa5 }
      try workshop.write(bytes, to: file)
      try workshop.write(Array("suspect".utf8), to: file + "-open")
      if withBackup {
        let folder = "\(workshop.folder)/backups/page-\(page)"
        try FileSystem.makeFolder(folder)
        let backup = try #require(
          try workshop.names(in: workshop.folder + "/backups/notes").first)
        try FileSystem.copy(
          "\(workshop.folder)/backups/notes/\(backup)", to: "\(folder)/\(backup)")
      }
      let store = try workshop.open(file, now: Workshop.morning.days(1))
      switch store.opening {
      case .existing:
        // A page that nothing uses any more.
        #expect(try store.reviewCount() == 60)
      case .restored(_, let kept, let salvaged):
        noticed += 1
        #expect(try workshop.bytes(of: kept) == bytes)
        #expect(try store.reviewCount() == 40 + salvaged)
      case .begunAnew(let kept, let salvaged):
        noticed += 1
        #expect(try workshop.bytes(of: kept) == bytes)
        #expect(try store.reviewCount() == salvaged)
      case .fresh, .freshBesideBackup: Issue.record("page \(page): \(store.opening)")
      }
      try expectSound(store)
    }
    #expect(noticed > 10)
  }

  @Test func damageOutsideTheLogLosesNoAnswer() throws {
    for withBackup in [true, false] {
      let workshop = try Workshop()
      let test = DamageTests(workshop: workshop)
      let answers = try test.studied(withBackup: withBackup)
      var bytes = try workshop.bytes(of: workshop.file)
      let probe = try workshop.open()
      let root = try probe.read { db in
        try db.first("SELECT rootpage FROM sqlite_schema WHERE name = 'schedule_due'") {
          $0.int(0)
        }
      }
      try probe.close(now: Workshop.morning)
      let start = (try #require(root) - 1) * 4096
      for offset in start..<start + 4096 { bytes[offset] = 0xff }
      try workshop.write(bytes, to: workshop.file)
      try workshop.write(Array("suspect".utf8), to: workshop.file + "-open")
      let store = try workshop.open(now: Workshop.morning.days(1))
      switch (store.opening, withBackup) {
      case (.restored(_, _, 20), true), (.begunAnew(_, 60), false): break
      default: Issue.record("\(store.opening)")
      }
      try test.expectNothingLost(answers, in: store)
      try expectSound(store)
    }
  }

  @Test(arguments: [1, 100, 4095, 4096, 8192, 20_000])
  func aTruncatedFileIsNoticed(length: Int) throws {
    _ = try studied()
    let bytes = try workshop.bytes(of: workshop.file)
    try workshop.write(Array(bytes.prefix(length)), to: workshop.file)
    let store = try workshop.open(now: Workshop.morning.days(1))
    guard case .restored = store.opening else {
      Issue.record("\(store.opening)")
      return
    }
    #expect(try store.reviewCount() >= 40)
    try expectSound(store)
  }

  @Test func damageFoundAtWorkIsSaidAndRepaired() throws {
    let answers = try studied()
    var bytes = try workshop.bytes(of: workshop.file)
    let probe = try workshop.open()
    let root = try probe.read { db in
      try db.first("SELECT rootpage FROM sqlite_schema WHERE name = 'schedule'") { $0.int(0) }
    }
    try probe.close(now: Workshop.morning)
    let start = (try #require(root) - 1) * 4096
    for offset in start..<start + 4096 { bytes[offset] = 0xff }
    try workshop.write(bytes, to: workshop.file)

    // It was closed in good order, so that nobody looks at every page.
    let store = try workshop.open(now: Workshop.morning.days(1))
    #expect(store.opening == .existing)
    #expect { try store.schedules() } throws: { error in
      guard case .damaged = error as? CollectionError else { return false }
      return true
    }
    let opening = try store.recover(now: Workshop.morning.days(1))
    guard case .restored(_, _, 20) = opening else {
      Issue.record("\(opening)")
      return
    }
    #expect(try store.reviewCount() == answers.count)
    #expect(try store.schedules()[cards[59].id] == answers[59].after)
    try expectSound(store)
  }

  @Test func aDamagedFileThatSomebodyHasOpenIsLeftAlone() throws {
    let first = try workshop.opened(with: cards)
    let second = try workshop.open()
    #expect(throws: CollectionError.damagedWhileOpen(path: workshop.file)) {
      try second.recover(now: Workshop.morning)
    }
    #expect(try first.schedules().count == cards.count)
    #expect(try second.schedules().count == cards.count)
  }

  @Test func whenTheFileIsGoneTheBackupIsPointedOut() throws {
    _ = try studied()
    try FileSystem.remove(workshop.file)
    try FileSystem.remove(workshop.file + "-wal")
    let store = try workshop.open(now: Workshop.morning.days(1))
    guard case .freshBesideBackup(let backup) = store.opening else {
      Issue.record("\(store.opening)")
      return
    }
    try store.restore(from: backup, now: Workshop.morning.days(1))
    #expect(try store.reviewCount() == 40)
  }

  private func expectSound(_ store: Store) throws {
    #expect(try store.read { db in try db.first("PRAGMA integrity_check") { $0.text(0) } } == "ok")
  }
}

extension DamageTests {
  fileprivate init(workshop: Workshop) { self.workshop = workshop }
}
