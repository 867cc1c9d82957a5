import Cards
import Foundation
import Study

/// A quiz line by line: for screen readers, simple terminals and pipes.
struct PlainQuiz {
  let desk: Desk
  let scope: String
  private var round: QuizRound

  init(desk: Desk, request: QuizRequest) throws {
    self.desk = desk
    scope = request.page ?? ""
    round = try desk.quiz(request)
  }

  /// Runs until the last question, `q`, or the end of the input.
  /// - Returns: whether there was anything to ask.
  mutating func run() throws -> Bool {
    guard !round.questions.isEmpty else {
      say("There is nothing here to ask about.")
      return false
    }
    while let question = round.current {
      let shownAt = desk.now
      say("")
      say("Question \(round.index + 1) of \(round.questions.count). \(question.card.context)")
      say(question.card.prompt)
      guard ask(question), let outcome = round.outcome else { break }
      let duration = Int(desk.now.milliseconds - shownAt.milliseconds)
      try desk.record(outcome, scope: scope, duration: duration)
      round.advance()
    }
    finish()
    return true
  }

  /// Takes an answer and says what it is worth; false when the user is done.
  private mutating func ask(_ question: QuizQuestion) -> Bool {
    switch question.form {
    case .choice(let options, let correct):
      for (index, option) in options.enumerated() { say("\(index + 1). \(option)") }
      while round.outcome == nil {
        guard let line = Console.ask("Number, or q to quit: ") else { return false }
        let typed = line.trimmingCharacters(in: .whitespaces)
        if typed == "q" { return false }
        if let number = Int(typed) { round.answerChoice(number - 1) }
      }
      say(round.outcome?.isRight == true ? "Right." : "Not right. Answer: \(options[correct])")
    case .typed:
      guard let line = Console.ask("Your answer, or q to quit: "), line != "q" else { return false }
      guard let judgement = round.answerTyped(line) else { return false }
      if judgement.isRight {
        say("Right. Answer: \(question.card.answer)")
      } else {
        say("Not right. Answer: \(question.card.answer)")
        let line = Console.ask("Enter goes on; y if you were right: ") ?? ""
        if line.lowercased().hasPrefix("y") { round.override(right: true) }
      }
    }
    return true
  }

  private func finish() {
    say("")
    say("\(round.score) of \(round.outcomes.count) right.")
    for card in round.misses {
      say("Missed: \(card.prompt) Answer: \(card.answer) (\(card.file):\(card.line))")
    }
  }

  private func say(_ text: String) { print(Console.clean(text)) }
}
