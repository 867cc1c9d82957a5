import Cards
import Collection
import FSRS
import Study
import Testing

/// Every figure is counted a second time here, slowly and out of what the collection hands out, and
/// must be the same.
@Suite struct StatisticsTests {
  let workshop: Workshop
  init() throws { workshop = try Workshop() }

  /// The rows of the log that count for a scope, in the order of time, each with what was before it.
  private struct Rows {
    struct Row {
      var record: ReviewRecord
      var day: Int
      var before: ReviewRecord?
      var page: String?
      var kind: CardKind?
    }
    var rows: [Row] = []

    init(_ years: StudyYears, page: String?) throws {
      var cards: [Card.ID: Card] = [:]
      for stored in try years.store.storedCards() { cards[stored.card.id] = stored.card }
      var records: [ReviewRecord] = []
      try years.store.eachReview { records.append($0) }
      records.sort { ($0.time, $0.id) < ($1.time, $1.id) }
      for (index, record) in records.enumerated() {
        let card = cards[record.cardID]
        if let page, card?.page != page { continue }
        rows.append(
          Row(
            record: record, day: Self.day(record.time),
            before: records[..<index].last { $0.cardID == record.cardID }, page: card?.page,
            kind: card?.kind))
      }
    }

    /// The study day by the clock on the wall: it begins at four.
    static func day(_ moment: Instant) -> Int {
      let local = moment.milliseconds + Int64(StudyYears.offset(at: moment)) * 1000
      return Int((Double(local - 4 * 3_600_000) / 86_400_000).rounded(.down))
    }

    /// The first review of each card on each day.
    var reviews: [Row] {
      var seen: Set<String> = []
      return rows.filter {
        $0.record.kind == .review && seen.insert("\($0.record.cardID) \($0.day)").inserted
      }
    }

    func since(_ day: Int?) -> Rows {
      var result = self
      if let day { result.rows.removeAll { $0.day < day } }
      return result
    }
  }

  private func recall(_ rows: [Rows.Row], mature: Bool? = nil) -> Recall {
    let chosen = rows.filter { mature == nil || (($0.before?.interval ?? 0) >= 21) == mature }
    return Recall(
      passed: chosen.count { $0.record.rating != .again },
      failed: chosen.count { $0.record.rating == .again })
  }

  private func ratings(_ rows: [Rows.Row]) -> [Int] {
    Rating.allCases.map { rating in rows.count { $0.record.rating == rating } }
  }

  private func ratings(_ counts: RatingCounts) -> [Int] { Rating.allCases.map { counts[$0] } }

  @Test(arguments: [(3, 1), (2, 2)])
  func everyFigureIsWhatCountingByHandGives(years: Int, seed: UInt64) throws {
    let years = try StudyYears(workshop, years: years, seed: seed)
    for page in [nil, "wiki/page1", "wiki/renamed", "wiki/nothing"] {
      let scope: StatisticsScope = page.map { .page($0) } ?? .vault
      let statistics = try years.store.statistics(
        scope, scheduler: years.scheduler, at: years.end)
      let rows = try Rows(years, page: page)
      try checkDays(statistics, rows, years)
      for period in StatisticsPeriod.allCases {
        let first = period.days.map { Rows.day(years.end) - $0 + 1 }
        check(statistics[period], rows.since(first), years.scheduler)
      }
      try checkCards(statistics, years, page: page)
      try checkQuizzes(statistics, years, page: page)
    }
    let whole = try years.store.statistics(.vault, scheduler: years.scheduler, at: years.end)
    // The log must have something of everything, or the comparison says little.
    #expect(whole[.all].answers > 1500 && whole[.all].retention.mature.failed > 20)
    #expect(whole[.all].retention.young.failed > 20 && whole.leeches.count > 2)
    #expect(whole[.month].retention.all.total > 10 && whole.forecast.overdue > 0)
    #expect(whole.cards.resting == 3 && whole.cards.suspended == 2 && whole.cards.quizOnly > 0)
    #expect(whole.quizzes.count == 18 && whole[.all].calibration.total.reviews > 1000)
    #expect(whole.days.contains { $0.questions > 0 } && whole.days.contains { $0.relearning > 0 })
  }

  private func checkDays(
    _ statistics: Statistics, _ rows: Rows, _ years: StudyYears
  ) throws {
    let byDay = Dictionary(grouping: rows.rows, by: \.day)
    #expect(statistics.today.number == Rows.day(years.end))
    #expect(statistics.days.map(\.day.number) == byDay.keys.sorted())
    for day in statistics.days {
      let rows = byDay[day.day.number] ?? []
      #expect(day.answers == rows.count)
      #expect(day.firsts == rows.count { $0.record.isFirst })
      #expect(day.learning == rows.count { $0.record.kind == .learning })
      #expect(day.review == rows.count { $0.record.kind == .review })
      #expect(day.relearning == rows.count { $0.record.kind == .relearning })
      #expect(day.questions == rows.count { $0.record.kind == .question })
      let time = rows.map { min(300_000, $0.record.duration) }.reduce(0, +)
      #expect(day.duration == Int64(time))
    }
    var streak = 0
    let begin = byDay[Rows.day(years.end)] == nil ? 1 : 0
    while byDay[Rows.day(years.end) - begin - streak] != nil { streak += 1 }
    #expect(statistics.streak == streak)
  }

  private func check(_ figures: PeriodFigures, _ rows: Rows, _ scheduler: Scheduler) {
    #expect(figures.answers == rows.rows.count)
    #expect(figures.daysStudied == Set(rows.rows.map(\.day)).count)
    let reviews = rows.reviews
    #expect(figures.retention.young == recall(reviews, mature: false))
    #expect(figures.retention.mature == recall(reviews, mature: true))
    #expect(figures.retention.all == recall(reviews))
    let byPage = Dictionary(grouping: reviews) { $0.page ?? "" }
    #expect(Set(figures.retentionByPage.keys) == Set(byPage.keys))
    for (page, rows) in byPage { #expect(figures.retentionByPage[page]?.all == recall(rows)) }
    let byKind = Dictionary(grouping: reviews, by: \.kind)
    for (kind, rows) in byKind {
      #expect(kind.flatMap { figures.retentionByKind[$0] }?.all == recall(rows))
    }
    #expect(figures.retentionByKind.count == byKind.count)
    let learning = rows.rows.filter { [.learning, .relearning].contains($0.record.kind) }
    #expect(ratings(figures.ratings.learning) == ratings(learning))
    let review = rows.rows.filter { $0.record.kind == .review }
    #expect(
      ratings(figures.ratings.young)
        == ratings(review.filter { ($0.before?.interval ?? 0) < 21 }))
    #expect(
      ratings(figures.ratings.mature)
        == ratings(review.filter { ($0.before?.interval ?? 0) >= 21 }))
    checkCalibration(figures.calibration, reviews, scheduler)
  }

  private func checkCalibration(
    _ calibration: Calibration, _ reviews: [Rows.Row], _ scheduler: Scheduler
  ) {
    // FSRS-6 in its own words: R = (1 + f·t/S)^(−w20), with R = 0.9 at t = S.
    var counts = Array(repeating: 0, count: 20)
    var sums = Array(repeating: 0.0, count: 20)
    var passed = Array(repeating: 0, count: 20)
    for row in reviews {
      guard let before = row.before, let stability = before.memory?.stability else { continue }
      let days =
        row.record.previous == before.id
        ? row.record.elapsedDays : max(0, row.day - Rows.day(before.time))
      let recall = scheduler.model.retrievability(after: Double(days), stability: stability)
      let bin = min(19, Int(recall * 20))
      counts[bin] += 1
      sums[bin] += recall
      if row.record.rating != .again { passed[bin] += 1 }
    }
    #expect(calibration.bins.map(\.reviews) == counts)
    #expect(calibration.bins.map(\.passed) == passed)
    for (bin, sum) in zip(calibration.bins, sums) where bin.reviews > 0 {
      #expect(abs((bin.predicted ?? 0) - sum / Double(bin.reviews)) < 1e-9)
    }
  }

  private func checkCards(
    _ statistics: Statistics, _ years: StudyYears, page: String?
  ) throws {
    let schedules = try years.store.schedules()
    let stored = try years.store.storedCards().filter { page == nil || $0.card.page == page }
    let present = stored.filter { $0.restingSince == nil }.map {
      StudyCard(card: $0.card, schedule: schedules[$0.card.id] ?? Schedule())
    }
    #expect(statistics.cards.resting == stored.count - present.count)
    #expect(statistics.cards.total == present.count)
    let inReview = present.filter {
      $0.card.kind != .question && !$0.schedule.suspended && $0.schedule.state == .review
    }
    #expect(statistics.cards.young == inReview.count { $0.schedule.interval < 21 })
    #expect(statistics.cards.mature == inReview.count { $0.schedule.interval >= 21 })
    #expect(statistics.cards.questions == present.count { $0.card.kind == .question })

    let today = Rows.day(years.end)
    let coming = present.filter {
      $0.schedule.due.milliseconds > 0 && !$0.schedule.suspended
        && ($0.card.daily || $0.schedule.state != .review)
    }
    let ahead = coming.map { Rows.day($0.schedule.due) - today }
    #expect(statistics.forecast.overdue == ahead.count { $0 < 0 })
    for (day, count) in statistics.forecast.days.enumerated() {
      #expect(count == ahead.count { $0 == day })
    }
    #expect(statistics.forecast.later == ahead.count { $0 >= 365 })

    let memories = present.filter { $0.card.kind != .question }.compactMap(\.schedule.memory)
    for (index, edge) in statistics.stability.edges.enumerated() {
      let end = statistics.stability.upperEdge(of: index) ?? .infinity
      #expect(
        statistics.stability.counts[index]
          == memories.count { $0.stability >= edge && $0.stability < end })
    }
    for level in 1...9 {
      #expect(
        statistics.difficulty.counts[level - 1]
          == memories.count { min(9, Int($0.difficulty)) == level })
    }
    let known = PageKnowledge.pages(of: present, scheduler: years.scheduler, now: years.end)
    #expect(Set(statistics.pages.map(\.page)) == Set(known.keys))
    for standing in statistics.pages {
      let expected = known[standing.page]?.page ?? Knowledge()
      #expect(standing.knowledge.cards == expected.cards)
      #expect(standing.knowledge.started == expected.started)
      #expect(abs(standing.knowledge.recalled - expected.recalled) < 1e-9)
      let due = coming.count {
        $0.card.page == standing.page && Rows.day($0.schedule.due) <= today
      }
      #expect(standing.due == due)
    }
    let order = statistics.pages.map { $0.knowledge.known ?? 0 }
    #expect(order == order.sorted())
    let leeches = present.filter { $0.schedule.lapses >= 4 && $0.card.kind != .question }
    #expect(Set(statistics.leeches) == Set(leeches))
  }

  private func checkQuizzes(
    _ statistics: Statistics, _ years: StudyYears, page: String?
  ) throws {
    var pages: [Card.ID: String] = [:]
    for stored in try years.store.storedCards() { pages[stored.card.id] = stored.card.page }
    let scores = try years.store.quizScores(scope: nil).filter {
      page == nil || pages[$0.key] == page
    }
    #expect(statistics.quizzes.map(\.asked).reduce(0, +) == scores.values.map(\.asked).reduce(0, +))
    #expect(statistics.quizzes.map(\.right).reduce(0, +) == scores.values.map(\.right).reduce(0, +))
    #expect(statistics.quizzes.allSatisfy { $0.score >= 0 && $0.score <= 1 })
  }

  @Test func answersFromElsewhereCountAsIfTheyHadBeenGivenInTime() throws {
    let years = try StudyYears(workshop, years: 1, seed: 7)
    // A week on another computer, in between.
    let card = years.cards[0]
    let scheduler = years.scheduler
    var study = StudyCard(card: card)
    let elsewhere = (0..<5).map { place in
      let answer = scheduler.answer(
        study, rating: place == 3 ? .again : .good,
        at: years.end.days(-200 + Double(place * place)), duration: 5000)
      study.schedule = answer.after
      return answer
    }
    let before = try years.store.statistics(.vault, scheduler: scheduler, at: years.end)
    try years.store.merge(elsewhere)
    let after = try years.store.statistics(.vault, scheduler: scheduler, at: years.end)
    #expect(after[.all].answers == before[.all].answers + 5)
    let rows = try Rows(years, page: nil)
    try checkDays(after, rows, years)
    for period in StatisticsPeriod.allCases {
      let first = period.days.map { Rows.day(years.end) - $0 + 1 }
      check(after[period], rows.since(first), scheduler)
    }
  }

  @Test func anEmptyCollectionHasFiguresToo() throws {
    let store = try workshop.opened(with: [])
    let statistics = try store.statistics(
      .vault, scheduler: workshop.scheduler, at: Workshop.morning)
    #expect(statistics.cards == CardCounts() && statistics.days.isEmpty)
    #expect(statistics[.all].retention.all.share == nil && statistics.streak == 0)
    #expect(statistics[.year].calibration.error == nil && statistics.stability.mean == nil)
  }
}
