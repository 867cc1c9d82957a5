/// An answer that one can say in a breath.
enum Brevity {
  /// In words. An answer up to here is left as it is.
  static let comfortable = 12
  /// In words. A longer answer that cannot be shortened is none.
  static let most = 20

  /// What stands before the first full stop, semicolon or dash, taken as far as it stays short;
  /// nil when the text is short already, or has no such place.
  static func shortened(_ prose: Prose) -> String? {
    let everything = prose.everything
    guard prose.words(everything) > comfortable else { return nil }
    for ends in [isSentenceEnd, isSemicolon, isDash, opensRemark] {
      var best: Range<Int>?
      for index in everything.dropFirst(2) where ends(prose, index) {
        let head = 0..<index
        guard prose.words(head) <= most else { break }
        if best == nil || prose.words(head) <= comfortable { best = head }
      }
      if let best, prose.words(best) >= 2, prose.isBalanced(prose.span(best)) {
        return prose.text(best)
      }
    }
    return nil
  }

  private static func isSentenceEnd(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index - 1].ends(.sentence)
  }

  private static func isSemicolon(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index - 1].ends(.semicolon)
  }

  private static func isDash(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index].depth == 0 && prose.atoms[index].isSymbol(.dash)
      && Label.isProse(prose, around: index)
  }

  /// A remark in brackets that runs to the end.
  private static func opensRemark(_ prose: Prose, _ index: Int) -> Bool {
    prose.atoms[index - 1].depth == 0
      && (index..<prose.atoms.count).allSatisfy { prose.atoms[$0].depth > 0 }
  }
}
