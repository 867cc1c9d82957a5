/// The ways in which the program is started most often, understood without the table of all
/// commands: to build that takes longer than to draw the first frame. Whatever is not plain here, a
/// mistake too, is left to `Threshold`.
enum QuickStart {
  case open(VaultNames)
  case review(VaultNames)
  case due(VaultNames, json: Bool)

  /// - Parameter arguments: those behind the program's name.
  init?(_ arguments: [String]) {
    var names = VaultNames()
    var words: [String] = []
    var json = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if let path = Self.value(of: "--vault", in: argument, &rest) {
        guard names.vault == nil else { return nil }
        names.vault = path
      } else if let path = Self.value(of: "--data", in: argument, &rest) {
        guard names.data == nil else { return nil }
        names.data = path
      } else if argument == "--json", words == ["due"] {
        json = true
      } else if argument.isEmpty || argument.hasPrefix("-") {
        return nil
      } else {
        words.append(argument)
      }
    }
    if words == ["due"] {
      self = .due(names, json: json)
      return
    }
    if words == ["review"] {
      self = .review(names)
      return
    }
    if words.first == "open" {
      words.removeFirst()
    } else if let word = words.first, word == "help" || Threshold.commandNames.contains(word) {
      return nil
    }
    guard words.count <= 1, words.isEmpty || names.vault == nil else { return nil }
    names.vault = words.first ?? names.vault
    self = .open(names)
  }

  /// What an option is given, as `--option=value` or in the next argument.
  private static func value(
    of option: String, in argument: String, _ rest: inout ArraySlice<String>
  ) -> String? {
    guard argument.hasPrefix(option) else { return nil }
    if argument == option {
      guard let next = rest.first, !next.isEmpty, !next.hasPrefix("-") else { return nil }
      return rest.popFirst()
    }
    let value = argument.dropFirst(option.count)
    return value.hasPrefix("=") && value.count > 1 ? String(value.dropFirst()) : nil
  }

  func run() throws {
    switch self {
    case .open(let names): try Open.run(names)
    case .review(let names): try Review.run(names)
    case .due(let names, let json): try Due.run(names, json: json)
    }
  }
}
