import Cards
import Testing

@testable import Study

/// Families of ways to say the same: each by a rule, not word by word, and none that lets a wrong number, level or
/// negation through.
@Suite struct TypedFamiliesTests {
  static let same: [(String, String)] = [
    // Umlauts written out.
    ("Übermensch", "Uebermensch"), ("Uebermensch", "Übermensch"), ("Dürer", "Duerer"),
    ("Gewürztraminer", "gewuerztraminer"), ("smörgås", "smoergaas"), ("smörgås", "smorgas"),
    ("Größe", "Groesse"), ("Bjørnson", "Bjoernson"),
    // Spans of time.
    ("two weeks", "a fortnight"), ("a fortnight", "14 days"), ("fortnight", "two weeks"),
    ("every fortnight", "every two weeks"), ("30 years", "three decades"),
    ("a century", "100 years"), ("half a century", "50 years"), ("an hour", "60 minutes"),
    ("weekly", "every 7 days"), ("twice a week", "two times a week"),
    // Decades.
    ("1960s", "the sixties"), ("the sixties", "the 60s"), ("the '50s", "1950s"), ("the 90s", "90s"),
    ("1 minute", "60s"), ("20 seconds", "20s"),
    // Space in formulas.
    ("O(n log n)", "O(nlogn)"), ("$O(n log n)$", "O(nlogn)"),
    ("Θ(E log V)", "Θ(ElogV)"), ("f(x, y)", "f(x,y)"),
    ("a = b * c", "a=b*c"),
    // Shortened before a number.
    ("page 5", "p. 5"), ("pp. 30–34", "pages 30–34"), ("No. 3", "number 3"), ("No 3", "no. 3"),
    ("Symphony No. 5", "symphony number 5"), ("chapter 7", "ch. 7"), ("section 3", "sec. 3"),
    ("Op. 27", "opus 27"),
    // Multiples.
    ("twice the cost", "double the cost"), ("double", "2x"), ("triple the price", "3× the price"),
    ("twofold", "twice"), ("a tenfold rise", "a 10x rise"),
    // What is done.
    ("fermenting", "to ferment"), ("to run aground", "running aground"), ("to lie", "lying"),
    ("to dye", "dyeing"),
    ("tuning the strings", "tune the strings"), ("by drying leaves", "drying leaves"),
    // Comparisons behind a unit.
    ("at least 3 days", "3 days or more"),
  ]

  static let other: [(String, String)] = [
    ("Dürer", "Daerer"), ("Uhr", "Uehr"), ("Müller", "Moeller"),
    ("two weeks", "three fortnights"), ("a fortnight", "12 days"), ("a century", "10 years"),
    ("half a century", "100 years"), ("the 19th century", "100 years"), ("day", "24 h or so"),
    ("twice a week", "twice in 7 weeks"), ("every fortnight", "every week"),
    ("1970s", "the sixties"), ("1870s", "the seventies"), ("60 seconds", "1960s"),
    ("the nineties", "90"), ("1980s", "1980"),
    ("O(n log n)", "O(n)"), ("f(x, y)", "f(y, x)"), ("x = 1 2", "x = 12"),
    ("f(n) + n", "f(n) - n"), ("y = x^2 + 1", "y = x^2 - 1"), ("x² - 1", "x² + 1"),
    ("page 5", "p. 6"), ("page 5", "chapter 5"), ("No. 3", "no rule"), ("no entry", "number entry"),
    ("twice the cost", "half the cost"), ("double", "triple"), ("a tenfold rise", "a tenfold fall"),
    ("building", "build"), ("fermenting", "not to ferment"), ("to boil", "broiling"),
    ("to dye", "dying"),
    ("the tuning", "tune"),
    ("at least 3 days", "3 days or less"), ("3, 5 or more", "5 or more"),
  ]

  @Test(arguments: same) func isTheSame(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "turned round")
  }

  @Test(arguments: other) func isSomethingElse(answer: String, typed: String) {
    #expect(!TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(!TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "turned round")
  }
}
