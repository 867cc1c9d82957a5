/// The questions of a quiz as they are put together, so that none answers another: what is in doubt is put
/// off, and comes in only when there is nothing else, before what gives it away.
struct QuizPlan {
  struct Entry {
    var question: QuizQuestion
    let exposure: Exposure
  }

  /// How many are wanted.
  let count: Int
  private(set) var entries: [Entry] = []
  /// Whether a question had to stay out because another answers it, and it the other.
  private(set) var leavesOut = false

  init(count: Int) { self.count = count }

  var questions: [QuizQuestion] { entries.map(\.question) }
  var isFull: Bool { entries.count >= count }
  var wanted: Int { max(0, count - entries.count) }

  /// Whether it has nothing to do with any of the others, wherever it stands.
  func admits(_ exposure: Exposure) -> Bool {
    entries.allSatisfy { entry in
      let other = entry.exposure
      return exposure.items.isDisjoint(with: other.items)
        && exposure.rows.isDisjoint(with: other.rows)
        && !other.touches(exposure) && !exposure.touches(other)
    }
  }

  mutating func append(_ question: QuizQuestion, _ exposure: Exposure) {
    entries.append(Entry(question: question, exposure: exposure))
  }

  /// Where it can stand: behind what it gives away and before what gives it away; nil where there is no such
  /// place, and always beside another of the same item, whose text both would show.
  func place(for exposure: Exposure) -> Int? {
    var first = 0
    var last = entries.count
    for (index, entry) in entries.enumerated() {
      guard exposure.items.isDisjoint(with: entry.exposure.items) else { return nil }
      if entry.exposure.tells(exposure) { last = min(last, index) }
      if exposure.tells(entry.exposure) { first = index + 1 }
      guard first <= last else { return nil }
    }
    return last
  }

  mutating func insert(_ question: QuizQuestion, _ exposure: Exposure, at place: Int) {
    entries.insert(Entry(question: question, exposure: exposure), at: place)
  }

  mutating func leaveOut() { leavesOut = true }

  /// Puts in what was put off, as far as there is a place for it.
  mutating func fill(from putOff: [Entry]) {
    for entry in putOff where !isFull {
      if let place = place(for: entry.exposure) {
        entries.insert(entry, at: place)
      } else {
        leavesOut = true
      }
    }
  }

  /// Some of the questions at even distances among the others.
  /// - Parameter spread: how many, from the beginning; they are mixed first.
  mutating func interleave(first spread: Int, random: inout SplitMix64) {
    let wholes = random.shuffled(Array(entries.prefix(spread)))
    let others = Array(entries.dropFirst(spread))
    entries = []
    var taken = 0
    for (index, whole) in wholes.enumerated() {
      let before = (2 * index + 1) * others.count / (2 * wholes.count)
      entries += others[taken..<before]
      taken = before
      entries.append(whole)
    }
    entries += others[taken...]
  }
}
