import Cards
import Notes

@testable import Study

/// Vaults made up by chance: pages with tables, definitions, lists, steps and facts about invented
/// things, with the traps that real notes have (equal cells, cells that name their row, answers in
/// several spellings, an explanation that says its term).
enum MadeVault {
  static func pages(seed: UInt64) -> [Page] {
    var random = SplitMix64(seed: seed &+ 1000)
    return (0..<4).map { number in
      let path = "made/page-\(number)"
      let text = self.text(number, random: &random)
      return PageReader.read(bytes: Array(text.utf8), path: path, file: path + ".md")
    }
  }

  static func cards(seed: UInt64) -> [Card] { cards(of: pages(seed: seed)) }

  static func cards(of pages: [Page]) -> [Card] {
    pages.flatMap { CardMaker.cards(of: $0) { _ in "a page" }.cards }
  }

  static func material(seed: UInt64) -> QuizMaterial {
    let pages = pages(seed: seed)
    return QuizMaterial(cards: cards(of: pages), pages: pages)
  }

  private static let names = [
    "Heron", "Kestrel", "Dunlin", "Bittern", "Garganey", "Whimbrel", "Osprey", "Merlin", "Pochard",
    "Wigeon", "Siskin", "Twite", "Redwing", "Fieldfare", "Nuthatch", "Dipper",
  ]
  private static let foods = [
    "small fish and frogs", "voles and large insects", "snails in shallow water",
    "seeds of thistles",
    "berries in late autumn", "worms from wet meadows", "larvae under stones", "leaves of pondweed",
    "beetles in old bark",
  ]
  private static let homes = ["Iceland", "Norway", "Scotland", "Finland", "Estonia"]
  private static let terms: [(String, String)] = [
    ("Moult", "the yearly renewal of all feathers"), ("Clutch", "the eggs of a single laying"),
    ("Crop", "a pouch where food is kept"), ("Lek", "a place where males display together"),
    ("Preening", "care of the plumage with the bill"), ("Fledging", "leaving the nest for good"),
    ("Mobbing", "driving off a hawk in a group"),
    ("Irruption", "a sudden arrival in great numbers"),
    ("Brooding", "keeping the brooded young warm"), ("Roosting", "gathering for sleep at dusk"),
    ("Vagrancy", "appearing far outside the usual range"), ("Torpor", "a rest with lowered heat"),
  ]
  private static let steps = [
    "Choose a quiet hide", "Note the weather", "Count the flocks", "Read the rings",
    "Enter the numbers", "Check the list", "Send the report",
  ]
  private static let groups: [(String, [String])] = [
    ("Four kinds of feather", ["contour", "bristle", "semiplume", "filoplume"]),
    ("Three kinds of nest", ["scrape", "burrow", "platform"]),
    ("Four parts of a wing", ["scapulars", "coverts", "primaries", "tertials"]),
  ]

  private static func text(_ number: Int, random: inout SplitMix64) -> String {
    let birds = Array(random.shuffled(names).prefix(5 + random.below(4)))
    let eaten = random.shuffled(foods)
    var text = "# Birds of shore \(number)\n\n## Table of birds\n\n"
    text += "| Bird | Food | Home | Age | Ring |\n|---|---|---|---|---|\n"
    let rings = random.shuffled(Array(10...60))
    for (index, bird) in birds.enumerated() {
      // Now and then a cell names its row, repeats another or is empty.
      let food = random.below(6) == 0 ? "what the \(bird.lowercased()) finds" : eaten[index]
      let home = homes[random.below(homes.count)] + (random.below(5) == 0 ? "." : "")
      let age = random.below(8) == 0 ? "—" : "\(2 + rings[index]) years"
      text += "| \(bird) | \(food) | \(home) | \(age) | `\("rb\(rings[index])")` |\n"
    }
    text += "\n## Words of shore \(number)\n\n"
    for (term, meaning) in random.shuffled(terms).prefix(6) { text += "- \(term) — \(meaning)\n" }
    text += "\n## Counting on shore \(number)\n\nSteps:\n\n"
    let own = random.shuffled(steps).prefix(4 + random.below(3))
    for (index, step) in own.enumerated() { text += "\(index + 1). \(step)\n" }
    text +=
      "\nThe year: \(random.shuffled(["arrival", "courtship", "nesting", "departure"]).joined(separator: " → ")).\n"
    text += "\n## Key Facts\n\n"
    let (label, items) = groups[number % groups.count]
    text += "- \(label): \(random.shuffled(items).joined(separator: ", "))\n"
    let (other, more) = groups[(number + 1) % groups.count]
    text += "- \(other): \(random.shuffled(more).joined(separator: ", "))\n"
    text +=
      "- The hide on shore \(number) was built in \(1900 + random.below(99)) for \(10 + random.below(80)) people\n"
    text += "- The warden uses `count-\(number)` with `--flock \(random.below(90))`\n"
    text += "\n## Open Questions\n\n- Why do they return to shore \(number)?\n"
    return text
  }
}
