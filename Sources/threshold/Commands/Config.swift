import ArgumentParser
import Foundation
import Screens

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings and where they come from.",
    discussion: "Exit code 2 when something in them cannot be used; it is named.")

  @Flag(help: "Write a configuration file that shows every default, if there is none.")
  var `init` = false
  @Flag(help: "List the actions and their keys.")
  var keys = false
  @Flag(help: "Print the manual page, for man(1).")
  var man = false
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  struct Shown: Encodable {
    var file: String
    var exists: Bool
    var vault: String?
    var data: String
    /// In use: what was chosen in the program, else what the configuration says.
    var theme: String
    var configuredTheme: String
    var mouse: Bool
    var editor: String
    var daily: [String]
    var off: [String]
    var desiredRetention: Double
    var newPerDay: Int
    var reviewsPerDay: Int
    var maximumInterval: Int
    var learningSteps: [Double]
    var relearningSteps: [Double]
    var dayStartsAt: Int

    enum CodingKeys: String, CodingKey {
      case file, exists, vault, data, theme, mouse, editor, daily, off
      case configuredTheme = "configured_theme"
      case desiredRetention = "desired_retention"
      case newPerDay = "new_per_day"
      case reviewsPerDay = "reviews_per_day"
      case maximumInterval = "maximum_interval"
      case learningSteps = "learning_steps"
      case relearningSteps = "relearning_steps"
      case dayStartsAt = "day_starts_at"
    }
  }

  func run() throws {
    if man { return print(try Manual.page(), terminator: "") }
    let surroundings = try Surroundings()
    let configuration = surroundings.configuration
    if keys {
      let keymap = try Keymap.standard.remapped(configuration.keys)
      return try printKeys(keymap)
    }
    if `init` { return try write(configuration.file) }
    let data = surroundings.dataDirectory(named: vault.data)
    let problems = surroundings.problems(dataNamed: vault.data)
    let themes = Themes(environment: surroundings.environment, data: data)
    let shown = Shown(
      file: configuration.file,
      exists: FileManager.default.fileExists(atPath: configuration.file),
      vault: surroundings.chosenVault(named: vault.vault),
      data: data, theme: themes.chosenName(configured: configuration.theme),
      configuredTheme: configuration.theme,
      mouse: configuration.mouse,
      editor: Editor.command(configuration: configuration, environment: surroundings.environment)
        .joined(separator: " "),
      daily: ["facts", "questions", "marks"] + configuration.daily,
      off: configuration.kindsOff.map(\.rawValue).sorted(),
      desiredRetention: configuration.study.desiredRetention,
      newPerDay: configuration.study.newPerDay,
      reviewsPerDay: configuration.study.reviewsPerDay,
      maximumInterval: configuration.study.maximumInterval,
      learningSteps: configuration.study.learningSteps.map { $0 / 60 },
      relearningSteps: configuration.study.relearningSteps.map { $0 / 60 },
      dayStartsAt: configuration.dayStartsAt)
    if output.json { try Console.printJSON(shown) } else { printText(shown) }
    for problem in problems { Console.error(problem.line) }
    if let notice = themes.notice { Console.error("threshold: \(Console.clean(notice))") }
    if !problems.isEmpty { throw ExitCode(ExitStatus.wrongUse.rawValue) }
  }

  private func printText(_ shown: Shown) {
    let origin =
      shown.theme == shown.configuredTheme
      ? "" : "  # chosen in the program; the configuration says \"\(shown.configuredTheme)\""
    print(
      """
      # \(shown.file)\(shown.exists ? "" : " (not there; `threshold config --init` writes it)")
      vault = "\(shown.vault ?? "")"
      data = "\(shown.data)"
      editor = "\(shown.editor)"
      theme = "\(shown.theme)"\(origin)
      mouse = \(shown.mouse)

      [study]
      desired_retention = \(shown.desiredRetention)
      new_per_day = \(shown.newPerDay)
      reviews_per_day = \(shown.reviewsPerDay)
      learning_steps = \(shown.learningSteps)
      relearning_steps = \(shown.relearningSteps)
      maximum_interval = \(shown.maximumInterval)
      day_starts_at = \(shown.dayStartsAt)

      [cards]
      daily = \(shown.daily)
      off = \(shown.off)
      """)
  }

  private func printKeys(_ keymap: Keymap) throws {
    struct Row: Encodable { var action: String, keys: [String], help: String, contexts: [String] }
    let rows = keymap.bindings.map { binding in
      Row(
        action: binding.action.rawValue, keys: binding.keys.map(\.name), help: binding.help,
        contexts: binding.contexts.map(\.rawValue))
    }
    if output.json { return try Console.printJSON(rows) }
    for row in rows {
      let action = row.action.padding(toLength: 14, withPad: " ", startingAt: 0)
      let keys = row.keys.joined(separator: " ").padding(toLength: 24, withPad: " ", startingAt: 0)
      print("\(action) \(keys) \(row.help) (\(row.contexts.joined(separator: ", ")))")
    }
  }

  private func write(_ file: String) throws {
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Failure(
        "\(file) is there already", remedy: "edit it, or move it away", status: .found)
    }
    do {
      let folder = (file as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try Configuration.template.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw Failure(
        "\(file) cannot be written", remedy: "check the permissions of its folder", status: .data)
    }
    print("Wrote \(file).")
  }
}
