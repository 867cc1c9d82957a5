import Foundation
import Support
import Testing

@Suite struct StudyStories {
  @Test func `A newcomer reads the page, reviews a card, takes a quiz and leaves`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    try terminal.waitFor("? help")
    // Each next step is in sight.
    try terminal.waitFor("New here? Tab goes from pane to pane, r reviews the first 20 cards")
    try terminal.waitFor("r review  Tab pane  c cover  t text  Q quiz")
    terminal.type("f")
    try terminal.waitFor("Claude 4.x: evaluated at ASL-2 boundary")
    terminal.type("r")
    try terminal.waitFor("show answer")
    terminal.press(.space)
    try terminal.waitFor("Again")
    terminal.press(.space)
    try terminal.waitFor("1 done")
    terminal.type("q")
    try terminal.waitFor("Key Facts")
    terminal.type("Q")
    try terminal.waitFor("Enter start  → change")
    terminal.press(.enter)
    try terminal.waitFor("Question 1 of 10")
    terminal.press(.escape)
    try terminal.waitForNo("Question 1")
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.unrestored.isEmpty)
  }

  @Test func `kill -9 between two cards loses nothing that was answered`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("show answer")
    for number in 1...4 {
      terminal.rate("4")
      try terminal.waitFor("\(number) done")
    }
    terminal.kill(SIGKILL)
    try terminal.waitForExit()

    let due = try scenes.run("due", "--json").json([String: Any].self)
    #expect(due["new"] as? Int == 16)
    let again = try scenes.open("review")
    try again.waitFor("16 new")
  }

  @Test func `What is rated Easy today comes back on its day and not before`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(
      "# P\n\n## Key Facts\n- Speed of light: 299,792 km/s\n", to: "v/p.md")
    let first = try scenes.run("review", "--plain", "--vault", page, input: "\n4\n")
    #expect(first.status == .exited(0))
    let due = try scenes.run("due", "--json", "--vault", page).json([String: Any].self)
    #expect(due["total"] as? Int == 0)
    let text = try #require(due["next_due"] as? String)
    // Easy on a new card: the initial stability of 8.3 days, with fuzz.
    let day = try #require(Int(text.prefix(10).suffix(2)))
    let month = text.prefix(7)
    #expect((month == "2026-12" && (1...4).contains(day)) || (month == "2026-11" && day >= 30))
    let before = try scenes.run("due", "--json", "--vault", page, day: 28).json([String: Any].self)
    #expect(before["total"] as? Int == 0)
    let after = try runProgram(
      nil, ["due", "--json", "--vault", page],
      environment: scenes.environment(["THRESHOLD_NOW": "2026-12-06T09:00:00Z"]))
    #expect(try after.json([String: Any].self)["review"] as? Int == 1)
  }

  @Test func `Quitting in the middle and coming back goes on where it was`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("20 new")
    terminal.rate("4")
    try terminal.waitFor("19 new")
    terminal.type("q")
    try terminal.waitForExit()
    // The same day goes on with what is left; the next one brings new cards again.
    let today = try scenes.open("review", hour: "20:00")
    try today.waitFor("19 new")
    let tomorrow = try scenes.open("review", day: 25)
    try tomorrow.waitFor("20 new")
  }

  @Test func `u takes back the last answer, also after a restart`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("20 new")
    let prompt = "what is ASL-2?"
    try terminal.waitFor(prompt)
    terminal.rate("4")
    try terminal.waitFor("19 new")
    terminal.type("u")
    try terminal.waitFor("20 new")
    try terminal.waitFor(prompt)
    terminal.rate("4")
    try terminal.waitFor("19 new")
    terminal.type("q")
    try terminal.waitForExit()

    let again = try scenes.open("review")
    try again.waitFor("19 new")
    again.type("u")
    try again.waitFor("20 new")
    try again.waitFor(prompt)
  }

  @Test func `The only card left comes back with its answer hidden`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(
      "# P\n\n## Key Facts\n- Speed of light: 299,792 km/s\n", to: "v/p.md")
    let terminal = try scenes.open("review", "--vault", page)
    try terminal.waitFor("show answer")
    #expect(!terminal.screen.text.contains("299,792"))
    terminal.press(.space)
    try terminal.waitFor("299,792")
    terminal.type("1")
    try terminal.waitFor("1 learning")
    try terminal.waitForNo("299,792")
  }

  @Test func `A position on an open question is shown the next time`() throws {
    let scenes = try Scenes()
    let page = try scenes.write("# P\n\n## Open Questions\n- Is it so?\n", to: "v/p.md")
    let terminal = try scenes.open("review", "--vault", page)
    try terminal.waitFor("write position")
    terminal.type("p")
    try terminal.waitFor("Your position")
    terminal.type("I think so, q?")
    terminal.press(.enter)
    try terminal.waitFor("Today: I think so, q?")
    terminal.type("1")
    try terminal.waitFor("Done for today")
    terminal.press(.enter)
    try terminal.waitForExit()

    let later = try scenes.open("review", "--vault", page, day: 26)
    try later.waitFor("Is it so?")
    later.press(.space)
    try later.waitFor("2026-11-24  I think so, q?")
  }

  @Test func `A quiz ends with the score and the misses`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("quiz", "--kind", "choice", "-n", "3", "--seed", "7")
    for number in 1...3 {
      try terminal.waitFor("Question \(number) of 3")
      terminal.type("11")
      try terminal.wait(for: "a verdict") {
        $0.text.contains("✓ Right") || $0.text.contains("✗ Not right")
      }
      terminal.press(.enter)
    }
    try terminal.wait(for: "the score") { $0.text.contains(" of 3  ") && $0.text.contains("%") }
    terminal.type("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `A quiz with one seed is the same quiz again, and is no review`() throws {
    let scenes = try Scenes()
    let arguments = "1\n1\n1\n1\n1\n1\n1\n1\n"
    let first = try scenes.run(
      "quiz", "--plain", "--kind", "choice", "-n", "4", "--seed", "3", input: arguments)
    // In another collection: in the same it would be compared with the first.
    let second = try Scenes().run(
      "quiz", "--plain", "--kind", "choice", "-n", "4", "--seed", "3", input: arguments)
    #expect(first.stdout == second.stdout)
    #expect(first.stdout.contains("\nScore ") && first.stdout.contains(" of 4 ("))
    let due = try scenes.run("due", "--json").json([String: Any].self)
    #expect(due["new"] as? Int == 20)
  }

  @Test func `The editor opens the note at its line, and a changed note is read again`() throws {
    let scenes = try Scenes()
    let vault = try scenes.write("# P\n\n## Key Facts\n- Speed: 3 ms\n", to: "v/p.md")
    let editor = try scenes.write(
      "#!/bin/sh\necho \"$1\" > \"\(scenes.folder.path)/line\"\necho '- Weight: 5 kg' >> \"$2\"\n",
      to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let terminal = try scenes.open(vault, environment: ["EDITOR": editor])
    try terminal.waitFor("Speed: 3 ms")
    terminal.type("e")
    try terminal.waitFor("Weight: 5 kg")
    let line = try String(contentsOfFile: scenes.folder.path + "/line", encoding: .utf8)
    #expect(line == "+4\n")
  }

  @Test func `An editor that fails or is not there is told of, and the page stays in sight`() throws
  {
    let scenes = try Scenes()
    let vault = try scenes.write("# P\n\n## Key Facts\n- Speed: 3 ms\n", to: "v/p.md")
    for (editor, words) in [
      ("false", "The editor “false” ended with status 1."),
      ("sh -c 'kill -9 $$'", "The editor “sh” was ended by signal 9."),
      ("/no/such/editor", "The editor “/no/such/editor” could not be started:"),
    ] {
      let terminal = try scenes.open(vault, environment: ["EDITOR": editor, "VISUAL": ""])
      try terminal.waitFor("Speed: 3 ms")
      terminal.type("e")
      try terminal.waitFor(words)
      #expect(terminal.screen.text.contains("Speed: 3 ms"))
      terminal.type("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `Rewording a fact keeps its history`() throws {
    let scenes = try Scenes()
    let page = try scenes.write(
      "# P\n\n## Key Facts\n- Default port of the service: 8443\n", to: "v/p.md")
    let ids = { (result: ProgramResult) in
      Set(try result.json([[String: Any]].self).compactMap { $0["id"] as? String })
    }
    let before = try ids(scenes.run("cards", "--json", "--vault", page))
    _ = try scenes.run("review", "--plain", "--vault", page, input: "\n4\n")
    _ = try scenes.write(
      "# P\n\n## Key Facts\n- Default port of this service: 8443\n", to: "v/p.md")
    let after = try ids(scenes.run("cards", "--json", "--vault", page))
    #expect(before == after)
    let due = try scenes.run("due", "--json", "--vault", page).json([String: Any].self)
    #expect(due["new"] as? Int == 0)
  }

  @Test func `Two programs open on one vault do not disturb each other`() throws {
    let scenes = try Scenes()
    let first = try scenes.open("review")
    try first.waitFor("show answer")
    let second = try scenes.open("review", "--page", "safety/ai-safety")
    try second.waitFor("show answer")
    first.rate("4")
    try first.waitFor("1 done")
    // The other window still shows that card: it goes on with the next one.
    second.rate("4")
    try second.waitFor("answered in another window")
    try second.waitFor("Claude 4.x: evaluated at")
    second.rate("4")
    try second.waitFor("18 new")
    first.type("q")
    second.type("q")
    #expect(try first.waitForExit() == .exited(0))
    #expect(try second.waitForExit() == .exited(0))
  }

  @Test func `When the day's limit is reached, that is said, and not that nothing is due`() throws {
    let scenes = try Scenes()
    _ = try scenes.write("[study]\nnew_per_day = 1\n", to: "config/threshold/config.toml")
    let words = "The day's limit of 1 new card is reached."
    let review = try scenes.run("review", "--plain", input: "\n4\n")
    #expect(review.stdout.contains(words), "\(review.stdout)")
    #expect(try scenes.run("due").stdout.contains(words))
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("R")
    try terminal.waitFor("Nothing more for today.")
    try terminal.waitFor(words)
  }

  @Test func `A card that is put away makes room, and a suspended one is taken up again`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("review")
    try terminal.waitFor("20 left")
    terminal.type("-")
    try terminal.waitFor(
      "Buried until tomorrow; another card takes its place. u takes that back.")
    terminal.type("@")
    try terminal.waitFor("Suspended until you take it up again; another card takes its place.")
    terminal.type("q")
    try terminal.waitForExit()
    #expect(try scenes.run("cards", "ai-safety").stdout.contains("suspended"))

    // Any card is put away and taken up again among the page's cards.
    let again = try scenes.open()
    try again.waitFor("AI Safety Levels (ASL)")
    again.type("C")
    try again.waitFor("Specification failure")
    again.type("@")
    try again.waitFor("Suspended until you take it up again.")
    try again.waitFor("daily, suspended")
    again.type("@")
    try again.waitFor("Taken up again: it comes when it is due.")
    try again.waitForNo("daily, suspended")
  }
}
