import ArgumentParser
import Study

extension QuizKind: ExpressibleByArgument {}

/// What `threshold quiz` was asked for, before the vault is read.
struct QuizCommand {
  enum Begin { case ask, resume, new }
  var begin = Begin.ask
  var page: String?
  var section: String?
  var search: String?
  var around: String?
  var weakest = false
  var kind = QuizKind.mixed
  var count = 10
  var minutes: Int?
  /// Nil takes the clock, so that every quiz is another one.
  var seed: UInt64?

  static let nothingLeft = Failure(
    "no quiz was left", remedy: "leave --resume out to begin one", status: .found)

  /// With the pages that were meant.
  /// - Throws: `Failure` when there is no such page.
  func request(in desk: Desk) throws -> QuizRequest {
    let place: QuizScope.Place
    if let page {
      let path = try findPage(page, in: desk.vault).path
      place = section.map { .section(page: path, title: $0) } ?? .page(path)
    } else if let around {
      place = .around(try findPage(around, in: desk.vault).path)
    } else if let search {
      place = .search(search)
    } else {
      place = .vault
    }
    return QuizRequest(
      scope: QuizScope(place, weakest: weakest), kind: kind, count: count, minutes: minutes,
      seed: seed ?? UInt64(bitPattern: desk.now.milliseconds))
  }
}

struct TakeQuiz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Take a quiz on a page, a section, some words or the whole vault.",
    discussion: """
      Quiz answers are logged as such and never count as reviews. A quiz that was left can be taken \
      up again; starting another one asks what is to become of it, unless --resume or --new says so. \
      Exit code 1 with --plain when there is nothing to ask.
      """)

  @Option(help: "Only this page.")
  var page: String?
  @Option(help: "Of the page only this section, with what is nested under it.")
  var section: String?
  @Option(help: "What contains all these words: in page, section, prompt or answer.")
  var search: String?
  @Option(help: "This page, those it links to and those that link to it.")
  var around: String?
  @Flag(help: "Of all that, what is known least.")
  var weakest = false
  @Option(help: "How to ask.")
  var kind = QuizKind.mixed
  @Option(name: .shortAndLong, help: "How many questions at most.")
  var number = 10
  @Option(help: "A time limit for the whole quiz.")
  var minutes: Int?
  @Option(help: "A number that makes the quiz repeatable.")
  var seed: UInt64?
  @Flag(help: "Go on with the quiz that was left.")
  var resume = false
  @Flag(help: "Begin a new quiz, whatever was left.")
  var new = false
  @Flag(help: "Line by line, for screen readers, simple terminals and pipes.")
  var plain = false
  @OptionGroup var vault: VaultOptions

  func validate() throws {
    guard number > 0 else { throw ValidationError("a quiz needs at least one question") }
    guard number <= QuizRequest.longest else {
      throw ValidationError("a quiz has at most \(QuizRequest.longest) questions")
    }
    if let minutes, !(1...1440).contains(minutes) {
      throw ValidationError("the time limit is from 1 to 1440 minutes")
    }
    let places = [("--page", page), ("--search", search), ("--around", around)].filter {
      $0.1 != nil
    }
    if places.count > 1 {
      throw ValidationError("\(places[0].0) and \(places[1].0) do not go together")
    }
    if section != nil, page == nil {
      throw ValidationError("--section needs the --page that it is on")
    }
    if let search, !search.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--search needs words to look for")
    }
    if resume, new { throw ValidationError("--resume and --new do not go together") }
    if resume, section != nil || !places.isEmpty || weakest || seed != nil || minutes != nil {
      throw ValidationError("--resume goes on with the quiz as it was begun, and takes no scope")
    }
  }

  func run() throws {
    if !plain { try Console.requireTerminal(instead: "use `threshold quiz --plain`") }
    let command = QuizCommand(
      begin: resume ? .resume : new ? .new : .ask, page: page, section: section, search: search,
      around: around, weakest: weakest, kind: kind, count: number, minutes: minutes, seed: seed)
    guard plain else { return try Program(vault.names).run(.quiz(command)) }
    let desk = try Desk(vault)
    let hadQuestions = try PlainQuiz.run(command, desk: desk)
    try desk.close()
    if !hadQuestions { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
