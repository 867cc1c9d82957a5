/// A stretch of words that a text has kept, lost or won since an earlier one.
public enum WordChange: Sendable, Hashable {
  case kept(String)
  case removed(String)
  case added(String)

  /// What has changed from one text to another, word by word, in the order of reading. The kept and
  /// the added stretches together are the new text, the kept and the removed the old one, but for
  /// their blanks.
  public static func between(_ old: String, _ new: String) -> [WordChange] {
    let before = old.split(whereSeparator: \.isWhitespace).map(String.init)
    let after = new.split(whereSeparator: \.isWhitespace).map(String.init)
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var changes: [WordChange] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if removed.contains(left), left < before.count {
        changes.append(.removed(before[left]))
        left += 1
      } else if added.contains(right), right < after.count {
        changes.append(.added(after[right]))
        right += 1
      } else {
        changes.append(.kept(after[right]))
        left += 1
        right += 1
      }
    }
    return joined(changes)
  }

  private static func joined(_ changes: [WordChange]) -> [WordChange] {
    changes.reduce(into: []) { result, change in
      switch (result.last, change) {
      case (.kept(let text), .kept(let word)): result[result.count - 1] = .kept(text + " " + word)
      case (.removed(let text), .removed(let word)):
        result[result.count - 1] = .removed(text + " " + word)
      case (.added(let text), .added(let word)):
        result[result.count - 1] = .added(text + " " + word)
      default: result.append(change)
      }
    }
  }
}
