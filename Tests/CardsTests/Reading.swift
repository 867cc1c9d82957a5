import Cards
import Foundation
import Notes

/// Cards of a page written as Markdown.
func read(
  _ markdown: String, path: String = "page", options: CardOptions = CardOptions()
) -> (cards: [Card], problems: [Problem]) {
  CardMaker.cards(of: page(markdown, path: path), options: options, resolve: { _ in nil })
}

func page(_ markdown: String, path: String = "page") -> Page {
  PageReader.read(bytes: Array(markdown.utf8), path: path, file: path + ".md")
}

/// Cards of one fact on a page about something else.
func cards(ofFact fact: String) -> [Card] {
  read("# Notebook\n\n## Key Facts\n\n- \(fact)\n").cards
}

/// `prompt → answer`, for comparing at a glance.
func lines(_ cards: [Card]) -> [String] { cards.map { "\($0.prompt) → \($0.answer)" } }

/// The page that ships with the program.
func safetyPage() throws -> Page {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  let file = root.appendingPathComponent("Decks/safety/ai-safety.md")
  return PageReader.read(
    bytes: Array(try Data(contentsOf: file)), path: "safety/ai-safety", file: "safety/ai-safety.md")
}

/// Repeatable randomness: SplitMix64.
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(sides))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
}
