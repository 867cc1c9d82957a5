import Foundation
import Study

/// One question line by line: how it is shown, how an answer is taken, and what its verdict says.
struct PlainQuestion {
  private let question: QuizQuestion

  init(_ question: QuizQuestion) { self.question = question }

  /// Shows what there is to choose from and takes an answer; nil when the user is done.
  func response() -> QuizResponse? {
    switch question.form {
    case .choice(let options, _): choice(options)
    case .several(let options, _): several(options)
    case .typed:
      answer("Your answer, or q to leave: ", hint: "Nothing is typed yet.", without: .typed("")) {
        $0.trimmingCharacters(in: .whitespaces).isEmpty ? nil : .typed($0)
      }
    case .match(let left, let right, _): match(left, right)
    case .order(let items, _): order(items)
    case .table(let table): table.bank.map { filled(table, $0) } ?? filled(table)
    case .list(let items): listed(items.count)
    }
  }

  private func say(_ text: String) { print(Console.clean(text)) }

  /// Nil for `q` and at the end of the input.
  private func line(_ question: String) -> String? {
    guard let line = Console.ask(question) else { return nil }
    return line.trimmingCharacters(in: .whitespaces) == "q" ? nil : line
  }

  private func letter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(97 + index))) : "?"
  }

  private func choice(_ options: [String]) -> QuizResponse? {
    for (index, option) in options.enumerated() { say("\(index + 1). \(option)") }
    while let line = line("Number, or q to leave: ") {
      let number = Int(line.trimmingCharacters(in: .whitespaces)) ?? 0
      if options.indices.contains(number - 1) { return .chosen(number - 1) }
      say("Type a number from 1 to \(options.count).")
    }
    return nil
  }

  /// The numbers in a line; nil when one is none of `range`, or stands twice.
  private func numbers(_ line: String, in range: ClosedRange<Int>) -> [Int]? {
    let words = line.split { !$0.isNumber }
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, numbers.allSatisfy(range.contains),
      Set(numbers).count == numbers.count
    else { return nil }
    return numbers.map { $0 - 1 }
  }

  /// Asks until a line can be read. An empty line is no slip when it comes twice: then the answer is what
  /// there is without it.
  private func answer(
    _ question: String, hint: String, without: QuizResponse, _ read: (String) -> QuizResponse?
  ) -> QuizResponse? {
    var isWarned = false
    while let line = line(question) {
      if let response = read(line) { return response }
      let isEmpty = line.trimmingCharacters(in: .whitespaces).isEmpty
      if isEmpty, isWarned { return without }
      isWarned = isEmpty
      say(isEmpty ? "\(hint) An empty line once more gives the answer as it is." : hint)
    }
    return nil
  }

  private func several(_ options: [String]) -> QuizResponse? {
    for (index, option) in options.enumerated() { say("\(index + 1). \(option)") }
    return answer(
      "Numbers, such as 1 3; or q to leave: ", hint: "Type numbers from 1 to \(options.count).",
      without: .several([])
    ) { line in
      numbers(line, in: 1...options.count).flatMap { $0.isEmpty ? nil : .several($0.sorted()) }
    }
  }

  private func order(_ items: [String]) -> QuizResponse? {
    for (index, item) in items.enumerated() { say("\(index + 1). \(item)") }
    return answer(
      "All numbers in the right order, or q to leave: ",
      hint: "Type each number from 1 to \(items.count) once.",
      without: .ordered(Array(items.indices))
    ) { line in
      numbers(line, in: 1...items.count).flatMap { $0.count == items.count ? .ordered($0) : nil }
    }
  }

  private func match(_ left: [String], _ right: [String]) -> QuizResponse? {
    for (index, item) in left.enumerated() { say("\(index + 1). \(item)") }
    for (index, item) in right.enumerated() { say("\(letter(index)). \(item)") }
    return answer(
      "Pairs, such as 1b 2a; or q to leave: ", hint: "Type a number and a letter for each pair.",
      without: .matched(left.map { _ in nil })
    ) { pairs($0, left.count, right.count).map { .matched($0) } }
  }

  private func pairs(_ line: String, _ left: Int, _ right: Int) -> [Int?]? {
    var pairs = [Int?](repeating: nil, count: left)
    var number = ""
    var any = false
    for character in line.lowercased() {
      if character.isNumber {
        number.append(character)
      } else if let place = (0..<right).first(where: { letter($0) == String(character) }) {
        guard let row = Int(number), (1...left).contains(row) else { return nil }
        pairs[row - 1] = place
        number = ""
        any = true
      } else if character.isLetter {
        return nil
      }
    }
    let given = pairs.compactMap { $0 }
    return any && number.isEmpty && Set(given).count == given.count ? pairs : nil
  }

  /// The table row by row, a hidden cell as its number.
  private func show(_ table: QuizTable) {
    for (row, cells) in table.rows.enumerated() {
      let texts = cells.enumerated().map { column, cell -> String in
        let index = table.hidden.firstIndex { $0.row == row && $0.column == column }
        let text = index.map { "[\($0 + 1)]" } ?? cell
        return column == 0 ? text : "\(table.header[column]): \(text)"
      }
      say(texts.joined(separator: "; ") + ".")
    }
  }

  private func filled(_ table: QuizTable, _ bank: [String]) -> QuizResponse? {
    show(table)
    for (index, text) in bank.enumerated() { say("\(letter(index)). \(text)") }
    return answer(
      "Pairs, such as 1b 2a; or q to leave: ", hint: "Type a number and a letter for each cell.",
      without: .filled(table.hidden.map { _ in "" })
    ) { line in
      pairs(line, table.hidden.count, bank.count).map { pairs in
        .filled(pairs.map { $0.map { bank[$0] } ?? "" })
      }
    }
  }

  private func filled(_ table: QuizTable) -> QuizResponse? {
    show(table)
    var cells: [String] = []
    for (index, place) in table.hidden.enumerated() {
      let name = "\(table.rows[place.row][0]), \(table.header[place.column])"
      guard let text = line("\(index + 1). \(name), or q to leave: ") else { return nil }
      cells.append(text)
    }
    return .filled(cells)
  }

  private func listed(_ count: Int) -> QuizResponse? {
    var items: [String] = []
    while let text = line("One after another; an empty line gives the answer, q leaves: ") {
      let given = text.split { $0 == ";" || $0 == "," }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      if given.isEmpty { return .listed(items) }
      // A piece with a comma of its own is typed by itself.
      items += text.contains(";") || given.count > 1 ? given : [text]
    }
    return items.isEmpty ? nil : .listed(items)
  }

  // MARK: Verdict

  static func verdict(_ outcome: QuizOutcome) -> [String] {
    let question = outcome.question
    let word = outcome.isRight ? "Right." : outcome.credit > 0 ? "Partly right." : "Not right."
    var lines: [String] = []
    if question.parts > 1, !outcome.isRight {
      let count = Int((outcome.credit * Double(question.parts)).rounded())
      lines.append("\(word) \(count) of \(question.parts) counted.")
    }
    switch question.form {
    case .choice(let options, let correct):
      lines.append(outcome.isRight ? word : "\(word) Answer: \(options[correct])")
    case .typed:
      lines.append("\(word) Answer: \(question.answer)")
      if let typed = outcome.verdict.typed, !outcome.isRight {
        let missing = typed.spans.filter { $0.kind == .missing }.map(\.text)
        let extra = typed.spans.filter { $0.kind == .extra }.map(\.text)
        if !missing.isEmpty { lines.append("Missing: \(missing.joined(separator: " … "))") }
        if !extra.isEmpty { lines.append("Too much: \(extra.joined(separator: " … "))") }
      }
    case .several, .match, .order, .table, .list:
      if outcome.isRight { lines.append(word) }
      lines += parts(outcome)
    }
    return lines
  }

  /// Where an item was put that is not in its place; nil for one that is.
  private static func place(of item: Int, _ index: Int, _ outcome: QuizOutcome) -> String? {
    guard case .ordered(let given) = outcome.response, let place = given.firstIndex(of: item),
      place != index
    else { return nil }
    let parts = outcome.verdict.parts
    let isRight = parts.indices.contains(index) && parts[index]
    return "you: \(place + 1), \(isRight ? "in order" : "out of order")"
  }

  private static func parts(_ outcome: QuizOutcome) -> [String] {
    let parts = outcome.verdict.parts
    func mark(_ index: Int) -> String {
      parts.indices.contains(index) && parts[index] ? "right" : "missed"
    }
    var lines: [String] =
      switch outcome.question.form {
      case .several(let options, let correct):
        correct.enumerated().map { "\(options[$1]) (\(mark($0)))" }
      case .match(let left, let right, let answer):
        left.indices.map { "\(left[$0]): \(right[answer[$0]]) (\(mark($0)))" }
      case .order(let items, let answer):
        answer.enumerated().map { index, item in
          "\(index + 1). \(items[item]) (\(place(of: item, index, outcome) ?? mark(index)))"
        }
      case .table(let table):
        table.hidden.enumerated().map { "\($0 + 1). \(table.text($1)) (\(mark($0)))" }
      case .list(let items): items.enumerated().map { "\($1) (\(mark($0)))" }
      case .choice, .typed: []
      }
    if !outcome.verdict.extra.isEmpty {
      lines.append("Not among them: \(outcome.verdict.extra.joined(separator: ", ")).")
    }
    return lines
  }
}
