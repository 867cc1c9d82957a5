import ArgumentParser
import Study

struct Due: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "Tell how many cards are due today, and when more come.",
    discussion: "Exit code 0 when something is due, 1 when nothing is.")

  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct Shown: Encodable {
    var new: Int
    var learning: Int
    var review: Int
    var total: Int
    /// ISO 8601, or null.
    var nextDue: String?
    enum CodingKeys: String, CodingKey {
      case new, learning, review, total
      case nextDue = "next_due"
    }
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(new, forKey: .new)
      try container.encode(learning, forKey: .learning)
      try container.encode(review, forKey: .review)
      try container.encode(total, forKey: .total)
      try container.encode(nextDue, forKey: .nextDue)
    }
  }

  func run() throws { try Self.run(vault.names, json: output.json) }

  static func run(_ names: VaultNames, json: Bool) throws {
    let desk = try Desk(upToDate: names)
    try desk.announceOnStandardError()
    let session = try desk.countToday()
    let counts = session.counts(at: desk.now)
    let nextDue = try desk.nextDue(after: session)
    if json {
      try Console.printJSON(
        Shown(
          new: counts.new, learning: counts.learning, review: counts.review, total: counts.total,
          nextDue: nextDue.map(SystemClock.text)))
    } else if counts.total == 0 {
      print("Nothing is due. \(try desk.nextText(after: session))")
    } else {
      print(
        "\(counts.total) due: \(counts.new) new, \(counts.learning) in learning, "
          + "\(counts.review) to review.")
    }
    try desk.close()
    if counts.total == 0 { throw ExitCode(ExitStatus.found.rawValue) }
  }
}
