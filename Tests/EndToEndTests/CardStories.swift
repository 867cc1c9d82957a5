import Foundation
import Support
import Testing

/// What a page gives is looked at, turned off and on; what changed is told, shown and asked about.
@Suite struct CardStories {
  private let scenes: Scenes
  private let vault: String

  init() throws {
    scenes = try Scenes()
    vault = scenes.folder.path + "/v"
    try write([
      "Kitchen lamp: 40 watt", "Door code: 4711", "See [[elsewhere]]",
      "The attic was insulated in 1987",
    ])
    _ = try scenes.write("# Garden\n\n## Key Facts\n- Pond depth: 80 cm\n", to: "v/garden.md")
  }

  private func write(_ facts: [String]) throws {
    let list = facts.map { "- \($0)\n" }.joined()
    _ = try scenes.write("# Rooms\n\n## Key Facts\n\(list)", to: "v/rooms.md")
  }

  private struct ListedCard: Decodable {
    var id: String, page: String, kind: String, answer: String, daily: Bool, off: Bool
  }

  private func cards() throws -> [ListedCard] {
    let result = try scenes.run("cards", "--json", "--vault", vault)
    return try JSONDecoder().decode([ListedCard].self, from: Data(result.stdout.utf8))
  }

  private func due() throws -> Int {
    let due = try scenes.run("due", "--json", "--vault", vault).json([String: Any].self)
    return try #require(due["total"] as? Int)
  }

  @Test func `A card is turned off and on from the shell, and by kind`() throws {
    let before = try due()
    let card = try #require(try cards().first { $0.answer == "4711" })
    #expect(card.daily && !card.off)
    let off = try scenes.run("cards", "--off", String(card.id.prefix(8)), "--vault", vault)
    #expect(off.stdout == "1 card turned off.\n" && off.status == .exited(0))
    #expect(try due() == before - 1)
    let now = try #require(try cards().first { $0.id == card.id })
    #expect(now.off && !now.daily)
    let review = try scenes.run(
      "review", "--plain", "--vault", vault,
      input: String(repeating: "\n3\n", count: 20))
    #expect(review.stdout.contains("Kitchen lamp") && !review.stdout.contains("Door code"))
    let quiz = try scenes.run(
      "quiz", "--plain", "--vault", vault, "-n", "40", input: String(repeating: "1\n", count: 90))
    #expect(!quiz.stdout.contains("Door code"))
    _ = try scenes.run("cards", "--on", card.id, "--vault", vault)
    #expect(try cards().allSatisfy { !$0.off })

    let kind = try scenes.run("cards", "rooms", "--off", card.kind, "--vault", vault)
    #expect(kind.stdout.contains("\(card.kind) cards are off on Rooms"))
    #expect(try cards().allSatisfy { $0.off == ($0.page == "rooms" && $0.kind == card.kind) })
    let text = try scenes.run("cards", "rooms", "--vault", vault).stdout
    #expect(text.contains("(off: \(card.kind) on this page): Door code"))
    #expect(text.contains("rooms.md:6  See elsewhere"))

    let wrong = try scenes.run("cards", "--off", "nonsense", "--vault", vault)
    #expect(wrong.status == .exited(2))
    #expect(wrong.stderr.contains("neither a card nor a kind of card"))
  }

  @Test func `The configuration turns kinds off, and says what it does not know`() throws {
    let kind = try #require(try cards().first { $0.answer == "4711" }).kind
    let config = "config/threshold/config.toml"
    _ = try scenes.write("[cards]\noff = [\"\(kind)\"]\n", to: config)
    #expect(try cards().allSatisfy { $0.off == ($0.kind == kind) })
    _ = try scenes.write("[cards]\noff = [\"sell\"]\n", to: config)
    let wrong = try scenes.run("cards", "--vault", vault)
    #expect(wrong.status == .exited(2))
    #expect(wrong.stderr.contains("“sell” in cards.off is no kind of card; use recall, list"))
    _ = try scenes.write("[cards]\noff = []\n", to: config)
    #expect(try cards().allSatisfy { !$0.off })
  }

  @Test func `The screen shows cards under their lines, and turns them off there and then`() throws
  {
    let terminal = try scenes.open("--vault", vault)
    try terminal.waitFor("2 pages")
    terminal.press(.down)
    terminal.type("C")
    try terminal.waitFor("Kitchen lamp")
    try terminal.waitFor("only points elsewhere")
    terminal.type("x")
    try terminal.waitFor("1 card turned off")
    terminal.press(.down)
    terminal.press(.up)
    try terminal.waitFor("1 off")
    #expect(try cards().filter(\.off).map(\.answer) == ["40 watt"])
    terminal.press(.enter)
    try terminal.waitFor("show answer")
    terminal.press(.space)
    try terminal.waitFor("Answer")
    terminal.type("x")
    try terminal.waitFor("1 card turned on")
    terminal.type("q")
    // A note that changes meanwhile is shown at once.
    try write(["Kitchen lamp: 60 watt", "Door code: 4711"])
    try terminal.waitFor("60 watt")
    terminal.type("qq")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `What changed is told before it is due, and listed until it is looked at`() throws {
    let before = try due()
    try write(["Kitchen lamp: 40 watt", "Door code: 4712", "Gate: opens at 7 am"])
    // Another command reads the notes first.
    _ = try scenes.run("cards", "--vault", vault)
    let due = try scenes.run("due", "--vault", vault)
    #expect(due.stderr.contains("The notes changed: ") && due.stderr.contains("new card"))
    #expect(due.stderr.contains("1 answer changed (back for relearning)"))
    #expect(due.stderr.contains("threshold check --changes"))
    #expect(try scenes.run("due", "--vault", vault).stderr.isEmpty)
    #expect(try self.due() >= before - 1)

    let changes = try scenes.run("check", "--changes", "--vault", vault).stdout
    #expect(changes.contains("answer changed: Door code"))
    #expect(changes.contains("→ 4712") && changes.contains("→ 4711"))
    #expect(changes.contains("resting: The attic") && changes.contains("new: Gate"))
    let again = try scenes.run("check", "--changes", "--vault", vault).stdout
    #expect(again.hasPrefix("Nothing changed; "))
    let all = try scenes.run("check", "--changes", "--all", "--json", "--vault", vault)
      .json([String: Any].self)
    let listed = try #require(all["changes"] as? [[String: Any]])
    #expect(Set(listed.compactMap { $0["kind"] as? String }).isSuperset(of: ["new", "resting"]))
  }

  @Test func `A name replaced on one page is no new name while another page has it`() throws {
    let scenes = try Scenes()
    let facts = [
      "NAME replays 310 frozen cases per suite", "NAME exits early on a broken rope",
      "Only NAME may open the harbour gate at night",
    ]
    func write(_ name: String, to page: String) throws {
      let items = facts.map { "- " + $0.replacingOccurrences(of: "NAME", with: name) + "\n" }
      _ = try scenes.write(
        "# \(page)\n\n## Key Facts\n\n" + items.joined(), to: "notes/\(page).md")
    }
    let vault = scenes.folder.path + "/notes"
    func changes() throws -> String {
      try scenes.run("check", "--changes", "--vault", vault).stdout
    }
    try write("Heron", to: "Ships")
    _ = try scenes.write(
      "# Crew\n\n## Key Facts\n\n- The crew of Heron is paid 12 coins\n", to: "notes/Crew.md")
    _ = try changes()
    try write("Gull", to: "Ships")
    let inDoubt = try changes()
    #expect(inDoubt.contains("is this a known card, or a new one?"))
    #expect(!inDoubt.contains("reworded"))
    // Without the other page's word for it there is no doubt.
    try write("Heron", to: "Ships")
    _ = try scenes.write(
      "# Crew\n\n## Key Facts\n\n- The crew is paid 12 coins\n", to: "notes/Crew.md")
    _ = try changes()
    try write("Tern", to: "Ships")
    #expect(try changes().contains("reworded"))
  }

  @Test func `The first reading of a vault is no change`() throws {
    let first = try scenes.run("check", "--changes", "--vault", vault)
    #expect(first.stdout.hasPrefix("Nothing changed; ") && first.status == .exited(0))
    #expect(try scenes.run("due", "--vault", vault).stderr.isEmpty)
  }

  // MARK: Questions

  private func doubt() throws {
    try write([
      "Pump in the left cellar: runs at a pressure of 3 bar",
      "Pump in the right cellar: runs at a pressure of 5 bar",
    ])
    _ = try scenes.run(
      "review", "--plain", "--vault", vault, input: String(repeating: "\n3\n", count: 20))
    _ = try scenes.run("check", "--changes", "--vault", vault)
    try write(["Pump in the cellar: runs at a pressure of 4 bar"])
  }

  @Test func `A doubt is answered from the shell`() throws {
    try doubt()
    let asked = try scenes.run("check", "--changes", "--vault", vault)
    #expect(asked.status == .exited(1))
    let line = try #require(
      asked.stdout.split(separator: "\n").first { $0.contains("check --same") })
    let pair = try #require(line.split(separator: " ").last.map(String.init))
    let old = try #require(pair.split(separator: "=").last.map(String.init))
    let same = try scenes.run("check", "--same", pair, "--vault", vault)
    #expect(same.status == .exited(0))
    #expect(try cards().filter { $0.page == "rooms" }.map(\.id) == [old])
    let after = try scenes.run("check", "--changes", "--vault", vault)
    #expect(after.status == .exited(0) && !after.stdout.contains("known card"))
    let twice = try scenes.run("check", "--same", pair, "--vault", vault)
    #expect(twice.status == .exited(1) && twice.stderr.contains("no question is open"))
  }

  @Test func `A doubt is answered on the screen`() throws {
    try doubt()
    let terminal = try scenes.open("--vault", vault)
    try terminal.waitFor("question to you")
    terminal.type("D")
    try terminal.waitFor("Is it the same card?")
    terminal.press(.enter)
    try terminal.waitFor("Known (1 of 2)")
    terminal.press(.tab)
    try terminal.waitFor("Known (2 of 2)")
    terminal.type("n")
    try terminal.waitFor("It is a new card")
    terminal.press(.down)
    try terminal.waitFor("resting")
    terminal.type("qq")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(try scenes.run("check", "--changes", "--vault", vault).status == .exited(0))
  }
}
