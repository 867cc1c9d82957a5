import Cards
import Collection
import Notes
import Screens
import Study

extension Desk {
  // MARK: Statistics

  /// - Parameter page: a page's path; nil for the whole vault.
  func statistics(page: String?) throws -> Statistics {
    try collection.statistics(
      page.map { .page($0) } ?? .vault, scheduler: scheduler, at: now)
  }

  /// The titles of the pages by their paths.
  var titles: [String: String] {
    Dictionary(vault.pages.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Cards

  func cardInfos(_ choice: CardChoice) throws -> [CardInfo] {
    switch choice {
    case .card(let id):
      guard let (card, resting) = try collection.studyCard(id) else { return [] }
      return [try info(card, restingSince: resting)]
    case .item(let page, let line):
      return try collection.studyCards(page: page, line: line).map {
        try info($0, restingSince: nil)
      }
    }
  }

  private func info(_ card: StudyCard, restingSince: Instant?) throws -> CardInfo {
    let calendar = scheduler.calendar
    let answers = try collection.history(of: card.id).map { row in
      PastAnswer(
        time: row.time, day: calendar.day(of: row.time), rating: row.rating, kind: row.kind,
        elapsedDays: row.elapsedDays, duration: row.duration, interval: row.interval, due: row.due,
        memory: row.memory)
    }
    let resolution = card.card.kind == .question ? try collection.resolutions()[card.id] : nil
    return CardInfo(
      card: card, answers: answers, restingSince: restingSince.map(calendar.day(of:)),
      resolvedOn: resolution.map { calendar.day(of: $0.time) }, scheduler: scheduler, now: now)
  }

  /// What was written about a question, newest first.
  func datedPositions(of id: Card.ID) throws -> [DatedPosition] {
    try collection.positions(of: id).reversed().map {
      DatedPosition(date: date(of: $0.time), text: $0.text)
    }
  }

  // MARK: Open questions

  /// The open questions of a page, or of the vault when it is nil.
  func openQuestions(page: String?) throws -> [OpenQuestion] {
    let calendar = scheduler.calendar
    let resolutions = try collection.resolutions()
    var finder = BearingFinder()
    return try collection.questions(page: page).map { study in
      let card = study.card
      let page = vault.page(card.page)
      let resolution = resolutions[card.id]
      return OpenQuestion(
        card: study, pageTitle: page?.title ?? card.page,
        positions: try collection.positions(of: card.id).map {
          WrittenPosition(day: calendar.day(of: $0.time), text: $0.text)
        },
        bearings: page.map {
          finder.bearings(on: card.prompt, page: $0, linked: neighbours(of: $0))
        } ?? [],
        resolvedOn: resolution.map { calendar.day(of: $0.time) }, fact: resolution?.fact)
    }
  }

  /// The pages that a page links to, and those that link to it.
  private func neighbours(of page: Page) -> [Page] {
    page.links.compactMap { vault.resolve($0.target, from: page.path) }
      .compactMap { vault.page($0.path) }
      + vault.backlinks(to: page.path).compactMap { vault.page($0.page) }
  }

  func keepPosition(_ text: String, on id: Card.ID) throws {
    try collection.addPosition(Position(cardID: id, time: now, text: text))
  }

  /// The Key Fact that a question has led to, and what could write it under the page's Key Facts; nil
  /// where there is no place for it.
  func proposal(for id: Card.ID) throws -> (line: String, writer: NoteWriter?) {
    guard let (study, _) = try collection.studyCard(id), let page = vault.page(study.card.page)
    else { return ("- ", nil) }
    let position = try collection.positions(of: id).last?.text ?? ""
    guard let writer = try NoteWriter(page: page, root: vault.root) else {
      return ("- " + position, nil)
    }
    let line = FactProposal.line(
      question: study.card.prompt, position: position, list: writer.list)
    return (line, writer)
  }

  /// Takes a question out of the daily deck, because it has found its answer.
  func resolve(_ id: Card.ID, fact: String) throws {
    try collection.resolve(id, Resolution(time: now, fact: fact))
  }

  /// - Returns: whether the question was resolved.
  func reopen(_ id: Card.ID) throws -> Bool {
    try collection.reopen(id)
  }
}
