import Cards

/// Which pages of a large vault a quiz is drawn from: of a hundred thousand cards only those of some
/// pages have to be read.
public enum QuizPages {
  /// Up to so many cards everything is read; it takes no longer than choosing.
  public static let fewCards = 4_000

  /// How many pages are enough for a quiz of `count` questions to be spread over the vault.
  public static func enough(for count: Int) -> Int { 24 + 3 * min(count, QuizRequest.longest) }

  /// Some pages by chance, each the likelier the more cards it has, so that every card is as likely to
  /// be asked as when all were read. The same for the same seed.
  /// - Parameter pages: by path, with how many cards they have.
  public static func draw(
    _ pages: [(page: String, cards: Int)], count: Int, seed: UInt64
  ) -> [String] {
    guard pages.count > count else { return pages.map(\.page) }
    var random = SplitMix64(seed: seed)
    var ends: [Int] = []
    var total = 0
    for page in pages {
      total += max(0, page.cards)
      ends.append(total)
    }
    var drawn: Set<Int> = []
    // A page with most of the cards would be drawn again and again.
    for _ in 0..<(20 * count) where drawn.count < count && total > 0 {
      let ticket = random.below(total)
      var (low, high) = (0, ends.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] > ticket { high = middle } else { low = middle + 1 }
      }
      drawn.insert(low)
    }
    return drawn.sorted().map { pages[$0].page }
  }
}

/// What the choices of a round ask, to find cards elsewhere in the vault that ask the same: what is
/// right there is no wrong choice.
public struct AskedPrompts {
  private var questions: Set<UInt64>

  public init(_ round: QuizRound) {
    questions = Set(
      round.questions.flatMap { question -> [UInt64] in
        guard case .choice = question.form else { return [] }
        return AskedQuestion.marks(prompt: question.prompt, kind: question.cardKind)
      })
  }

  /// Those that are not among others, which were looked for already.
  public func subtracting(_ others: AskedPrompts?) -> AskedPrompts {
    var result = self
    result.questions.subtract(others?.questions ?? [])
    return result
  }

  public var isEmpty: Bool { questions.isEmpty }

  /// Whether a card with this prompt asks one of them too.
  public func contain(prompt: String, kind: CardKind) -> Bool {
    AskedQuestion.marks(prompt: prompt, kind: kind).contains(where: questions.contains)
  }
}
