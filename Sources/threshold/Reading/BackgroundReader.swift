import Collection
import Foundation
import Notes
import Study
import Synchronization

/// Keeps the collection up to date with the notes while the program runs, and counts how well pages
/// are known, what is wrong with the notes and how many questions a quiz has: on a thread of its own and over a
/// connection of its own, as another program would.
final class BackgroundReader: Sendable {
  enum Report: Sendable {
    /// Pages whose cards are made, of how many.
    case progress(done: Int, total: Int)
    /// The notes had changed, and the collection is up to date with them.
    case read(NotesReader.Outcome)
    case knowledge([String: Knowledge])
    /// What is wrong with the notes.
    case problems([Problem])
    /// How many questions the quiz has that was asked about last.
    case offer(QuizOffer)
    /// The vault is gone, or cannot be read any more: in words.
    case vaultLost(Failure)
    /// It is there again.
    case vaultFound
    /// The notes or the collection could not be read; another attempt follows the next change.
    case failed(String)
  }

  private struct State {
    var reports: [Report] = []
    var wantsNotes = false
    var wantsKnowledge = false
    var wantedProblems: Vault?
    var wantedOffer: WantedOffer?
    var isStopped = false
  }

  private struct WantedOffer {
    var request: QuizRequest
    var vault: Vault
  }

  /// Something else is wanted by now.
  private struct Outdated: Error {}

  private let state = Mutex(State())
  private let requests: (read: Int32, write: Int32)
  private let ended = DispatchSemaphore(value: 0)
  private let reader: NotesReader
  private let collectionFile: String
  private let clock: SystemClock
  private let given: (folder: VaultFolder, files: [FileReading])?
  private let wake: @Sendable () -> Void

  /// - Parameters:
  ///   - given: what was just read of all files, when nobody has read them before.
  ///   - wake: called on the reader's thread when there is something to take.
  init(
    reader: NotesReader, collectionFile: String, clock: SystemClock,
    given: (folder: VaultFolder, files: [FileReading])?, wake: @escaping @Sendable () -> Void
  ) {
    self.reader = reader
    self.collectionFile = collectionFile
    self.clock = clock
    self.given = given
    self.wake = wake
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    requests = (ends[0], ends[1])
    let thread = Thread { [self] in
      run()
      ended.signal()
    }
    // Notes may nest deeply.
    thread.stackSize = 8 << 20
    thread.start()
  }

  deinit {
    close(requests.read)
    close(requests.write)
  }

  /// What there is to tell since this was last asked.
  func takeReports() -> [Report] {
    state.withLock { state in
      defer { state.reports = [] }
      return state.reports
    }
  }

  /// Asks for the notes to be looked at.
  func lookAtNotes() { request { $0.wantsNotes = true } }

  /// Asks for how well each page is known.
  func countKnowledge() { request { $0.wantsKnowledge = true } }

  /// Asks for what is wrong with the notes of a vault.
  func lookForProblems(in vault: Vault) { request { $0.wantedProblems = vault } }

  /// Asks for how many questions a quiz of a page has. What was asked before is no longer counted.
  func count(_ request: QuizRequest, in vault: Vault) {
    self.request { $0.wantedOffer = WantedOffer(request: request, vault: vault) }
  }

  /// Ends the thread, after what it is doing.
  func stop() {
    request { $0.isStopped = true }
    ended.wait()
  }

  private func request(_ change: (inout State) -> Void) {
    state.withLock { change(&$0) }
    var byte: UInt8 = 0
    _ = write(requests.write, &byte, 1)
  }

  // MARK: On the thread

  private func report(_ report: Report) {
    state.withLock { state in
      if case .progress = report, case .progress = state.reports.last { state.reports.removeLast() }
      state.reports.append(report)
    }
    wake()
  }

  private func run() {
    let watch = FolderWatch()
    var given = given
    var isLost = false
    follow(watch)
    while let work = next(watch) {
      do {
        // Whatever comes of it, the folders are followed: also to see them come back.
        defer { if work.notes { follow(watch) } }
        // Not kept open: the file may be exchanged for another in between.
        let collection = try Collection(besideOpen: collectionFile)
        if work.notes {
          try readNotes(collection, given: given)
          given = nil
          if isLost { report(.vaultFound) }
          isLost = false
        }
        if work.knowledge {
          report(.knowledge(try collection.knowledge(scheduler: reader.scheduler, at: clock.now())))
        }
        if let vault = work.problems { report(.problems(try collection.problems(of: vault))) }
        if let wanted = work.offer, let offer = try count(wanted, collection) {
          report(.offer(offer))
        }
        try collection.close(now: clock.now())
      } catch let error as NotesError {
        // Looked for again and again, told of once.
        if !isLost { report(.vaultLost(Failure(error))) }
        isLost = true
      } catch {
        report(.failed(Failure(error).sentence))
      }
    }
  }

  private func readNotes(
    _ collection: Collection, given: (folder: VaultFolder, files: [FileReading])?
  ) throws {
    let outcome = try reader.update(collection, given: given, now: clock.now()) { done, total in
      self.report(.progress(done: done, total: total))
    }
    if outcome.matching != nil { report(.read(outcome)) }
  }

  /// - Returns: nil when something else is wanted meanwhile, or the page is gone.
  private func count(_ wanted: WantedOffer, _ collection: Collection) throws -> QuizOffer? {
    let drawing = QuizDrawing(
      vault: wanted.vault, collection: collection, scheduler: reader.scheduler, now: clock.now()
    ) { _ in [] }
    do {
      return try drawing.offer(wanted.request) {
        let isWanted = state.withLock { $0.wantedOffer == nil && !$0.isStopped }
        if !isWanted { throw Outdated() }
      }
    } catch is Outdated {
      return nil
    }
  }

  /// Watches the folders of the vault. What happened in one before it was watched was not told.
  private func follow(_ watch: FolderWatch) {
    if watch.follow(folders()) { state.withLock { $0.wantsNotes = true } }
  }

  /// The folders of the vault, as the system names them.
  private func folders() -> [String] {
    let folder: VaultFolder
    do {
      folder = try VaultFolder(at: reader.vaultPath, options: reader.configuration.headings)
    } catch {
      // Reading the notes tells the user; without watches they are looked for again by and by.
      return []
    }
    return folder.folders.map { $0.isEmpty ? folder.root : "\(folder.root)/\($0)" }
  }

  /// Waits for something to do; nil when the reader is to end.
  private func next(
    _ watch: FolderWatch
  ) -> (notes: Bool, knowledge: Bool, problems: Vault?, offer: WantedOffer?)? {
    while true {
      let wanted = state.withLock { state in
        defer {
          state.wantsNotes = false
          state.wantsKnowledge = false
          state.wantedProblems = nil
          state.wantedOffer = nil
        }
        return state
      }
      if wanted.isStopped { return nil }
      if wanted.wantsNotes || wanted.wantsKnowledge || wanted.wantedProblems != nil
        || wanted.wantedOffer != nil
      {
        return (
          wanted.wantsNotes, wanted.wantsKnowledge, wanted.wantedProblems, wanted.wantedOffer
        )
      }
      var files = [
        pollfd(fd: requests.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&files, nfds_t(watch.descriptor >= 0 ? 2 : 1), watch.patience)
      if files[0].revents != 0 { drainRequests() }
      if files[1].revents != 0 {
        settle(watch)
        return (true, false, nil, nil)
      }
      if ready == 0 { return (true, false, nil, nil) }
    }
  }

  /// Waits until nothing more is told for a moment: an editor writes, renames and removes for one
  /// saving, and a checkout touches hundreds of files.
  private func settle(_ watch: FolderWatch) {
    for _ in 0..<20 {
      watch.drain()
      var file = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
      // Longer than a file counts as too fresh to be relied upon.
      if poll(&file, 1, 60) <= 0 { return }
    }
  }

  private func drainRequests() {
    var buffer = [UInt8](repeating: 0, count: 64)
    while read(requests.read, &buffer, buffer.count) > 0 {}
  }
}
