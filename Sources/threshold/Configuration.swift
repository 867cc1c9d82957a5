import Cards
import Foundation
import Notes
import Study
import TOMLKit

/// What the user has set in `config.toml`; everything has a default.
struct Configuration {
  /// The vault that opens when none is named.
  var vault: String?
  var editor: String?
  var theme = "terminal"
  var mouse = true
  var study = StudyOptions()
  var dayStartsAt = 4
  /// Words for what the daily deck takes, as in a page's front matter.
  var daily: [String] = []
  /// The kinds of card that are turned off everywhere.
  var kindsOff: Set<CardKind> = []
  /// Further headings that mean Key Facts, Connections and Open Questions.
  var headings = ReadingOptions()
  var keys: [String: [String]] = [:]

  /// The file it was read from, whether it exists or not.
  var file = ""

  /// - Throws: `Failure` naming the file, the line where it is known, and what to write.
  static func read(environment: [String: String]) throws -> Configuration {
    var configuration = Configuration()
    configuration.file = Directories.configuration(environment) + "/config.toml"
    guard FileManager.default.fileExists(atPath: configuration.file) else { return configuration }
    let text: String
    do {
      text = try String(contentsOfFile: configuration.file, encoding: .utf8)
    } catch {
      throw Failure(
        "the configuration \(configuration.file) cannot be read",
        remedy: "check its permissions and that it is UTF-8", status: .data)
    }
    try configuration.apply(text)
    return configuration
  }

  private mutating func apply(_ text: String) throws {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure(
        "\(file):\(error.source.begin.line):\(error.source.begin.column): \(error.description)",
        remedy: "mend that line", status: .wrongUse)
    }
    var settings = Settings(file: file, table: table)
    vault = try settings.text("vault")
    editor = try settings.text("editor")
    theme = try settings.text("theme") ?? theme
    mouse = try settings.flag("mouse") ?? mouse
    daily = try settings.texts("cards.daily") ?? daily
    kindsOff = try kinds(settings.texts("cards.off") ?? [])
    dayStartsAt = try settings.whole("study.day_starts_at", in: 0...23) ?? dayStartsAt
    study.desiredRetention =
      try settings.number("study.desired_retention", in: 0.7...0.99) ?? study.desiredRetention
    study.newPerDay =
      try settings.whole("study.new_per_day", in: 0...9999) ?? study.newPerDay
    study.reviewsPerDay =
      try settings.whole("study.reviews_per_day", in: 0...99999) ?? study.reviewsPerDay
    study.maximumInterval =
      try settings.whole("study.maximum_interval", in: 1...36500) ?? study.maximumInterval
    if let minutes = try settings.numbers("study.learning_steps", in: 0.1...1440) {
      study.learningSteps = minutes.map { $0 * 60 }
    }
    if let minutes = try settings.numbers("study.relearning_steps", in: 0.1...1440) {
      study.relearningSteps = minutes.map { $0 * 60 }
    }
    headings.keyFacts += try settings.texts("headings.key_facts") ?? []
    headings.connections += try settings.texts("headings.connections") ?? []
    headings.openQuestions += try settings.texts("headings.open_questions") ?? []
    keys = try settings.keys()
    try settings.refuseUnknown()
  }

  private func kinds(_ words: [String]) throws -> Set<CardKind> {
    var kinds: Set<CardKind> = []
    for word in words {
      guard let kind = CardKind(rawValue: word.lowercased()) else {
        throw Failure(
          "\(file): “\(word)” in cards.off is no kind of card",
          remedy: "use \(CardKind.names)", status: .wrongUse)
      }
      kinds.insert(kind)
    }
    return kinds
  }

  /// What `threshold config --init` writes: every setting with its default, commented out.
  static let template = """
    # Threshold's configuration. A line that begins with # shows the default.

    # The vault that opens when none is named: a folder of Markdown pages, or one page.
    # vault = "~/notes"

    # The editor for `e`; without it $VISUAL, $EDITOR, then vi.
    # editor = "vi"

    # Colours: terminal (follows yours), dark, light, high-contrast, eight, or one of your own in
    # themes/ beside this file. `T` tries them out and remembers.
    # theme = "terminal"
    # mouse = true

    [study]
    # The chance of recall at which a card comes back, 0.70 to 0.99.
    # desired_retention = 0.9
    # new_per_day = 20
    # reviews_per_day = 200
    # Minutes.
    # learning_steps = [1, 10]
    # relearning_steps = [10]
    # Days.
    # maximum_interval = 36500
    # The hour at which a new day of study begins, local time.
    # day_starts_at = 4

    [cards]
    # What the daily deck takes besides facts, open questions and your own marks:
    # any of "definitions", "tables", "connections".
    # daily = []
    # Kinds of card that are turned off everywhere, such as "cell", "connection".
    # off = []

    [headings]
    # Further headings that mean the same, in any case.
    # key_facts = []
    # connections = []
    # open_questions = []

    [keys]
    # Other keys for an action, everywhere or in one place: `threshold config --keys` lists both.
    # review = ["r"]
    # covered.good = ["3"]

    """
}

/// Where things lie, after the XDG base directories.
enum Directories {
  static func home(_ environment: [String: String]) -> String {
    if let home = environment["HOME"], !home.isEmpty { return home }
    return NSHomeDirectory()
  }

  static func configuration(_ environment: [String: String]) -> String {
    base("XDG_CONFIG_HOME", "/.config", environment) + "/threshold"
  }

  static func data(_ environment: [String: String]) -> String {
    base("XDG_DATA_HOME", "/.local/share", environment) + "/threshold"
  }

  /// A relative path in these variables is ignored, as the XDG specification asks.
  private static func base(
    _ variable: String, _ fallback: String, _ environment: [String: String]
  ) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value }
    return home(environment) + fallback
  }

  static func expandingTilde(_ path: String, _ environment: [String: String]) -> String {
    if path == "~" { return home(environment) }
    return path.hasPrefix("~/") ? home(environment) + path.dropFirst() : path
  }
}
