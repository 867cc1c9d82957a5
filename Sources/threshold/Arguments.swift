import ArgumentParser
import Foundation
import Notes
import Screens
import Study
import Surface

/// The vault and the data directory as the user named them; nil where nothing was said.
struct VaultNames: Equatable {
  var vault: String?
  var data: String?
}

/// Options that every command with a vault has.
struct VaultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The vault: a folder of Markdown pages, or one page.", valueName: "path"))
  var vault: String?

  @Option(
    help: ArgumentHelp(
      "Where memory is kept (also THRESHOLD_DATA).",
      discussion: "Default: $XDG_DATA_HOME/threshold, else ~/.local/share/threshold.",
      valueName: "folder"))
  var data: String?

  var names: VaultNames { VaultNames(vault: vault, data: data) }
}

struct JSONOption: ParsableArguments {
  @Flag(help: "Print JSON, for other programs.")
  var json = false
}

/// What the program was started with: the environment, the clock and the configuration. Made once.
struct Surroundings {
  var environment: [String: String]
  var clock: SystemClock
  var configuration: Configuration

  init() throws {
    environment = ProcessInfo.processInfo.environment
    clock = try SystemClock(environment: environment)
    configuration = try Configuration.read(environment: environment)
  }

  var calendar: StudyCalendar {
    StudyCalendar(rollover: configuration.dayStartsAt, offset: SystemClock.offset(at:))
  }

  /// The vault's path: the one named, else the configured one, else the pages that come along; nil
  /// when those are not here.
  func chosenVault(named: String?) -> String? {
    if let path = named ?? configuration.vault {
      return Directories.expandingTilde(path, environment)
    }
    return Shipped.folder("Decks")
  }

  func vaultPath(named: String?) throws -> String {
    guard let path = chosenVault(named: named) else {
      throw Failure(
        "no vault is named and the pages that come along are not here",
        remedy: "name a folder of Markdown pages: `threshold PATH`", status: .wrongUse)
    }
    return path
  }

  /// What is wrong in the settings that only the screens use, and in the themes.
  func problems(dataNamed data: String?) -> [Failure] {
    var problems: [Failure] = []
    func check(_ body: () throws -> Void) {
      do { try body() } catch { problems.append(Failure(error)) }
    }
    // Most people change neither, and need not wait for it.
    if !configuration.keys.isEmpty {
      check { _ = try Keymap.standard.remapped(configuration.keys) }
    }
    if configuration.theme != Theme.terminal.name {
      let themes = Themes(environment: environment, data: dataDirectory(named: data))
      check { _ = try themes.named(configuration.theme) }
    }
    return problems
  }

  /// Tells of them on standard error: a command goes on without.
  func warn(dataNamed data: String?) {
    for problem in problems(dataNamed: data) { Console.error(problem.line) }
  }

  func openVault(_ options: VaultOptions) throws -> Vault {
    warn(dataNamed: options.data)
    return try Vault(at: vaultPath(named: options.vault), options: configuration.headings)
  }

  /// The data directory: the one named, else `THRESHOLD_DATA`, else the XDG one.
  func dataDirectory(named: String?) -> String {
    if let named { return Directories.expandingTilde(named, environment) }
    if let set = environment["THRESHOLD_DATA"], !set.isEmpty { return set }
    return Directories.data(environment)
  }
}

/// The files that come with the program: beside it when installed, in the checkout otherwise.
enum Shipped {
  /// Tells this build of the program from any other: another one may read notes in another way.
  static let programStamp: String = {
    let path = CommandLine.arguments.first.map { $0.contains("/") ? $0 : "" } ?? ""
    var record = stat()
    guard stat("/proc/self/exe", &record) == 0 || stat(path, &record) == 0 else {
      return Threshold.version
    }
    #if canImport(Darwin)
      let time = record.st_mtimespec
    #else
      let time = record.st_mtim
    #endif
    return "\(Threshold.version) \(record.st_size) \(time.tv_sec) \(time.tv_nsec)"
  }()

  static func folder(_ name: String) -> String? {
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    var folder = executable.deletingLastPathComponent()
    var candidates = [folder.deletingLastPathComponent().appendingPathComponent("share/threshold")]
    // .build/<triple>/release/threshold: the checkout is a few folders up.
    for _ in 0..<4 {
      folder = folder.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
      {
        candidates += [folder, folder.appendingPathComponent("Assets")]
      }
    }
    return candidates.map { $0.appendingPathComponent(name).path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}

/// Finds the page that somebody typed.
func findPage(_ typed: String, in vault: Vault) throws -> PageOutline {
  if let page = vault.outline(typed) { return page }
  let found = vault.find(typed)
  guard let first = found.first else {
    if let meant = WrongUse.asVault(typed) { throw meant }
    let known = vault.pages.prefix(5).map(\.path).joined(separator: ", ")
    throw Failure(
      "there is no page “\(typed)” in \(vault.root)",
      remedy: "its pages are \(known)\(vault.pages.count > 5 ? ", …" : "")", status: .found)
  }
  let exact = found.filter {
    $0.title.lowercased() == typed.lowercased()
      || $0.path.split(separator: "/").last?.lowercased() == typed.lowercased()
  }
  if exact.count == 1 { return exact[0] }
  guard found.count == 1 else {
    throw Failure(
      "“\(typed)” could be \(found.prefix(5).map(\.path).joined(separator: ", "))",
      remedy: "write more of its path", status: .wrongUse)
  }
  return first
}
