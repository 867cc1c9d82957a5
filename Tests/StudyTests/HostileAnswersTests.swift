import Cards
import Testing

@testable import Study

/// Whatever is typed, and whatever a note has for an answer, can be judged.
@Suite struct HostileAnswersTests {
  private static let pieces = [
    "9223372036854775807", "1/9223372036854775807", "9223372036854775807/2", "99999999999999999999",
    "0/0", "1/0", "½", "and a half", "half", "two thirds", "%", "10^", "10⁻⁹⁹⁹⁹", "1e999", "-", "–",
    "to",
    "million", "h", "30 min", ":", "2 pm", "24:00", "noon", "MMMMCMXCIX", "$", "€", "kg", "♭", "²",
    "°C",
    "~", "≥", "(", ")", ",", ".", "0.", "000", "١٢٣", "é", "🇩🇪", "not", "no", "the", "WWII",
    "Titania", "",
  ]

  @Test func anyTwoAnswersAreCompared() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<4_000 {
      let texts = (0..<2).map { _ in
        (0..<1 + Int(random.next() % 5)).map { _ in
          Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
        }.joined(separator: random.next() % 3 == 0 ? "" : " ")
      }
      _ = TypedAnswer().judge(texts[0], answer: texts[1], kind: .cloze)
      if texts[0].contains(where: { $0.isLetter || $0.isNumber }) {
        #expect(
          TypedAnswer().judge(texts[0], answer: texts[0], kind: .cloze).isRight, "\(texts[0])")
      }
    }
  }
}
