import Notes

/// `[[page]] — reason`: why is this page connected to that one. A link without a reason gives no
/// card, because nothing could be answered. The same target twice is one card with both reasons.
enum ConnectionRule {
  static func add(
    _ connections: [Connection], resolve: (Connection) -> String?, to deck: inout Deck
  ) {
    var order: [String] = []
    var byTarget: [String: [Connection]] = [:]
    for connection in connections where !deck.isOff(connection.section, connection.cardsOff) {
      guard !connection.reason.isEmpty else { continue }
      if byTarget[connection.target] == nil { order.append(connection.target) }
      byTarget[connection.target, default: []].append(connection)
    }
    /// `“Salt and Water”`: a title of several things is one page.
    func quoted(_ title: String) -> String {
      let joins = [" and ", " & ", " vs ", " or ", ", "].contains { title.contains($0) }
      return joins && !title.contains("“") ? "“\(title)”" : title
    }
    let page = order.isEmpty ? "" : quoted(deck.page.title)
    for target in order {
      guard let group = byTarget[target], let first = group.first else { continue }
      let title = resolve(first) ?? first.label
      guard title != deck.page.title else {
        deck.problem(
          line: first.line, "this connection leads to its own page, so it gives no card",
          "let it lead to another page, or delete it")
        continue
      }
      let reasons = group.map { Brevity.shortened(Prose($0.reason)) ?? $0.reason.plain }
      let answer = reasons.joined(separator: "; ")
      let prompt = "Why is \(page) connected to \(quoted(title))?"
      // `red-teaming — red-teaming`: no reason.
      guard !Leak.contains(title, answer) else { continue }
      deck.add(
        [
          Draft(
            kind: .connection, prompt: prompt, answer: answer, slot: target, pool: "connections")
        ],
        from: Place(
          section: first.section, line: first.line, source: "\(first.label) — \(answer)",
          group: "connection\n" + target, origin: .connections))
    }
  }
}
