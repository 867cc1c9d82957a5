import ArgumentParser
import FSRS
import Foundation

struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Compute memory states for review histories given as JSON lines.",
    discussion: """
      Reads lines like {"parameters":[…],"desired_retention":0.9,"reviews":[{"rating":3,\
      "elapsed_days":0},…]} on standard input; prints for each one a line with the state after \
      every review and the next interval in days.
      """)

  struct Request: Decodable {
    struct Review: Decodable {
      var rating: Int
      var elapsedDays: Double
      enum CodingKeys: String, CodingKey {
        case rating
        case elapsedDays = "elapsed_days"
      }
    }
    var parameters: [Double]?
    var desiredRetention: Double?
    var reviews: [Review]
    enum CodingKeys: String, CodingKey {
      case parameters, reviews
      case desiredRetention = "desired_retention"
    }
  }

  struct Response: Encodable {
    struct State: Encodable {
      var stability: Double
      var difficulty: Double
      /// Null before the first review.
      var retrievabilityBefore: Double?
      enum CodingKeys: String, CodingKey {
        case stability, difficulty
        case retrievabilityBefore = "retrievability_before"
      }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(stability, forKey: .stability)
        try container.encode(difficulty, forKey: .difficulty)
        try container.encode(retrievabilityBefore, forKey: .retrievabilityBefore)
      }
    }
    var states: [State]
    var interval: Double?
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(states, forKey: .states)
      try container.encode(interval, forKey: .interval)
    }
    enum CodingKeys: String, CodingKey { case states, interval }
  }

  func run() throws {
    if Console.inputIsTerminal {
      Console.error("threshold: reading JSON lines from the keyboard; end with Ctrl-D")
    }
    var number = 0
    while let line = readLine() {
      number += 1
      if line.allSatisfy(\.isWhitespace) { continue }
      let response = try respond(to: line, number: number)
      print(try Console.json(response, pretty: false))
    }
  }

  private func respond(to line: String, number: Int) throws -> Response {
    let request: Request
    do {
      request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
    } catch {
      throw wrong(number, "is not of the right shape", "`threshold help replay` shows it")
    }
    let retention = request.desiredRetention ?? 0.9
    guard retention > 0, retention < 1 else {
      throw wrong(number, "has a desired_retention of \(retention)", "give one between 0 and 1")
    }
    var parameters = Parameters.standard
    if let given = request.parameters {
      do throws(FSRSError) { parameters = try Parameters(given) } catch {
        throw wrong(number, "has parameters that cannot be used: \(error)", "give 21 (or 19, 17)")
      }
    }
    let model = Model(parameters)
    var states: [Response.State] = []
    var memory: MemoryState?
    for (index, review) in request.reviews.enumerated() {
      guard let rating = Rating(rawValue: review.rating) else {
        throw wrong(
          number, "has the rating \(review.rating) in review \(index + 1)", "ratings are 1 to 4")
      }
      let before = memory.map {
        model.retrievability(after: review.elapsedDays, stability: $0.stability)
      }
      let next = model.next(memory, rating: rating, elapsedDays: review.elapsedDays)
      states.append(
        Response.State(
          stability: next.stability, difficulty: next.difficulty, retrievabilityBefore: before))
      memory = next
    }
    let interval = memory.map { model.interval(stability: $0.stability, retention: retention) }
    return Response(states: states, interval: interval)
  }

  private func wrong(_ line: Int, _ what: String, _ remedy: String) -> Failure {
    Failure("line \(line) of the input \(what)", remedy: remedy, status: .wrongUse)
  }
}
