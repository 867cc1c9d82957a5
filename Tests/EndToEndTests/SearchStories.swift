import Foundation
import Support
import Testing

@Suite struct SearchStories {
  @Test func `Somebody looks for a word, goes there, and leaves the search without a trace`() throws
  {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("/")
    try terminal.waitFor("Type to find")
    terminal.type("evaluated bound")
    try terminal.waitFor("Claude 4.x: evaluated at ASL-2 boundary")
    terminal.press(.escape)
    try terminal.waitForNo("Search:")
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("/")
    try terminal.waitFor("Type to find")
    terminal.type("evaluated bound")
    try terminal.waitFor("found")
    terminal.press(.enter)
    // On the pane with the facts, the cursor on the one that was found.
    try terminal.waitFor("›• Claude 4.x: evaluated")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test func `From the page that was found, n leads on to the next`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("# One\n\nA zircon is old.\n", to: "v/one.md")
    _ = try scenes.write("# Two\n\nHere is a zircon too.\n", to: "v/two.md")
    _ = try scenes.write("# Three\n\nNothing.\n", to: "v/three.md")
    let terminal = try scenes.open(scenes.folder.path + "/v")
    try terminal.waitFor("Three")
    terminal.type("/zircon")
    try terminal.waitFor("2 found")
    terminal.press(.enter)
    try terminal.waitFor("n next hit")
    try terminal.waitFor("›A zircon is old.")
    terminal.type("n")
    try terminal.waitFor("Hit 2 of 2 for “zircon”.")
    try terminal.waitFor("›Here is a zircon too.")
    terminal.type("N")
    try terminal.waitFor("›A zircon is old.")
    // The way back is that of any walk.
    terminal.type("b")
    try terminal.waitFor("›Here is a zircon too.")
    terminal.type("qq")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `An edit is found the next time`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("# One\n\n## Key Facts\n- Quartz: hard\n", to: "v/one.md")
    _ = try scenes.write("# Two\n\nNothing yet.\n", to: "v/two.md")
    let vault = scenes.folder.path + "/v"
    #expect(try scenes.run("search", "quartz", "--vault", vault).status == .exited(0))
    #expect(try scenes.run("search", "zircon", "--vault", vault).status == .exited(1))
    _ = try scenes.write("# Two\n\nA zircon is older than quartz.\n", to: "v/two.md")
    try FileManager.default.removeItem(atPath: vault + "/one.md")
    let found = try scenes.run("search", "quartz", "--vault", vault, "--json").json(
      [[String: Any]].self)
    #expect(found.map { $0["file"] as? String } == ["two.md"])
    #expect(try scenes.run("search", "zircon", "--vault", vault).stdout.contains("two.md:3: "))
  }

  @Test func `What is edited out of the search is found in it at once`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("# One\n\nBasalt is dark.\n", to: "v/one.md")
    let editor = try scenes.write("#!/bin/sh\necho 'Basalt is heavy.' >> \"$2\"\n", to: "editor.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let terminal = try scenes.open(
      scenes.folder.path + "/v", environment: ["EDITOR": editor])
    try terminal.waitFor("Basalt is dark.")
    terminal.type("/basalt")
    try terminal.waitFor("1 found")
    terminal.typeBytes([0x0F])
    try terminal.waitFor("heavy")
    terminal.type(" heavy")
    try terminal.waitFor("1 found")
    terminal.press(.enter)
    try terminal.waitFor("›Basalt is dark. Basalt is heavy.")
  }

  @Test func `search has the fields that other programs rely on`() throws {
    let scenes = try Scenes()
    let hits = try scenes.run("search", "alignment", "--json").json([[String: Any]].self)
    #expect(!hits.isEmpty)
    for hit in hits {
      for field in ["kind", "page", "title", "section", "file", "text"] {
        #expect(hit[field] is String, "\(field)")
      }
      #expect((hit["line"] as? Int ?? 0) > 0)
      let isCard = hit["kind"] as? String == "card"
      for field in ["id", "prompt", "answer"] { #expect((hit[field] is String) == isCard) }
    }
    #expect(
      Set(hits.compactMap { $0["kind"] as? String }).isSuperset(of: ["page", "fact", "card"]))
    let cards = try scenes.run("search", "alignment", "--kind", "card", "--limit", "2", "--json")
      .json([[String: Any]].self)
    #expect(cards.count == 2)
  }

  @Test func `search prints lines that editors can follow, without escape sequences in a pipe`()
    throws
  {
    let scenes = try Scenes()
    let result = try scenes.run("search", "evaluated", "-boundary", "--page", "safety/ai-safety")
    let lines = result.stdout.split(separator: "\n").filter { $0.hasPrefix("safety/ai-safety.md:") }
    for line in lines {
      let parts = line.split(separator: ":")
      #expect(Int(parts[1]) != nil)
      #expect(!line.contains("boundary"))
    }
    #expect(!result.stdout.contains("\u{1B}"))
    #expect(try scenes.run("search").status == .exited(2))
    #expect(try scenes.run("search", "x", "--kind", "nonsense").status == .exited(2))
  }

  @Test func `A terminal shows what was found in bold, unless it must not`() throws {
    let scenes = try Scenes()
    for (variables, isEmphasised) in [([:], true), (["NO_COLOR": "1"], false)] {
      let terminal = try scenes.open("search", "evaluated", environment: variables)
      #expect(try terminal.waitForExit() == .exited(0))
      let bold = (0..<24).flatMap { y in
        (0..<80).filter { terminal.screen.cell($0, y).pen.isBold }
      }
      #expect(bold.isEmpty != isEmphasised)
    }
  }

  @Test func `A damaged or foreign index is no trouble`() throws {
    let scenes = try Scenes()
    #expect(try scenes.run("search", "alignment").status == .exited(0))
    let files = try FileManager.default.contentsOfDirectory(atPath: scenes.data)
    let name = try #require(files.first { $0.hasSuffix(".search") })
    try Data("broken".utf8).write(to: URL(fileURLWithPath: scenes.data + "/" + name))
    let result = try scenes.run("search", "alignment")
    #expect(result.status == .exited(0) && result.stderr.isEmpty)
  }
}
