import Cards
import Study

/// What is hidden in a pane so that it is recalled before it is looked at. A part is a column of a
/// table; of a definition the term is part 0 and the explanation part 1.
struct Cover: Sendable, Equatable {
  struct Cell: Sendable, Hashable {
    var row: Int
    var part: Int
  }
  enum Hidden: Sendable, Hashable {
    case part(Int)
    /// All columns of a table but the first, which names the rows.
    case allButFirst
  }

  private(set) var hidden: Hidden
  private(set) var revealed: Set<Cell> = []
  /// How many parts a row has.
  let parts: Int
  /// The part of the cursor's row that the keys act on.
  private(set) var part: Int

  /// A cover over the explanations, or over the second column.
  init?(parts: Int) {
    guard parts > 0 else { return nil }
    self.parts = parts
    hidden = .part(min(1, parts - 1))
    part = min(1, parts - 1)
  }

  /// What can be hidden, in the order in which the keys go through it.
  private var choices: [Hidden] {
    let columns = (0..<parts).dropFirst(parts > 1 ? 1 : 0).map(Hidden.part)
    guard parts > 1 else { return columns }
    return columns + (parts > 2 ? [.allButFirst] : []) + [.part(0)]
  }

  func isHidden(_ cell: Cell) -> Bool { isCovered(part: cell.part) && !revealed.contains(cell) }

  private func isCovered(part: Int) -> Bool {
    switch hidden {
    case .part(let hidden): hidden == part
    case .allButFirst: part > 0
    }
  }

  /// The parts of a row that the cover lies on.
  private var covered: [Int] { (0..<parts).filter { isCovered(part: $0) } }

  func count(rows: Int) -> Int { rows * covered.count }

  /// Hides the next or another part instead, all of it.
  mutating func choose(by step: Int) {
    let choices = choices
    let index = choices.firstIndex(of: hidden) ?? 0
    hidden = choices[(index + step + choices.count) % choices.count]
    revealed = []
    part = covered.first ?? 0
  }

  mutating func coverAgain() {
    revealed = []
    part = covered.first ?? part
  }

  /// Shows the cell under the cursor.
  mutating func reveal(row: Int) { revealed.insert(Cell(row: row, part: part)) }

  /// Moves on to the next hidden cell after the cursor's, from the last back to the first.
  /// - Returns: its row; nil when nothing is hidden any more.
  mutating func advance(from row: Int, rows: Int) -> Int? {
    let covered = covered
    guard rows > 0, !covered.isEmpty else { return nil }
    let start = row * covered.count + (covered.firstIndex(of: part) ?? 0)
    let total = rows * covered.count
    for step in 1...total {
      let at = (start + step) % total
      let cell = Cell(row: at / covered.count, part: covered[at % covered.count])
      if isHidden(cell) {
        part = cell.part
        return cell.row
      }
    }
    return nil
  }
}

/// A cell or an explanation that was recalled, as a card is looked for that asks for it.
public struct CoveredCell: Sendable, Equatable {
  public enum Part: Sendable, Equatable {
    /// A table's column, by its header and its place from 0.
    case column(String, Int)
    case term, explanation
  }
  /// The page's path, and the line on which the row begins.
  public var page: String
  public var line: Int
  public var part: Part
  /// What the cell says.
  public var text: String

  public init(page: String, line: Int, part: Part, text: String) {
    self.page = page
    self.line = line
    self.part = part
    self.text = text
  }

  /// The card, among those of the item, that asks for just this; nil when none does.
  public func card(among cards: [StudyCard]) -> StudyCard? {
    let slot =
      switch part {
      case .column(let header, let index): header.isEmpty ? "column \(index + 1)" : header
      case .term: "term"
      case .explanation: "explanation"
      }
    let own = cards.filter {
      ($0.card.kind == .cell || $0.card.kind == .definition) && $0.card.slot == slot
    }
    if own.count == 1 { return own[0] }
    // Two columns of one name, and what the author has marked, are told by what they say.
    return (own.isEmpty ? cards : own).first { $0.card.answer == text }
  }
}
