import Screens
import Study

/// What the reader beside the terminal reports.
extension Program {
  func startBackground() {
    background = BackgroundReader(
      reader: desk.reader, collectionFile: desk.collection.file, clock: desk.surroundings.clock,
      given: desk.unmade, wake: { Terminal.wake() })
    background?.countKnowledge()
    if let outcome = desk.lastOutcome { announce(outcome) }
  }

  func takeReports() throws {
    for report in background?.takeReports() ?? [] {
      switch report {
      case .progress(let done, let total):
        // A few pages are read sooner than a line about it.
        if total > 20 { message = done < total ? "Making cards: \(done) of \(total) pages…" : nil }
      case .read(let outcome):
        try desk.take(outcome)
        try refresh()
        try reloadReview()
        try sendTurn()
        announce(outcome)
      case .knowledge(let totals):
        guard totals != self.totals else { break }
        self.totals = totals
        try refreshScreens()
      case .failed(let words):
        message = words
      }
    }
  }

  /// Says what changed before it reaches the daily deck. The first reading of a vault is no change.
  private func announce(_ outcome: NotesReader.Outcome) {
    guard outcome.wasKnown, let words = outcome.words else { return }
    message = words
  }
}

extension NotesReader.Outcome {
  /// `7 new cards, 1 answer changed: back for relearning.`; nil when nothing is worth a word.
  var words: String? {
    var parts: [String] = []
    if changes.new > 0 {
      parts.append(changes.new == 1 ? "1 new card" : "\(changes.new) new cards")
    }
    if changes.woken > 0 { parts.append("\(changes.woken) came back") }
    if changes.resting > 0 { parts.append("\(changes.resting) now resting") }
    if changes.broughtBack > 0 {
      parts.append("\(changes.broughtBack) to relearn because the answer changed")
    }
    return parts.isEmpty ? nil : "The notes changed: " + parts.joined(separator: ", ") + "."
  }
}
