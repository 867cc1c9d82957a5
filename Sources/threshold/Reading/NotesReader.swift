import Cards
import Collection
import Foundation
import Notes
import Study

/// Brings the collection up to date with the notes: reads the files that have changed, makes their
/// cards, knows them again, and stores all of it in one transaction.
struct NotesReader {
  let vaultPath: String
  let configuration: Configuration
  let scheduler: Scheduler

  /// The files of the vault as they are now, against those of the last reading.
  struct Survey {
    var folder: VaultFolder
    /// Tells this state of the files, the settings and the program from any other. Nil while a file
    /// is so fresh that a further change might not show in its time.
    var fingerprint: String?
    var isUnchanged: Bool
    /// Whether the vault was ever read.
    var isKnown: Bool
  }

  /// What bringing the collection up to date came to.
  struct Outcome {
    var folder: VaultFolder
    var changes = ReadingChanges()
    /// What became of the cards of the pages that were read; nil when nothing had changed.
    var matching: Matching?
    var wasKnown = true
    var pagesRead = 0
  }

  /// How far it has come: pages done, of how many.
  typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  // MARK: Looking

  func survey(_ folder: VaultFolder, _ collection: Collection) throws -> Survey {
    let now = SystemClock.fileTime()
    let settings = settingsFingerprint
    var hash = StableHash()
    var isSettled = true
    for file in folder.files {
      hash.combine(file.file)
      hash.combine(UInt64(bitPattern: Int64(file.size)))
      hash.combine(UInt64(bitPattern: file.modified))
      hash.combine(file.inode)
      if Self.isFresh(file, at: now) { isSettled = false }
    }
    let fingerprint = "\(settings) \(hash.digits)"
    let known = try collection.readingFingerprint()
    return Survey(
      folder: folder, fingerprint: isSettled ? fingerprint : nil,
      isUnchanged: fingerprint == known, isKnown: known != nil)
  }

  /// Whether a file was changed so lately that its time may not tell a further change: the clocks of
  /// file systems tick every few milliseconds.
  private static func isFresh(_ file: VaultFile, at now: Int64) -> Bool {
    abs(now - file.modified) < 20_000_000
  }

  /// What the cards depend on beside the notes: the settings, and the program that makes them.
  var settingsFingerprint: String {
    var hash = StableHash()
    let headings = configuration.headings
    for words in [
      headings.keyFacts, headings.connections, headings.openQuestions, configuration.daily,
      configuration.kindsOff.map(\.rawValue).sorted(),
    ] {
      hash.combine(words.joined(separator: "\u{1f}"))
    }
    hash.combine(Shipped.programStamp)
    return hash.digits
  }

  // MARK: Reading

  /// - Parameters:
  ///   - found: the files as they are now, when they have just been looked at.
  ///   - given: what all files gave, when they have just been read.
  func update(
    _ collection: Collection, found: Survey? = nil,
    given: (folder: VaultFolder, files: [FileReading])? = nil,
    now: Instant, progress: @escaping Progress = { _, _ in }
  ) throws -> Outcome {
    var found = found
    var attempts = 0
    while true {
      do {
        return try read(collection, found: found, given: given, now: now, progress: progress)
      } catch let error as CollectionError {
        // Another window was quicker: what it has stored is what there is to build on.
        attempts += 1
        found = nil
        guard case .readElsewhere = error, attempts < 5 else { throw error }
      }
    }
  }

  private func read(
    _ collection: Collection, found: Survey?,
    given: (folder: VaultFolder, files: [FileReading])?, now: Instant,
    progress: @escaping Progress
  ) throws -> Outcome {
    let basis = try collection.readingCount()
    let survey =
      try found
      ?? survey(VaultFolder(at: vaultPath, options: configuration.headings), collection)
    if survey.isUnchanged { return Outcome(folder: survey.folder) }
    let options = try configuration.cardOptions()
    let hasNewSettings =
      try collection.readingFingerprint()?.hasPrefix(settingsFingerprint + " ") != true
    let known = try collection.knownFiles()
    let plan = ReadingPlan(
      files: survey.folder.files, known: hasNewSettings ? [] : known, wasKnown: known)

    var readings: [FileReading]
    if let given, given.folder.files == survey.folder.files, plan.kept.isEmpty {
      readings = given.files
    } else {
      readings = survey.folder.read(plan.changed, options: configuration.headings)
    }
    var outlines =
      plan.kept.compactMap(\.page) + readings.compactMap { $0.page.map(PageOutline.init) }
    outlines.sort { $0.file < $1.file }
    guard !outlines.isEmpty else {
      throw survey.folder.emptiness(shown: vaultPath, problems: readings.flatMap(\.problems))
    }
    let vault = Vault(
      folder: survey.folder, outlines: outlines, options: configuration.headings)
    var maker = PageCards(vault: vault, options: options)

    // Pages that were not touched, but whose links lead elsewhere now.
    if plan.mayMoveLinks(readings) {
      let affected = Set(
        plan.kept.lazy.filter { file in
          guard let page = file.page else { return false }
          return maker.resolution(of: page) != file.resolution
        }.map(\.file))
      let more = survey.folder.files.filter { affected.contains($0.file) }
      readings += survey.folder.read(more, options: configuration.headings)
    }

    let pages = readings.compactMap(\.page)
    let total = pages.count
    progress(0, total)
    maker.progress = { progress($0, total) }
    let made = maker.make(pages)
    var reading = try matched(
      made, plan: plan, readings: readings, isWhole: hasNewSettings, in: collection)
    // The first reading of a vault is no change.
    if known.isEmpty { reading.reading.changes = [] }
    reading.reading.basis = basis
    reading.reading.files = files(readings, made: made, maker: maker, now: survey)
    reading.reading.removedFiles = plan.removed
    // What was stored is of another state, which the files may come back to.
    reading.reading.fingerprint = survey.fingerprint ?? settingsFingerprint + " unsettled"
    reading.reading.kindsOff = configuration.kindsOff
    let changes = try collection.store(reading.reading, using: scheduler, at: now)
    return Outcome(
      folder: survey.folder, changes: changes, matching: reading.matching,
      wasKnown: !known.isEmpty, pagesRead: total)
  }

  private func matched(
    _ made: [PageCards.Made], plan: ReadingPlan, readings: [FileReading], isWhole: Bool,
    in collection: Collection
  ) throws -> (matching: Matching, reading: Reading) {
    var extent = Reading.Extent.vault
    if !isWhole {
      let read = Set(readings.map(\.file.file))
      let before = plan.wasKnown.filter { read.contains($0.file) }.compactMap { $0.page?.path }
      extent = .pages(
        Set(before + plan.removedPages + readings.compactMap { $0.page?.path }))
    }
    let stored = try collection.storedCards(in: extent)
    let known = stored.map { KnownCard($0) }
    let taken = try collection.idsInUse(among: made.flatMap(\.cards).map(\.id))
    let matching = Identity.match(
      known: known, read: made.flatMap(\.cards), isTaken: taken.contains
    ) { name in
      guard case .pages(let pages) = extent else { return false }
      do {
        return try collection.mentions(name, outside: pages)
      } catch {
        // Nobody knows, so nothing is taken for renamed.
        return true
      }
    }
    var reading = Reading(matching, extent: extent)
    reading.stored = stored
    reading.changes = ChangeList(matching, known: known).changes
    return (matching, reading)
  }

  private func files(
    _ readings: [FileReading], made: [PageCards.Made], maker: PageCards, now: Survey
  ) -> [KnownFile] {
    let clock = SystemClock.fileTime()
    var next = made.makeIterator()
    return readings.map { reading in
      let outline = reading.page.map(PageOutline.init)
      let cards = reading.page == nil ? nil : next.next()
      var stamp = FileStamp(reading.file)
      // Read again next time, whatever its time says then.
      if Self.isFresh(reading.file, at: clock) { stamp.modified = -1 }
      return KnownFile(
        file: reading.file.file, stamp: stamp, page: outline,
        resolution: outline.map(maker.resolution) ?? 0,
        problems: reading.problems + (cards?.problems ?? []))
    }
  }
}

/// Which files are to be read.
private struct ReadingPlan {
  /// Files that have not changed.
  var kept: [KnownFile] = []
  var changed: [VaultFile] = []
  /// Files that are there no more, and the pages that they were.
  var removed: [String] = []
  var removedPages: [String] = []
  /// Every file of the last reading.
  let wasKnown: [KnownFile]

  /// - Parameters:
  ///   - known: those of the last reading that may be relied upon.
  ///   - wasKnown: all of them.
  init(files: [VaultFile], known: [KnownFile], wasKnown: [KnownFile]) {
    self.wasKnown = wasKnown
    let byFile = Dictionary(known.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    for file in files {
      // A page may get another path without being touched, when a file of like name appears.
      if let before = byFile[file.file], before.stamp == FileStamp(file),
        before.page == nil || before.page?.path == file.path
      {
        kept.append(before)
      } else {
        changed.append(file)
      }
    }
    let present = Set(files.map(\.file))
    for before in wasKnown where !present.contains(before.file) {
      removed.append(before.file)
      if let page = before.page { removedPages.append(page.path) }
    }
  }

  /// Whether a link of a page that was not touched may lead elsewhere now: a page came, went or is
  /// called otherwise.
  func mayMoveLinks(_ readings: [FileReading]) -> Bool {
    guard !kept.isEmpty else { return false }
    if !removedPages.isEmpty { return true }
    let before = Dictionary(
      wasKnown.map { ($0.file, $0.page) }, uniquingKeysWith: { first, _ in first })
    return readings.contains { reading in
      let now = reading.page.map(PageOutline.init)
      let then = before[reading.file.file] ?? nil
      return now?.path != then?.path || now?.title != then?.title || now?.aliases != then?.aliases
    }
  }
}
