/// Finds the columns of tables whose headers were renamed: what stands in their rows is the same.
struct RenamedColumns {
  private struct Change: Hashable {
    var page: String
    var section: String
    var old: String
    var new: String
  }
  private struct End: Hashable {
    var page: String
    var section: String
    var name: String
  }
  private var rows: [(known: [Int], read: [Int])] = []
  private var tally: [Change: (agree: Int, rows: Int, words: Int)] = [:]
  private var answers = Answers()
  private let knownCards: [KnownCard]
  private let readCards: [Card]

  init(known: [KnownCard], read: [Card]) {
    knownCards = known
    readCards = read
  }

  /// - Parameters:
  ///   - known: cells of one row that no column has taken.
  ///   - read: cells of the same row now.
  mutating func add(known: [Int], read: [Int]) {
    guard !known.isEmpty, !read.isEmpty else { return }
    rows.append((known, read))
    for a in known {
      for b in read {
        let change = change(a, b)
        var count = tally[change] ?? (0, 0, 0)
        count.rows += 1
        if answers.areSame(knownCards[a].answer, readCards[b].answer) {
          count.agree += 1
          count.words += readCards[b].answer.split(separator: " ").count
        }
        tally[change] = count
      }
    }
  }

  private func change(_ a: Int, _ b: Int) -> Change {
    let card = readCards[b]
    return Change(
      page: card.page, section: card.section, old: knownCards[a].slot, new: card.slot)
  }

  /// The pairs of cells in columns that were renamed.
  func pairs() -> [(known: Int, read: Int)] {
    let good = tally.filter { _, count in
      count.rows == 1 ? count.words >= 3 : count.agree >= 2 && count.agree * 3 >= count.rows * 2
    }
    var olds: [End: Int] = [:]
    var news: [End: Int] = [:]
    for change in good.keys {
      olds[End(page: change.page, section: change.section, name: change.old), default: 0] += 1
      news[End(page: change.page, section: change.section, name: change.new), default: 0] += 1
    }
    return rows.flatMap { row in
      row.known.flatMap { a in
        row.read.compactMap { b in
          let change = change(a, b)
          guard good[change] != nil,
            olds[End(page: change.page, section: change.section, name: change.old)] == 1,
            news[End(page: change.page, section: change.section, name: change.new)] == 1
          else { return nil }
          return (a, b)
        }
      }
    }
  }
}
