/// A name that was replaced wherever it stood: `evalcheck` is `plumbline` now.
///
/// One text in which a name was exchanged may be about another thing, so it is doubtful. Where three or more
/// texts differ in nothing but the same two words, the old word is gone and the new one was nowhere
/// before, the thing has a new name.
extension ItemMatching {
  private struct Renaming: Hashable {
    var old: String
    var new: String
  }

  /// A text with a hole where a word stands.
  private struct Frame: Hashable {
    var sort: SourceItem.Sort
    var words: [String]
  }

  private static let fewest = 3

  mutating func matchRenamed() {
    let old = texts(of: known.indices.filter { knownLeft[$0] && !known[$0].resting }) { known[$0] }
    let new = texts(of: read.indices.filter { readLeft[$0] }) { read[$0] }
    guard old.count >= Self.fewest, new.count >= Self.fewest else { return }
    let (oldWords, newWords) = (
      Set(old.lazy.flatMap(\.words)), Set(new.lazy.flatMap(\.words))
    )
    let gone = oldWords.subtracting(newWords).filter(Self.isName)
    let come = newWords.subtracting(oldWords).filter(Self.isName)
    guard !gone.isEmpty, !come.isEmpty else { return }

    let before = frames(old, without: gone)
    let after = frames(new, without: come)
    var votes: [Renaming: [(known: Int, read: Int)]] = [:]
    var successors: [String: Set<String>] = [:]
    var predecessors: [String: Set<String>] = [:]
    for (frame, left) in before {
      guard let right = after[frame] else { continue }
      for a in left {
        for b in right {
          successors[a.word, default: []].insert(b.word)
          predecessors[b.word, default: []].insert(a.word)
          if left.count == 1, right.count == 1 {
            votes[Renaming(old: a.word, new: b.word), default: []].append((a.item, b.item))
          }
        }
      }
    }
    for (renaming, pairs) in votes.sorted(by: { $0.key.old < $1.key.old })
    where pairs.count >= Self.fewest && successors[renaming.old]?.count == 1
      && predecessors[renaming.new]?.count == 1 && isComplete(renaming)
    {
      for found in pairs.sorted(by: { $0.read < $1.read }) {
        pair(found.known, found.read)
        doubts[found.read] = nil
      }
    }
  }

  private func texts(
    of items: [Int], _ item: (Int) -> SourceItem
  ) -> [(item: Int, sort: SourceItem.Sort, words: [String])] {
    items.map { ($0, item($0).sort, Leak.words(item($0).source)) }
  }

  /// Each text that has one of the words, and only one, by what is left of it.
  private func frames(
    _ texts: [(item: Int, sort: SourceItem.Sort, words: [String])], without names: Set<String>
  ) -> [Frame: [(item: Int, word: String)]] {
    var frames: [Frame: [(item: Int, word: String)]] = [:]
    for text in texts {
      let found = Set(text.words.filter(names.contains))
      guard found.count == 1, let word = found.first, text.words.count > 2 else { continue }
      let frame = Frame(sort: text.sort, words: text.words.map { $0 == word ? "" : $0 })
      frames[frame, default: []].append((text.item, word))
    }
    return frames
  }

  /// Figures are no names, and `not` is none. Of other letters than ASCII's the pages that are not read cannot
  /// be asked in any case.
  private static func isName(_ word: String) -> Bool {
    word.count > 2 && word.allSatisfy { $0.isASCII && $0.isLetter }
      && !Words.function.contains(word)
  }

  /// Whether no text has the old name any more, and none had the new one before.
  private func isComplete(_ renaming: Renaming) -> Bool {
    // Siblings share their text.
    let now = Set(readCards.lazy.map(\.source))
    let before = Set(knownCards.lazy.filter { !$0.resting }.map(\.source))
    return !now.contains { Leak.words($0).contains(renaming.old) }
      && !before.contains { Leak.words($0).contains(renaming.new) }
      && !isNamedElsewhere(renaming.old) && !isNamedElsewhere(renaming.new)
  }
}
