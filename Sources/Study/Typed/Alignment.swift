/// The right answer's words and the typed ones, side by side.
struct Alignment {
  enum Step: Equatable {
    /// Indices of the right and the typed words; several where a compound is written otherwise.
    case match(right: Range<Int>, typed: Range<Int>, WordMatch)
    case missing(Int)
    case extra(Int)
  }

  let steps: [Step]

  /// The alignment with the least left over, counting small words little. Answers longer than a few
  /// hundred words are cut off, so that the table stays small.
  init(right: [AnswerToken], typed: [AnswerToken], known: Set<String>) {
    let rows = min(right.count, 300)
    let columns = min(typed.count, 300)
    let width = columns + 1
    var cost = [Int](repeating: 0, count: (rows + 1) * width)
    var taken = [Step?](repeating: nil, count: (rows + 1) * width)
    func price(_ token: AnswerToken) -> Int { token.weight == .small ? 2 : 10 }
    for row in 0...rows {
      for column in 0...columns {
        guard row + column > 0 else { continue }
        var best = Int.max
        var step: Step?
        func offer(_ offered: Step, _ row: Int, _ column: Int, _ price: Int) {
          let total = cost[row * width + column] + price
          if total < best {
            best = total
            step = offered
          }
        }
        if row > 0, column > 0,
          let match = WordMatch.of(right[row - 1], typed[column - 1], known: known)
        {
          offer(
            .match(right: row - 1..<row, typed: column - 1..<column, match), row - 1, column - 1,
            match.rawValue)
        }
        if row > 1, column > 0, Self.joins(right[row - 2], right[row - 1], typed[column - 1]) {
          offer(
            .match(right: row - 2..<row, typed: column - 1..<column, .form), row - 2, column - 1, 1)
        }
        if row > 0, column > 1, Self.joins(typed[column - 2], typed[column - 1], right[row - 1]) {
          offer(
            .match(right: row - 1..<row, typed: column - 2..<column, .form), row - 1, column - 2, 1)
        }
        if row > 0 { offer(.missing(row - 1), row - 1, column, price(right[row - 1])) }
        if column > 0 { offer(.extra(column - 1), row, column - 1, price(typed[column - 1])) }
        cost[row * width + column] = best
        taken[row * width + column] = step
      }
    }
    var steps: [Step] = []
    var row = rows
    var column = columns
    while let step = taken[row * width + column] {
      steps.append(step)
      switch step {
      case .match(let right, let typed, _):
        row -= right.count
        column -= typed.count
      case .missing: row -= 1
      case .extra: column -= 1
      }
    }
    self.steps =
      steps.reversed() + (rows..<right.count).map(Step.missing)
      + (columns..<typed.count).map(Step.extra)
  }

  /// `red-teaming` and `redteaming`, `Node.js` and `nodejs`.
  private static func joins(_ left: AnswerToken, _ right: AnswerToken, _ whole: AnswerToken) -> Bool
  {
    left.kind == .word && right.kind == .word && whole.kind == .word
      && left.key.utf8.count + right.key.utf8.count == whole.key.utf8.count
      && left.key + right.key == whole.key
  }
}
