import Cards
import Collection
import FSRS
import Foundation
import Notes
import Screens
import Study

/// Everything that is open: the vault, its cards and the collection that remembers them.
final class Desk {
  let surroundings: Surroundings
  let vaultPath: String
  private(set) var vault: Vault
  private(set) var problems: [Problem] = []
  private(set) var cards: [StudyCard] = []
  /// Where each card stands in `cards`.
  private var places: [Card.ID: Int] = [:]
  let collection: Collection
  let scheduler: Scheduler
  /// A line for the user about how the collection was opened; nil when there is nothing to say.
  private(set) var notice: String?

  /// Opens vault and collection. The cards are made by `study`, so that a page can be shown first.
  init(vaultNamed name: String?, dataNamed data: String?) throws {
    surroundings = try Surroundings()
    vaultPath = try surroundings.vaultPath(named: name)
    vault = try Vault(at: vaultPath, options: surroundings.configuration.headings)
    let directory = surroundings.dataDirectory(named: data)
    let now = surroundings.clock.now()
    collection = try Collection(
      at: Collection.file(forVault: vaultPath, in: directory), vault: vaultPath, now: now)
    var options = surroundings.configuration.study
    if let fitted = try collection.fittedParameters() { options.parameters = fitted.parameters }
    scheduler = Scheduler(options: options, calendar: surroundings.calendar)
    notice = collection.opening.message
  }

  /// For a command without screens: what there is to say goes to standard error at once.
  convenience init(_ options: VaultOptions) throws {
    try self.init(vaultNamed: options.vault, dataNamed: options.data)
    try study()
    if let notice { Console.error("threshold: \(Console.clean(notice))") }
  }

  /// Ends the use of the collection. Whatever was answered is on disk already.
  func close() throws { try collection.close(now: now) }

  var now: Instant { surroundings.clock.now() }
  var today: StudyDay { scheduler.calendar.day(of: now) }

  /// Reads the notes again, after they may have been edited.
  func reread() throws {
    vault = try Vault(at: vaultPath, options: surroundings.configuration.headings)
    try study()
  }

  /// Makes the cards, matches them to the known ones and takes their schedules.
  func study() throws {
    let read = try VaultCards(vault: vault, configuration: surroundings.configuration)
    problems = read.problems
    let known = try collection.knownCards()
    let reading = Reading(Identity.match(known: known, read: read.cards))
    try collection.store(reading, using: scheduler, at: now)
    cards = reading.cards.map { StudyCard(card: $0) }
    try rereadSchedules()
    places = Dictionary(
      cards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes the schedules from the collection again, after another program has answered.
  func rereadSchedules() throws {
    let schedules = try collection.schedules()
    for place in cards.indices { cards[place].schedule = schedules[cards[place].id] ?? Schedule() }
  }

  /// Takes a card's schedule over after it changed.
  func update(_ id: Card.ID, to schedule: Schedule) {
    if let place = places[id] { cards[place].schedule = schedule }
  }

  /// A review of what is due, of the vault or of one page.
  func review(page: String?) throws -> ReviewSession {
    ReviewSession(
      cards: cards, doneToday: try doneToday(), scheduler: scheduler, now: now,
      scope: page.map { .page($0) } ?? .all)
  }

  /// What was answered since this study day began; the daily limits are less by it.
  func doneToday() throws -> DayCounts {
    try collection.dayCounts(since: dayStart)
  }

  /// Takes back the last answer of this study day; nil when there is none.
  func undoAnswer() throws -> Answer? {
    let answer = try collection.undo(since: dayStart)
    if let answer { update(answer.cardID, to: answer.before) }
    return answer
  }

  /// Stores what the user set on a card.
  func store(marksOf card: StudyCard) throws {
    try collection.setMarks(Marks(card.schedule), of: card.id)
    update(card.id, to: card.schedule)
  }

  var dayStart: Instant { scheduler.calendar.start(of: today) }

  /// The vault's name as people read it: the folder's, or of a single page its title.
  var vaultName: String {
    if vault.pages.count == 1, let only = vault.pages.first { return only.title }
    return vault.root.split(separator: "/").last.map(String.init) ?? vault.root
  }

  /// The vault as the screens see it.
  func library() throws -> Library {
    let now = now
    let knowledge = PageKnowledge.pages(of: cards, scheduler: scheduler, now: now)
    let left = try review(page: nil).remaining(at: now)
    let due = Dictionary(grouping: left, by: \.card.page).mapValues(\.count)
    return Library(vault: vault, name: vaultName, knowledge: knowledge, due: due)
  }
}
