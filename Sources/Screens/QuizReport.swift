import Cards
import Study

/// What the program knows of a quiz at its end and the screen does not.
public struct QuizReport: Sendable, Equatable {
  /// The last quiz of the same scope.
  public struct Previous: Sendable, Equatable {
    /// 0…1.
    public var share: Double
    public var date: String
    public init(share: Double, date: String) {
      self.share = share
      self.date = date
    }
  }
  /// Time spent, in seconds.
  public var seconds: Int
  public var previous: Previous?

  public init(seconds: Int, previous: Previous? = nil) {
    self.seconds = seconds
    self.previous = previous
  }

  /// How the share compares with the last quiz: `10 points more than last time (60% on 2026-11-20).`
  public func change(from share: Double) -> String? {
    guard let previous else { return nil }
    let now = Int((share * 100).rounded())
    let then = Int((previous.share * 100).rounded())
    let difference = abs(now - then)
    let points = difference == 1 ? "1 point" : "\(difference) points"
    let last = "last time (\(then)% on \(previous.date))."
    if difference == 0 { return "As much as \(last)" }
    return "\(points) \(now > then ? "more" : "less") than \(last)"
  }
}

/// A quiz that was left, as the question whether to go on with it shows it.
public struct LeftQuiz: Sendable, Equatable {
  public var scope: String
  public var answered: Int
  public var questions: Int
  /// When it was begun.
  public var date: String
  public init(scope: String, answered: Int, questions: Int, date: String) {
    self.scope = scope
    self.answered = answered
    self.questions = questions
    self.date = date
  }
}

/// What was chosen last when a quiz was set up; remembered for the next time.
public struct QuizHabits: Sendable, Equatable, Codable {
  public enum About: String, Sendable, Equatable, Codable, CaseIterable {
    case page, section, around, words, vault
  }
  public var kind: QuizKind
  public var about: About
  public var weakest: Bool
  public var count: Int
  public var minutes: Int?
  public var words: String

  public init(
    kind: QuizKind = .mixed, about: About = .page, weakest: Bool = false, count: Int = 10,
    minutes: Int? = nil, words: String = ""
  ) {
    self.kind = kind
    self.about = about
    self.weakest = weakest
    self.count = count
    self.minutes = minutes
    self.words = words
  }

  /// The quiz of a place that is as they say, without a limit of time.
  public func request(_ place: QuizScope.Place, seed: UInt64) -> QuizRequest {
    QuizRequest(scope: QuizScope(place, weakest: weakest), kind: kind, count: count, seed: seed)
  }
}

extension QuizKind {
  /// As the set-up shows it.
  var title: String {
    switch self {
    case .choice: "multiple choice, one right"
    case .several: "multiple choice, several right"
    case .typed: "typed answers"
    case .match: "matching"
    case .order: "putting in order"
    case .table: "filling tables"
    case .list: "recalling lists"
    case .mixed: "mixed"
    }
  }
}
