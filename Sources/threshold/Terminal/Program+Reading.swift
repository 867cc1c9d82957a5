import Screens
import Study

/// What the reader beside the terminal reports.
extension Program {
  func startBackground() {
    background = BackgroundReader(
      reader: desk.reader, collectionFile: desk.collection.file, clock: desk.surroundings.clock,
      given: desk.unmade, wake: { Terminal.wake() })
    lookBeside()
    announce()
  }

  /// Has counted beside what takes a moment: how well pages are known, and of notes that were not looked
  /// through yet what is wrong with them.
  func lookBeside() {
    background?.countKnowledge()
    guard let background, problems.reading != desk.readings else { return }
    problems.reading = desk.readings
    background.lookForProblems(in: desk.vault)
  }

  func showProblems(page: String?) throws {
    push(
      ProblemsScreen(
        problems: try desk.problems(), library: try library(), page: page, size: size))
  }

  func takeReports() throws {
    for report in background?.takeReports() ?? [] {
      switch report {
      case .progress(let done, let total):
        // A few pages are read sooner than a line about it.
        if total > 20 { message = done < total ? "Making cards: \(done) of \(total) pages…" : nil }
      case .vaultLost(let failure):
        standing =
          "The vault is not there: \(failure.what). What was read last is shown, and answers are kept. "
          + "When it is back, it is read again by itself."
        message = nil
      case .vaultFound:
        standing = nil
        message = "The vault is there again."
      case .read(let outcome):
        try desk.take(outcome)
        standing = nil
        try refresh()
        try reloadReview()
        try sendTurn()
        announce()
      case .knowledge(let totals):
        guard totals != self.totals else { break }
        self.totals = totals
        try refreshScreens()
      case .problems(let found):
        for index in screens.indices {
          guard var screen = screens[index] as? ProblemsScreen else { continue }
          screen.show(found)
          screens[index] = screen
        }
        let counts = ProblemCounts(found)
        guard counts != problems.counts else { break }
        problems.counts = counts
        try refreshScreens()
      case .offer(let offer):
        // Help or the palette may stand in front of it.
        for index in screens.indices where screens[index] is QuizSetupScreen {
          try dispatch(.quiz(.offer(offer)), to: index)
        }
      case .failed(let words):
        message = words
      }
    }
  }

  /// Says what changed before it reaches the daily deck. The first reading of a vault is no change.
  private func announce() {
    let key = look.keymap.shortLabel(of: .changes, in: .pageList)
    let way = key.isEmpty ? "" : "\(key) on a page or in the list shows them."
    do {
      if let words = try desk.announcement(way: way) { message = words }
    } catch {
      message = Failure(error).sentence
    }
  }
}
