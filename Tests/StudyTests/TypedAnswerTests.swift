import Cards
import Testing

@testable import Study

@Suite struct TypedAnswerTests {
  /// The right answer, and what somebody types for it.
  private static let right: [(String, String)] = [
    ("Distribution shift", "distribution shift"), ("the model itself", "The model itself."),
    ("Möbius strip", "mobius strip"), ("Erdős number", "Erdos number"), ("naïve", "naive"),
    ("capability threshold", "capability thresholds"), ("criteria", "criterion"),
    ("analyses", "analysis"), ("two boxes", "two box"), ("categories", "category"),
    ("unexpected behaviour", "unexpected behavior"), ("tokenization", "tokenisation"),
    ("modelling", "modeling"), ("defence in depth", "defense in depth"), ("grey box", "gray box"),
    ("1,000", "1000"), ("1000", "1,000"), ("10,000 tokens", "10k tokens"), ("10^25", "1e25"),
    (">10²⁵ FLOPs", "> 10^25 FLOPs"), ("3.0", "3"), ("$1.50", "$1.5"), ("50–70%", "50 - 70 %"),
    ("50-70%", "50 to 70 percent"), ("2.5 billion", "2.5bn"), ("five", "5"), ("25", "twenty-five"),
    ("200", "two hundred"), ("2 February 2025", "February 2, 2025"),
    ("2 February 2025", "2 Feb 2025"), ("79.6%", "79.6"), ("~$1.99/hr", "$1.99 per hour"),
    ("red-teaming", "red teaming"), ("red-teaming", "redteaming"), ("Node.js", "nodejs"),
    ("ASL-2", "asl 2"), ("ASL-2", "ASL2"), ("interpretability", "interpretabilty"),
    ("Anthropic", "Antrhopic"), ("specification failure", "specificaton failure"),
    ("mechanistic interpretability", "mechanistic interpretabilitiy"),
    ("don't know", "do not know"), ("cannot be bought", "can't be bought"),
    ("data retrieval", "retrieval of data"),
    (
      "the training methodology for harmlessness",
      "training methodology of harmlessness"
    ),
    ("Responsible Scaling Policy (RSP)", "RSP"),
    ("Responsible Scaling Policy (RSP)", "responsible scaling policy"),
    ("~$3.29/hr (best value for training)", "$3.29/hr"), ("`git rebase -i`", "git rebase -i"),
    ("`max_tokens`", "max_tokens"), ("`--dry-run`", "`--dry-run`"), ("C++", "c++"), ("{}", "{ }"),
    ("“quoted” words", "\"quoted\" words"), ("O’Reilly", "O'Reilly"), ("1 000 000", "1,000,000"),
    ("search, then rank", "search then rank"), ("first", "1st"), ("a", "A"),
    ("No potential for large-scale harm", "no potential for large scale harm"),
  ]

  private static let wrong: [(String, String)] = [
    ("ASL-2", "ASL-3"), ("ASL-2", "ASL"), ("ASL-3+", "ASL-3"), ("1,000", "10,000"), ("1000", "100"),
    ("3.10", "3.1"), ("1.2.3", "1.2.4"), ("10^25", "10^23"), ("50-70%", "50-80%"),
    ("50-70%", "70-50%"), ("$5", "€5"), ("5 GB", "5 MB"), (">10", "<10"), ("≥ 5", "5"), ("-5", "5"),
    ("five", "four"), ("not approached", "approached"), ("approached", "not approached"),
    ("No potential for harm", "potential for harm"), ("harmful", "harmless"),
    ("before deployment", "after deployment"), ("possible", "impossible"),
    ("aligned", "misaligned"), ("symmetric", "asymmetric"), ("increase", "decrease"),
    ("maximum", "minimum"), ("internal", "external"), ("implicit", "explicit"),
    ("encoder", "decoder"), ("intercellular", "intracellular"), ("hypertension", "hypotension"),
    ("trainer", "trainee"), ("nitrate", "nitrite"), ("upload", "download"), ("all", "some"),
    ("precision over recall", "recall over precision"), ("A before B", "B before A"),
    ("deceptive alignment", "alignment"), ("LLM", "LLM, RAG, tools and everything"), ("debate", ""),
    ("debate", "   ?!"), ("the", "a"), ("RLHF", "RLAIF"), ("C++", "C"), ("C#", "C"),
    ("`git rebase -i`", "git rebase -I"), ("`git rebase -i`", "git rebase"), ("cat", "car"),
    ("A100", "H100"), ("A100", "A10"), ("Type A", "Type B"), ("true", "false"),
    ("OpenAI", "OpenBSD"), ("500 MB", "500 GB"), ("€35M or 7%", "€35M"),
    ("Responsible Scaling Policy (RSP)", "RSL"), ("{}", "[]"),
    ("can be bought", "can't be bought"), ("linear", "nonlinear"), ("2 March", "3 March"),
  ]

  @Test(arguments: right)
  func whatIsMeantIsRight(answer: String, typed: String) {
    let judgement = TypedAnswer().judge(typed, answer: answer, kind: .recall)
    #expect(judgement.isRight, "\(answer) / \(typed): \(judgement)")
  }

  @Test(arguments: wrong)
  func whatIsWrongStaysWrong(answer: String, typed: String) {
    let judgement = TypedAnswer().judge(typed, answer: answer, kind: .recall)
    #expect(judgement.verdict == .wrong, "\(answer) / \(typed): \(judgement)")
  }

  @Test func theAnswerItselfIsExact() {
    for (answer, _) in Self.right + Self.wrong {
      #expect(TypedAnswer().judge(answer, answer: answer, kind: .recall).verdict == .exact)
      #expect(
        TypedAnswer().judge(answer.uppercased(), answer: answer, kind: .cloze).isRight
          || answer.contains("`"))
    }
  }

  @Test func itSaysWhatItForgave() {
    func verdict(_ typed: String, _ answer: String) -> TypedJudgement.Verdict {
      TypedAnswer().judge(typed, answer: answer, kind: .recall).verdict
    }
    #expect(verdict("interpretabilty", "interpretability") == .right([.typo]))
    #expect(verdict("thresholds", "threshold") == .right([.form]))
    #expect(verdict("a threshold", "threshold") == .right([.words]))
    #expect(verdict("alignment, deceptive", "deceptive alignment") == .right([.order]))
    #expect(verdict("THRESHOLD!", "threshold") == .exact)
  }

  @Test func wordsOfTheQuestionMayBeRepeatedOrLeftOut() {
    let judge = TypedAnswer(prompt: "Which type of red-teaming has models write the attacks?")
    #expect(judge.judge("automated", answer: "automated red-teaming", kind: .definition).isRight)
    #expect(judge.judge("automated red-teaming", answer: "automated", kind: .definition).isRight)
    #expect(!judge.judge("red-teaming", answer: "automated red-teaming", kind: .cloze).isRight)
    #expect(!judge.judge("automated tools", answer: "automated", kind: .cloze).isRight)
  }

  @Test func aKnownWordIsNoSlip() {
    let plain = TypedAnswer()
    #expect(plain.judge("supervisor", answer: "supervision", kind: .cloze).isRight)
    let judge = TypedAnswer(vocabulary: ["supervisor"])
    #expect(!judge.judge("supervisor", answer: "supervision", kind: .cloze).isRight)
  }

  private let modes = "specification failure, distribution shift, deceptive alignment"

  @Test func aListMayComeInAnyOrder() {
    let judge = TypedAnswer()
    let mixed = judge.judge(
      "deceptive alignement; Specification failures and distribution shift", answer: modes,
      kind: .list)
    #expect(mixed.isRight)
    let some = judge.judge("distribution shift", answer: modes, kind: .list)
    #expect(some.verdict == .incomplete(found: 1, of: 3))
    #expect(some.spans.filter { $0.kind == .missing }.count == 2)
    let two = judge.judge("distribution shift, deceptive alignment", answer: modes, kind: .list)
    #expect(two.verdict == .incomplete(found: 2, of: 3))
    let more = judge.judge(modes + ", emergence", answer: modes, kind: .list)
    #expect(more.verdict == .wrong)
    let invented = judge.judge("distribution shift, emergence", answer: modes, kind: .list)
    #expect(invented.verdict == .wrong)
    #expect(
      judge.judge(
        "specification failure distribution shift deceptive alignment", answer: modes, kind: .list
      ).isRight)
  }

  @Test func anOrderMustBeThatOrder() {
    let judge = TypedAnswer()
    let order = "plan → build → test → ship"
    #expect(judge.judge("plan, build, test, ship", answer: order, kind: .order).isRight)
    #expect(judge.judge("plan -> build -> test -> ship", answer: order, kind: .order).isRight)
    #expect(judge.judge("plan, test, build, ship", answer: order, kind: .order).verdict == .wrong)
    #expect(judge.judge("plan, build, test", answer: order, kind: .order).verdict == .wrong)
  }

  @Test func pairsInAListKeepTheirNumbers() {
    let answer = "1 cat, 2 dogs, 3 birds"
    let judge = TypedAnswer()
    #expect(judge.judge("3 birds, 1 cat, 2 dogs", answer: answer, kind: .list).isRight)
    #expect(!judge.judge("1 dog, 2 cats, 3 birds", answer: answer, kind: .list).isRight)
  }

  @Test func theDifferenceIsShownInReadingOrder() {
    let judgement = TypedAnswer().judge(
      "distribution of shift failure", answer: "specification failure", kind: .recall)
    let shown = judgement.spans.map { "\($0.kind):\($0.text)" }
    #expect(
      judgement.spans.filter { $0.kind != .extra }.map(\.text).joined() == "specification failure")
    #expect(shown.contains("matched: failure"))
  }

  @Test func spansTogetherAreTheAnswerAndRandomTypingIsNeverRight() {
    var random = SplitMix64(seed: 61)
    let pieces = Self.right.map(\.0) + Self.wrong.map(\.0)
    let letters = Array("abc xyz 01.,-()`%→é")
    for round in 0..<1500 {
      let answer = pieces[random.below(pieces.count)]
      let typed = String((0..<random.below(40)).map { _ in letters[random.below(letters.count)] })
      let judgement = TypedAnswer().judge(typed, answer: answer, kind: .recall)
      #expect(!judgement.isRight, "round \(round): \(typed) for \(answer)")
      if AnswerParts.code(answer) == nil {
        let kept = judgement.spans.filter { $0.kind != .extra }.map(\.text).joined()
        #expect(kept == answer, "round \(round)")
      }
    }
  }

  @Test func absurdlyLongAnswersAreJudgedAtOnce() {
    let long = String(repeating: "word and another ", count: 5000)
    #expect(!TypedAnswer().judge(long, answer: "word", kind: .recall).isRight)
    #expect(!TypedAnswer().judge("word", answer: long, kind: .recall).isRight)
    #expect(!TypedAnswer().judge("x", answer: long, kind: .list).isRight)
  }
}
