import Study
import Testing

@Suite struct SearchQueryTests {
  private func words(_ text: String) -> [String] { SearchWords(text).words.map(\.text) }
  private func stretches(_ text: String) -> [[String]] {
    SearchWords(text).stretches.map { $0.map(\.text) }
  }
  private func finds(_ typed: String, in text: String) -> Bool {
    let query = SearchQuery(typed)
    let match = SearchMatch(query, in: text)
    return !query.isEmpty && match.places.prefix(query.clauses.count).allSatisfy { !$0.isEmpty }
  }

  @Test(arguments: [
    ("Naïve Gödel", ["naive", "godel"]), ("STRASSE Straße", ["strasse", "strasse"]),
    ("re\u{301}sume\u{301}", ["resume"]), ("Ångström Łódź", ["angstrom", "lodz"]),
    ("Αθήνα ΑΘΗΝΑ", ["αθηνα", "αθηνα"]), ("ＡＢＣ１", ["abc1"]), ("H₂O x²", ["h2o", "x2"]),
    ("snake_case", ["snake", "case"]), ("np.array", ["np", "array"]),
    ("3.5 1,000", ["3.5", "1,000"]),
    ("Anthropic’s don't", ["anthropic", "s", "don", "t"]), ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
    ("a — b … c", ["a", "b", "c"]), ("", []), ("\u{0}\u{1B}[31m", ["31m"]),
  ])
  func `Words are folded and taken apart`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("C++", [["c", "+", "+"]]), ("(C++),", [["c", "+", "+"]]), ("--json", [["-", "-", "json"]]),
    ("foo()", [["foo", "(", ")"]]), ("(foo())", [["foo", "(", ")"]]), ("(ASL)", []),
    ("x->y", [["x", "-", ">", "y"]]), ("a → b", [["→"]]), ("€40", [["€", "40"]]),
    (".gitignore.", [[".", "gitignore"]]), ("why? yes!", []), ("a - b", []),
  ])
  func `What has signs keeps them, without the sentence around it`(
    text: String, expected: [[String]]
  ) {
    #expect(stretches(text) == expected)
  }

  @Test func `The parts of camel case are words as well`() {
    let parts = SearchWords("camelCase parseHTTPRequest Claude PLAIN").parts.map { $0.map(\.text) }
    #expect(parts == [["camel", "case"], ["parse", "http", "request"]])
    #expect(finds("request", in: "call parseHTTPRequest now"))
  }

  @Test(arguments: [
    ("naïve", "a naive attempt"), ("naive", "a naïve attempt"), ("godel", "Kurt Gödel"),
    ("GÖDEL", "kurt godel"), ("git add -p", "run `git add -p` first"), ("C++", "faster in C++."),
    ("marketplace_purchase", "the marketplace_purchase event"),
    ("purchase", "marketplace_purchase"),
    ("np.array", "an `np.array`"), ("np.ar", "an `np.array`"), ("--json", "with --json."),
    ("--js", "with --json."), ("foo()", "call foo() twice"), ("foo(", "call foo() twice"),
    ("x->y", "then x->y"), ("x-", "then x->y"), ("snake_", "a snake_case name"), ("京都", "古い京都の町"),
    ("한국", "대한민국 한국어"), ("\"next to each\"", "words next to each other"),
    ("\"next to ea", "words next to each other"), ("“next to”", "words next to each other"),
    ("-p", "git add -p"), ("rm -rf", "never rm -rf /"), ("lev", "ASL Levels"), ("and/or", "and/or"),
    ("ไทย", "ภาษาไทย"),
  ])
  func `It is found as people type it`(typed: String, text: String) {
    #expect(finds(typed, in: text), "\(SearchQuery(typed))")
  }

  @Test(arguments: [
    ("latenc buffer", "latency of the buffer"), ("\"to next\"", "words next to each other"),
    ("\"next t\"", "next to"), ("C++", "C and more"), ("京都", "都の京"), ("foo()", "foo bar"),
  ])
  func `It is not found elsewhere`(typed: String, text: String) {
    #expect(!finds(typed, in: text))
  }

  @Test func `Words with a hyphen before them are left out`() {
    let query = SearchQuery("cache -web -\"two words\"")
    #expect(query.clauses.map(\.words) == [["cache"]])
    #expect(query.exclusions.map(\.words) == [["web"], ["two", "words"]])
    #expect(query.exclusions[0].literal == ["-", "web"])
    // Alone they are meant as they stand.
    #expect(SearchQuery("-web").clauses.map(\.words) == [["-", "web"]])
    #expect(SearchQuery("-").isEmpty)
  }

  @Test func `Emphasis falls on what was typed`() {
    let text = "The Naïve naivety, of naïveté."
    let ranges = SearchMatch(SearchQuery("naiv"), in: text).ranges
    let bytes = Array(text.utf8)
    let shown = ranges.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(shown == ["Naïve", "naiv", "naïveté"])
    let phrase = SearchMatch(SearchQuery("\"of naïveté\""), in: text).ranges
    #expect(phrase.map { String(decoding: bytes[$0], as: UTF8.self) } == ["of naïveté"])
  }

  @Test func `A long query is cut, not refused`() {
    let query = SearchQuery(String(repeating: "word\u{0} ", count: 4000))
    #expect(query.clauses.count < 100)
    #expect(
      SearchQuery(String(repeating: "漢", count: 10_000)).clauses.first?.words.count ?? 0 < 100)
  }

  /// Whatever is taken out of a text, from one blank to another, finds it.
  @Test func `Stretches of a text find it`() {
    var random = SplitMix64(seed: 11)
    let pieces = [
      "Naïve", "C++", "git", "--json", "(foo())", "x->y", "don't", "a.b.c", "“quoted”", "東京", "3.5",
      "100%", "camelCase", "snake_case", "→", "🙂", "é", "[link]", "f(x,", "y)", "http://a.b/c?d=e",
      "#tag", "end.", "ＷＩＤＥ", "ﬁn", "ไทย", "\u{202E}x", "`code`", "~/notes",
    ]
    for _ in 0..<400 {
      let chosen = (0..<6).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
      let text = chosen.joined(separator: " ")
      let start = Int(random.next() % 4)
      let typed = chosen[start..<start + 2].joined(separator: " ")
      let query = SearchQuery(typed)
      if query.isEmpty { continue }
      let match = SearchMatch(query, in: text)
      #expect(match.places.allSatisfy { !$0.isEmpty }, "\(typed) in \(text): \(query.clauses)")
      #expect(match.ranges.allSatisfy { $0.upperBound <= text.utf8.count })
    }
  }
}
