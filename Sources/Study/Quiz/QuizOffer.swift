import Notes

/// How many questions a quiz of a page, or of one of its sections, will have, to offer only what can be asked.
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
  /// For which quiz of the whole page it was counted.
  public var request: QuizRequest
  /// Of the whole page; no more than asked for.
  public var count: Int
  /// Those with something to ask, in the order of the page.
  public var sections: [Section]

  public init(request: QuizRequest, count: Int, sections: [Section]) {
    self.request = request
    self.count = count
    self.sections = sections
  }

  /// Counts by drawing the very quizzes that could be begun.
  /// - Parameters:
  ///   - request: its scope is the page.
  ///   - count: how many questions the quiz has that a request asks for.
  public init(
    _ page: Page, request: QuizRequest, count: (QuizRequest) throws -> Int
  ) rethrows {
    var seen: Set<String> = []
    var sections: [Section] = []
    // Of two headings alike only the first can be meant.
    for section in page.sections
    where !section.title.isEmpty && section.title != page.title
      && seen.insert(Fold.folded(section.title)).inserted
    {
      var part = request
      part.scope.place = .section(page: page.path, title: section.title)
      let found = try count(part)
      if found > 0 { sections.append(Section(title: section.title, count: found)) }
    }
    self.init(request: request, count: try count(request), sections: sections)
  }
}
