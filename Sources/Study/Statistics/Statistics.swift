import Cards
import FSRS

/// What the review log and the schedules say about learning. Pure figures; every one says in its own
/// words which rows and cards it counts, so that it can be counted again from the collection.
///
/// Answers are the rows of the review log. Open questions have answers and take time, but are never
/// part of retention, ratings or calibration; quiz answers are counted by themselves alone. What was
/// taken back is not in the log. Answers to cards that rest by now, because their text is gone, stay
/// part of what was done; figures about cards leave resting ones out.
public struct Statistics: Sendable {
  public let scope: StatisticsScope
  /// The study day on which the figures were made.
  public let today: StudyDay
  public var cards = CardCounts()
  public var forecast: DueForecast
  /// The study days with at least one answer, oldest first.
  public var days: [DayActivity] = []
  /// The study days with at least one quiz answer, oldest first.
  public var quizzes: [QuizDay] = []
  /// Of the cards that have a memory state and do not rest, suspended ones included.
  public var stability = Histogram.stability
  /// The same cards.
  public var difficulty = Histogram.difficulty
  /// The pages that have cards to learn, least known first.
  public var pages: [PageStanding] = []
  /// Cards that do not rest and were forgotten so often that they should be rewritten, most often
  /// first. Open questions cannot be forgotten.
  public var leeches: [StudyCard] = []
  var figures: [StatisticsPeriod: PeriodFigures] = [:]

  init(scope: StatisticsScope, today: StudyDay, forecast: DueForecast) {
    self.scope = scope
    self.today = today
    self.forecast = forecast
  }

  public subscript(period: StatisticsPeriod) -> PeriodFigures {
    figures[period] ?? PeriodFigures()
  }

  /// The days of a period on which something was answered, oldest first.
  public func days(in period: StatisticsPeriod) -> ArraySlice<DayActivity> {
    let first = days.firstIndex { period.contains($0.day, today: today) } ?? days.endIndex
    return days[first...]
  }

  public func quizzes(in period: StatisticsPeriod) -> ArraySlice<QuizDay> {
    let first = quizzes.firstIndex { period.contains($0.day, today: today) } ?? quizzes.endIndex
    return quizzes[first...]
  }

  /// What was done today.
  public var todaysActivity: DayActivity {
    days.last { $0.day == today } ?? DayActivity(day: today)
  }

  /// Study days in a row with an answer, up to today; up to yesterday while today has none yet.
  public var streak: Int {
    var expected = today
    var count = 0
    for day in days.reversed() where day.day <= today {
      if count == 0, day.day == today.adding(days: -1) { expected = day.day }
      guard day.day == expected else { break }
      count += 1
      expected = expected.adding(days: -1)
    }
    return count
  }
}

/// How many cards there are of each sort. Every card of the vault is counted exactly once, under the
/// first sort that fits it.
public struct CardCounts: Sendable, Hashable {
  /// Cards whose text is no longer in the notes.
  public var resting = 0
  public var questions = 0
  /// Cards outside the daily deck that were never answered in a review.
  public var quizOnly = 0
  public var suspended = 0
  /// Never answered.
  public var new = 0
  /// In learning or relearning steps.
  public var learning = 0
  /// In review, with an interval under 21 days.
  public var young = 0
  /// In review, with an interval of 21 days or more.
  public var mature = 0
  public init() {}

  /// All that are in the notes.
  public var total: Int { questions + quizOnly + suspended + new + learning + young + mature }
}

/// What was done on one study day.
public struct DayActivity: Sendable, Hashable {
  public let day: StudyDay
  /// Cards answered for the first time, open questions included.
  public var firsts = 0
  /// Answers in learning steps, the first of a new card included.
  public var learning = 0
  /// Answers to cards in review.
  public var review = 0
  /// Answers in relearning steps.
  public var relearning = 0
  /// Answers to open questions.
  public var questions = 0
  /// In milliseconds, from showing each card to rating it. An answer counts with five minutes at
  /// most: a card left open over lunch is no study.
  public var duration: Int64 = 0
  public var retention = Retention()
  public var ratings = RatingsByAge()

  /// The longest time one answer counts with, in milliseconds.
  public static let longestAnswer = 300_000

  public init(day: StudyDay) { self.day = day }

  /// All answers, open questions included, quizzes not.
  public var answers: Int { learning + review + relearning + questions }
  public var minutes: Double { Double(duration) / 60_000 }
}

/// What was asked in quizzes on one study day.
public struct QuizDay: Sendable, Hashable {
  public let day: StudyDay
  public var asked = 0
  public var right = 0
  public init(day: StudyDay) { self.day = day }

  /// The share that was right, 0…1.
  public var score: Double { asked > 0 ? Double(right) / Double(asked) : 0 }
}

/// Where a page stands.
public struct PageStanding: Sendable, Hashable {
  /// The path in the vault.
  public var page: String
  /// Of the cards that are learnt, as on the memory map: those of the daily deck, and others once they
  /// were answered; open questions and resting cards left out. A new card is known at 0.
  public var knowledge = Knowledge()
  /// Cards that are due today or were before, as in the forecast.
  public var due = 0
}

/// The figures that look back, over one period.
public struct PeriodFigures: Sendable {
  /// Answers, open questions included, quizzes not.
  public var answers = 0
  /// As `DayActivity.duration`.
  public var duration: Int64 = 0
  /// Study days with at least one answer.
  public var daysStudied = 0
  public var retention = Retention()
  /// By the page on which each card stands now, or stood last.
  public var retentionByPage: [String: Retention] = [:]
  public var retentionByKind: [CardKind: Retention] = [:]
  public var ratings = RatingsByAge()
  public var calibration = Calibration()
  public init() {}

  public var minutes: Double { Double(duration) / 60_000 }
}
