import ArgumentParser
import Cards
import Study

struct ListCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: "List the cards that a page or the vault gives.")

  @Argument(help: "The page: its path in the vault, file name or title. Default: all pages.")
  var page: String?
  @Flag(help: "Only the cards that the daily deck takes.")
  var daily = false
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct Shown: Encodable {
    var id: String, page: String, section: String, kind: String, prompt: String, answer: String
    var context: String, file: String, line: Int
    /// The other cards of the same item.
    var siblings: [String]
    var daily: Bool
  }

  func run() throws {
    let desk = try Desk(vault)
    let page = try page.map { try findPage($0, in: desk.vault).path }
    let all = try page.map(desk.collection.studyCards) ?? desk.collection.studyCards()
    let cards = all.map(\.card).filter { !daily || $0.daily }
    if output.json {
      let groups = Dictionary(grouping: all, by: \.card.siblingGroup).mapValues { $0.map(\.id) }
      try Console.printJSON(
        cards.map { card in
          Shown(
            id: card.id, page: card.page, section: card.section, kind: card.kind.rawValue,
            prompt: card.prompt, answer: card.answer, context: card.context, file: card.file,
            line: card.line,
            siblings: groups[card.siblingGroup, default: []].filter { $0 != card.id },
            daily: card.daily)
        })
    } else {
      printText(cards)
    }
    try desk.close()
    if cards.isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
  }

  /// Cards per source line, as people read them.
  private func printText(_ cards: [Card]) {
    if cards.isEmpty { return print("No cards.") }
    var place = ""
    for card in cards {
      let here = "\(card.file):\(card.line)"
      if here != place {
        if !place.isEmpty { print("") }
        print(Console.clean("\(here)  \(card.context)"))
        place = here
      }
      let mark = card.daily ? "" : " (quiz only)"
      print(Console.clean("  \(card.kind.rawValue)\(mark): \(card.prompt)"))
      if !card.answer.isEmpty { print(Console.clean("    → \(card.answer)")) }
    }
    let daily = cards.count(where: \.daily)
    print("\n\(cards.count) cards, \(daily) of them in the daily deck.")
  }
}
