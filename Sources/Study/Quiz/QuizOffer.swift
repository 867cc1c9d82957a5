import Cards
import Notes

/// How many questions of a kind a page and its sections give, to offer only what can be asked.
public struct QuizOffer: Sendable, Hashable {
  public struct Section: Sendable, Hashable {
    public var title: String
    /// Of the section and what is nested under it; at least one.
    public var count: Int

    public init(title: String, count: Int) {
      self.title = title
      self.count = count
    }
  }
  public var kind: QuizKind
  /// Whether only what is known least was counted.
  public var weakest: Bool
  /// Of the whole page.
  public var count: Int
  /// Those with something to ask, in the order of the page.
  public var sections: [Section]

  public init(kind: QuizKind, weakest: Bool, count: Int, sections: [Section]) {
    self.kind = kind
    self.weakest = weakest
    self.count = count
    self.sections = sections
  }

  /// Counts what a page gives: about as many as a quiz that asks for all of it has, and none exactly where
  /// it has none.
  public init(
    _ page: Page, kind: QuizKind, weakest: Bool = false, material: QuizMaterial,
    links: [String: Set<String>] = [:], seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let found = QuizMaker(material, links: links).everything(kind, random: &random)
    func count(in lines: Range<Int>) -> Int {
      var plan = QuizPlan(count: QuizRequest.longest)
      var putOff: [QuizPlan.Entry] = []
      for entry in found where !plan.isFull && lines.contains(entry.question.place.line) {
        if plan.admits(entry.exposure) {
          plan.append(entry.question, entry.exposure)
        } else {
          putOff.append(entry)
        }
      }
      plan.fill(from: putOff)
      return plan.entries.count
    }
    var seen: Set<String> = []
    var sections: [Section] = []
    // Of two headings alike only the first can be meant.
    for section in page.sections
    where !section.title.isEmpty && section.title != page.title
      && seen.insert(Fold.folded(section.title)).inserted
    {
      guard let lines = QuizSelection.lines(ofSection: section.title, in: page) else { continue }
      let count = count(in: lines)
      if count > 0 { sections.append(Section(title: section.title, count: count)) }
    }
    self.init(kind: kind, weakest: weakest, count: count(in: 0..<Int.max), sections: sections)
  }
}

extension QuizMaker {
  /// All questions of a kind, whatever they give away of each other.
  func everything(_ kind: QuizKind, random: inout SplitMix64) -> [QuizPlan.Entry] {
    let kinds: [QuizKind] =
      switch kind {
      case .mixed: [.match, .order, .table, .list, .several]
      case .choice, .typed: []
      case .several, .match, .order, .table, .list: [kind]
      }
    var questions = kinds.flatMap {
      setQuestions($0, count: QuizRequest.longest, random: &random)
    }
    if kind != kinds.first {
      var cards = CardQuestions(self, kind: kind, random: random)
      questions += cards.all()
    }
    return questions.map { QuizPlan.Entry(question: $0, exposure: exposure(of: $0)) }
  }
}
