import Foundation

/// `$EDITOR`, started without a shell.
enum Editor {
  /// The program and its arguments: the configured one, `$VISUAL`, `$EDITOR`, else vi. Words are
  /// split at blanks; quotes keep blanks together.
  static func command(configuration: Configuration, environment: [String: String]) -> [String] {
    let candidates = [configuration.editor, environment["VISUAL"], environment["EDITOR"]]
    let chosen = candidates.compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
    return words(chosen)
  }

  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isInWord = false
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        isInWord = true
      } else if character.isWhitespace {
        if isInWord { words.append(word) }
        word = ""
        isInWord = false
      } else {
        word.append(character)
        isInWord = true
      }
    }
    if isInWord { words.append(word) }
    return words
  }

  /// The arguments that open a file at a line; editors that are not known get `+LINE FILE`, which
  /// most understand.
  static func arguments(for program: String, file: String, line: Int) -> [String] {
    let name = program.split(separator: "/").last.map(String.init) ?? program
    switch name {
    case "code", "codium", "cursor": return ["--wait", "--goto", "\(file):\(line)"]
    case "hx", "helix", "subl", "zed": return ["\(file):\(line)"]
    default: return ["+\(line)", file]
    }
  }

  /// Runs the editor and waits for it.
  /// - Returns: what to tell when it ended as it should not; the file may have been written even so.
  /// - Throws: `Failure` when it cannot be started.
  static func open(file: String, line: Int, command: [String]) throws -> String? {
    guard let program = command.first else { return nil }
    let all = command + arguments(for: program, file: file, line: line)
    var arguments: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    let error = posix_spawnp(&child, program, nil, nil, arguments, environ)
    guard error == 0 else {
      throw Failure(
        "the editor “\(program)” could not be started: \(String(cString: strerror(error)))",
        remedy: "set $EDITOR, or `editor` in the configuration", status: .data)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let (signal, code) = (status & 0x7F, (status >> 8) & 0xFF)
    if signal != 0 { return "The editor “\(program)” was ended by signal \(signal)." }
    return code == 0 ? nil : "The editor “\(program)” ended with status \(code)."
  }
}
