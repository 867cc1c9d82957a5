import ArgumentParser
import CTerminal
import Cards
import Collection
import FSRS
import Foundation
import Notes
import Screens
import Surface

/// How the program ends. The values are part of its interface.
enum ExitStatus: Int32 {
  case fine = 0
  /// Problems were found, or there was nothing to do where something was asked for.
  case found = 1
  case wrongUse = 2
  /// The data could not be read or written.
  case data = 3
}

/// An error in words: what happened, and what to do. The only thing the program ever reports.
struct Failure: Error {
  var what: String
  var remedy: String
  var status: ExitStatus
  /// What else is wrong in the same place, each in a line of its own.
  var others: [Failure] = []

  init(_ what: String, remedy: String, status: ExitStatus) {
    self.what = what
    self.remedy = remedy
    self.status = status
  }

  /// One line for standard error, and one for each of the others; whatever came from files or arguments is
  /// made harmless.
  var line: String {
    let shown = others.prefix(Self.mostOthers)
    let more = others.count - shown.count
    return (["threshold: " + words] + shown.map(\.line)).joined(separator: "\n")
      + (more > 0 ? "\nthreshold: there are \(more) more; mend these first" : "")
  }
  private static let mostOthers = 11
  var words: String { Sanitizer.clean("\(what); \(remedy)") }
  /// The same as the screens say it: beside other sentences, without the marks of code.
  var sentence: String {
    let words = words.filter { $0 != "`" }
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}

/// A signal has ended the screens; everything is in order, and the terminal given back.
struct Interruption: Error {
  var signal: Int32

  /// Ends the program as the signal would have done without screens, so that a shell or a script knows.
  func end() -> Never {
    fflush(nil)
    Foundation.signal(signal, SIG_DFL)
    raise(signal)
    Foundation.exit(128 + signal)
  }
}

extension Failure {
  init(_ error: NotesError) {
    switch error {
    case .missing(let path):
      self.init(
        "there is no file or folder \(path)", remedy: "check the path", status: .data)
    case .unreadable(let path, let reason, let remedy):
      self.init("\(path) cannot be read: \(reason)", remedy: remedy, status: .data)
    case .onlyProblem(let problem, let root):
      // The sentences of a problem, as the parts of one.
      let parts = [problem.message, problem.remedy].map { sentence in
        let end = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
        return end.prefix(1).lowercased() + end.dropFirst()
      }
      self.init("\(root)/\(problem.file): \(parts[0])", remedy: parts[1], status: .data)
    case .noPages(let path):
      self.init(
        "\(path) holds no page", remedy: "give a Markdown file with text, or a folder with some",
        status: .found)
    }
  }

  init(_ error: CollectionError) {
    self.init(error.message, remedy: error.remedy, status: .data)
  }

  init(_ error: KeymapError) {
    switch error {
    case .several(let faults):
      guard let first = faults.first else {
        self.init(
          "the keys of the configuration cannot be used", remedy: "check them", status: .wrongUse)
        return
      }
      self.init(first)
      others = faults.dropFirst().map { Failure($0) }
    case .unknownAction(let name):
      self.init(
        "the configuration gives keys to “\(name)”, which is no action",
        remedy: "`threshold config --keys` lists the actions", status: .wrongUse)
    case .unknownKey(let key, let action):
      self.init(
        "the configuration gives “\(action)” the key “\(key)”, which is no key",
        remedy: "write it like a, A, space, enter, ctrl-d, f1", status: .wrongUse)
    case .conflict(let key, let first, let second, let place):
      self.init(
        "the key “\(key)” would mean both “\(first)” and “\(second)” (\(place))",
        remedy: "give one of them another key in the configuration", status: .wrongUse)
    case .hidden(let key, let first, let inner, let second, let outer):
      self.init(
        "the key “\(key)” would mean “\(first)” (\(inner)) where it means “\(second)” (\(outer))",
        remedy: "give one of them another key in the configuration", status: .wrongUse)
    }
  }

  /// - Parameter file: what was read when it happened.
  init(_ error: FSRSError, file: String) {
    let what: String
    switch error {
    case .parameterCount(let count): what = "has \(count) parameters, and FSRS has 21 (or 19, 17)"
    case .parameterNotFinite(let index): what = "has no finite number as parameter \(index)"
    case .logWithoutColumn(let column): what = "has no column “\(column.rawValue)”"
    case .logLine(let line, .tooFewFields): what = "line \(line) has too few fields"
    case .logLine(let line, .notANumber(let column)):
      what = "line \(line) has no number as \(column.rawValue)"
    case .logLine(let line, .ratingOutOfRange):
      what = "line \(line) has a rating that is not 1 to 4"
    case .cancelled: what = "was left before the end"
    }
    self.init(
      "\(file): \(what)",
      remedy: "the columns are card_id, review_time_ms, rating, elapsed_days", status: .data)
  }

  /// Any error as a failure; what is not known here is shown as it describes itself.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as NotesError: self.init(error)
    case let error as CollectionError: self.init(error)
    case let error as KeymapError: self.init(error)
    default:
      self.init(
        "something unexpected happened: \(error)", remedy: "please report it", status: .data)
    }
  }

  /// Prints the error and ends the program with its status.
  static func exit(with error: any Error) -> Never {
    if let interruption = error as? Interruption { interruption.end() }
    if let status = error as? ExitCode {
      do { try Console.finish() } catch { exit(with: error) }
      Foundation.exit(status.rawValue)
    }
    let isOurs =
      error is Failure || error is NotesError || error is CollectionError || error is KeymapError
    if !isOurs {
      // Everything else out of ArgumentParser: help is fine, the rest is wrong use.
      let message = Threshold.fullMessage(for: error)
      guard Threshold.exitCode(for: error).isSuccess else {
        let wrong = WrongUse.failure(
          Threshold.message(for: error), arguments: Array(CommandLine.arguments.dropFirst()))
        Console.error(wrong.line)
        Foundation.exit(wrong.status.rawValue)
      }
      print(message)
      Foundation.exit(ExitStatus.fine.rawValue)
    }
    let failure = Failure(error)
    Console.error(failure.line)
    Foundation.exit(failure.status.rawValue)
  }
}

/// The standard streams.
enum Console {
  static func error(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Makes sure that what was printed has arrived.
  /// - Throws: `Failure` when standard output could not be written.
  static func finish() throws {
    guard standard_output_is_written() else {
      throw Failure(
        "standard output could not be written", remedy: "check the disk or the file it goes to",
        status: .data)
    }
  }

  /// Whether the locale says that UTF-8 may be printed.
  static var isUTF8: Bool { terminal_is_utf8() }

  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Prints a value as JSON, keys in order.
  static func printJSON(_ value: some Encodable) throws {
    print(try json(value))
  }

  static func json(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Console {
  /// Text out of notes, made harmless for a terminal.
  static func clean(_ text: String) -> String { Sanitizer.clean(text) }
}

extension Console {
  /// Prints a question and reads a line; nil when the input has ended.
  static func ask(_ question: String) -> String? {
    print(clean(question), terminator: "")
    fflush(nil)
    let line = readLine()
    // A pipe brings no line end of its own into the output.
    if !inputIsTerminal || line == nil { print("") }
    return line
  }
}
