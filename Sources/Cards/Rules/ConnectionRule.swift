import Notes

/// `[[page]] — reason`: why is this page connected to that one. A link without a reason gives no
/// card, because nothing could be answered. The same target twice is one card with both reasons.
enum ConnectionRule {
  /// What stands in the link; of a mere path to a page that is not written yet its last part, as words.
  private static func name(of connection: Connection) -> String {
    guard connection.label == connection.target, connection.label.contains("/"),
      let last = connection.label.split(separator: "/").last
    else { return connection.label }
    return String(last.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }

  /// Whether the reason says something that the two titles do not: `generic hooks` between Generics and
  /// Hooks does not, and neither does `why percentiles`.
  private static func saysSomething(_ reason: String, between titles: [String]) -> Bool {
    let words = Leak.words(reason)
    if let first = words.first, BlankFinder.interrogatives.contains(first), words.count < 4 {
      return false
    }
    let known = Set(titles.flatMap(Leak.words))
    return words.contains { !known.contains($0) && !Words.function.contains($0) }
  }

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
      let title = resolve(first) ?? name(of: first)
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
      guard !Leak.contains(title, answer), saysSomething(answer, between: [title, deck.page.title])
      else { continue }
      deck.add(
        [
          Draft(
            kind: .connection, prompt: prompt, answer: answer, slot: target, pool: "connections")
        ],
        from: Place(
          section: first.section, line: first.line, source: "\(title) — \(answer)",
          group: "connection\n" + target, origin: .connections))
    }
  }
}
