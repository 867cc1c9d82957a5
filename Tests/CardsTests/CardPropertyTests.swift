import Cards
import Testing

/// What holds for every card, whatever the fact: tried on facts put together at random.
@Suite struct CardPropertyTests {
  private struct Fact {
    var markdown: String
    var seed: UInt64
  }

  private static let subjects = [
    "The keel", "A gaff rig", "Marine plywood", "The tidal stream", "Pale malt", "`brewctl`",
    "Dr. Harlow's method", "The MK-4 pump", "Stockholm tar", "**Dry hopping**", "Most harbours",
    "An anchor chain", "The Corn Exchange (1843)", "Flemish bond",
  ]
  private static let verbs = [
    "needs", "is", "replaces", "has", "prevents", "means", "can be fitted with", "never reaches",
    "was rebuilt by", "depends on", "uses", "delivers",
  ]
  private static let objects = [
    "about 40 kg of lead", "a second layer of oak", "`--dry-run`", "3–5 days at 12 °C",
    "the Board of Works in 1902", "salt, not fresh water", "four bolts (M12) and two washers",
    "$3.50/kg", "a \"soft\" landing", "Kent Golding, Fuggle and Saaz hops", "2× its own weight",
    "50-70% of the load", "slow cooling rather than ice", "H(t) = 3 · log(t)", "trouble",
    "the rate `f(x) = 2x (approx.)`", "warmth until the sugar is gone", "~$1.99/hr",
    "12 to 15 litres", "`-v` and `-q`", "`hoist`, `lower`, and `reef`", "3, 6 and 9 knots",
    "10s, 20s, 40s", "2 × beam + 1", "$v = 2.43 \\cdot \\sqrt{L}$", "„Halse“ or „Wende“",
    "RYA and harbour rules", "mg/kg doses of 4 mg/kg", "better", "rebuilt", "a large number",
  ]
  private static let tails = [
    "", " — because the grain swells", "; the old one was lighter", " (see the log of 1911)",
    " when the wind is above 20 knots", " [unverified]", ", which nobody expected",
    " → the pump stops", ". It lasts for 15 years.", " vs 12 days for steel",
    " without a second coat", " — keep it dry", "; nobody knows why", ": use a second pump",
    " (see Rule 12(b))", " — about 5 to 7 days", " vs Rule 12 for steel",
  ]
  private static let labels = [
    "Ballast", "Rule of thumb", "Cost per season", "MK-4", "Why it leaks", "Three parts",
    "`brewctl`", "Safety vs speed", "Tar (pine)", "First trial",
  ]
  private static let items = [
    "keel", "stem post", "garboard strake (lowest plank)", "rudder", "bilge pump", "deck beam",
    "mast step", "transom", "ribs and frames", "hull lining",
  ]

  private static func facts(_ count: Int) -> [Fact] {
    (0..<count).map { number in
      let seed = UInt64(number) &* 7919 &+ 11
      var dice = Dice(seed: seed)
      let sentence =
        "\(dice.pick(subjects)) \(dice.pick(verbs)) \(dice.pick(objects))\(dice.pick(tails))"
      switch dice.roll(6) {
      case 0:
        return Fact(
          markdown: "\(dice.pick(labels)): \(dice.pick(objects))\(dice.pick(tails))", seed: seed)
      case 1:
        let chosen = (0..<3 + dice.roll(3)).map { _ in dice.pick(items) }
        return Fact(markdown: "\(dice.pick(labels)): \(chosen.joined(separator: ", "))", seed: seed)
      case 2:
        let a = dice.pick(items)
        let b = dice.pick(items)
        return Fact(
          markdown:
            "\(dice.pick(labels)): \(a) = \(dice.pick(objects)); \(b) = \(dice.pick(objects))",
          seed: seed)
      default: return Fact(markdown: sentence, seed: seed)
      }
    }
  }

  /// Made once, looked at by every test.
  private static let all: [(fact: Fact, cards: [Card], problems: Int)] = facts(1200).map { fact in
    let reading = read("# Notebook\n\n## Key Facts\n\n- \(fact.markdown)\n")
    return (fact, reading.cards, reading.problems.count)
  }

  @Test func everyFactGivesACardOrAProblem() {
    var silent = 0
    for (fact, cards, problems) in Self.all {
      #expect(!cards.isEmpty || problems > 0, "\(fact)")
      if cards.isEmpty { silent += 1 }
    }
    // A problem is the exception.
    #expect(silent < 15)
  }

  @Test func noPromptContainsItsAnswer() {
    for (fact, cards, _) in Self.all {
      for card in cards where card.kind != .list {
        #expect(!stands(card.answer, in: card.prompt), "\(card.prompt) → \(card.answer) of \(fact)")
        #expect(!stands(card.answer, in: card.context), "\(card.context) → \(card.answer)")
      }
    }
  }

  @Test func bracketsQuotesAndBackquotesStayInPairs() {
    for (fact, cards, _) in Self.all {
      for card in cards {
        for text in [card.prompt, card.answer] {
          #expect(isBalanced(text), "\(text) of \(fact)")
        }
      }
    }
  }

  @Test func answersAreShortAndSayWhatTheNoteSays() {
    for (fact, cards, _) in Self.all {
      for card in cards where card.kind != .list {
        #expect(card.answer.split(separator: " ").count <= 16, "\(card.answer) of \(fact)")
        #expect(card.source.contains(card.answer), "\(card.answer) of \(card.source)")
      }
    }
  }

  @Test func answersAreNoFunctionWords() {
    let empty: Set<String> = ["the", "a", "is", "of", "and", "not", "it", "has", "can", "be", "by"]
    for (fact, cards, _) in Self.all {
      for card in cards {
        #expect(!empty.contains(card.answer.lowercased()), "\(card.prompt) of \(fact)")
        #expect(!card.answer.isEmpty)
      }
    }
  }

  /// `12 to 15`, `3 and 9`, `10s, 20s, 40s`: a part of them is a guess.
  @Test func noFigureIsCutOutOfARow() throws {
    let after = try Regex(#"\[…\] (to|and|or) [~$]?[0-9]"#)
    let before = try Regex(#"[0-9]s?(,| to| or) \[…\]"#)
    for (fact, cards, _) in Self.all {
      for card in cards where card.kind == .cloze && card.answer.first?.isNumber == true {
        #expect(card.prompt.firstMatch(of: after) == nil, "\(card.prompt) of \(fact)")
        #expect(card.prompt.firstMatch(of: before) == nil, "\(card.prompt) of \(fact)")
      }
    }
  }

  @Test func noCodeIsCutOutOfARow() throws {
    let cut = try Regex(#"\[…\](,| and| or) `|`(,| and| or) \[…\]"#)
    for (fact, cards, _) in Self.all {
      for card in cards where card.answer.hasPrefix("`") && card.kind == .cloze {
        #expect(card.prompt.firstMatch(of: cut) == nil, "\(card.prompt) of \(fact)")
      }
    }
  }

  /// A remark is one of many that could be made; it is asked for only where nothing else can be.
  @Test func noRemarkIsHiddenWithoutACue() {
    for (fact, cards, _) in Self.all {
      let clozes = cards.filter { $0.kind == .cloze }
      guard clozes.count > 1 else { continue }
      for card in clozes {
        #expect(!card.prompt.hasSuffix(" — […]"), "\(card.prompt) of \(fact)")
      }
    }
  }

  @Test func formulasStayWhole() {
    for (fact, cards, _) in Self.all where fact.markdown.contains("cdot") {
      for card in cards {
        for text in [card.prompt, card.answer] where text.contains("cdot") {
          #expect(text.contains("$v = 2.43 \\cdot \\sqrt{L}$"), "\(text) of \(fact)")
        }
      }
    }
  }

  @Test func aListSaysHowMany() {
    let numbers = ["two", "three", "four", "five", "six", "seven"]
    var seen = 0
    for (fact, cards, _) in Self.all {
      for card in cards where card.kind == .list {
        seen += 1
        let words = card.prompt.lowercased().split { !$0.isLetter }.map(String.init)
        #expect(words.contains(where: numbers.contains), "\(card.prompt) of \(fact)")
      }
    }
    #expect(seen > 20)
  }

  @Test func vagueWordsAreNoAnswers() {
    let vague: Set<String> = ["better", "rebuilt", "large", "a large number", "trouble enough"]
    for (fact, cards, _) in Self.all {
      for card in cards where card.kind == .cloze && !card.prompt.contains("= […]") {
        #expect(!vague.contains(card.answer.lowercased()), "\(card.prompt) of \(fact)")
      }
    }
  }

  /// Tables put together at random: an answer can be said in a breath and says something.
  @Test func cellsAreShortAndSaySomething() {
    let cells =
      Self.objects + [
        "good", "—", "yes", "varies", "OK",
        "Hauled out every spring. Scraped and painted. Launched again before the regatta in May.",
        "Hauled out every spring by a crew of six; the mast comes out first and the keel stays on",
      ]
    var asked = 0
    for number in 0..<200 {
      var dice = Dice(seed: UInt64(number) &* 104_729)
      var table = "# Yard\n\n## Work\n\n| Boat | What it needs | Rating |\n|---|---|---|\n"
      for row in 0..<4 {
        table += "| Boat \(row) | \(dice.pick(cells)) | \(dice.pick(cells)) |\n"
      }
      for card in read(table).cards where card.kind == .cell {
        asked += 1
        #expect(card.answer.split(separator: " ").count <= 20, "\(card.answer)")
        #expect(!["good", "—", "yes", "varies", "ok"].contains(card.answer.lowercased()))
        #expect(
          card.prompt.contains("what does it need") || card.prompt.contains(": Rating"),
          "\(card.prompt)")
      }
    }
    #expect(asked > 500)
  }

  @Test func aFactHasAtMostThreeClozes() {
    for (fact, cards, _) in Self.all {
      #expect(cards.filter { $0.kind == .cloze }.count <= 3, "\(fact)")
    }
  }

  @Test func idsAreUniqueAndReadingTwiceGivesTheSame() {
    let page =
      "# Notebook\n\n## Key Facts\n\n"
      + Self.facts(400).map { "- \($0.markdown)\n" }.joined()
    let first = read(page).cards
    let second = read(page).cards
    #expect(first == second)
    #expect(Set(first.map(\.id)).count == first.count)
    #expect(first.allSatisfy { $0.id.count == 16 && $0.id.allSatisfy(\.isHexDigit) })
  }

  private func stands(_ answer: String, in text: String) -> Bool {
    func words(_ text: String) -> [Substring] {
      text.lowercased().split { !($0.isLetter || $0.isNumber) }
    }
    let answer = words(answer)
    let text = words(text)
    guard !answer.isEmpty, answer.count <= text.count else { return false }
    return (0...(text.count - answer.count)).contains {
      text[$0..<$0 + answer.count].elementsEqual(answer)
    }
  }

  private func isBalanced(_ text: String) -> Bool {
    var open: [Character] = []
    var inCode = false
    for character in text {
      if character == "`" {
        inCode.toggle()
      } else if inCode {
        continue
      } else if "“”".contains(character), open.last == "„" {
        open.removeLast()
      } else if "([{“„".contains(character) {
        open.append(character)
      } else if let mark = [")": "(", "]": "[", "}": "{", "”": "“"][String(character)] {
        guard open.popLast() == Character(mark) else { return false }
      }
    }
    return open.isEmpty && !inCode && text.filter { $0 == "\"" }.count.isMultiple(of: 2)
  }
}
