import Cards
import Screens
import Study

/// What the screens that look back ask for.
extension Program {
  func showStatistics(page: String?) throws {
    let statistics = try desk.statistics(page: page)
    let name = desk.name(of: page)
    if let shown = screens.last as? StatisticsScreen {
      screens[screens.count - 1] = shown.showing(statistics, scopeName: name)
    } else {
      push(
        StatisticsScreen(
          statistics: statistics, scopeName: name, page: page, titles: desk.titles, size: size))
    }
  }

  func showCardInfo(_ choice: CardChoice) throws {
    let infos = try desk.cardInfos(choice)
    var positions: [Card.ID: [DatedPosition]] = [:]
    for info in infos where info.card.card.kind == .question {
      positions[info.card.id] = try desk.datedPositions(of: info.card.id)
    }
    guard let screen = CardInfoScreen(infos: infos, positions: positions, size: size) else {
      return message = "No card comes from here."
    }
    push(screen)
  }

  // MARK: Open questions

  func showQuestions(page: String?) throws {
    questionsPage = page
    push(
      QuestionsScreen(
        questions: try desk.openQuestions(page: page), scopeName: desk.name(of: page), size: size))
  }

  func keepPosition(_ text: String, on id: Card.ID) throws {
    try desk.keepPosition(text, on: id)
    try refreshQuestions()
    message = "Kept, with today's date."
  }

  func proposeFact(for id: Card.ID) throws {
    let (line, writer) = try desk.proposal(for: id)
    noteWriter = writer
    changeQuestions { $0.propose(line, canWrite: writer != nil) }
  }

  func resolve(_ id: Card.ID, fact: String, writes: FactWriting) throws {
    var place = ""
    if writes == .underKeyFacts, let writer = noteWriter {
      try writer.add(fact)
      place = "Written into \(writer.file). "
    }
    noteWriter = nil
    try desk.resolve(id, fact: fact)
    if !place.isEmpty {
      try desk.reread()
      // What was just asked for is no news.
      _ = try desk.announcement(way: "")
    }
    try refresh()
    try refreshQuestions()
    message = place + "The question is answered, and no longer asked; u asks it again."
  }

  func reopen(_ id: Card.ID) throws {
    guard try desk.reopen(id) else { return }
    try refresh()
    try refreshQuestions()
    message = "The question is asked again."
  }

  private func refreshQuestions() throws {
    let questions = try desk.openQuestions(page: questionsPage)
    changeQuestions { $0.show(questions) }
  }

  private func changeQuestions(_ change: (inout QuestionsScreen) -> Void) {
    guard let index = screens.lastIndex(where: { $0 is QuestionsScreen }),
      var screen = screens[index] as? QuestionsScreen
    else { return }
    change(&screen)
    screens[index] = screen
  }
}
