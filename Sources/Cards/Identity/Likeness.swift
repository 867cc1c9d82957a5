/// What is compared when texts are not equal: words, and groups of three letters for typing errors.
struct Likeness {
  private let inOrder: [UInt64]
  let words: [UInt64]
  private let trigrams: [UInt32]
  /// Words that stand for one thing only, sorted.
  private let firm: [UInt64]

  init(_ text: String) {
    let keys = WordKeys(text)
    inOrder = keys.keys
    words = keys.keys.sorted()
    firm = keys.firm.sorted()
    var trigrams: [UInt32] = []
    trigrams.reserveCapacity(text.utf8.count)
    var window: UInt32 = 0x20
    for byte in text.utf8 {
      let isCapital = byte >= 0x41 && byte <= 0x5a
      let isPlain = byte >= 0x61 && byte <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
      let letter = isCapital ? byte | 0x20 : isPlain ? byte : 0x20
      if letter == 0x20, window & 0xff == 0x20 { continue }
      window = (window << 8 | UInt32(letter)) & 0xff_ffff
      trigrams.append(window)
    }
    trigrams.sort()
    self.trigrams = trigrams
  }

  /// 0…1: the mean of Dice's coefficient over words and over trigrams.
  /// Dice, L. R. (1945): Measures of the amount of ecologic association between species.
  func likeness(to other: Likeness) -> Double {
    (Likeness.dice(words, other.words) + Likeness.dice(trigrams, other.trigrams)) / 2
  }

  /// Of two sorted lists.
  private static func dice<Element: Comparable>(_ left: [Element], _ right: [Element]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var common = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        common += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(2 * common) / Double(left.count + right.count)
  }

  /// Whether each says something firm that the other does not.
  func contradicts(_ other: Likeness) -> Bool {
    firm.contains { !other.firm.contains($0) } && other.firm.contains { !firm.contains($0) }
  }

  /// Whether a learner would count the two as one answer: a corrected spelling or a changed order is
  /// no other answer, another figure or a `not` is.
  static func isSameAnswer(_ before: String, _ after: String) -> Bool {
    let left = Likeness(before)
    let right = Likeness(after)
    if left.inOrder == right.inOrder, !left.words.isEmpty { return true }
    guard left.firm == right.firm else { return false }
    if left.words == right.words, !left.words.isEmpty { return true }
    return left.words.count > 2 && left.likeness(to: right) >= 0.8
  }

  /// Finds texts that share words with one, without comparing it with all.
  struct Index {
    private var texts: [(item: Int, page: String, likeness: Likeness)] = []
    private var byWord: [UInt64: [Int]] = [:]

    mutating func add(_ text: String, page: String, item: Int) {
      let likeness = Likeness(text)
      var previous: UInt64?
      for word in likeness.words where word != previous {
        byWord[word, default: []].append(texts.count)
        previous = word
      }
      texts.append((item, page, likeness))
    }

    struct Candidate {
      var item: Int
      var likeness: Double
      var contradicts: Bool
    }

    /// Those that share most words, the most first, at most 24. Words that are everywhere say nothing
    /// and cost much: they count only where there is nothing rarer.
    func candidates(for text: Likeness, page: String?) -> [Candidate] {
      var shared: [Int: Int] = [:]
      var lists: [[Int]] = []
      var previous: UInt64?
      for word in text.words where word != previous {
        if let list = byWord[word] { lists.append(list) }
        previous = word
      }
      lists.sort { $0.count < $1.count }
      var seen = 0
      for list in lists {
        if seen + list.count > 600, seen > 0 { break }
        seen += list.count
        for place in list where page == nil || texts[place].page == page {
          shared[place, default: 0] += 1
        }
      }
      let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(24)
      return best.map { place, _ in
        let found = texts[place]
        return Candidate(
          item: found.item, likeness: found.likeness.likeness(to: text),
          contradicts: found.likeness.contradicts(text))
      }
    }
  }
}
