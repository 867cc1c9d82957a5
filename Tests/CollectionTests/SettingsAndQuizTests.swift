import Cards
import Collection
import FSRS
import Study
import Testing

@Suite struct SettingsAndQuizTests {
  let workshop: Workshop
  let cards = Workshop.cards(3)
  init() throws { workshop = try Workshop() }

  @Test func settingsAreKeptAndTakenBack() throws {
    let store = try workshop.open()
    #expect(try store.setting("theme") == nil)
    try store.set("theme", to: "light", at: Workshop.morning)
    try store.set("theme", to: "", at: Workshop.morning)
    #expect(try store.setting("theme") == "")
    try store.set("theme", to: nil, at: Workshop.morning)
    #expect(try store.settings().isEmpty)
  }

  @Test func parametersComeBackToTheLastDigit() throws {
    var store = try workshop.open()
    #expect(try store.fittedParameters() == nil)
    let values = Parameters.standard.values.map { $0 * (1 + 1.0 / 3_000_000) }
    let fitted = FittedParameters(
      parameters: try Parameters(values), fittedAt: Workshop.morning, reviews: 4321)
    try store.setFittedParameters(fitted, at: Workshop.morning)
    try store.close(now: Workshop.morning)
    store = try workshop.open()
    #expect(try store.fittedParameters() == fitted)
    try store.set("fsrs.parameters", to: "1,2,three", at: Workshop.morning)
    #expect(
      throws: CollectionError.badValue(path: workshop.file, what: "the fitted parameters")
    ) { try store.fittedParameters() }
    try store.setFittedParameters(nil, at: Workshop.morning)
    #expect(try store.fittedParameters() == nil)
  }

  @Test func quizAnswersAreScoredByScopeAndTouchNoMemory() throws {
    let store = try workshop.opened(with: cards)
    let before = try store.schedules()
    func record(_ card: Int, _ scope: String, _ right: Bool, minute: Double) throws {
      try store.recordQuiz(
        QuizRecord(
          cardID: cards[card].id, time: Workshop.morning.minutes(minute), scope: scope,
          form: right ? .choice : .typed, isRight: right, duration: 900))
    }
    try record(0, "garden/roses", false, minute: 0)
    try record(0, "garden/roses", true, minute: 1)
    try record(0, "", false, minute: 2)
    try record(1, "", true, minute: 3)
    let roses = try store.quizScores(scope: "garden/roses")
    #expect(
      roses == [
        cards[0].id: QuizScore(
          asked: 2, right: 1, lastWasRight: true, lastTime: Workshop.morning.minutes(1))
      ])
    let all = try store.quizScores(scope: nil)
    #expect(all[cards[0].id]?.asked == 3 && all[cards[0].id]?.lastWasRight == false)
    #expect(all.count == 2)
    #expect(try store.schedules() == before)
    #expect(try store.reviewCount() == 0)
  }

  @Test func missesOfAQuizComeBackToday() throws {
    let store = try workshop.opened(with: cards)
    try workshop.answer(cards[0], .easy, at: Workshop.morning, in: store)
    let later = Workshop.morning.days(1)
    let before = try #require(try store.schedules()[cards[0].id])
    try store.bringBack([cards[0].id], using: workshop.scheduler, at: later)
    let after = try #require(try store.schedules()[cards[0].id])
    #expect(after.memory == before.memory && after.lapses == before.lapses)
    #expect(after.due == later)
    #expect(try store.rebuildSchedules(using: workshop.scheduler) == 0)
  }
}
