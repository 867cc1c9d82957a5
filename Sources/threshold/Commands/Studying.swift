import ArgumentParser
import Foundation
import Notes
import Study

struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the vault in panes (the default).")

  @Argument(help: "The vault: a folder of Markdown pages, or one page.")
  var path: String?
  @OptionGroup var vault: VaultOptions

  func validate() throws {
    if path != nil, vault.vault != nil {
      throw ValidationError("the vault is named twice")
    }
  }

  func run() throws {
    var names = vault.names
    names.vault = path ?? names.vault
    try Self.run(names)
  }

  static func run(_ names: VaultNames) throws {
    // A wrong path is wrong in any terminal, and may be a slip in a command.
    if let named = names.vault, !named.hasPrefix("~"),
      !FileManager.default.fileExists(atPath: named)
    {
      try WrongUse.checkCommand(of: [named])
      throw NotesError.missing(path: named)
    }
    try Console.requireTerminal(instead: "use `threshold show`, `cards` or `review --plain`")
    try Program(names).run(.vault)
  }
}

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Review what is due today.",
    discussion: "Exit code 1 with --plain when nothing is due.")

  @Option(help: "Only the cards of this page.")
  var page: String?
  @Flag(help: "Line by line, for screen readers, simple terminals and pipes.")
  var plain = false
  @OptionGroup var vault: VaultOptions

  func run() throws {
    guard plain else { return try Self.run(vault.names, page: page) }
    let desk = try Desk(vault)
    try desk.announceOnStandardError()
    let page = try page.map { try findPage($0, in: desk.vault).path }
    var review = try PlainReview(desk: desk, page: page)
    let hadCards = try review.run()
    try desk.close()
    if !hadCards { throw ExitCode(ExitStatus.found.rawValue) }
  }

  static func run(_ names: VaultNames, page: String? = nil) throws {
    try Console.requireTerminal(instead: "use `threshold review --plain`")
    try Program(names).run(.review(page: page))
  }
}

extension Console {
  /// - Throws: `Failure` when the screen cannot be shown because standard input or output is not a
  ///   terminal.
  static func requireTerminal(instead remedy: String) throws {
    guard inputIsTerminal, outputIsTerminal else {
      throw Failure("the screens need a terminal", remedy: remedy, status: .wrongUse)
    }
  }
}
