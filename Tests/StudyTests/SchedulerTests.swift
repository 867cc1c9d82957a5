import Cards
import FSRS
import Testing

@testable import Study

@Suite struct SchedulerTests {
  let scheduler = Made.scheduler()
  let now = Made.morning

  @Test func aNewCardGoesThroughTheStepsAsInAnki() {
    let card = StudyCard(card: Made.card("a"))
    let preview = scheduler.preview(card, at: now)
    let waits = preview.mapValues { $0.due.seconds(since: now) }
    #expect(waits[.again] == 60)
    #expect(waits[.hard] == 330)
    #expect(waits[.good] == 600)
    #expect(preview[.again]?.state == .learning(step: 0))
    #expect(preview[.hard]?.state == .learning(step: 0))
    #expect(preview[.good]?.state == .learning(step: 1))
    #expect(preview[.easy]?.state == .review)
    #expect((6...11).contains(preview[.easy]?.interval ?? 0))
  }

  @Test func goodTwiceOnTheFirstDayGivesTheFirstInterval() {
    var card = StudyCard(card: Made.card("a"))
    card.schedule = scheduler.schedule(card, rating: .good, at: now)
    card.schedule = scheduler.schedule(card, rating: .good, at: now.adding(seconds: 600))
    #expect(card.schedule.state == .review)
    #expect(card.schedule.interval == 2)
    let today = Made.calendar.day(of: now)
    #expect(card.schedule.due == Made.calendar.start(of: today.adding(days: 2)))
    let model = Model()
    #expect(
      card.schedule.memory == model.next(model.first(.good), rating: .good, elapsedDays: 0))
  }

  @Test func aForgottenCardIsRelearntAndCountsALapse() {
    let card = Made.reviewed("a", daysAgo: 10, interval: 10)
    let again = scheduler.answer(card, rating: .again, at: now)
    #expect(again.kind == .review)
    #expect(again.elapsedDays == 10)
    #expect(again.after.state == .relearning(step: 0))
    #expect(again.after.lapses == 1)
    #expect(again.after.due == now.adding(seconds: 600))
    let relearnt = scheduler.answer(
      StudyCard(card: card.card, schedule: again.after), rating: .good,
      at: now.adding(seconds: 600))
    #expect(relearnt.kind == .relearning)
    #expect(relearnt.after.state == .review)
    #expect(relearnt.after.interval >= 1)
    #expect(relearnt.after.lapses == 1)
  }

  @Test func withoutStepsEveryRatingGivesDays() {
    let scheduler = Made.scheduler(StudyOptions(learningSteps: [], relearningSteps: [.nan, -5]))
    for card in [
      StudyCard(card: Made.card("a")), Made.reviewed("b", daysAgo: 10, interval: 10),
    ] {
      for (rating, schedule) in scheduler.preview(card, at: now) {
        #expect(schedule.state == .review, "\(rating)")
        #expect(schedule.interval >= 1)
      }
    }
  }

  @Test func stepsOfDaysLeadToTheBeginningOfADay() {
    let scheduler = Made.scheduler(StudyOptions(learningSteps: [600, 2 * Made.day]))
    let card = StudyCard(card: Made.card("a"))
    let good = scheduler.schedule(card, rating: .good, at: now)
    #expect(good.state == .learning(step: 1))
    #expect(good.due == Made.calendar.start(of: Made.calendar.day(of: now).adding(days: 2)))
  }

  @Test func fuzzKeepsToItsRange() {
    #expect(Fuzz.reach(of: 2.49) == 0)
    #expect(Fuzz.reach(of: 2.5) == 1)
    #expect(abs(Fuzz.reach(of: 7) - 1.675) < 1e-9)
    #expect(abs(Fuzz.reach(of: 20) - 2.975) < 1e-9)
    #expect(abs(Fuzz.reach(of: 100) - 6.975) < 1e-9)
    #expect(Fuzz.range(of: 2.4) == 2...2)
    #expect(Fuzz.range(of: 0.01) == 1...1)
    #expect(Fuzz.range(of: 100) == 93...107)
    var random = SplitMix64(seed: 21)
    for _ in 0..<3000 {
      let interval = random.unit() * random.unit() * 400
      let range = Fuzz.range(of: interval)
      let reach = Fuzz.reach(of: interval)
      let chosen = Fuzz.choose(from: range, seed: random.next()) { $0 % 7 }
      #expect(range.contains(chosen))
      #expect(abs(Double(chosen) - max(1, interval)) <= reach + 0.5, "\(interval)")
    }
  }

  @Test func everyDayOfTheRangeIsAboutEquallyLikely() {
    var counts: [Int: Int] = [:]
    for seed in 0..<6000 {
      counts[Fuzz.choose(from: 8...13, seed: UInt64(seed)) { _ in 3 }, default: 0] += 1
    }
    #expect(counts.count == 6)
    for (day, count) in counts { #expect((850...1150).contains(count), "\(day) \(count)") }
  }

  @Test func fuzzEvensOutWhatIsDue() {
    var load: [Int: Int] = [:]
    for day in 95...99 { load[day] = 60 }
    for seed in 0..<600 {
      load[Fuzz.choose(from: 93...107, seed: UInt64(seed)) { load[$0] ?? 0 }, default: 0] += 1
    }
    let counts = (93...107).map { load[$0] ?? 0 }
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) < 35, "\(counts)")
  }

  @Test func aVeryLongRangeIsSampledAsAWhole() {
    var least = Int.max
    var most = 0
    for seed in 0..<3000 {
      let chosen = Fuzz.choose(from: 10_000...11_000, seed: UInt64(seed)) { _ in 0 }
      #expect((10_000...11_000).contains(chosen))
      least = min(least, chosen)
      most = max(most, chosen)
    }
    #expect(least < 10_020 && most > 10_980)
  }

  @Test func betterRatingsAlwaysWaitLonger() {
    var random = SplitMix64(seed: 31)
    let calendar = Zone.berlin.calendar
    for round in 0..<1500 {
      let scheduler = Scheduler(
        options: StudyOptions(
          desiredRetention: 0.7 + random.unit() * 0.27,
          maximumInterval: [3, 10, 365, 36_500][random.below(4)]),
        calendar: calendar)
      var card = StudyCard(card: Made.card("card-\(round)"))
      var moment = Instant(
        milliseconds: 1_770_000_000_000 + Int64(random.below(40_000)) * 1_000_000)
      for _ in 0..<12 {
        let crowded = random.below(30)
        let load: (Int) -> Int = { $0 % 3 == 0 ? crowded : 0 }
        let preview = scheduler.preview(card, at: moment, load: load)
        let dues = Rating.allCases.compactMap { preview[$0]?.due }.map(calendar.day(of:))
        #expect(dues == dues.sorted(), "round \(round): \(preview)")
        let days = Rating.allCases.compactMap { preview[$0]?.interval }.filter { $0 > 0 }
        #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 }, "round \(round): \(preview)")
        #expect(days.allSatisfy { $0 <= scheduler.options.maximumInterval })
        let rating = Made.rating(&random)
        let after = scheduler.schedule(card, rating: rating, at: moment, load: load)
        #expect(after == preview[rating], "the preview keeps its word, round \(round)")
        card.schedule = after
        moment = max(moment, after.due).adding(seconds: random.unit() * 20 * Made.day)
      }
    }
  }

  @Test func intervalsStayWithinTheFuzzOfTheModelsInterval() {
    var random = SplitMix64(seed: 41)
    for round in 0..<3000 {
      let stability = 3 + random.unit() * 300
      let ago = Int(stability) + random.below(30)
      let card = Made.reviewed("c\(round)", stability: stability, daysAgo: ago, interval: 3)
      let answer = scheduler.answer(card, rating: .good, at: now)
      guard let memory = answer.after.memory else {
        Issue.record("no memory in round \(round)")
        continue
      }
      let plain = scheduler.model.interval(stability: memory.stability, retention: 0.9)
      let reach = Fuzz.reach(of: plain)
      #expect(abs(Double(answer.after.interval) - plain) <= reach + 0.5, "round \(round)")
    }
  }

  @Test func aClockThatWentBackCountsAsNoTime() {
    let card = Made.reviewed("a", daysAgo: -20, interval: 10)
    let answer = scheduler.answer(card, rating: .good, at: now)
    #expect(answer.elapsedDays == 0)
    #expect(answer.after.lastReview == now)
    #expect(scheduler.retrievability(of: card.schedule, at: now) == 1)
  }

  @Test func absurdGapsHaveResults() {
    let far = Instant(milliseconds: .max)
    for start in [Instant(milliseconds: .min), Instant(milliseconds: 0), now] {
      var card = Made.reviewed("a", daysAgo: 0, interval: 10)
      card.schedule.lastReview = start
      for (_, schedule) in scheduler.preview(card, at: far) {
        #expect(schedule.memory?.stability.isFinite == true)
      }
    }
  }

  @Test func leechesArePointedOutAtEightAndEveryFourAfter() {
    var noticed: [Int] = []
    for lapses in 0..<20 {
      var card = Made.reviewed("a", daysAgo: 10, interval: 10)
      card.schedule.lapses = lapses
      let answer = scheduler.answer(card, rating: .again, at: now)
      if scheduler.noticesLeech(answer) { noticed.append(answer.after.lapses) }
      #expect(!scheduler.noticesLeech(scheduler.answer(card, rating: .good, at: now)))
    }
    #expect(noticed == [8, 12, 16, 20])
    #expect(scheduler.isLeech(Schedule(lapses: 9)))
    #expect(!scheduler.isLeech(Schedule(lapses: 7)))
  }

  @Test func openQuestionsHaveIntervalsOfTheirOwn() {
    var card = StudyCard(card: Made.card("q", kind: .question))
    let first = scheduler.preview(card, at: now)
    #expect(Rating.allCases.map { first[$0]?.interval } == [1, 7, 14, 30])
    #expect(first.values.allSatisfy { $0.memory == nil && $0.state == .review })
    var intervals: [Int] = []
    for _ in 0..<7 {
      let answer = scheduler.answer(card, rating: .good, at: max(now, card.schedule.due))
      #expect(answer.kind == .question)
      card.schedule = answer.after
      intervals.append(card.schedule.interval)
    }
    #expect(intervals == [14, 28, 56, 112, 224, 364, 364])
    #expect(scheduler.preview(card, at: card.schedule.due)[.easy]?.interval == 365)
    #expect(card.schedule.lapses == 0)
  }

  @Test func aCardBroughtBackIsRelearntTodayWithoutALapse() {
    let card = Made.reviewed("a", daysAgo: 2, interval: 10)
    let back = scheduler.broughtBack(card.schedule, at: now)
    #expect(back.state == .relearning(step: 0))
    #expect(back.due == now)
    #expect(back.lapses == 0)
    #expect(back.memory == card.schedule.memory)
    #expect(scheduler.broughtBack(Schedule(), at: now).state == .new)
  }

  @Test func replayingRecordedIntervalsGivesTheSameSchedules() {
    var random = SplitMix64(seed: 51)
    for round in 0..<300 {
      var card = StudyCard(card: Made.card("c\(round)", kind: round % 9 == 0 ? .question : .cloze))
      var replayed = card
      var moment = now
      for _ in 0..<15 {
        let crowd = random.below(20)
        let answer = scheduler.answer(
          card, rating: Made.rating(&random), at: moment, load: { $0 % 2 * crowd })
        card.schedule = answer.after
        replayed.schedule = scheduler.replay(
          replayed, rating: answer.rating, at: answer.time, recordedInterval: answer.after.interval)
        #expect(replayed.schedule == card.schedule, "round \(round)")
        moment = max(moment, card.schedule.due).adding(seconds: random.unit() * 3 * Made.day)
      }
    }
  }

  @Test func intervalsReadWell() {
    let known: [(Double, String)] = [
      (0, "<1m"), (-5, "<1m"), (59, "<1m"), (60, "1m"), (330, "6m"), (600, "10m"),
      (59.6 * 60, "1h"), (90 * 60, "1.5h"), (23.96 * 3600, "1d"), (86_400, "1d"),
      (29.4 * 86_400, "29d"), (30 * 86_400, "1mo"), (76 * 86_400, "2.5mo"), (364 * 86_400, "1y"),
      (365 * 86_400, "1y"), (438 * 86_400, "1.2y"), (36_500 * 86_400, "99.9y"),
      (.infinity, "∞"),
    ]
    for (seconds, text) in known { #expect(IntervalText.text(seconds: seconds) == text) }
    #expect(IntervalText.text(days: 4) == "4d")
  }
}
