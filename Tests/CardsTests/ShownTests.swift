import Cards
import Testing

/// How much of a fact a card shows: all that is needed, and nothing that tells the answer.
@Suite struct ShownTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var fact: String
    var prompt: String
    var answer: String
    var testDescription: String { fact }
  }

  static let cases = [
    // What the answer can be worked out from is left out.
    Case(
      fact: "Hull width 72 planks, 64 oak + 8 pine", prompt: "Hull width […] planks",
      answer: "72"),
    Case(
      fact: "Page of charts 64 KiB; the shelf holds 65,536 pages = 4 GiB",
      prompt: "Page of charts […]", answer: "64 KiB"),
    Case(
      fact: "Mooring room 448 berths; half (224) may be guests", prompt: "Mooring room […] berths",
      answer: "448"),
    Case(
      fact: "The quay keeps 5% of its berths free, which on a quay of 400 berths is 20",
      prompt: "The quay keeps […] of its berths free", answer: "5%"),
    Case(
      fact: "`fullness` defaults to 90 for oak hulls — the spare 10% is for pine",
      prompt: "`fullness` defaults to […] for oak hulls", answer: "90"),
    Case(
      fact: "Sextant, 1730; ignored for 30 years (too dear to make); taken up again in 1760",
      prompt: "Sextant, 1730; ignored for […]", answer: "30 years"),
    Case(
      fact: "Oak berth $0.02/night (first 50); pine berth $0.001 — 20x cheaper, 18-day minimum",
      prompt: "Oak berth $0.02/night; pine berth […]", answer: "$0.001"),
    Case(
      fact: "Rule of ropes: 0 breaks in n trials → upper bound ≈ 3/n (0 in 300 is 1%)",
      prompt: "Rule of ropes: 0 breaks in n trials → upper bound ≈ […]", answer: "3/n"),
    Case(
      fact: "First load: 10 planks ≈ 14.6 KB (1913) — the reason why one wants it under 14 KB",
      prompt: "First load: 10 planks ≈ […]", answer: "14.6 KB"),
    Case(
      fact: "Doubled deck (oak): 72 planks wide, 64 sound + 8 spare",
      prompt: "Doubled deck: […] planks wide", answer: "72"),
    Case(
      fact: "`stow()` takes a bundle of 2 to 6 things: rope, tar, pitch, oakum, wax, nails",
      prompt: "`stow()` takes a bundle of […] things", answer: "2 to 6"),
    Case(
      fact: "Berth in summer: 10 hours, renewable for 7 days; tow lines 600 minutes",
      prompt: "Berth in summer: […], renewable for 7 days", answer: "10 hours"),
    // So is what sounds like it.
    Case(
      fact: "Five kinds: sloop, brig, yawl, ketch, pram; only prams have no mast",
      prompt: "Five kinds: […]", answer: "sloop, brig, yawl, ketch, pram"),
    // What is said of all items is no part of the first.
    Case(
      fact: "Regular knots: closed under hitch, bend, splice, loop",
      prompt: "Regular knots: closed under […] (four)", answer: "hitch, bend, splice, loop"),
    // A description that fits one thing asks for it.
    Case(
      fact: "Pitch is the usual sealant for an oak deck, and tar comes second by a distance",
      prompt: "[…] is the usual sealant for an oak deck, and tar comes second by a distance",
      answer: "Pitch"),
    // What the author still has to look up is no part of it.
    Case(
      fact: "Pitch melts at 90 °C in the `kettle` [unverified for oak pitch]",
      prompt: "Pitch melts at […] in the `kettle`", answer: "90 °C"),
    // Of settings their values.
    Case(
      fact: "Harbour defaults: `BerthTime 120`, `MaxTows 6`, `tries=3`",
      prompt: "Harbour defaults: `BerthTime […]`", answer: "120"),
    Case(
      fact: "Harbour defaults: `BerthTime 120`, `MaxTows 6`, `tries=3`",
      prompt: "Harbour defaults: `tries=[…]`", answer: "3"),
    // Of an open row nobody knows how many there are.
    Case(
      fact: "The mate looks for rot and names it (G0, G1c, G-single, G2-item …)",
      prompt: "The mate looks for rot and names it ([…] …)", answer: "G0, G1c, G-single, G2-item"),
    // A list ends where the sentence does.
    Case(
      fact: "Losses on a dry hull: leaks, rot, worm, wrong trim. Oak: `caulk`; pine: `tar`",
      prompt: "Losses on a dry hull: […] (four). Oak: `caulk`; pine: `tar`",
      answer: "leaks, rot, worm, wrong trim"),
  ]

  @Test(arguments: cases) func theCardShowsWhatIsNeeded(_ given: Case) {
    let cards = cards(ofFact: given.fact)
    #expect(
      cards.contains { $0.prompt == given.prompt && $0.answer == given.answer },
      "\(cards.map { "\($0.prompt) ==> \($0.answer)" })")
  }

  /// An author's remark is no code, and what the author has marked is asked exactly so.
  @Test func onlyTheRulesLeaveRemarksOut() {
    let code = cards(ofFact: "Take the bow from `hull[source]` and 40 nails for the deck")
    #expect(!code.isEmpty)
    for card in code {
      #expect((card.prompt + card.answer).contains("`hull[source]`"), "\(card.prompt)")
    }
    let marked = cards(ofFact: "Q: What does ` [check]` do? A: It asks for the mate [check]")
    #expect(marked.map(\.answer) == ["It asks for the mate [check]"])
  }

  /// What the others add up to is asked for only where they are not shown.
  @Test(arguments: [
    ("Berths for sale: 9 of oak, 20 of pine, and 29 in all", "29"),
    ("Page of charts 64 KiB; the shelf holds 65,536 pages = 4 GiB", "4 GiB"),
    ("TideSum-32 catches every slip up to 32 bits; written in 1876", "32 bits"),
    ("Tide rules: on by default from Keel 7 (2023), off in 8 (2024) and removed in 9", "8"),
    ("Tide rules: on by default from Keel 7 (2023), off in 8 (2024) and removed in 9", "9"),
    ("Often failed: 2.4.1 Rope Seen, 2.5.7 Sail Dragged, 2.5.8 Knot Size (24 mm)", "2.5.8"),
    ("A check of a berth has three outcomes: valid, void, not found. Drop void ones", "three"),
    ("The log uses ropes up to 3.13, chains by default from 3.14 on, and wire elsewhere", "3.14"),
    (
      "A keel learns three crafts: steering (to, fro), trimming (in, out), mooring (on, off)",
      "three"
    ),
    ("Keels with k − 1 bolts are safe and keep every plank (Plimsoll)", "1"),
    ("The chart stretches by 1/cos φ at the rim, and `chartmend` puts it right", "1/cos"),
    ("GQA 4:1 for keels: 8 long planks / 32 short planks, and no `tar` at all", "32"),
    ("Moored as of May 2026 — treat August 2026 as the day of the launch", "May 2026"),
    ("The crew knows 2 knots (hitch, bend) and never learns another in `harbour`", "hitch, bend"),
    ("Trim gain 2/ln 2 ≈ 2.89; the probe drops to 4 ropes for 200 ms", "2.89"),
    ("At most one boat per berth; 12 berths, 15 boats → 3 wait outside of `harbour`", "3"),
    ("Three layers × 4 coats each = 12 hours of work; budget for it in `yard`", "12 hours"),
    ("The yard knows six grades, 0-5; first printed in January 1914", "0-5"),
    ("Boats by mass: small < 32, middling 32-96, large > 96, and `barge` for the rest", "32-96"),
    ("Wrecks: HVE-51764 at the mole, -51765 at the bar, -51766 in the `roads`", "-51765"),
    ("Deck rules 19 take tar as well; deck rules ≤ 18 took nothing but `pitch`", "≤ 18"),
    ("Lossy hulls: error √(J/k), at most 4.4% for k = 128 in the `log`", "128"),
    ("Dues per ship ($0.01 per 1,000): millions of 10 kg crates make the `saving` vanish", "10 kg"),
    ("Ships are scarce near n: a random 1024-plank hull is sound with chance ~1/355", "1024-plank"),
    ("Begun in a shed in 1908; 1.0 in January 1920, 2.0 in April 1923, 3.0 in May 1926", "1.0"),
    ("Two caulkers bring the leak of an oak hull close to 0 in the `harbour` log", "0"),
    ("Sound bounds: about ±0.3 for n = 24, and `loudness` for the rest", "24"),
    ("`tide_2_28_x86` needs tide 2.28, and a keel of oak", "2.28"),
  ]) func whatCanBeWorkedOutIsNotAskedFor(_ fact: String, _ answer: String) {
    let answers = cards(ofFact: fact).map(\.answer)
    #expect(!answers.isEmpty && !answers.contains(answer), "\(answers)")
  }
}
