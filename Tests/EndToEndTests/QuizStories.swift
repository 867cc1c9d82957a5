import Foundation
import Support
import Testing

@Suite struct QuizStories {
  @Test func `A quiz is set up, left, taken up after a restart, and its misses come up today`()
    throws
  {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("Q")
    try terminal.waitFor("mixed")
    // On to multiple choice, down to the number of questions, and to five of them.
    terminal.type("l")
    try terminal.waitFor("multiple choice, one right")
    terminal.type("jjjh")
    try terminal.waitFor("up to 5")
    terminal.press(.enter)
    try terminal.waitFor("Question 1 of 5")
    terminal.type("2")
    terminal.type("11")
    try terminal.wait(for: "a verdict") { $0.text.contains("✓ Right") || $0.text.contains("✗ Not") }
    terminal.press(.enter)
    try terminal.waitFor("Question 2 of 5")
    terminal.type("q")
    try terminal.waitFor("The quiz is kept")
    terminal.kill(SIGKILL)
    try terminal.waitForExit()

    let again = try scenes.open()
    try again.waitFor("AI Safety Levels (ASL)")
    again.type("Q")
    try again.waitFor("1 of 5 answered, begun on 2026-11-24")
    again.type("c")
    for number in 2...5 {
      try again.waitFor("Question \(number) of 5")
      again.type("11")
      try again.wait(for: "a verdict") { $0.text.contains("✓ Right") || $0.text.contains("✗ Not") }
      again.press(.enter)
    }
    try again.wait(for: "the score") { $0.text.contains(" of 5  ") && $0.text.contains("%") }
    try again.waitFor("Missed")
    again.type("a")
    try again.waitFor("come up today")
    again.type("\r")
    try again.waitFor("AI Safety Levels (ASL)")
    again.type("qq")
    try again.waitForNo("Missed")
    again.type("q")
    #expect(try again.waitForExit() == .exited(0))

    // No answer of the quiz is a review; what was sent is new and asked for.
    let statistics = try scenes.run("stats", "--json").json([String: Any].self)
    let quizzes = try #require(statistics["quizzes"] as? [[String: Any]])
    #expect(quizzes.count == 1 && quizzes[0]["asked"] as? Int == 5)
    let days = statistics["days"] as? [[String: Any]] ?? []
    #expect(days.allSatisfy { ($0["answers"] as? Int ?? 0) == 0 })
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `A quiz that a signal ends before its first answer can be taken up`(_ signal: Int32) throws {
    let scenes = try Scenes()
    let terminal = try scenes.open("quiz", "--kind", "choice", "-n", "5", "--seed", "3")
    try terminal.waitFor("Question 1 of 5")
    terminal.type("?")
    try terminal.waitFor("Quiz: choosing")
    terminal.kill(signal)
    #expect(try terminal.waitForExit() == .signalled(signal))
    let again = try scenes.open("quiz", "--resume")
    try again.waitFor("Question 1 of 5")
    again.type("q")
    #expect(try again.waitForExit() == .exited(0))
    // No screen is left to say it on.
    let said = String(decoding: again.rawOutput, as: UTF8.self)
    #expect(said.contains("The quiz is kept: `threshold quiz --resume` goes on with it."))
  }

  /// Counting draws the quizzes that could be begun, which takes a while in a large vault: no key waits for it.
  @Test func `How many questions there are is counted beside the set-up`() throws {
    let scenes = try Scenes()
    let terminal = try scenes.open()
    try terminal.waitFor("AI Safety Levels (ASL)")
    terminal.type("Q")
    func isCounted(_ screen: String) -> Bool {
      screen.firstMatch(of: /About .* \([0-9]+\)/) != nil
    }
    try terminal.wait(for: "how many mixed ones") {
      $0.text.contains("mixed") && isCounted($0.text)
    }
    // Only the last one asked about is counted to its end.
    terminal.type("lll")
    try terminal.wait(for: "how many are typed") {
      $0.text.contains("typed answers") && isCounted($0.text)
    }
    terminal.type("qq")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `The next quiz of a scope says how it compares with the last`() throws {
    let scenes = try Scenes()
    func take(_ scope: String..., day: Int) throws -> ProgramResult {
      try runProgram(
        nil, ["quiz", "--plain", "--kind", "choice", "-n", "3", "--seed", "5"] + scope,
        input: String(repeating: "1\n", count: 12), environment: scenes.environment(day: day))
    }
    #expect(!(try take("--page", "ai-safety", day: 20).stdout.contains("2026-11-20")))
    #expect(try take("--page", "ai-safety", day: 21).stdout.contains("on 2026-11-20)."))
    #expect(!(try take(day: 22).stdout.contains("2026-11-21")), "another scope")
  }

  @Test func `A left quiz is asked about, and its seed goes on as if nothing had happened`() throws
  {
    let scenes = try Scenes()
    let whole = try scenes.run(
      "quiz", "--plain", "--kind", "choice", "-n", "3", "--seed", "9", input: "1\n2\n1\n")
    let other = try Scenes()
    let first = try other.run(
      "quiz", "--plain", "--kind", "choice", "-n", "3", "--seed", "9", input: "1\nq\n")
    #expect(first.stdout.contains("The quiz is kept"))
    let second = try other.run("quiz", "--plain", input: "c\n2\n1\n")
    #expect(second.stdout.contains("1 of 3 answered"))
    let score = whole.stdout.split(separator: "\n").first {
      $0.hasPrefix("Score ") && $0.contains(" of 3")
    }
    #expect(score != nil)
    #expect(second.stdout.contains(String(score ?? "nothing")))
    #expect(second.stdout.contains("Question 2 of 3") && !second.stdout.contains("Question 1 of 3"))
    #expect(try other.run("quiz", "--plain", "--resume").status == .exited(1))
  }

  @Test func `A quiz left before its first answer is kept, and one with too little says so`() throws
  {
    let scenes = try Scenes()
    let first = try scenes.run(
      "quiz", "--plain", "--kind", "order", "-n", "90", "--seed", "9", input: "q\n")
    #expect(first.stdout.contains("Only ") && first.stdout.contains("asked this way."))
    #expect(first.stdout.contains("The quiz is kept"))
    let second = try scenes.run("quiz", "--plain", "--resume", input: "q\n")
    #expect(second.stdout.contains("Question 1 of"))
  }

  @Test func `What the notes no longer say is replaced, and that is said`() throws {
    let scenes = try Scenes()
    let facts = ["Speed: 3 ms", "Weight: 5 kg", "Length: 7 m", "Name: `probe`", "Made in: Vienna"]
    func write(_ facts: [String]) throws -> String {
      try scenes.write(
        "# P\n\n## Key Facts\n" + facts.map { "- \($0)\n" }.joined(), to: "v/p.md")
    }
    let page = try write(facts)
    _ = try scenes.run(
      "quiz", "--plain", "--vault", page, "--kind", "typed", "-n", "3", "--seed", "1",
      input: "x\n\nq\n")
    // Every answer is another one.
    _ = try write(["Speed: 4 ms", "Weight: 6 kg", "Length: 8 m", "Name: `sonde`", "Made in: Graz"])
    let resumed = try scenes.run(
      "quiz", "--plain", "--vault", page, "--resume", input: "4 ms\n\n4 ms\n\n")
    #expect(resumed.stdout.contains("The notes have changed: 2 questions replaced."))
    #expect(!resumed.stdout.contains("Answer: 3 ms") || resumed.stdout.contains("Missed"))
  }

  @Test(arguments: ["several", "match", "order", "table", "list", "typed", "choice", "mixed"])
  func `Every kind is taken line by line through a pipe`(_ kind: String) throws {
    let scenes = try Scenes()
    let lines = ["1", "1 2", "1a 2b 3c", "", "1 2 3 4", "1 2 3"]
    let result = try scenes.run(
      "quiz", "--plain", "--kind", kind, "-n", "2", "--seed", "3",
      input: String(repeating: lines.joined(separator: "\n") + "\n", count: 12))
    #expect(result.status == .exited(0), "\(result.stderr)")
    #expect(result.stdout.contains("Question 1 of "))
    #expect(result.stdout.contains("\nScore "), "\(result.stdout)")
    #expect(!result.stdout.contains("\u{1B}"))
    // Cut off in the middle, it is kept.
    let cut = try Scenes()
    let left = try cut.run("quiz", "--plain", "--kind", kind, "-n", "2", "--seed", "3", input: "")
    #expect(left.status == .exited(0))
    #expect(left.stdout.contains("The quiz is kept"), "also before its first answer")
  }

  @Test func `Scopes choose what is asked`() throws {
    let scenes = try Scenes()
    _ = try scenes.write(
      "# Tea\n\n## Key Facts\n- Sencha steeps at 70 °C\n- See [[b]]\n", to: "v/a.md")
    _ = try scenes.write("# Coffee\n\n## Key Facts\n- Espresso takes 25 seconds\n", to: "v/b.md")
    _ = try scenes.write("# Water\n\n## Key Facts\n- Water boils at 100 °C\n", to: "v/c.md")
    let vault = scenes.folder.path + "/v"
    func asked(_ scope: String...) throws -> (pages: Set<String>, status: ProgramExit) {
      let result = try runProgram(
        nil,
        ["quiz", "--plain", "--new", "--vault", vault, "--kind", "typed", "--seed", "1"] + scope,
        input: String(repeating: "x\n\n", count: 20), environment: scenes.environment())
      let pages = ["Tea", "Coffee", "Water"].filter { result.stdout.contains(". \($0) ›") }
      return (Set(pages), result.status)
    }
    #expect(try asked().pages == ["Tea", "Coffee", "Water"])
    #expect(try asked("--page", "b").pages == ["Coffee"])
    #expect(try asked("--around", "b").pages == ["Tea", "Coffee"])
    #expect(try asked("--search", "boils").pages == ["Water"])
    #expect(try asked("--search", "boils espresso").status == .exited(1))
    #expect(try asked("--weakest").status == .exited(1), "nothing was learnt yet")
    _ = try scenes.run("review", "--plain", "--vault", vault, "--page", "c", input: "\n1\nq\n")
    #expect(try asked("--weakest").pages == ["Water"])
    #expect(try asked("--page", "b", "--weakest").status == .exited(1))
  }
}
