import Foundation
import Screens
import Support
import Testing

/// What holds for the repository as a whole.
@Suite struct HouseTests {
  /// The architecture: what a target may import besides the standard libraries.
  private static let mayImport: [String: Set<String>] = [
    "Notes": ["CMarkdown"],
    "Cards": ["Notes"],
    "FSRS": [],
    "Study": ["Notes", "Cards", "FSRS"],
    "Collection": ["Notes", "Cards", "FSRS", "Study", "GRDB", "GRDBSQLite"],
    "Surface": [],
    "Screens": ["Notes", "Cards", "FSRS", "Study", "Surface"],
  ]
  private static let system: Set<String> = [
    "Foundation", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  private static func swiftFiles(in folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
  }

  private static func imports(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ $0.hasPrefix("@") })
      else { return nil }
      return String(words[at + 1])
    }
  }

  @Test(arguments: mayImport.keys.sorted())
  func `Imports run one way`(target: String) throws {
    let allowed = try #require(Self.mayImport[target]).union(Self.system)
    let files = try Self.swiftFiles(in: Scenes.repository + "/Sources/" + target)
    #expect(!files.isEmpty)
    for file in files {
      for name in try Self.imports(of: file) {
        #expect(allowed.contains(name), "\(file) imports \(name)")
      }
    }
  }

  @Test func `The clock is read in one place`() throws {
    for target in Self.mayImport.keys {
      for file in try Self.swiftFiles(in: Scenes.repository + "/Sources/" + target) {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("Date()") && !text.contains("ContinuousClock"), "\(file)")
      }
    }
  }

  /// `THRESHOLD_RECORD=1` writes the table into the README, and fails so that it is noticed.
  @Test func `The README's table of keys is the table in the code`() throws {
    let path = Scenes.repository + "/README.md"
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let (start, end) = ("<!-- keys -->\n", "<!-- /keys -->")
    let from = try #require(readme.range(of: start))
    let to = try #require(readme.range(of: end))
    let table = Self.keyTable()
    let written = String(readme[from.upperBound..<to.lowerBound])
    if ProcessInfo.processInfo.environment["THRESHOLD_RECORD"] == "1" {
      let text = readme.replacingCharacters(in: from.upperBound..<to.lowerBound, with: table)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("wrote the table of keys; look at it and run again")
    } else {
      #expect(written == table, "run with THRESHOLD_RECORD=1 to write it")
    }
  }

  @Test func `The manual page has every key, every command and every setting`() throws {
    let scenes = try Scenes()
    let page = try scenes.run("config", "--man")
    #expect(page.status == .exited(0))
    let isASCII = page.stdout.utf8.allSatisfy { $0 < 0x80 }
    #expect(isASCII)
    #expect(page.stdout.hasPrefix(".TH THRESHOLD 1"))
    for binding in Keymap.standard.bindings {
      #expect(page.stdout.contains("[\(binding.action.rawValue)]"))
    }
    for command in ["review", "quiz", "due", "stats", "cards", "show", "check", "config"] {
      #expect(page.stdout.contains("\n.SS \(command)\n"))
    }
    #expect(page.stdout.contains("desired_retention"))
    // Nothing that roff would take for a request of its own, and be silent about.
    let requests: Set<Substring> = [".TH", ".ad", ".SH", ".SS", ".TP", ".PP", ".br", ".nf", ".fi"]
    for line in page.stdout.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'")
    {
      #expect(requests.contains(line.split(separator: " ")[0]), "\(line)")
    }
  }

  private static func keyTable() -> String {
    var text = ""
    for context in KeyContext.allCases {
      let bindings = Keymap.standard.bindings.filter { $0.contexts.contains(context) }
      text +=
        "\n**\(context.title)** (`\(context.rawValue)`)\n\n| key | what it does | action |\n| --- | --- | --- |\n"
      for binding in bindings {
        let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
        text += "| \(keys) | \(binding.help) | `\(binding.action.rawValue)` |\n"
      }
    }
    return text + "\n"
  }
}
