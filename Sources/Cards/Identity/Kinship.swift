/// Whether two different words are forms of one word, or one of them a slip of the other.
enum Kinship {
  case inflected
  /// One letter wrong, missing, too many or exchanged. It may be another word after all.
  case misspelt

  init?(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) {
    let common = zip(left, right).prefix { $0 == $1 }.count
    let (rest, other) = (left.dropFirst(common), right.dropFirst(common))
    if common >= 3, rest.count <= 4, other.count <= 4,
      Kinship.isInflection(
        String(decoding: rest, as: UTF8.self), String(decoding: other, as: UTF8.self),
        last: Unicode.Scalar(left[left.startIndex + common - 1]))
    {
      self = .inflected
      return
    }
    guard common >= 1, min(left.count, right.count) >= 5, abs(left.count - right.count) <= 1,
      !left.contains(where: { $0 < 0x61 }), !right.contains(where: { $0 < 0x61 })
    else { return nil }
    let isOne: Bool
    if rest.count == other.count {
      let swapped =
        rest.count > 1 && rest.first == other.dropFirst().first
        && other.first == rest.dropFirst().first
        && rest.dropFirst(2).elementsEqual(other.dropFirst(2))
      isOne = swapped || rest.dropFirst().elementsEqual(other.dropFirst())
    } else if rest.count > other.count {
      isOne = rest.dropFirst().elementsEqual(other)
    } else {
      isOne = rest.elementsEqual(other.dropFirst())
    }
    guard isOne else { return nil }
    self = .misspelt
  }

  private static let families: [Set<String>] = [
    ["", "s", "es", "ed", "ing"], ["e", "es", "ed", "ing"], ["y", "ies", "ied", "ying"],
  ]

  /// - Parameter last: the last letter that the two words share.
  private static func isInflection(_ left: String, _ right: String, last: Unicode.Scalar) -> Bool {
    if families.contains(where: { $0.contains(left) && $0.contains(right) }) { return true }
    let shorter = left.utf8.count < right.utf8.count ? left : right
    let longer = left.utf8.count < right.utf8.count ? right : left
    if last == "e", shorter.isEmpty || shorter == "s", longer == "d" { return true }
    // `stop`, `stopped`: the consonant is doubled.
    guard shorter.isEmpty || shorter == "s", longer.unicodeScalars.first == last else {
      return false
    }
    return longer.hasSuffix("ed") || longer.hasSuffix("ing")
  }
}
