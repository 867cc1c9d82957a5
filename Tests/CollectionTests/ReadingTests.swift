import Cards
import Collection
import FSRS
import Notes
import Study
import Testing

@Suite struct ReadingTests {
  let workshop: Workshop
  var cards = Workshop.cards(6)
  init() throws { workshop = try Workshop() }

  private func store(_ cards: [Card], in store: Store, at now: Instant = Workshop.morning) throws
    -> ReadingChanges
  {
    try store.store(Reading(cards: cards), using: workshop.scheduler, at: now)
  }

  @Test func readingTheSameNotesTwiceWritesNothing() throws {
    let store = try workshop.opened(with: cards)
    let watcher = try workshop.open()
    #expect(try self.store(cards, in: store) == ReadingChanges())
    #expect(try watcher.hasChangedElsewhere() == false)
  }

  @Test mutating func onlyWhatChangedIsWritten() throws {
    let store = try workshop.opened(with: cards)
    cards[2].prompt = "Reworded?"
    cards.removeLast()
    cards += Workshop.cards(1, page: "other").map {
      var card = $0
      card.id = "00000000000000ff"
      return card
    }
    let changes = try self.store(cards, in: store)
    #expect(changes.changed == 1 && changes.new == 1 && changes.resting == 1)
    #expect(try Set(store.studyCards().map(\.card)) == Set(cards))
    #expect(try store.storedCards().count == 7)
  }

  @Test mutating func aDeletedCardRestsAndWakesWithItsHistory() throws {
    let store = try workshop.opened(with: cards)
    let answer = try workshop.answer(cards[0], .good, at: Workshop.morning, in: store)
    let all = cards
    cards.removeFirst()
    #expect(try self.store(cards, in: store).resting == 1)
    let resting = try store.knownCards().filter(\.resting)
    #expect(resting.map(\.id) == [all[0].id])
    let later = Workshop.morning.days(9)
    #expect(
      try store.outlines(onDayOf: later, scheduler: workshop.scheduler)
        .contains { $0.id == all[0].id } == false)
    #expect(try self.store(all, in: store).woken == 1)
    #expect(try store.schedules()[all[0].id] == answer.after)
    #expect(
      try store.outlines(onDayOf: later, scheduler: workshop.scheduler)
        .contains { $0.id == all[0].id })
  }

  @Test func aChangedAnswerBringsTheCardBackWithItsHistory() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .easy, at: Workshop.morning, in: store)
    let later = Workshop.morning.days(1)
    let isDue = {
      try store.outlines(onDayOf: later, scheduler: workshop.scheduler)
        .contains { $0.id == cards[0].id && $0.schedule.state != .new }
    }
    #expect(try isDue() == false)
    var reading = Reading(cards: cards)
    reading.answerChanged = [cards[0].id]
    #expect(try store.store(reading, using: workshop.scheduler, at: later).broughtBack == 1)
    #expect(try isDue())
    #expect(try store.history(of: cards[0].id).count == 1)
  }

  @Test func identityMatchingAndTheCollectionAgree() throws {
    let store = try workshop.open()
    var read = cards
    for index in read.indices { read[index].id = "" }
    let first = Identity.match(known: try store.knownCards(), read: read)
    try store.store(Reading(first), using: workshop.scheduler, at: Workshop.morning)
    let ids = try store.studyCards().map(\.id)
    #expect(Set(ids).count == cards.count)

    let second = Identity.match(known: try store.knownCards(), read: read)
    let changes = try store.store(
      Reading(second), using: workshop.scheduler, at: Workshop.morning)
    #expect(changes == ReadingChanges())

    read[3].answer = "Something else"
    read[3].source = "Fact 3: something else"
    let third = Identity.match(known: try store.knownCards(), read: read)
    let edited = try store.store(
      Reading(third), using: workshop.scheduler, at: Workshop.morning)
    #expect(edited.broughtBack == 1 && edited.changed == 1 && edited.new == 0)
    #expect(try store.studyCards().map(\.id) == ids)
  }

  @Test func whatIsKeptOfFilesComesBackAsItWas() throws {
    let store = try workshop.open()
    let page = PageReader.read(
      bytes: Array("---\naliases: [One, Eins]\n---\n# A\n[[b]] and [[c|sea]]\n".utf8), path: "a",
      file: "a.md")
    let problem = Problem(
      file: "a.md", line: 3, column: 7, severity: .warning, message: "Tab\there.",
      remedy: "Mend it.")
    let files = [
      KnownFile(
        file: "a.md", stamp: FileStamp(size: 10, modified: 1_795_514_400_123_456_789, inode: .max),
        page: PageOutline(page), resolution: .max, problems: [problem, problem]),
      KnownFile(
        file: "b.md", stamp: FileStamp(size: 0, modified: -1, inode: 2), page: nil),
    ]
    let reading = Reading(cards: cards, files: files, fingerprint: "first")
    try store.store(reading, using: workshop.scheduler, at: Workshop.morning)
    var kept = try store.knownFiles()
    #expect(kept.first?.problems.map(\.message) == ["Tab here.", "Tab here."])
    kept[0].problems = files[0].problems
    #expect(kept == files)
    #expect(try store.outlines() == [PageOutline(page)])
    #expect(try store.readingFingerprint() == "first")
    _ = try self.store(cards, in: store)
    #expect(try store.knownFiles().count == 2)

    let gone = Reading(cards: cards, removedFiles: ["a.md"], fingerprint: "second")
    try store.store(gone, using: workshop.scheduler, at: Workshop.morning)
    #expect(try store.knownFiles().map(\.file) == ["b.md"])
    #expect(try store.noteProblems().isEmpty)
    #expect(try store.readingFingerprint() == "second")
  }

  @Test func aReadingOfSomePagesLeavesTheOthersAlone() throws {
    let store = try workshop.open()
    _ = try self.store(cards, in: store)
    let page = cards[0].page
    let others = cards.filter { $0.page != page }.map(\.id)
    try store.store(
      Reading(extent: .pages([page]), cards: []), using: workshop.scheduler, at: Workshop.morning)
    let stored = try store.storedCards()
    #expect(Set(stored.filter { $0.restingSince == nil }.map(\.card.id)) == Set(others))
    // What rests can be known again from anywhere.
    let known = try store.knownCards(in: .pages([]))
    #expect(Set(known.map(\.id)) == Set(cards.map(\.id)).subtracting(others))
  }

  @Test func aReadingThatBuildsOnAnOlderStateIsNotStored() throws {
    let store = try workshop.open()
    let basis = try store.readingCount()
    _ = try self.store(cards, in: store)
    var late = Reading(cards: Workshop.cards(2))
    late.basis = basis
    #expect(throws: CollectionError.readElsewhere(path: store.file)) {
      try store.store(late, using: workshop.scheduler, at: Workshop.morning)
    }
    #expect(try store.storedCards().allSatisfy { $0.restingSince == nil })
    late.basis = try store.readingCount()
    try store.store(late, using: workshop.scheduler, at: Workshop.morning)
    #expect(try store.storedCards().count { $0.restingSince == nil } == 2)
  }
}
