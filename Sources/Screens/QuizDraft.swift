import Study
import Surface

/// An answer while it is being given: what is chosen, matched, moved or typed so far. A mis-key can
/// be taken back until the answer is given.
struct QuizDraft: Sendable, Equatable {
  /// What can be taken back.
  private struct State: Sendable, Equatable {
    var chosen: Set<Int> = []
    var pairs: [Int?] = []
    var order: [Int] = []
    /// Of a table with a bank: the place in the bank that stands in each cell.
    var cells: [Int?] = []
  }

  let form: QuizQuestion.Form
  /// The row that keys act on: an option, a thing to match, an item, a hidden cell.
  private(set) var row = 0
  /// Of an order: the row is lifted and moves with the arrows.
  private(set) var isLifted = false
  /// Of a list: what was given so far.
  private(set) var items: [String] = []
  /// What is being typed.
  var field = TextField() {
    didSet { if field.text != oldValue.text { isWarned = false } }
  }
  private var fields: [TextField] = []
  private var state = State()
  private var history: [State] = []
  /// The learner was told that something is missing.
  private var isWarned = false
  /// Whether a key has acted on the question: the Enter that leaves the verdict before it, pressed
  /// once too often, does not answer what nobody has read.
  private(set) var isTouched = false

  init(_ question: QuizQuestion) {
    form = question.form
    switch form {
    case .choice, .several, .typed, .list: break
    case .match(let left, _, _): state.pairs = left.map { _ in nil }
    case .order(let items, _): state.order = Array(items.indices)
    case .table(let table):
      state.cells = table.hidden.map { _ in nil }
      fields = table.hidden.map { _ in TextField() }
    }
  }

  var chosen: Set<Int> { state.chosen }
  var pairs: [Int?] { state.pairs }
  var order: [Int] { state.order }

  /// Whether letters are text here.
  var isTyping: Bool {
    switch form {
    case .typed, .list: true
    case .table(let table): table.bank == nil
    case .choice, .several, .match, .order: false
    }
  }

  var context: KeyContext {
    switch form {
    case .choice: .choice
    case .several: .several
    case .typed: .typing
    case .match: .matching
    case .order: .ordering
    case .table(let table): table.bank == nil ? .typingCells : .cells
    case .list: .listing
    }
  }

  /// How many rows the arrows walk along.
  private var rows: Int {
    switch form {
    case .choice(let options, _), .several(let options, _): options.count
    case .match(let left, _, _): left.count
    case .order(let items, _): items.count
    case .table(let table): table.hidden.count
    case .typed, .list: 1
    }
  }

  /// What stands in a hidden cell so far; empty when nothing does.
  func text(inCell index: Int) -> String {
    guard case .table(let table) = form else { return "" }
    guard let bank = table.bank else { return (index == row ? field : fields[index]).text }
    return state.cells[index].map { bank[$0] } ?? ""
  }

  /// The place in the bank of what stands in a cell.
  func bankPlace(inCell index: Int) -> Int? {
    state.cells.indices.contains(index) ? state.cells[index] : nil
  }

  // MARK: Moving

  mutating func move(by step: Int) {
    if isLifted { return shift(by: step) }
    go(to: row + step)
  }

  mutating func go(to place: Int) {
    let place = min(max(0, place), rows - 1)
    if case .table(let table) = form, table.bank == nil {
      fields[row] = field
      field = fields[place]
    }
    row = place
    isWarned = false
    isTouched = true
  }

  var isAtLastCell: Bool { row == rows - 1 }

  // MARK: Choosing

  private mutating func change(_ body: (inout State) -> Void) {
    let before = state
    body(&state)
    if state != before { history.append(before) }
    isWarned = false
    isTouched = true
  }

  mutating func toggle(_ place: Int? = nil) {
    let place = place ?? row
    guard (0..<rows).contains(place) else { return }
    row = place
    change { $0.chosen.formSymmetricDifference([place]) }
  }

  /// Gives the row a partner, or the cell something out of the bank; then on to the next without one.
  mutating func take(_ partner: Int) {
    switch form {
    case .match(_, let right, _):
      guard right.indices.contains(partner) else { return }
      let row = row
      change { state in
        for other in state.pairs.indices where state.pairs[other] == partner {
          state.pairs[other] = nil
        }
        state.pairs[row] = partner
      }
      goToNext(state.pairs)
    case .table(let table):
      guard let bank = table.bank, bank.indices.contains(partner) else { return }
      let row = row
      change { state in
        for other in state.cells.indices where state.cells[other] == partner {
          state.cells[other] = nil
        }
        state.cells[row] = partner
      }
      goToNext(state.cells)
    case .choice, .several, .typed, .order, .list: break
    }
  }

  private mutating func goToNext(_ partners: [Int?]) {
    let next = (1..<max(1, rows)).lazy.map { [row, rows] in (row + $0) % rows }
      .first { partners[$0] == nil }
    if let next { row = next }
  }

  /// Walks the row's partner along those that are free.
  mutating func cycle(by step: Int) {
    let row = row
    switch form {
    case .match(_, let right, _):
      let next = Self.next(
        after: state.pairs[row], by: step, count: right.count, taken: state.pairs)
      change { $0.pairs[row] = next }
    case .table(let table):
      guard let bank = table.bank else { return }
      let next = Self.next(
        after: state.cells[row], by: step, count: bank.count, taken: state.cells)
      change { $0.cells[row] = next }
    case .choice, .several, .typed, .order, .list: break
    }
  }

  private static func next(after place: Int?, by step: Int, count: Int, taken: [Int?]) -> Int? {
    let free = (0..<count).filter { $0 == place || !taken.contains($0) }
    guard !free.isEmpty else { return place }
    guard let place, let index = free.firstIndex(of: place) else {
      return step > 0 ? free.first : free.last
    }
    let next = index + step
    return free.indices.contains(next) ? free[next] : nil
  }

  mutating func clear() {
    let row = row
    change { state in
      if state.pairs.indices.contains(row) { state.pairs[row] = nil }
      if state.cells.indices.contains(row) { state.cells[row] = nil }
    }
  }

  mutating func lift() {
    isLifted.toggle()
    isTouched = true
  }

  /// Moves the row's item up or down.
  mutating func shift(by step: Int) {
    let target = row + step
    guard case .order = form, state.order.indices.contains(target) else { return }
    let row = row
    change { $0.order.swapAt(row, target) }
    self.row = target
  }

  /// Moves the row's item to a place, past those between.
  mutating func carry(to place: Int) {
    while row != place, (0..<rows).contains(place) { shift(by: (place - row).signum()) }
  }

  /// Whether there is a change to take back.
  var canUndo: Bool { if case .list = form { !items.isEmpty } else { !history.isEmpty } }

  /// Takes the last change back.
  mutating func undo() -> Bool {
    if case .list = form, field.text.isEmpty, let last = items.popLast() {
      field = TextField(last)
      return true
    }
    guard let before = history.popLast() else { return false }
    state = before
    return true
  }

  // MARK: Typing

  /// Adds what is typed to the list; several at once where they are set apart by commas or semicolons.
  mutating func addItem() {
    items += Self.items(field.text)
    field = TextField()
  }

  private static func items(_ text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : ","
    var items = [""]
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isInNumber =
        index > 0 && index + 1 < characters.count && characters[index - 1].isNumber
        && characters[index + 1].isNumber
      if character == separator, !isInNumber {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.map { item in
      var item = Substring(item)
      while item.first == " " { item.removeFirst() }
      while item.last == " " { item.removeLast() }
      return String(item)
    }.filter { !$0.isEmpty }
  }

  // MARK: Giving

  /// What is still open, in words; nil when the answer is complete, or when that was said already.
  mutating func warning() -> String? {
    guard !isWarned, let what = missing else { return nil }
    isWarned = true
    return what + "; once more gives the answer as it is."
  }

  /// What is still open; nil when nothing is.
  private var missing: String? {
    switch form {
    case .choice: return isTouched ? nil : "Nothing is chosen yet"
    case .order: return isTouched ? nil : "Nothing is moved yet"
    case .several: return state.chosen.isEmpty ? "Nothing is chosen yet" : nil
    case .typed: return field.text.trimmed.isEmpty ? "Nothing is typed yet" : nil
    case .list:
      let isEmpty = items.isEmpty && field.text.trimmed.isEmpty
      return isEmpty ? "Nothing is listed yet" : nil
    case .match:
      let open = state.pairs.count { $0 == nil }
      return open == 0 ? nil : open == 1 ? "One is not matched yet" : "\(open) are not matched yet"
    case .table(let table):
      let open = table.hidden.indices.count { text(inCell: $0).isEmpty }
      return open == 0 ? nil : open == 1 ? "One cell is empty" : "\(open) cells are empty"
    }
  }

  /// The answer as it stands.
  var response: QuizResponse {
    switch form {
    case .choice: .chosen(row)
    case .several: .several(state.chosen.sorted())
    case .typed: .typed(field.text)
    case .match: .matched(state.pairs)
    case .order: .ordered(state.order)
    case .table(let table): .filled(table.hidden.indices.map { text(inCell: $0) })
    case .list: .listed(items + Self.items(field.text))
    }
  }
}
