import Testing

@testable import FSRS

@Suite("A review log is read and grouped")
struct ReviewLogTests {
  let text = """
    card_id,review_time_ms,rating,elapsed_days,interval_days,state
    7,1000,3,0,2,0
    9,2000,1,0,0,0
    7,3000,4,2,9,1

    9,4000,3,0,1,0
    """

  @Test func `Reviews are grouped by card and keep their order in time`() throws {
    let log = try ReviewLog(csv: text)
    #expect(log.cards == [7, 9])
    #expect(log.count == 4)
    #expect(log.reviews(ofCardAt: 0) == 0..<2)
    #expect(log.reviews(ofCardAt: 1) == 2..<4)
    #expect(log.review(at: 1) == Model.Review(rating: .easy, elapsedDays: 2))
    #expect(log.review(at: 2) == Model.Review(rating: .again, elapsedDays: 0))
    #expect(log.order == [0, 2, 1, 3])
  }

  @Test func `Columns may come in any order, quoted, with Windows line ends and a byte order mark`()
    throws
  {
    let other =
      "\u{FEFF}rating, \"elapsed_days\",deck,review_time_ms,card_id\r\n"
      + "3,0,Biology,1000,\"7\"\r\n1,0.0,\"Cells, \"\"red\"\",\nand white\",2000,9\r\n\r\n"
      + "4, 2 ,,3000,7\r\n3,-1,,4000,9"
    #expect(try ReviewLog(csv: other) == ReviewLog(csv: text))
  }

  @Test func `Reviews out of order in the file are put in order`() throws {
    let entries = SimulatedLearner.entries(cards: 3, days: 40, seed: 5)
    var generator = SeededGenerator(seed: 6)
    let shuffled = entries.shuffled(using: &generator)
    let log = ReviewLog(shuffled)
    let ordered = ReviewLog(entries)
    #expect(log == ordered)
    #expect(log.count == entries.count)
  }

  @Test func `What cannot be read is refused with the line and the reason`() {
    #expect(throws: FSRSError.logWithoutColumn(.card)) { try ReviewLog(csv: "") }
    #expect(throws: FSRSError.logWithoutColumn(.elapsedDays)) {
      try ReviewLog(csv: "card_id,review_time_ms,rating\n1,2,3")
    }
    let header = "card_id,review_time_ms,rating,elapsed_days\n1,1,3,0\n\n"
    #expect(throws: FSRSError.logLine(4, .tooFewFields)) { try ReviewLog(csv: header + "1,2,3") }
    for rating in ["0", "5", "-3", "4000000000"] {
      #expect(throws: FSRSError.logLine(4, .ratingOutOfRange)) {
        try ReviewLog(csv: header + "1,2,\(rating),1")
      }
    }
    for (line, column) in [
      ("x,2,3,1", ReviewLog.Column.card), ("1,,3,1", .time), ("1,2\"3,3,1", .time),
      ("1,2,good,1", .rating),
      ("1,2,3,1e3", .elapsedDays), ("99999999999999999999,2,3,1", .card),
    ] {
      #expect(throws: FSRSError.logLine(4, .notANumber(column)), "\(line)") {
        try ReviewLog(csv: header + line)
      }
    }
  }

  @Test func `A log without reviews is a log`() throws {
    let log = try ReviewLog(csv: "card_id,review_time_ms,rating,elapsed_days")
    #expect(log.count == 0)
    #expect(Model().states(of: log).isEmpty)
    #expect(Model().lastStates(of: log).isEmpty)
    #expect(Evaluation(of: .standard, on: log).logLoss == nil)
  }

  @Test func `Replaying a log gives what replaying card by card gives`() {
    let log = SimulatedLearner.log(cards: 30, days: 120, seed: 3)
    let model = Model(SimulatedLearner.parameters)
    let states = model.states(of: log)
    let last = model.lastStates(of: log)
    #expect(log.count > 16_384, "long enough to be split up")
    for card in log.cards.indices {
      let range = log.reviews(ofCardAt: card)
      let expected = model.replay(range.map { log.review(at: $0) })
      #expect(Array(states[range]) == expected)
      #expect(last[card] == expected.last)
    }
  }

  @Test func `The log as it stood earlier has the earlier reviews only`() {
    let entries = SimulatedLearner.entries(cards: 2, days: 60, seed: 4)
    let half = entries.count / 2
    #expect(ReviewLog(entries).first(half) == ReviewLog(entries.prefix(half)))
    #expect(ReviewLog(entries).first(0) == ReviewLog([]))
    #expect(ReviewLog(entries).first(entries.count) == ReviewLog(entries))
  }
}
