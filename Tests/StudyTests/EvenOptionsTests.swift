import Cards
import Notes
import Testing

@testable import Study

@Suite struct EvenOptionsTests {
  private static func flaw(
    _ right: String, _ wrong: [String], prompt: String = ""
  ) -> EvenOptions.Flaw? {
    let given = Echo.words(prompt)
    let even = EvenOptions(echo: { Echo.of(Echo.words($0), in: given).count })
    return even.flaw(right: [AnswerShape(right)], wrong: wrong.map { AnswerShape($0) })
  }

  @Test func aSetThatGivesItselfAwayIsNoSet() {
    let sets: [(String, [String], String)] = [
      ("57", ["200,000", "2", "8"], "numbers of another size"),
      ("1000", ["1,808", "1,865", "1,204"], "the only one without a comma"),
      ("1,865", ["500", "1,000", "2,000"], "the only one that is not rounded"),
      ("20%", ["70.0%", "66%", "45%"], "decimals"),
      ("48", ["1791", "1824", "1913"], "a count among years"),
      ("40 GB", ["40 MB", "80 TB", "2 GB"], "units"),
      ("12–15 kg", ["14 kg", "9 kg", "21 kg"], "a range among single ones"),
      ("validate", ["measurement", "evaluation", "robust"], "a verb among nouns"),
      ("a rapid change", ["the slow decay", "an even flow", "the last step"], "articles"),
      ("wings", ["a beak", "the tail", "leg"], "singular and plural"),
      ("`git status`", ["the index", "the stash", "the reflog"], "code among prose"),
      ("Kestrel", ["heron", "dunlin", "osprey"], "capitals"),
      ("SwiGLU", ["Verified", "Gated", "Masked"], "capitals inside"),
      (
        "a policy under which a model is not deployed before it was tested for that",
        ["a small test", "a short list", "a model card"], "length"
      ),
      ("market risk", ["loss", "profit", "income"], "words"),
      ("bread and butter", ["green tea", "cold milk", "warm beer"], "a pair among single things"),
    ]
    for (right, wrong, why) in sets { #expect(Self.flaw(right, wrong) != nil, "\(why): \(wrong)") }
    let prompt = "What does the Documentation Officer write?"
    #expect(Self.flaw("docs", ["rules", "tests", "plans"], prompt: prompt) == .echo)
    #expect(
      Self.flaw("plans", ["officers", "documents", "officer lists"], prompt: prompt) != nil,
      "the only one that repeats nothing")
  }

  @Test func anEvenSetPasses() {
    let sets: [(String, [String])] = [
      ("4,800", ["7,200", "3,600", "6,300"]), ("1913", ["1929", "1926", "1907"]),
      ("24%", ["21%", "17%", "32%"]), ("`Hg`", ["`Au`", "`Fe`", "`Br`"]),
      ("Dirty read", ["Phantom read", "Write skew", "Lost update"]),
      ("raised fourth", ["lowered second", "raised sixth", "lowered seventh"]),
      ("2 August 2025", ["1 August 2024", "2 August 2026"]),
      ("40–60", ["66–76", "76–108", "108–120"]),
    ]
    for (right, wrong) in sets { #expect(Self.flaw(right, wrong) == nil, "\(right): \(wrong)") }
  }

  @Test func theFormOfAWordTellsWhatItCanBe() {
    #expect(WordClass(of: "orchestration") == .noun)
    #expect(WordClass(of: "harden") == .verb)
    #expect(WordClass(of: "minimal") == .adjective)
    #expect(WordClass(of: "monitor") == [.noun, .verb])
    #expect(!WordClass(of: "validate").agrees(with: WordClass(of: "orchestration")))
    #expect(WordClass(of: "prototype").agrees(with: WordClass(of: "orchestration")))
    #expect(WordClass(ofPhrase: ["Run", "the", "code"], head: "code") == .verb)
    #expect(WordClass(ofPhrase: ["reduces", "the", "cost"], head: "cost") == .statement)
  }

  @Test func anArticleStandsBeforeWhatIsSpoken() {
    for text in ["hour", "LLM", "SQL query", "8-bit number", "apple", "`index`", "unimportant one"]
    {
      #expect(AnswerShape.startsWithVowel(text), "an \(text)")
    }
    for text in ["user", "unit", "one-way door", "URL", "European", "12-bit number", "tree"] {
      #expect(!AnswerShape.startsWithVowel(text), "a \(text)")
    }
  }

  @Test func whatAnotherLineSaysIsNoWrongChoice() {
    let facts = [
      "Caffeine is found in Coffee", "Caffeine is also found in Tea",
      "Nicotine is found in Tobacco", "Menthol is found in Mint", "Capsaicin is found in Chilli",
      "Theobromine is found in Cocoa",
    ]
    let cards = facts.enumerated().map { index, fact in
      var card = Made.card(
        "c\(index)", kind: .cloze,
        prompt: fact.split(separator: " ").dropLast().joined(separator: " ") + " […]",
        answer: String(fact.split(separator: " ").last ?? ""), line: index + 1)
      card.source = fact
      return card
    }
    for seed in UInt64(0)..<30 {
      let round = QuizRound(
        QuizRequest(kind: .choice, count: 6, seed: seed),
        material: QuizMaterial(cards: cards, pages: []))
      let question = round.questions.first { $0.subject == "c0" }
      guard case .choice(let options, _)? = question?.form else {
        Issue.record("no choice: \(String(describing: question))")
        continue
      }
      #expect(!options.contains("Tea"), "\(options)")
    }
  }

  // MARK: Numbers

  @Test func numbersAreMadeOfTheSameSizeAndForm() {
    var random = SplitMix64(seed: 5)
    for text in [
      "4,800", "57", "2", "24%", "97%", "70.6%", "~$3.99", "$1,799 a month", "49 BC", "5,730 years",
      "440 Hz", "1913", "32 GB", "0.1%", "200+", "1,064 °C", "7B",
    ] {
      guard let number = NumberForm(text) else {
        Issue.record("no number: \(text)")
        continue
      }
      for _ in 0..<20 {
        let made = number.others(3, besides: [number.value], in: 2026, random: &random)
        #expect(!made.isEmpty || text == "0.1%", "\(text)")
        #expect(Set(made).count == made.count)
        for other in made {
          let form = NumberForm(other)
          #expect(form.map(number.isAlike) == true, "\(text): \(other)")
          #expect(!Sameness(other).overlaps(Sameness(text)), "\(text): \(other)")
          if text.hasSuffix("%") { #expect((form?.value ?? 200) < 100) }
        }
      }
    }
    for text in [
      "1 - β", "10^k", "0.693 · n", "ASL-3", "Python 3.12", "−259 °C", "12–15", "p99", "`4096`",
      "2000", "v2",
    ] {
      let made = NumberForm(text)?.others(3, besides: [], in: 2026, random: &random) ?? []
      #expect(made.isEmpty, "\(text): \(made)")
    }
  }

  /// `10 GB` among 20, 30 and 40 GB would always be the least.
  @Test(arguments: ["10 GB", "200 days", "3%", "100 ms", "10M", "$0.02"])
  func somethingIsMadeOnBothSides(of text: String) throws {
    let number = try #require(NumberForm(text))
    var random = SplitMix64(seed: 3)
    let made = number.others(6, besides: [number.value], in: 2026, random: &random).compactMap {
      NumberForm($0)?.value
    }
    #expect(made.contains { $0 < number.value } && made.contains { $0 > number.value })
  }

  /// 24 hours are a day, and 46 are nothing.
  @Test func timesAndPowersOfTwoAreMadeAsPeopleSetThem() throws {
    var random = SplitMix64(seed: 9)
    func made(_ text: String) throws -> [Double] {
      let number = try #require(NumberForm(text))
      return number.others(4, besides: [number.value], in: 2026, random: &random).compactMap {
        NumberForm($0)?.value
      }
    }
    for text in ["24 h", "48 hours", "168h"] {
      let hours = try made(text)
      #expect(
        hours.count > 2
          && hours.allSatisfy { $0.truncatingRemainder(dividingBy: 4) == 0 || $0 == 6 })
    }
    let experts = try made("256 experts")
    #expect(
      experts.count > 2 && experts.allSatisfy { [32, 64, 128, 512, 1024, 2048].contains($0) })
    #expect(NumberForm("128K").flatMap { one in NumberForm("131K").map(one.isAlike) } == false)
    #expect(NumberForm("5.4").flatMap { one in NumberForm("28.4").map(one.isAlike) } == false)
  }

  private static func choices(
    of cards: [Card], asked id: String, seeds: UInt64, year: Int? = nil
  ) -> [(options: [String], correct: Int)] {
    (0..<seeds).compactMap { seed in
      let round = QuizRound(
        QuizRequest(kind: .choice, count: cards.count, seed: seed, year: year),
        material: QuizMaterial(cards: cards, pages: []))
      let question = round.questions.first { $0.subject == id }
      guard case .choice(let options, let correct)? = question?.form else { return nil }
      return (options, correct)
    }
  }

  /// Of three options the right one would be the middle one too often.
  @Test(arguments: ["64 KB", "256 bits", "512 MiB"])
  func aPowerOfTwoStandsInEveryPlaceAmongFour(_ text: String) {
    let cards = [Made.card("c0", kind: .cloze, prompt: "A buffer of […]", answer: text)]
    var ranks = [0, 0, 0, 0]
    let choices = Self.choices(of: cards, asked: "c0", seeds: 80)
    for (options, correct) in choices {
      let values = options.compactMap { NumberForm($0)?.value }
      #expect(values.count == 4, "\(options)")
      ranks[values.count { $0 < values[correct] }] += 1
    }
    #expect(choices.count == 80 && ranks.allSatisfy { $0 > 2 }, "\(ranks)")
  }

  /// 2035 beside 2020, and 1999 in a list of last year's, are seen to be wrong.
  @Test func yearsAreOfOneTime() throws {
    let cards =
      [Made.card("c0", kind: .cloze, prompt: "The award of […]", answer: "2023")]
      + [2031, 2035, 2040].map {
        Made.card("c\($0)", kind: .cloze, prompt: "Closing in […]", answer: "\($0)", line: $0)
      }
    let choices = Self.choices(of: cards, asked: "c0", seeds: 30, year: 2026)
    #expect(!choices.isEmpty)
    for (options, _) in choices {
      #expect(options.allSatisfy { Int($0).map { (2015...2027).contains($0) } ?? false })
    }
    let number = try #require(NumberForm("2035"))
    var random = SplitMix64(seed: 1)
    let made = number.others(6, besides: [2035], in: 2026, random: &random).compactMap { Int($0) }
    #expect(made.contains { $0 < 2035 } && made.contains { $0 > 2035 })
    #expect(made.allSatisfy { $0 > 2027 })
  }

  /// 1030s beside 1960s are seen to be made up, and 2040s are still to come.
  @Test(arguments: ["1960s", "2010s"]) func decadesStandAmongDecadesOfTheirTime(answer: String)
    throws
  {
    let cards = [Made.card("c0", kind: .cloze, prompt: "Begun in the […]", answer: answer)]
    let choices = Self.choices(of: cards, asked: "c0", seeds: 20, year: 2026)
    let right = try #require(Int(answer.dropLast()))
    #expect(choices.count > 10)
    for (options, _) in choices {
      let decades = options.compactMap { $0.hasSuffix("s") ? Int($0.dropLast()) : nil }
      #expect(decades.count == options.count, "\(options)")
      #expect(decades.allSatisfy { $0 % 10 == 0 && abs($0 - right) <= 60 && $0 <= 2026 })
    }
  }

  /// Which years are new is the clock's to say: what happened this year, or will in the next, is not always the
  /// latest of the choices, nor the earliest.
  @Test(arguments: [2026, 2041], -1...2)
  func aYearOfTodayStandsInEveryPlace(now: Int, later: Int) {
    let cards = [
      Made.card("c0", kind: .cloze, prompt: "The award of […]", answer: "\(now + later)")
    ]
    let choices = Self.choices(of: cards, asked: "c0", seeds: 60, year: now)
    var ranks: [Int: Int] = [:]
    for (options, correct) in choices {
      let years = options.compactMap { Int($0) }
      #expect(years.allSatisfy { abs($0 - now) <= 10 }, "\(options)")
      ranks[years.count { $0 < years[correct] }, default: 0] += 1
      // Nobody takes a far plan for what has happened.
      #expect(later > 1 || years.allSatisfy { $0 <= max(now + 1, now + later + 5) }, "\(options)")
    }
    let last = choices.count { choice in
      choice.options.allSatisfy { $0 <= choice.options[choice.correct] }
    }
    #expect(choices.count > 20 && ranks.count > 1 && 4 * last < 3 * choices.count, "\(ranks)")
  }

  /// What is said of the same two pages the other way round is as right, and what is said of another page is seen
  /// to be about that one.
  @Test func aConnectionOfAnotherPageIsNoWrongChoice() {
    func connection(_ id: String, _ page: String, _ target: String, _ reason: String) -> Card {
      var card = Made.card(
        id, kind: .connection, prompt: "Why is \(page) connected to \(target)?", answer: reason)
      card.page = page
      card.slot = target
      card.pool = page + "#connections"
      return card
    }
    let cards = [
      connection("a", "lab/makers", "training", "they replaced the labels of people"),
      connection("b", "lab/training", "lab/makers", "they changed the labels of humans"),
      connection("c", "lab/makers", "laws", "they follow the duties of providers"),
      connection("d", "lab/makers", "tools", "they call the functions of others"),
      connection("f", "lab/training", "staff", "they raise the salaries of adults"),
    ]
    let links = ["lab/makers": Set(["lab/training"]), "lab/training": Set(["lab/makers"])]
    let distractors = Distractors(cards: cards, asked: cards, links: links)
    var asked = 0
    for seed in UInt64(0)..<30 {
      var random = SplitMix64(seed: seed)
      let wrong = Set(distractors.choose(for: cards[0], random: &random))
      // Of three options the right one is the middle one too often: some are not asked.
      #expect(wrong.isEmpty || wrong == [cards[2].answer, cards[3].answer])
      asked += wrong.isEmpty ? 0 : 1
    }
    #expect(asked > 5)
  }

  /// Facts with numbers of every sort, whose sizes and formats differ on purpose.
  private static func vault(seed: UInt64) -> [Page] {
    var random = SplitMix64(seed: seed &+ 77)
    let units = [" kg", "%", " GB", " years", "", " km/h", "+ members", " °C"]
    let things = [
      "tower", "bridge", "lighthouse", "harbour", "canal", "mill", "archive", "station", "garden",
      "library",
    ]
    return (0..<3).map { number in
      var text = "# Works of the town \(number)\n\n## Key Facts\n\n"
      for thing in random.shuffled(things) {
        let scale = [9, 90, 900, 9_000, 90_000, 900_000][random.below(6)]
        var count = String(1 + random.below(scale))
        if count.count > 3, random.below(2) == 0 {
          count.insert(",", at: count.index(count.endIndex, offsetBy: -3))
        }
        let unit = units[random.below(units.count)]
        text +=
          "- The old \(thing) holds \(count)\(unit) of goods since \(1500 + random.below(500))\n"
      }
      text += "\n## Prices\n\n| Ware | Price | Weight | Use |\n|---|---|---|---|\n"
      for thing in random.shuffled(things).prefix(6) {
        let use = ["to store grain", "storage of grain", "stores the grain", "cheap and quick"]
        text +=
          "| \(thing.capitalized) | €\(1 + random.below(900)) | \(random.below(90)).\(random.below(9)) kg | \(use[random.below(4)]) \(random.below(70)) |\n"
      }
      let path = "town/page-\(number)"
      return PageReader.read(bytes: Array(text.utf8), path: path, file: path + ".md")
    }
  }

  @Test func numbersStandAmongNumbersOfTheirKind() {
    var read = 0
    for seed in UInt64(0)..<12 {
      let pages = Self.vault(seed: seed)
      let cards = MadeVault.cards(of: pages)
      let material = QuizMaterial(cards: cards, pages: pages)
      let round = QuizRound(QuizRequest(kind: .choice, count: 60, seed: seed), material: material)
      for question in round.questions {
        guard case .choice(let options, let correct) = question.form,
          options[correct].first.map({ $0.isNumber || $0 == "€" }) == true
        else { continue }
        read += 1
        // Looked at without the code that chose them.
        func digits(_ text: String) -> String { text.filter(\.isNumber) }
        func rest(_ text: String) -> String { text.filter { !$0.isNumber && $0 != "," } }
        #expect(Set(options.map(rest)).count == 1, "units: \(options)")
        let long = options.filter { digits($0).count > 3 && !Self.isYear($0) }
        #expect(Set(long.map { $0.contains(",") }).count < 2, "commas: \(options)")
        #expect(Set(options.map(Self.isYear)).count == 1, "years: \(options)")
        let values = options.compactMap { Double(digits($0)) }
        if let least = values.min(), let most = values.max(), most > 12 {
          #expect(most <= 36 * least, "sizes: \(options)")
        }
        // What is made up stands nowhere on the page.
        let page = cards.filter { $0.page == question.place.page }
        for (index, option) in options.enumerated() where index != correct {
          let isReal = cards.contains { AnswerShape.shown($0.answer) == option }
          #expect(
            isReal || !page.contains { Self.numbers($0.source).contains(Self.figure(option)) },
            "\(option): \(question.prompt)")
        }
      }
    }
    #expect(read > 150)
  }

  /// Somebody who always takes the largest, or the second smallest, is right no more often than by chance.
  @Test func theSizeOfTheRightNumberSaysNothing() {
    var ranks = [0, 0, 0, 0]
    for seed in UInt64(20)..<44 {
      let pages = Self.vault(seed: seed)
      let material = QuizMaterial(cards: MadeVault.cards(of: pages), pages: pages)
      let round = QuizRound(QuizRequest(kind: .choice, count: 60, seed: seed), material: material)
      for question in round.questions {
        guard case .choice(let options, let correct) = question.form, options.count == 4 else {
          continue
        }
        let values = options.compactMap { NumberForm($0)?.value }
        guard values.count == 4, values[correct] >= 20 else { continue }
        ranks[values.filter { $0 < values[correct] }.count] += 1
      }
    }
    let all = ranks.reduce(0, +)
    #expect(all > 200)
    for rank in ranks { #expect(rank * 100 > all * 14 && rank * 100 < all * 40, "\(ranks)") }
  }

  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && (1500...2100).contains(Int(text) ?? 0)
  }

  /// The digits with their point, without separators.
  private static func figure(_ text: String) -> String {
    text.filter { $0.isNumber || $0 == "." }
  }

  private static func numbers(_ text: String) -> Set<String> {
    Set(
      text.replacing(",", with: "").split { !$0.isNumber && $0 != "." }.map(String.init))
  }
}
