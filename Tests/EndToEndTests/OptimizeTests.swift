import Foundation
import Support
import Testing

@Suite struct OptimizeTests {
  /// A log of cards that are remembered more often the longer they are known, with columns that
  /// nobody asked for, in another order.
  private func log(cards: Int) -> String {
    var lines = ["review_time_ms,card_id,comment,rating,elapsed_days"]
    for card in 0..<cards {
      var day = card
      for (index, elapsed) in [0, 2, 5, 12, 30].enumerated() {
        day += elapsed
        let isForgotten = (card * 7 + index * 3) % 11 == 0
        lines.append("\(day * 86_400_000),\(card),x,\(isForgotten ? 1 : 3),\(elapsed)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `A log in CSV is fitted, and the JSON has the fields of the interface`() throws {
    let scenes = try Scenes()
    let file = try scenes.write(log(cards: 60), to: "log.csv")
    let result = try scenes.run("optimize", "--log", file, "--holdout", "0.2", "--json")
    let fit = try result.json([String: Any].self)
    #expect((fit["parameters"] as? [Double])?.count == 21)
    #expect((fit["reviews"] as? Int ?? 0) > 100)
    for field in [
      "log_loss", "log_loss_default", "seconds", "log_loss_holdout", "log_loss_holdout_default",
    ] { #expect(fit[field] is Double, "\(field)") }
    let ours = try #require(fit["log_loss"] as? Double)
    let standard = try #require(fit["log_loss_default"] as? Double)
    #expect(ours <= standard)
  }

  @Test func `With too few reviews the defaults stay, said plainly`() throws {
    let scenes = try Scenes()
    let file = try scenes.write(log(cards: 1), to: "log.csv")
    let text = try scenes.run("optimize", "--log", file).stdout
    #expect(text.contains("at least 8 are needed: the default parameters stay"))
    let own = try scenes.run("optimize")
    #expect(own.status == .exited(1))
    #expect(own.stdout.contains("the default parameters stay"))
  }

  @Test(arguments: [
    ("card_id,rating\n1,3\n", "no column “review_time_ms”"),
    ("card_id,review_time_ms,rating,elapsed_days\n1,0,9,0\n", "line 2 has a rating"),
    ("card_id,review_time_ms,rating,elapsed_days\n1,soon,3,0\n", "line 2 has no number"),
  ])
  func `A log that cannot be read is named with its line`(text: String, words: String) throws {
    let scenes = try Scenes()
    let file = try scenes.write(text, to: "log.csv")
    let result = try scenes.run("optimize", "--log", file)
    #expect(result.status == .exited(3))
    #expect(result.stderr.contains("log.csv"))
    #expect(result.stderr.contains(words), "\(result.stderr)")
  }

  @Test func `The retention advice shows cost and gain, and 0.90 in use`() throws {
    let scenes = try Scenes()
    let text = try scenes.run("optimize", "--retention").stdout
    #expect(text.contains("0.90") && text.contains("<- in use"))
    let rows = try scenes.run("optimize", "--retention", "--json").json([[String: Any]].self)
    #expect(rows.count == 28)
    let minutes = rows.compactMap { $0["minutes_per_day"] as? Double }
    #expect((minutes.last ?? 0) > (minutes.first ?? 0))
  }

  @Test func `Options that contradict each other are wrong use`() throws {
    let scenes = try Scenes()
    #expect(try scenes.run("optimize", "--holdout", "2").status == .exited(2))
    #expect(try scenes.run("optimize", "--reset", "--retention").status == .exited(2))
  }
}
