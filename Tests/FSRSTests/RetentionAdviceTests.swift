import Testing

@testable import FSRS

@Suite("Advice on the desired retention")
struct RetentionAdviceTests {
  let model = Model()

  @Test func `More retention costs more time and keeps more in mind`() {
    let outlooks = RetentionAdvice.outlooks(
      model, cards: [], unseen: 1000, retentions: [0.7, 0.8, 0.9, 0.97], seed: 1)
    #expect(outlooks.map(\.retention) == [0.7, 0.8, 0.9, 0.97])
    for (lower, higher) in zip(outlooks, outlooks.dropFirst()) {
      #expect(lower.minutesPerDay < higher.minutesPerDay)
      #expect(lower.known < higher.known)
      #expect(lower.met == 1000 && higher.met == 1000)
    }
    #expect(outlooks.allSatisfy { $0.known <= 1000 && $0.known > 700 })
  }

  @Test func `The same seed gives the same advice`() {
    let card = RetentionAdvice.KnownCard(
      memory: MemoryState(stability: 12, difficulty: 5), elapsedDays: 3)
    func advice(_ seed: UInt64) -> [RetentionAdvice.Outlook] {
      RetentionAdvice.outlooks(
        model, cards: Array(repeating: card, count: 50), unseen: 100, days: 100, seed: seed)
    }
    #expect(advice(7) == advice(7))
    #expect(advice(7) != advice(8))
    #expect(advice(7).map(\.retention) == RetentionAdvice.retentions)
  }

  @Test func `Without cards there is nothing to do`() {
    for outlook in RetentionAdvice.outlooks(model, cards: [], unseen: 0, days: 10, seed: 1) {
      #expect(outlook.minutesPerDay == 0 && outlook.known == 0 && outlook.met == 0)
    }
  }

  @Test func `Nothing in the queue is lost to a daily limit`() {
    var habits = StudyHabits.standard
    habits.reviewsPerDay = 3
    habits.newCardsPerDay = 0
    let overdue = RetentionAdvice.KnownCard(
      memory: MemoryState(stability: 5, difficulty: 5), elapsedDays: 100)
    let outlooks = RetentionAdvice.outlooks(
      model, cards: Array(repeating: overdue, count: 30), unseen: 5, habits: habits,
      retentions: [0.9], days: 20, seed: 1)
    // At most three cards a day, each answered once more if it was forgotten.
    #expect(outlooks[0].reviewsPerDay >= 3 && outlooks[0].reviewsPerDay <= 6)
    #expect(outlooks[0].met == 30)
  }

  @Test func `Habits follow a long log, and a short one hardly`() {
    let log = SimulatedLearner.log(cards: 20, days: 100, seed: 2)
    let habits = StudyHabits(log)
    #expect(abs(habits.firstRatings.reduce(0, +) - 1) < 1e-9)
    #expect(abs(habits.recallRatings.reduce(0, +) - 1) < 1e-9)
    #expect(abs(habits.firstRatings[0] - 0.2) < 0.03)
    #expect(habits.recallRatings[2] < 0.01, "this learner never says Easy")
    #expect(StudyHabits(ReviewLog([])) == .standard)
  }
}
