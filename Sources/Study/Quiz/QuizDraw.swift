import Cards

/// Draws the cards of a round: spread over the sources, and so that no question answers another.
struct QuizDraw {
  private struct Ticket {
    let card: Card
    let prompt: String
    let answer: String
    /// A short word or a bare number stands in many prompts without telling anything.
    let isTelling: Bool

    init(_ card: Card) {
      self.card = card
      prompt = " " + Distractors.key(card.prompt) + " "
      answer = " " + Distractors.key(card.answer) + " "
      isTelling = answer.utf8.count > 5 && answer.contains { $0.isLetter }
    }

    /// Whether what one question shows answers the other.
    func givesAway(_ other: Ticket) -> Bool {
      (other.isTelling && prompt.contains(other.answer))
        || (isTelling && other.prompt.contains(answer))
        || (answer == other.answer && !card.siblingGroup.isEmpty
          && card.siblingGroup == other.card.siblingGroup)
    }
  }

  /// How many of the questions before are looked at.
  private static let memory = 30

  /// `count` cards, or all; fewer where the rest would only repeat or give away what is asked.
  static func cards(_ cards: [Card], count: Int?, random: inout SplitMix64) -> [Card] {
    let wanted = min(cards.count, max(0, count ?? cards.count))
    guard wanted > 0 else { return [] }
    let order = spread(cards, random: &random)
    var next = 0
    var chosen: [Ticket] = []
    var deferred: [Ticket] = []
    while chosen.count < wanted, next < order.count {
      let ticket = Ticket(cards[order[next]])
      next += 1
      if chosen.suffix(memory).contains(where: { $0.givesAway(ticket) }) {
        deferred.append(ticket)
      } else {
        chosen.append(ticket)
      }
    }
    place(deferred, in: &chosen, wanted: wanted)
    return chosen.map(\.card)
  }

  /// Source by source in random order, again and again, so that siblings are far from each other.
  private static func spread(_ cards: [Card], random: inout SplitMix64) -> [Int] {
    var groups: [String: Int] = [:]
    var sources: [[Int]] = []
    for index in cards.indices {
      var group = cards[index].siblingGroup
      if group.isEmpty { group = "\(cards[index].page) \(cards[index].line)" }
      if let known = groups[group] {
        sources[known].append(index)
      } else {
        groups[group] = sources.count
        sources.append([index])
      }
    }
    sources = random.shuffled(sources)
    for source in sources.indices where sources[source].count > 1 {
      sources[source] = random.shuffled(sources[source])
    }
    var result: [Int] = []
    result.reserveCapacity(cards.count)
    var round = 0
    var left = Array(sources.indices)
    while !left.isEmpty {
      for source in left { result.append(sources[source][round]) }
      round += 1
      left = left.filter { sources[$0].count > round }
    }
    return result
  }

  /// What was put off because another question gives it away comes where neither neighbour does.
  private static func place(_ deferred: [Ticket], in chosen: inout [Ticket], wanted: Int) {
    for ticket in deferred {
      guard chosen.count < wanted else { return }
      let last = chosen.suffix(3)
      if !last.contains(where: { $0.givesAway(ticket) }) {
        chosen.append(ticket)
        continue
      }
      let place = stride(from: chosen.count - 3, to: 2, by: -1).prefix(memory).first { place in
        !chosen[max(0, place - 3)..<min(chosen.count, place + 3)].contains {
          $0.givesAway(ticket)
        }
      }
      if let place { chosen.insert(ticket, at: place) }
    }
  }
}
