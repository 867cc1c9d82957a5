import Cards
import Collection
import FSRS
import Foundation
import Notes
import Screens
import Study

/// Everything that is open: the vault, and the collection that knows its cards and remembers them.
/// Pages and cards are read where they are needed; nothing holds them all.
final class Desk {
  let surroundings: Surroundings
  let vaultPath: String
  private(set) var vault: Vault
  let collection: Collection
  let scheduler: Scheduler
  let reader: NotesReader
  /// What the last look at the notes found to have changed; nil when nothing had.
  private(set) var lastOutcome: NotesReader.Outcome?
  /// A line for the user about how the collection was opened; nil when there is nothing to say.
  private(set) var notice: String?
  /// What was read of a vault that nobody has read before, for making its cards.
  private(set) var unmade: (folder: VaultFolder, files: [FileReading])?
  /// The files as they were found at the beginning; nil once they were read, or when nothing had changed.
  private var found: NotesReader.Survey?

  /// Opens vault and collection as fast as there is something to show: with the pages of the last
  /// reading, or, where there was none, without their cards. `update` then brings both up to date.
  init(_ names: VaultNames) throws {
    surroundings = try Surroundings()
    vaultPath = try surroundings.vaultPath(named: names.vault)
    let configuration = surroundings.configuration
    // A vault that cannot be read leaves no collection behind.
    let folder = try VaultFolder(at: vaultPath, options: configuration.headings)
    if folder.files.isEmpty { throw folder.emptiness(shown: vaultPath) }
    let directory = surroundings.dataDirectory(named: names.data)
    let now = surroundings.clock.now()
    collection = try Collection(
      at: Collection.file(forVault: vaultPath, in: directory), vault: vaultPath, now: now)
    var options = configuration.study
    if let fitted = try collection.fittedParameters() { options.parameters = fitted.parameters }
    scheduler = Scheduler(options: options, calendar: surroundings.calendar)
    reader = NotesReader(
      vaultPath: vaultPath, configuration: configuration, scheduler: scheduler)
    let survey = try reader.survey(folder, collection)
    isUpToDate = survey.isUnchanged
    found = isUpToDate ? nil : survey
    let headings = configuration.headings
    if survey.isKnown {
      vault = Vault(
        folder: survey.folder, outlines: try collection.outlines(), options: headings)
    } else {
      let files = survey.folder.read(survey.folder.files, options: headings)
      vault = try Vault(
        folder: survey.folder, shown: vaultPath, results: files, options: headings)
      unmade = (survey.folder, files)
    }
    notice = collection.opening.message
  }

  /// For a command without screens: everything is brought up to date, and what there is to say goes
  /// to standard error at once.
  convenience init(upToDate names: VaultNames) throws {
    try self.init(names)
    surroundings.warn(dataNamed: names.data)
    let bar = ProgressBar("Making cards")
    try update { done, total in bar.show(Double(done) / Double(max(1, total))) }
    bar.clear()
    if let notice { Console.error("threshold: \(Console.clean(notice))") }
  }

  convenience init(_ options: VaultOptions) throws { try self.init(upToDate: options.names) }

  /// Whether the collection has the cards of the notes as they are.
  private(set) var isUpToDate: Bool

  /// Ends the use of the collection. Whatever was answered is on disk already.
  func close() throws { try collection.close(now: now) }

  var now: Instant { surroundings.clock.now() }
  var today: StudyDay { scheduler.calendar.day(of: now) }
  var dayStart: Instant { scheduler.calendar.start(of: today) }

  /// Reads what has changed in the notes, here and now.
  func update(progress: @escaping NotesReader.Progress = { _, _ in }) throws {
    if isUpToDate { return }
    let outcome = try reader.update(
      collection, found: found, given: unmade, now: now, progress: progress)
    try take(outcome)
  }

  /// Reads the notes again, after they may have been edited.
  func reread() throws {
    try take(reader.update(collection, now: now))
  }

  /// How often the notes were taken over after they had changed.
  private(set) var readings = 0

  /// Goes on with the notes as they were just read, here or beside.
  func take(_ outcome: NotesReader.Outcome) throws {
    readings += 1
    unmade = nil
    found = nil
    isUpToDate = true
    lastOutcome = outcome.matching == nil ? nil : outcome
    vault = Vault(
      folder: outcome.folder, outlines: try collection.outlines(),
      options: surroundings.configuration.headings)
  }

  /// The vault's name as people read it: the folder's, or of a single page its title.
  var vaultName: String {
    if vault.pages.count == 1, let only = vault.pages.first { return only.title }
    return vault.root.split(separator: "/").last.map(String.init) ?? vault.root
  }

  /// Everything that is wrong with the notes, file by file.
  func problems() throws -> [Problem] { try collection.problems(of: vault) }

  /// The vault as the screens see it.
  /// - Parameters:
  ///   - page: the page that is looked at, whose rows show how well they are known.
  ///   - totals: how well each page is known; they take a moment with many cards.
  ///   - problems: how much is wrong with the notes; counting that takes a moment too.
  func library(
    page: String? = nil, totals: [String: Knowledge] = [:],
    problems: ProblemCounts = ProblemCounts()
  ) throws -> Library {
    let session = try dueToday()
    let due = try collection.pageCounts(of: session.remaining(at: now).map(\.id))
    var library = Library(
      vault: vault, name: vaultName, due: due, totals: totals,
      // While the first cards are being made, nobody knows what is due.
      day: unmade == nil ? try daySummary(session) : nil, problems: problems)
    if let page { library.knowledge[page] = try knowledge(of: page) }
    return library
  }

  func knowledge(of page: String) throws -> PageKnowledge {
    PageKnowledge(
      cards: try collection.studyCards(page: page), scheduler: scheduler, now: now)
  }
}

extension Collection {
  /// Everything that is wrong with the notes of a vault, file by file.
  func problems(of vault: Vault) throws -> [Problem] {
    (vault.problems + (try noteProblems()) + (try duplicateProblems())).sortedByPlace
  }
}
