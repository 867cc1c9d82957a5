import Cards
import Testing

@testable import Study

/// Units, powers, signs and keys, each written in several ways.
@Suite struct TypedSpellingTests {
  static let equal: [(String, String)] = [
    ("8 bits", "8 bit"), ("1 byte", "1 bytes"), ("5 ft", "5 feet"), ("6 in", "6 inches"),
    ("6 inches", "6 in"), ("3 dB", "3 decibels"), ("1013 hPa", "1013 hectopascals"),
    ("1.6 × 10^-19 C", "1.6e-19 C"), ("1.6 × 10⁻¹⁹ C", "1.60e-19 C"), ("6.6e-34", "6.6 × 10^-34"),
    ("1e-3", "0.001"), ("-2e-3", "-0.002"), ("12e-1", "1.2"), ("1.2 trillion", "1.2T"),
    ("π", "pi"), ("λ", "lambda"), ("α-helix", "alpha helix"), ("Na⁺", "Na+"), ("Fe²⁺", "Fe2+"),
    ("c. 1450", "circa 1450"), ("Vol. 2", "volume 2"), ("axes", "axis"),
    ("once a year", "annually"),
    ("weekly", "once per week"), ("`Ctrl+C`", "ctrl-c"), ("`Ctrl-C`", "Control+C"),
    ("`Ctrl+Shift+P`", "ctrl-shift-p"),
  ]

  static let unequal: [(String, String)] = [
    ("8 bits", "8 bytes"), ("5 ft", "5 in"), ("5 ft", "5 m"), ("3 dB", "3 dBm"),
    ("1013 hPa", "1013 kPa"), ("1.6 × 10^-19 C", "1.6e19 C"), ("1.6e-19", "1.6e-18"),
    ("1e-3", "1e3"), ("1e-3", "0.01"), ("-2e-3", "0.002"), ("1.2T", "1.2B"), ("1.2T", "1.2 TB"),
    ("π", "phi"), ("α-helix", "beta helix"), ("Na⁺", "Na"), ("Fe²⁺", "Fe³⁺"), ("Fe²⁺", "Fe3+"),
    ("x²", "x2+"), ("once a year", "once a week"), ("`Ctrl+C`", "ctrl-v"), ("`Ctrl+C`", "alt+c"),
    ("`Ctrl+Shift+P`", "ctrl+p"), ("`a+b`", "a-b"), ("axis", "axe"),
  ]

  @Test(arguments: equal) func isTheSame(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
  }

  @Test(arguments: unequal) func isSomethingElse(answer: String, typed: String) {
    #expect(!TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(!TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "turned round")
  }
}
