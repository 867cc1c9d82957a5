import Cards
import FSRS
import Study
import Testing

@testable import Collection

@Suite struct CrashTests {
  let workshop: Workshop
  let cards = Workshop.cards(30)
  init() throws { workshop = try Workshop() }

  /// A power cut keeps any beginning of what was being written to the log's end.
  @Test func whateverPartOfTheLastWriteArrivedEarlierAnswersAreThere() throws {
    let store = try workshop.opened(with: cards)
    try store.tidy()
    var sizes: [Int] = []
    for (index, card) in cards.prefix(6).enumerated() {
      try workshop.answer(
        card, .good, at: Workshop.morning.minutes(Double(index)), in: store)
      sizes.append(try workshop.bytes(of: workshop.file + "-wal").count)
    }
    let log = try workshop.bytes(of: workshop.file + "-wal")
    let main = try workshop.bytes(of: workshop.file)
    var random = SeededGenerator(seed: 11)
    for round in 0..<40 {
      let length = Int.random(in: 0...log.count, using: &random)
      let file = "\(workshop.folder)/cut-\(round).sqlite"
      try workshop.write(main, to: file)
      try workshop.write(Array(log.prefix(length)), to: file + "-wal")
      let copy = try workshop.open(file)
      #expect(copy.opening == .existing)
      let count = try copy.reviewCount()
      let complete = sizes.count { $0 <= length }
      #expect(count >= complete, "cut at \(length)")
      #expect(try copy.rebuildSchedules(using: workshop.scheduler) == 0)
      #expect(try copy.schedules().values.count { $0.reviews > 0 } == count)
    }
  }

  @Test func aLogThatWasReusedStillHoldsEveryAnswer() throws {
    var count = 0
    for session in 0..<4 {
      let now = Workshop.morning.days(Double(session))
      let store =
        session == 0 ? try workshop.opened(with: cards) : try workshop.open(now: now)
      for card in cards.prefix(5 + session) {
        try workshop.answer(card, .good, at: now, in: store)
        count += 1
        let copy = try workshop.open(workshop.copyOfFiles(as: "copy-\(count)"))
        #expect(try copy.reviewCount() == count)
      }
      try store.close(now: now)
    }
    #expect(try workshop.open().reviewCount() == count)
  }

  @Test func closingLeavesNothingToReadAgain() throws {
    let store = try workshop.opened(with: cards)
    for card in cards { try workshop.answer(card, .good, at: Workshop.morning, in: store) }
    try store.close(now: Workshop.morning)
    // The main file is whole without the log beside it.
    let bytes = try workshop.bytes(of: workshop.file)
    try workshop.write(bytes, to: workshop.folder + "/alone.sqlite")
    let alone = try workshop.open(workshop.folder + "/alone.sqlite")
    #expect(try alone.reviewCount() == cards.count)
  }

  @Test func anOlderCopyPutInItsPlaceIsNotRuinedByTheLogThatIsStillThere() throws {
    var store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    try store.close(now: Workshop.morning)
    let older = try workshop.bytes(of: workshop.file)
    store = try workshop.open()
    for card in cards { try workshop.answer(card, .good, at: Workshop.morning.days(2), in: store) }
    try store.close(now: Workshop.morning)
    try workshop.write(older, to: workshop.file)
    store = try workshop.open()
    #expect(store.opening == .existing)
    #expect(try store.reviewCount() == 1)
    #expect(try store.read { db in try db.first("PRAGMA integrity_check") { $0.text(0) } } == "ok")
  }

  @Test func aFullDiskIsSaidAndTakesNothingAway() throws {
    let store = try workshop.opened(with: cards)
    try store.access { db in
      let pages = try db.first("PRAGMA page_count") { $0.int(0) } ?? 0
      try db.run("PRAGMA max_page_count = \(pages)")
    }
    var answered = 0
    #expect(throws: CollectionError.diskFull(path: workshop.file)) {
      for round in 0..<200 {
        let time = Workshop.morning.days(Double(round))
        try workshop.answer(cards[round % cards.count], .good, at: time, in: store)
        answered += 1
      }
    }
    #expect(try store.reviewCount() == answered)
    try store.access { db in try db.run("PRAGMA max_page_count = 100000") }
    try workshop.answer(
      cards[answered % cards.count], .good, at: Workshop.morning.days(Double(answered)), in: store)
    #expect(try store.rebuildSchedules(using: workshop.scheduler) == 0)
  }

  @Test func aCollectionThatWasNeverClosedIsClosedByLettingGo() throws {
    do {
      let store = try workshop.opened(with: cards)
      try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    }
    let store = try workshop.open()
    #expect(store.opening == .existing)
    #expect(try store.reviewCount() == 1)
  }
}
