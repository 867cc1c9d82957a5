import Foundation
import Support
import Testing

/// The notes change between two runs, and while the program runs.
@Suite struct ReadingStories {
  private let scenes: Scenes
  private let vault: String

  init() throws {
    scenes = try Scenes()
    for name in ["one", "two", "three"] {
      _ = try scenes.write(
        "# Page \(name)\n\n## Key Facts\n- Limit of \(name): 40 ms\n\n## Connections\n"
          + "- [[one]] — they share the clock\n", to: "v/\(name).md")
    }
    vault = scenes.folder.path + "/v"
  }

  private struct ListedCard: Decodable, Hashable {
    var id: String, page: String, kind: String, prompt: String, answer: String
  }

  private func cards() throws -> [ListedCard] {
    let result = try scenes.run("cards", "--json", "--vault", vault)
    return try JSONDecoder().decode([ListedCard].self, from: Data(result.stdout.utf8))
  }

  @Test func `Only what changed is read again, and nothing else changes`() throws {
    let before = try cards()
    _ = try scenes.write("# Page two\n\n## Key Facts\n- Limit of two: 50 ms\n", to: "v/two.md")
    _ = try scenes.write("# Page four\n\n## Key Facts\n- Limit of four: 4 kg\n", to: "v/four.md")
    let after = try cards()
    #expect(after.filter { $0.page == "one" } == before.filter { $0.page == "one" })
    #expect(after.filter { $0.page == "three" } == before.filter { $0.page == "three" })
    let two = after.filter { $0.page == "two" }
    #expect(two.map(\.answer) == ["50 ms"])
    // The fact is the same, its answer is another: the card is too.
    #expect(before.filter { $0.page == "two" }.map(\.id).contains(two[0].id))
    #expect(after.contains { $0.page == "four" && $0.answer == "4 kg" })
  }

  @Test func `A file that moves takes its cards along, one that goes comes back with them`() throws
  {
    let before = try cards()
    let files = FileManager.default
    try files.createDirectory(atPath: vault + "/deep", withIntermediateDirectories: true)
    try files.moveItem(atPath: vault + "/two.md", toPath: vault + "/deep/zwei.md")
    let moved = try cards()
    #expect(Set(moved.map(\.id)) == Set(before.map(\.id)))
    #expect(moved.contains { $0.page == "deep/zwei" })
    let text = try String(contentsOfFile: vault + "/deep/zwei.md", encoding: .utf8)
    try files.removeItem(atPath: vault + "/deep/zwei.md")
    let without = try cards()
    #expect(without.allSatisfy { $0.page != "deep/zwei" })
    try text.write(toFile: vault + "/two.md", atomically: true, encoding: .utf8)
    let restored = try cards()
    #expect(Set(restored.map(\.id)) == Set(before.map(\.id)))
  }

  @Test func `A page with another title is named so on pages that were not touched`() throws {
    let names = { (cards: [ListedCard]) in
      cards.filter { $0.page == "three" && $0.kind == "connection" }.map(\.prompt)
    }
    let before = try names(cards())
    #expect(!before.isEmpty)
    #expect(before.allSatisfy { $0.contains("Page one") })
    _ = try scenes.write("# The Clock\n\n## Key Facts\n- Limit of one: 40 ms\n", to: "v/one.md")
    let prompts = try names(cards())
    #expect(!prompts.isEmpty)
    #expect(prompts.allSatisfy { $0.contains("The Clock") })
  }

  @Test func `Other settings make all cards anew`() throws {
    let daily = { try scenes.run("cards", "--daily", "--vault", vault).stdout }
    let before = try daily()
    #expect(!before.contains("connection:"))
    _ = try scenes.write(
      "[cards]\ndaily = [\"connections\"]\n", to: "config/threshold/config.toml")
    let after = try daily()
    #expect(after.contains("connection:"))
  }

  @Test func `A file written while the program runs is shown at once`() throws {
    _ = try cards()
    let terminal = try scenes.open("--vault", vault)
    // The pages are shown before their cards are made: what is new is told only after that.
    try terminal.waitFor("3 pages  3 due")
    _ = try scenes.write("# A fourth\n\n## Key Facts\n- Weight: 4 kg\n", to: "v/four.md")
    try terminal.waitFor("4 pages")
    try terminal.waitFor("new card")
    try FileManager.default.removeItem(atPath: vault + "/four.md")
    try terminal.waitFor("3 pages")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `Two programs read a new vault at the same time`() throws {
    let first = try scenes.open("--vault", vault)
    let second = try scenes.open("--vault", vault)
    try first.waitFor("3 pages")
    try second.waitFor("3 pages")
    first.type("q")
    second.type("q")
    #expect(try first.waitForExit() == .exited(0))
    #expect(try second.waitForExit() == .exited(0))
    let ids = try cards().map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `Programs that read the same new notes at once all succeed`() throws {
    _ = try cards()
    for number in 0..<60 {
      _ = try scenes.write(
        "# New \(number)\n\n## Key Facts\n- Limit of \(number): \(number + 3) kg\n",
        to: "v/new\(number).md")
    }
    let windows = try (0..<4).map { _ in try scenes.open("due", "--vault", vault) }
    for window in windows { #expect(try window.waitForExit() == .exited(0)) }
    let ids = try cards().map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `The vault may be named before the command`() throws {
    let before = try scenes.run("--vault", vault, "due")
    #expect(before.stdout == (try scenes.run("due", "--vault", vault).stdout))
    #expect(before.stdout.contains("due:"))
  }

  @Test func `A vault that is gone is told of until it is back, and comes back by itself`() throws {
    let scenes = try Scenes()
    for name in ["One", "Two"] {
      _ = try scenes.write("# \(name)\n\n## Key Facts\n\n- Size: 3 cm\n", to: "notes/\(name).md")
    }
    let vault = scenes.folder.path + "/notes"
    let terminal = try scenes.open(vault)
    try terminal.waitFor("Known by section")
    try FileManager.default.moveItem(atPath: vault, toPath: vault + "-away")
    try terminal.waitFor("The vault is not there")
    // What else is said in between does not take its place for good.
    terminal.press(.enter)
    try terminal.waitFor("━ Key Facts")
    terminal.type("e")
    try terminal.waitFor("One.md is gone")
    terminal.press(.down)
    try terminal.waitFor("The vault is not there")
    try FileManager.default.moveItem(atPath: vault + "-away", toPath: vault)
    try terminal.waitFor("The vault is there again.")
    terminal.press(.down)
    try terminal.waitForNo("The vault")
    // And from then on it is watched again.
    _ = try scenes.write("# One\n\n## Key Facts\n\n- Weight: 5 kg\n", to: "notes/One.md")
    try terminal.waitFor("Weight: 5 kg")
    terminal.press(.control("c"))
    #expect(try terminal.waitForExit() == .signalled(SIGINT))
  }

  @Test func `A page that is gone says so, and is there again with its file`() throws {
    let scenes = try Scenes()
    for name in ["One", "Two"] {
      _ = try scenes.write("# \(name)\n\n## Key Facts\n\n- Size: 3 cm\n", to: "notes/\(name).md")
    }
    let vault = scenes.folder.path + "/notes"
    let terminal = try scenes.open(vault)
    try terminal.waitFor("Known by section")
    terminal.press(.enter)
    try terminal.waitFor("━ Key Facts")
    try FileManager.default.moveItem(atPath: vault + "/One.md", toPath: scenes.folder.path + "/x")
    try terminal.waitFor("This page is gone from the vault")
    terminal.type("C")
    try terminal.waitFor("“One” is gone: bring its file back")
    try FileManager.default.moveItem(atPath: scenes.folder.path + "/x", toPath: vault + "/One.md")
    try terminal.waitForNo("This page is gone from the vault")
    try terminal.waitFor("Size: 3 cm")
  }
}
