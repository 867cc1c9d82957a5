import Cards
import Collection
import Notes
import Study

extension Desk {
  /// The cards that a page gives, with what is wrong on it; nil when there is no such page.
  func cardSheet(page path: String) throws -> CardSheet? {
    guard let outline = vault.outline(path) else { return nil }
    let problems = try problems().filter { $0.file == outline.file }
    return CardSheet(
      page: outline.path, title: outline.title, file: outline.file,
      cards: try collection.studyCards(page: outline.path, .all), problems: problems,
      texts: problems.isEmpty ? [:] : vault.page(outline.path)?.textsByLine ?? [:],
      switches: try collection.cardSwitches(), now: now)
  }

  /// Turns cards or kinds off or on, and says what that came to.
  func turn(_ which: [CardSwitch], on isOn: Bool) throws -> String {
    let count = try collection.turn(which, on: isOn)
    let state = isOn ? "on" : "off"
    let cards = count == 1 ? "1 card" : "\(count) cards"
    switch which.first {
    case .kind(let kind, let page):
      return "\(kind.rawValue) cards are \(state) on \(name(of: page)): \(cards) turned \(state)."
    case .kindInVault(let kind):
      return "\(kind.rawValue) cards are \(state) in the vault: \(cards) turned \(state)."
    case .card, nil:
      return count == 0 ? "Nothing changed." : "\(cards) turned \(state)."
    }
  }
}

extension Page {
  /// What the note says at the lines where facts, questions and connections begin.
  fileprivate var textsByLine: [Int: String] {
    var texts: [Int: String] = [:]
    for fact in facts { texts[fact.line] = fact.item.text.plain }
    for question in questions { texts[question.line] = question.item.text.plain }
    for connection in connections where texts[connection.line] == nil {
      texts[connection.line] = connection.label
    }
    return texts
  }
}

extension CardKind {
  /// All kinds, to be named in a remedy.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Desk {
  /// What happened to the cards that the user was not told of yet, and is told of now: new cards come
  /// with the next queue. Nil when there is nothing to say.
  /// - Parameter way: how to look at it, as a sentence.
  func announcement(way: String) throws -> String? {
    let report = try collection.changes(.unannounced)
    guard report.end > report.start else { return nil }
    try collection.markChanges(.announced, through: report.end)
    let counts = report.list.counts
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
    }
    let new = report.list.changes.filter { $0.kind == .new || $0.kind == .ambiguous }
    add(new.count, "new card", "new cards")
    let daily = try collection.dailyCount(of: new.map(\.id))
    if daily > 0, daily < new.count { parts.append("\(daily) of them for the daily deck") }
    if daily == 0, !new.isEmpty { parts.append("none of them for the daily deck") }
    add(
      (counts[.woken] ?? 0) + (counts[.wokenChanged] ?? 0), "card came back", "cards came back")
    add(counts[.reworded] ?? 0, "card reworded", "cards reworded")
    add(
      counts[.answerChanged] ?? 0, "answer changed (back for relearning)",
      "answers changed (back for relearning)")
    add(counts[.resting] ?? 0, "card now resting", "cards now resting")
    let asked = report.questions.count { !$0.cards.isDisjoint(with: new.map(\.id)) }
    add(asked, "question to you", "questions to you")
    guard !parts.isEmpty else { return nil }
    return "The notes changed: \(parts.joined(separator: ", ")). \(way)"
  }

  /// The same on standard error, for commands that are about to ask cards.
  func announceOnStandardError() throws {
    let way = "`threshold check --changes` lists them."
    if let words = try announcement(way: way) {
      Console.error("threshold: \(Console.clean(words))")
    }
  }
}
