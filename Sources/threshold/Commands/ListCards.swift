import ArgumentParser
import Cards
import Notes
import Screens
import Study

struct ListCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: "List the cards that a page or the vault gives, and turn them off or on.",
    discussion: """
      --off and --on take the id of a card (its first digits will do) or a kind of card: on the page, \
      or without a page in the vault. Notes are never touched.
      """)

  @Argument(help: "The page: its path in the vault, file name or title. Default: all pages.")
  var page: String?
  @Flag(help: "Only the cards that the daily deck takes.")
  var daily = false
  @Option(help: ArgumentHelp("Turn a card or a kind off.", valueName: "id or kind"))
  var off: [String] = []
  @Option(help: ArgumentHelp("Turn a card or a kind on again.", valueName: "id or kind"))
  var on: [String] = []
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct Shown: Encodable {
    var id: String, page: String, section: String, kind: String, prompt: String, answer: String
    var context: String, file: String, line: Int
    /// The other cards of the same item.
    var siblings: [String]
    var daily: Bool
    /// Turned off: neither in the daily deck nor in a quiz.
    var off: Bool
  }

  func run() throws {
    let desk = try Desk(vault)
    let page = try page.map { try findPage($0, in: desk.vault).path }
    if !off.isEmpty || !on.isEmpty {
      for (words, isOn) in [(off, false), (on, true)] {
        for word in words { try turn(word, on: isOn, page: page, desk) }
      }
      return try desk.close()
    }
    let isEmpty: Bool
    if let page, !output.json, !daily {
      isEmpty = try printSheet(page, desk)
    } else {
      isEmpty = try printCards(page, desk)
    }
    try desk.close()
    if isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }

  // MARK: Switches

  private func turn(_ word: String, on isOn: Bool, page: String?, _ desk: Desk) throws {
    let which: CardSwitch
    if let kind = CardKind(rawValue: word.lowercased()) {
      which = page.map { .kind(kind, page: $0) } ?? .kindInVault(kind)
    } else {
      which = .card(try cardID(word, desk))
    }
    print(Console.clean(try desk.turn([which], on: isOn)))
  }

  private func cardID(_ typed: String, _ desk: Desk) throws -> Card.ID {
    let found = try desk.collection.cardIDs(beginningWith: typed.lowercased())
    guard let id = found.first else {
      throw Failure(
        "“\(typed)” is neither a card nor a kind of card",
        remedy: "`threshold cards PAGE` shows the ids; the kinds are \(CardKind.names)",
        status: .wrongUse)
    }
    guard found.count == 1 else {
      throw Failure(
        "“\(typed)” could be \(found.joined(separator: ", "))", remedy: "write more of the id",
        status: .wrongUse)
    }
    return id
  }

  // MARK: Listing

  /// - Returns: whether there was none.
  private func printCards(_ page: String?, _ desk: Desk) throws -> Bool {
    let all =
      if let page { try desk.collection.studyCards(page: page, .all) } else {
        try desk.collection.studyCards(.all).inNaturalOrder(of: \.card.page)
      }
    let switches = try desk.collection.cardSwitches()
    let cards = all.map { CardSheet.Entry(card: $0, ruling: switches.ruling(on: $0.card)) }
      .filter { !daily || $0.isDaily }
    if output.json {
      let groups = Dictionary(grouping: all, by: \.card.siblingGroup).mapValues { $0.map(\.id) }
      try Console.printJSON(
        cards.map { entry in
          let card = entry.card.card
          return Shown(
            id: card.id, page: card.page, section: card.section, kind: card.kind.rawValue,
            prompt: card.prompt, answer: card.answer, context: card.context, file: card.file,
            line: card.line,
            siblings: groups[card.siblingGroup, default: []].filter { $0 != card.id },
            daily: entry.isDaily, off: !entry.ruling.isOn)
        })
    } else {
      printText(cards)
    }
    return cards.isEmpty
  }

  /// Cards per source line, as people read them.
  private func printText(_ cards: [CardSheet.Entry]) {
    if cards.isEmpty { return print("No cards. \(CardsScreen.remedy)") }
    var place = ""
    for entry in cards {
      let card = entry.card.card
      let here = "\(card.file):\(card.line)"
      if here != place {
        if !place.isEmpty { print("") }
        print(Console.clean("\(here)  \(card.context)"))
        place = here
      }
      let mark = !entry.ruling.isOn ? " (off)" : card.daily ? "" : " (quiz only)"
      print(Console.clean("  \(card.kind.rawValue)\(mark): \(card.prompt)"))
      if !card.answer.isEmpty { print(Console.clean("    → \(card.answer)")) }
    }
    printCounts(cards)
  }

  /// The cards of a page under what the note says, line by line, with what is wrong there.
  private func printSheet(_ page: String, _ desk: Desk) throws -> Bool {
    guard let sheet = try desk.cardSheet(page: page), !sheet.items.isEmpty else {
      print("No cards. \(CardsScreen.remedy)")
      return true
    }
    for item in sheet.items {
      print(Console.clean("\(sheet.file):\(max(1, item.line))  \(item.source)"))
      for problem in item.problems {
        print(
          Console.clean("  \(problem.severity.rawValue): \(problem.text)"))
      }
      for entry in item.entries {
        let card = entry.card.card
        print(
          Console.clean(
            "  \(card.id.prefix(8))  \(card.kind.rawValue) (\(entry.status(at: sheet.now))): "
              + card.prompt))
        if !card.answer.isEmpty { print(Console.clean("            → \(card.answer)")) }
      }
      print("")
    }
    printCounts(sheet.entries, separated: false)
    return sheet.entries.isEmpty
  }

  private func printCounts(_ cards: [CardSheet.Entry], separated: Bool = true) {
    let off = cards.count { !$0.ruling.isOn }
    if separated { print("") }
    print(
      "\(cards.count) \(cards.count == 1 ? "card" : "cards"), "
        + "\(cards.count(where: \.isDaily)) of them in the daily deck"
        + (off == 0 ? "." : ", \(off) turned off."))
  }
}
