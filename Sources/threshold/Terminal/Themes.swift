import Foundation
import Surface
import TOMLKit

/// Themes by name: those in the code, those that come along in `Assets/themes`, and the user's own
/// in `themes/` beside the configuration.
enum Themes {
  static func named(_ name: String, environment: [String: String]) throws -> Theme {
    let own = Directories.configuration(environment) + "/themes"
    let folders = [own] + [Shipped.folder("themes")].compactMap { $0 }
    for folder in folders {
      let file = "\(folder)/\(name).toml"
      if !name.contains("/"), FileManager.default.fileExists(atPath: file) {
        return try read(file, name: name)
      }
    }
    if let builtIn = Theme.named(name) { return builtIn }
    let known = Theme.builtIn.map(\.name).joined(separator: ", ")
    throw Failure(
      "there is no theme “\(name)”",
      remedy: "use one of \(known), or put \(own)/\(name).toml there",
      status: .wrongUse)
  }

  private static func read(_ file: String, name: String) throws -> Theme {
    do {
      let table = try TOMLTable(string: String(contentsOfFile: file, encoding: .utf8))
      var entries: [String: String] = [:]
      for key in table.keys { entries[key] = table[key]?.string ?? "" }
      return try Theme(name: name, entries: entries)
    } catch let error as TOMLParseError {
      throw Failure(
        "\(file):\(error.source.begin.line): \(error.description)", remedy: "mend that line",
        status: .wrongUse)
    } catch let error as ThemeError {
      throw Failure("\(file): \(error)", remedy: "mend that entry", status: .wrongUse)
    } catch {
      throw Failure("\(file) cannot be read", remedy: "check its permissions", status: .data)
    }
  }
}
