import Cards
import Foundation
import Notes
import Screens
import Study
import Support
import Surface

/// The page that quizzes are made of in these tests, and what takes and answers one.
enum QuizStage {
  /// A page that has something for every kind of question.
  static let page = PageReader.read(
    bytes: Array(
      """
      # Geography

      ## Capitals

      | Country | Capital | Founded |
      |---|---|---|
      | France | Paris | third century before the common era |
      | Spain | Madrid | ninth century under the emirs of the south |
      | Italy | Rome | eighth century before the common era, they say |
      | Norway | Oslo | eleventh century at the head of a fjord |
      | Greece | Athens | older than anybody can tell |
      | Austria | Vienna | first century as a camp of the legions |

      ## Landforms

      - Delta — land built up where a river slows down
      - Esker — a long ridge left by water under ice
      - Cirque — a hollow carved by a small glacier
      - Moraine — rubble pushed together by ice

      ## Finding a place

      1. Unfold the map
      2. Find north
      3. Measure the distance
      4. Draw the line

      ## Key Facts

      - Four oceans: Atlantic, Pacific, Indian, Arctic
      """.utf8), path: "geography", file: "geography.md")

  static let material = QuizMaterial(
    cards: CardMaker.cards(of: page) { _ in nil }.cards, pages: [page])

  static let wide = Size(columns: 200, rows: 60)
  static let small = Size(columns: 40, rows: 12)

  /// A quiz at its first question.
  static func quiz(
    _ kind: QuizKind, count: Int = 3, minutes: Int? = nil, seed: UInt64 = 11,
    size: Size = Stage.standard
  ) -> (screen: QuizScreen, round: QuizRound) {
    let round = QuizRound(
      QuizRequest(
        scope: QuizScope(.page("geography")), kind: kind, count: count, minutes: minutes,
        seed: seed), material: material)
    return (QuizScreen(round: round, scope: "Geography", size: size), round)
  }

  /// Presses what gives the right answer, and submits it.
  @discardableResult
  static func answerRight(_ screen: inout QuizScreen, _ question: QuizQuestion) -> [Effect] {
    let letters = ["a", "b", "c", "d", "e", "f"]
    switch question.form {
    case .choice(_, let correct): screen.press("\(correct + 1)")
    case .several(_, let correct): for place in correct { screen.press("\(place + 1)") }
    case .typed: screen.type(question.answer)
    case .match(_, _, let answer):
      for (row, partner) in answer.enumerated() { screen.press("\(row + 1)", letters[partner]) }
    case .order(let items, let answer):
      // Bubble each item up to its place.
      var order = Array(items.indices)
      for (place, item) in answer.enumerated() {
        guard var at = order.firstIndex(of: item) else { continue }
        for _ in 0..<items.count { screen.press("up") }
        for _ in 0..<at { screen.press("down") }
        while at > place {
          screen.press("K")
          order.swapAt(at, at - 1)
          at -= 1
        }
      }
    case .table(let table):
      if let bank = table.bank {
        for (row, place) in table.hidden.enumerated() {
          guard let letter = bank.firstIndex(of: table.text(place)) else { continue }
          screen.press("\(row + 1)", letters[letter])
        }
      } else {
        for (index, place) in table.hidden.enumerated() {
          screen.type(table.text(place))
          if index + 1 < table.hidden.count { screen.press("tab") }
        }
      }
    case .list(let items):
      for item in items {
        screen.type(item)
        screen.press("enter")
      }
    }
    return screen.press("enter")
  }

  static let kinds: [QuizKind] = QuizKind.allCases
}
