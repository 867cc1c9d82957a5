import Cards
import FSRS
import Testing

@testable import Study

/// A session, and beside it what the collection would hold.
private struct Desk {
  var cards: [StudyCard]
  var session: ReviewSession
  var log: [Answer] = []
  let scheduler: Scheduler

  init(_ cards: [StudyCard], _ scheduler: Scheduler, now: Instant) {
    self.cards = cards
    self.scheduler = scheduler
    session = ReviewSession(cards: cards, scheduler: scheduler, now: now)
  }

  func done(since start: Instant) -> DayCounts {
    var done = DayCounts()
    for answer in log where answer.time >= start { done.count(answer) }
    return done
  }

  func fresh(at now: Instant) -> ReviewSession {
    let start = scheduler.calendar.start(of: scheduler.calendar.day(of: now))
    return ReviewSession(
      cards: cards, doneToday: done(since: start), scheduler: scheduler, now: now)
  }

  mutating func store(_ id: Card.ID, _ schedule: Schedule) {
    for index in cards.indices where cards[index].id == id { cards[index].schedule = schedule }
  }

  mutating func answer(_ rating: Rating, at now: Instant) {
    guard let answer = session.answer(rating, at: now, duration: 3000) else { return }
    store(answer.cardID, answer.after)
    log.append(answer)
  }
}

private func shown(_ turn: Turn) -> StudyCard? {
  if case .card(let card, _) = turn { card } else { nil }
}

@Suite struct ReviewSessionTests {
  let now = Made.morning

  @Test(arguments: 1...12)
  func aTurnStaysTheSameUntilItIsAnswered(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var desk = Desk(Made.vault(150, seed: UInt64(seed)), Made.scheduler(), now: now)
    var moment = now
    while let card = shown(desk.session.turn(at: moment)) {
      for _ in 0..<3 {
        #expect(shown(desk.session.turn(at: moment)) == card)
        moment = moment.adding(seconds: random.unit() * 40)
      }
      guard case .card(_, let preview) = desk.session.turn(at: moment) else { return }
      let rating = Made.rating(&random)
      desk.answer(rating, at: moment)
      #expect(desk.log.last?.after == preview[rating], "the preview keeps its word")
    }
  }

  @Test(arguments: 1...12)
  func limitsHoldAndSiblingsAreOnDifferentDays(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let options = StudyOptions(newPerDay: random.below(12), reviewsPerDay: 5 + random.below(30))
    var desk = Desk(Made.vault(200, seed: UInt64(seed)), Made.scheduler(options), now: now)
    for day in 0..<12 {
      var moment = now.adding(seconds: Double(day) * Made.day)
      let start = moment
      var groups: [String: Card.ID] = [:]
      // Somebody quits and comes back twice a day.
      for part in 0..<2 {
        desk.session = desk.fresh(at: moment)
        var left = part == 0 ? random.below(40) : .max
        while left > 0, let card = shown(desk.session.turn(at: moment)) {
          left -= 1
          #expect(!card.schedule.suspended)
          let group = card.card.siblingGroup
          #expect(groups[group] == nil || groups[group] == card.id, "seed \(seed) day \(day)")
          groups[group] = card.id
          moment = moment.adding(seconds: 5 + random.unit() * 20)
          desk.answer(Made.rating(&random), at: moment)
        }
      }
      let done = desk.done(since: start)
      #expect(done == desk.session.doneToday)
      #expect(done.newDone <= options.newPerDay, "seed \(seed) day \(day)")
      #expect(done.reviewsDone <= options.reviewsPerDay, "seed \(seed) day \(day)")
    }
  }

  @Test(arguments: 1...12)
  func aSessionCountsLikeOneBegunAnewAtAnyTime(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var desk = Desk(
      Made.vault(160, seed: UInt64(seed)),
      Made.scheduler(StudyOptions(newPerDay: 9, reviewsPerDay: 25)), now: now)
    var moment = now
    while shown(desk.session.turn(at: moment)) != nil {
      #expect(desk.session.counts(at: moment) == desk.fresh(at: moment).counts(at: moment))
      moment = moment.adding(seconds: 10)
      switch random.below(9) {
      case 0:
        if let card = desk.session.bury() { desk.store(card.id, card.schedule) }
      case 1:
        if let card = desk.session.suspend() { desk.store(card.id, card.schedule) }
      default: desk.answer(Made.rating(&random), at: moment)
      }
    }
    #expect(desk.session.counts(at: moment).total == 0)
    #expect(desk.fresh(at: moment).counts(at: moment).total == 0)
  }

  @Test(arguments: 1...12)
  func undoRestoresExactly(seed: Int) {
    struct Seen: Equatable {
      var turn: Turn
      var counts: QueueCounts
      var done: DayCounts
      var answers: [Answer]
      var days: [Int]
    }
    var random = SplitMix64(seed: UInt64(seed))
    var session = ReviewSession(
      cards: Made.vault(120, seed: UInt64(seed)),
      scheduler: Made.scheduler(StudyOptions(newPerDay: 8, reviewsPerDay: 30)), now: now)
    func see(_ moment: Instant) -> Seen {
      let turn = session.turn(at: moment)
      // Trailing zeros mean nothing.
      let days = session.dueDays.reversed().drop { $0 == 0 }.reversed()
      return Seen(
        turn: turn, counts: session.counts(at: moment), done: session.doneToday,
        answers: session.answers, days: Array(days))
    }
    var moment = now
    var seen: [(Seen, Instant)] = []
    for _ in 0..<90 {
      let before = see(moment)
      guard shown(before.turn) != nil else { break }
      seen.append((before, moment))
      switch random.below(8) {
      case 0: _ = session.bury()
      case 1: _ = session.suspend()
      case 2: _ = session.toggleMark()
      default: session.answer(Made.rating(&random), at: moment, duration: 900)
      }
      // Once in a while the day ends in between.
      moment = moment.adding(seconds: random.below(40) == 0 ? Made.day : 15)
    }
    #expect(seen.count > 10)
    for (before, time) in seen.reversed() {
      guard let undone = session.undo() else {
        Issue.record("nothing to undo, seed \(seed)")
        return
      }
      #expect(see(time) == before, "seed \(seed)")
      switch (undone, shown(before.turn)) {
      case (.answer(let answer), let card):
        #expect(answer.cardID == card?.id)
        #expect(answer.before == card?.schedule)
      case (.card(let card), let shown): #expect(card == shown)
      }
    }
    let rest = session.undo()
    #expect(rest == nil)
  }

  @Test func learningCardsThatAreDueComeFirstAndEarlyWhenNothingElseIsLeft() {
    let cards = ["a", "b", "c"].map { StudyCard(card: Made.card($0)) }
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    #expect(shown(session.turn(at: now))?.id == "a")
    session.answer(.again, at: now)
    #expect(shown(session.turn(at: now))?.id == "b", "a's minute is not over")
    session.answer(.good, at: now.adding(seconds: 61))
    #expect(shown(session.turn(at: now.adding(seconds: 61)))?.id == "a", "now it is")
    session.answer(.good, at: now.adding(seconds: 70))
    #expect(shown(session.turn(at: now.adding(seconds: 70)))?.id == "c")
    session.answer(.easy, at: now.adding(seconds: 80))
    #expect(shown(session.turn(at: now.adding(seconds: 80)))?.id == "b", "within 20 minutes")
    #expect(session.counts(at: now) == QueueCounts(new: 0, learning: 2, review: 0))
  }

  @Test func theSameCardIsNotShownTwiceInARowWhenAnotherIsLeft() {
    let cards = ["a", "b"].map { StudyCard(card: Made.card($0)) }
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    _ = session.turn(at: now)
    session.answer(.good, at: now)
    _ = session.turn(at: now)
    session.answer(.again, at: now)
    #expect(shown(session.turn(at: now))?.id == "a")
  }

  @Test func onlyALaterLearningCardMakesTheReviewWait() {
    let scheduler = Made.scheduler(StudyOptions(learningSteps: [60, 7200]))
    var session = ReviewSession(
      cards: [StudyCard(card: Made.card("a"))], scheduler: scheduler, now: now)
    _ = session.turn(at: now)
    session.answer(.good, at: now)
    let until = now.adding(seconds: 7200 - 1200)
    let waiting = session.turn(at: now.adding(seconds: 5))
    #expect(waiting == .wait(until: until))
    #expect(shown(session.turn(at: until))?.id == "a")
  }

  @Test func newCardsComeInPageOrderSpreadAmongReviewsAndQuestionsLast() {
    var cards = (0..<12).map { Made.reviewed("r\($0)", daysAgo: 20, interval: 10) }
    cards += [9, 3, 6].map { StudyCard(card: Made.card("n\($0)", page: "first", line: $0)) }
    cards.append(StudyCard(card: Made.card("n1", page: "second", line: 1)))
    cards.append(StudyCard(card: Made.card("q", page: "first", kind: .question, line: 2)))
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    var order: [Card.ID] = []
    while let card = shown(session.turn(at: now)), order.count < 17 {
      order.append(card.id)
      session.answer(.easy, at: now)
    }
    #expect(order.filter { $0.hasPrefix("n") } == ["n3", "n6", "n9", "n1"])
    #expect(order.last == "q")
    let places = order.indices.filter { order[$0].hasPrefix("n") }
    for (left, right) in zip(places, places.dropFirst()) { #expect((2...5).contains(right - left)) }
  }

  @Test func aPagesFactsComeBeforeItsTablesAndConnections() {
    let kinds: [CardKind] = [.definition, .cell, .connection, .cloze, .author, .recall]
    let cards = kinds.enumerated().map { line, kind in
      StudyCard(card: Made.card("\(kind)", kind: kind, line: line))
    }
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    var order: [Card.ID] = []
    while let card = shown(session.turn(at: now)), order.count < kinds.count {
      order.append(card.id)
      session.answer(.easy, at: now)
    }
    #expect(order == ["cloze", "author", "recall", "definition", "cell", "connection"])
  }

  @Test func onlyTheDailyDeckIsReviewedAndWhatWasAskedFor() {
    var asked = StudyCard(card: Made.card("asked", daily: false))
    asked.schedule = Made.scheduler().broughtBack(asked.schedule, at: now)
    let cards = [
      StudyCard(card: Made.card("other", daily: false)), StudyCard(card: Made.card("daily")), asked,
    ]
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    #expect(session.counts(at: now).new == 2)
    #expect(shown(session.turn(at: now))?.id == "asked")
  }

  @Test func aScopeChoosesCardsAndSiblingsElsewhereStillCount() {
    var answered = Made.reviewed("done", daysAgo: 0, interval: 4, group: "g", page: "a/one")
    answered.schedule.lastReview = now
    let cards = [
      answered, StudyCard(card: Made.card("sibling", page: "a/b/two", group: "g")),
      StudyCard(card: Made.card("here", page: "a/b/two")),
      StudyCard(card: Made.card("there", page: "ab")),
    ]
    func ids(_ scope: ReviewScope) -> [Card.ID] {
      var session = ReviewSession(
        cards: cards, scheduler: Made.scheduler(), now: now, scope: scope)
      var ids: [Card.ID] = []
      while let card = shown(session.turn(at: now)) {
        ids.append(card.id)
        session.answer(.easy, at: now)
      }
      return ids
    }
    #expect(ids(.all) == ["here", "there"])
    #expect(ids(.folder("a")) == ["here"])
    #expect(ids(.page("ab")) == ["there"])
    #expect(ids(.section(page: "ab", title: "Nowhere")) == [])
    #expect(ids(.cards(["there", "sibling"])) == ["there"])
  }

  @Test func theDayEndsAtFourAndLimitsBeginAnew() {
    let cards = (0..<30).map { StudyCard(card: Made.card("c\($0)", line: $0)) }
    let options = StudyOptions(newPerDay: 10)
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(options), now: now)
    for _ in 0..<10 {
      _ = session.turn(at: now)
      session.answer(.easy, at: now)
    }
    let finished = session.turn(at: now)
    #expect(finished == .finished)
    let summary = session.summary(at: now)
    #expect(summary.counts.total == 0)
    let tomorrow = Made.calendar.start(of: Made.calendar.day(of: now).adding(days: 1))
    #expect(summary.nextDue == tomorrow, "ten more new cards")
    let stillFinished = session.turn(at: tomorrow.adding(seconds: -1))
    #expect(stillFinished == .finished)
    #expect(session.counts(at: tomorrow) == QueueCounts(new: 10, learning: 0, review: 0))
    #expect(shown(session.turn(at: tomorrow))?.id == "c10")
  }

  @Test func openQuestionsKeepAShareOfABacklog() {
    let cards =
      (0..<100).map { Made.reviewed("r\($0)", daysAgo: 40, interval: 10) }
      + (0..<50).map { Made.reviewed("q\($0)", daysAgo: 400, interval: 30, kind: .question) }
    let options = StudyOptions(reviewsPerDay: 20)
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(options), now: now)
    var ids: [Card.ID] = []
    while let card = shown(session.turn(at: now)) {
      ids.append(card.id)
      session.answer(.good, at: now)
    }
    #expect(ids.count == 20)
    #expect(ids.filter { $0.hasPrefix("q") }.count == 2)
  }

  @Test func anEarlierAnswerTakenBackCanBeShownAgain() {
    let cards = (0..<5).map { StudyCard(card: Made.card("c\($0)", line: $0)) }
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    let presented = session.present("c3")
    #expect(presented)
    #expect(shown(session.turn(at: now))?.id == "c3")
    session.answer(.easy, at: now)
    #expect(session.counts(at: now).new == 4)
    #expect(shown(session.turn(at: now))?.id == "c0")
    let gone = session.present("gone")
    #expect(!gone)
  }

  @Test func cardsReadAnewKeepTheShownCardAndTheAnswers() {
    var cards = (0..<5).map { StudyCard(card: Made.card("c\($0)", line: $0)) }
    var session = ReviewSession(cards: cards, scheduler: Made.scheduler(), now: now)
    _ = session.turn(at: now)
    let answer = session.answer(.easy, at: now)
    #expect(shown(session.turn(at: now))?.id == "c1")
    cards[0].schedule = answer?.after ?? Schedule()
    cards[1].card.prompt = "reworded"
    session.reload(DayCards(cards), doneToday: session.doneToday, now: now)
    #expect(shown(session.turn(at: now))?.card.prompt == "reworded")
    #expect(session.answers.count == 1)
    #expect(session.counts(at: now).new == 4)
  }

  @Test func theSummaryCountsWhatWasDone() {
    let scheduler = Made.scheduler()
    var leech = Made.reviewed("leech", daysAgo: 10, interval: 10)
    leech.schedule.lapses = 7
    let cards = [
      leech, Made.reviewed("r", daysAgo: 10, interval: 10),
      Made.reviewed("q", daysAgo: 40, interval: 30, kind: .question),
      StudyCard(card: Made.card("new")),
    ]
    var session = ReviewSession(cards: cards, scheduler: scheduler, now: now)
    var time = now
    while let card = shown(session.turn(at: time)) {
      session.answer(
        card.id == "leech" && card.schedule.lapses == 7 ? .again : .easy, at: time,
        duration: 2000)
      time = time.adding(seconds: 2)
    }
    let next = session.summary(at: time).nextDue
    let summary = ReviewSummary(answers: session.answers, scheduler: scheduler, nextDue: next)
    #expect(summary.answers == 5)
    #expect(summary.cards == 4)
    #expect(
      (summary.reviews, summary.recalled, summary.learning, summary.questions) == (2, 1, 2, 1))
    #expect(summary.newCards == 1)
    #expect(summary.retention == 0.5)
    #expect(summary.duration == 10_000)
    #expect(summary.ratings == [.again: 1, .easy: 3])
    #expect(summary.leeches == ["leech"])
    #expect(next != nil)
    #expect(ReviewSummary(answers: [], scheduler: scheduler).retention == nil)
  }

  @Test func `An answer outside a review is due when it would be in one`() throws {
    var random = SplitMix64(seed: 12)
    let scheduler = Made.scheduler()
    var wasMoved = false
    for number in 0..<200 {
      let card = Made.reviewed(
        "card-\(number)", stability: 5 + 40 * random.unit(), daysAgo: 12, interval: 12)
      let due = (0..<120).map { _ in random.below(30) }
      var session = ReviewSession(
        cards: [card], reviewsDue: due, scheduler: scheduler, now: Made.morning)
      guard session.present(card.id) else { continue }
      let answer = session.answer(.good, at: Made.morning)
      let inside = try #require(answer)
      let outside = scheduler.answer(card, rating: .good, at: Made.morning, reviewsDue: due)
      #expect(outside.after == inside.after)
      let unbalanced = scheduler.answer(card, rating: .good, at: Made.morning)
      wasMoved = wasMoved || unbalanced.after.interval != outside.after.interval
    }
    #expect(wasMoved)
  }

  @Test func `It is known whether the day's limits keep cards away`() {
    var options = StudyOptions()
    options.newPerDay = 1
    let cards = ["a", "b"].map { StudyCard(card: Made.card($0)) }
    let scheduler = Made.scheduler(options)
    var session = ReviewSession(cards: cards, scheduler: scheduler, now: Made.morning)
    _ = session.turn(at: Made.morning)
    _ = session.answer(.easy, at: Made.morning)
    #expect(session.counts(at: Made.morning).total == 0 && session.isLimited)
    // A sibling waits for another reason.
    let siblings = ["a", "b"].map { StudyCard(card: Made.card($0, group: "g")) }
    let waiting = ReviewSession(
      cards: siblings, scheduler: Made.scheduler(), now: Made.morning)
    #expect(waiting.counts(at: Made.morning).total == 1 && !waiting.isLimited)
  }
}
