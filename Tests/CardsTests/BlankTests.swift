import Cards
import Testing

/// Where the blank goes: on what one forgets, and on all of it. The words are about cooking, sailing and
/// the garden.
@Suite struct BlankTests {
  struct Case: CustomTestStringConvertible {
    var fact: String
    /// Answers that a card must have.
    var asks: [String]
    /// Answers that no card may have.
    var never: [String] = []
    var testDescription: String { fact }
  }

  static let cases = [
    // What belongs together stays together.
    Case(
      fact: "The crew doesn't reef on its own in Kiel; help it with `reef --now`",
      asks: ["`reef --now`"], never: ["own in Kiel"]),
    Case(
      fact: "Can't be stretched; exceed the planned dose and the yeast bill climbs quickly",
      asks: [],
      never: ["planned dose and the yeast bill climbs"]),
    Case(
      fact: "Buoys keep the line until the skipper has it; a lost line fills the bay", asks: [],
      never: ["skipper has"]),
    Case(
      fact: "indirect: the message sits in a log book, letter or harbour note", asks: [],
      never: ["message sits in a log book", "log book"]),
    Case(fact: "Plain flour, so sieves catch it; bake it hot", asks: [], never: ["catch"]),
    Case(
      fact: "Wide mixer: reads both together, exact but too slow for the whole bakery", asks: [],
      never: ["reads both"]),
    Case(
      fact: "Old boats get `caulk`; scalable yards chain new ones", asks: ["`caulk`"],
      never: ["chain new"]),
    Case(
      fact: "Every mooring needs a buoy and a date; default to leave for bad weather", asks: [],
      never: ["leave for bad weather"]),
    Case(
      fact:
        "Show the skipper the exact course and depth (knots, bearing), not the mate's summary of them",
      asks: ["exact course and depth"], never: ["skipper the exact course and depth"]),
    Case(
      fact: "Keep the oars dry; use SwedishTar or a BFF oil", asks: ["SwedishTar or a BFF oil"],
      never: ["SwedishTar"]),
    Case(
      fact: "Tides are not checked by hand; TideBook and HarbourPro read them by radio",
      asks: [], never: ["HarbourPro", "TideBook"]),
    // What nobody wants to type is shown, and its name asked for.
    Case(
      fact:
        "Mean depth over 7 tides = `AVG(depth) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)`; gaps stay",
      asks: ["Mean depth over 7 tides"]),
    Case(
      fact: "Boats in the same dock share a VHF channel and harbour lights",
      asks: ["VHF channel and harbour lights"], never: ["VHF channel"]),
    Case(
      fact: "Mapped to: pilot classes **Coastal Waters** and **Open Sea** at once, doubly hard",
      asks: ["Coastal Waters and Open Sea"], never: ["Coastal Waters", "Open Sea"]),
    Case(
      fact: "Kiel lost 1/188 boats (0.5%), compared with 43.4% for Lübeck",
      asks: ["1/188 boats (0.5%)", "43.4%"], never: ["0.5%", "1/188"]),
    Case(
      fact: "The watch must go on as tide turns, wind shifts, and daylight fades", asks: [],
      never: ["tide turns", "as tide turns"]),
    Case(
      fact:
        "Reefing helps against **sudden gusts**, **steep seas**, and **tired crews** — all common at night",
      asks: ["sudden gusts, steep seas, and tired crews"]),
    Case(
      fact: "**Reserve the best berth.** Its price is the `best berth` fee",
      asks: ["`best berth` fee"],
      never: ["Reserve"]),
    Case(
      fact: "NAV 2827 / BSH 38 recommends radar at harbour mouths to prevent collisions", asks: [],
      never: ["2827 / BSH"]),
    Case(
      fact: "Lures: mostly small spoons on wire (often ZIP lures with coloured feathers)", asks: [],
      never: ["ZIP"]),
    Case(fact: "Deck crew: `bosun`, `mate`", asks: ["`bosun`, `mate`"]),
    Case(
      fact: "Signals go out by radio (`ais`, `dsc`, etc.)", asks: ["`ais`, `dsc`"], never: ["`ais`"]
    ),
    // Of a definition the term.
    Case(
      fact: "Bight: a slack part of a rope laid between its two ends", asks: ["Bight"],
      never: ["slack part of a rope laid"]),
    Case(fact: "Sail area matters as much as the keel", asks: [], never: ["much as the keel"]),
    Case(
      fact: "`tide_wait` is 1 s by default: the pilot waits that long on a buoy before he checks",
      asks: ["1 s"],
      never: ["long on a buoy"]),
    Case(
      fact: "Beacons ([2 nm]) turn a channel into a lane without boats blocking each other",
      asks: [],
      never: ["boats blocking each"]),
    Case(
      fact:
        "Read Aground takes a new sounding per statement; Steady Keel takes one at the first buoy",
      asks: ["new sounding"], never: ["Aground takes a new sounding"]),
    Case(
      fact: "The mate treats the chart like GOLD and the log like SILVER", asks: ["GOLD"],
      never: ["GOLD and the log"]),
    Case(fact: "The boat is now called Letta", asks: ["Letta"], never: ["called Letta"]),
    Case(
      fact: "Missing chart: found by pilots, lost by `helm` and Mariner — carry the full set",
      asks: ["`helm` and Mariner"], never: ["`helm`"]),
    Case(
      fact:
        "The harbour rules (28 October 2024) require the log, the charts, and detailed notes about the crew training",
      asks: ["log, the charts, and detailed notes about the crew training"]),
    Case(
      fact: "Origin: Karger et al. (Kiel, 1997) and Chen et al. (Hull, 1999), found alone",
      asks: [],
      never: ["Chen", "Karger"]),
    Case(
      fact: "Locks with a gate each (SIG 684, 3.12), opened by `lockman` in 3.14", asks: ["3.14"],
      never: ["684, 3.12"]),
    Case(
      fact: "The drag law: L(N, D) = 1.69 + 406.4 / N^0.34 + 410.7 / D^0.28, fitted in a tank",
      asks: ["1.69 + 406.4 / N^0.34 + 410.7 / D^0.28"]),
    Case(fact: "Send one scout boat, then the other N − 1", asks: [], never: ["1"]),
    // A figure that stands in brackets once more is hidden there too.
    Case(fact: "Rule of thumb: ~20 loaves per oven (70 × 20 = 1,400)", asks: ["~20"]),
    // Figures of an example, and what they are measured against.
    Case(
      fact: "Odds: `sqrt(p / n)` — 80% on 500 boats gives 1.8%, so the spread is about ±3.5 boats",
      asks: ["`sqrt(p / n)`"], never: ["80%", "500", "1.8%", "±3.5"]),
    Case(
      fact: "Leak odds: 1% rot, 90% caulk, 95% paint → a wet boat has only a 15.4% chance of rot",
      asks: ["15.4%"], never: ["1%", "90%", "95%"]),
    Case(
      fact: "Berth success: 71% (best trial) vs 45% for rowing alone and 37% for drifting",
      asks: ["71%"],
      never: ["45%", "37%"]),
    Case(
      fact: "Rule of three: 0 leaks in n trips → risk ≈ 3/n (0 in 300 → 1%)", asks: [],
      never: ["1%"]),
    Case(
      fact: "Racing score: ReefAct 60.9 vs Drift 56.3", asks: ["60.9"], never: ["ReefAct 60.9"]),
    Case(
      fact: "Charts: 200M soundings (July 2022, with the pilots), CC BY 4.0", asks: [],
      never: ["4.0"]),
    Case(
      fact: "Stopping once p < 0.05 lifts the false alarm rate well above 5% — fix n first",
      asks: [],
      never: ["5%"]),
    Case(
      fact: "The helm is never shared: only one hand is needed at each step", asks: [],
      never: ["each step"]),
    Case(
      fact:
        "Answer all calls in one go — splitting results over several flags teaches the crew to stop calling",
      asks: [], never: ["several flags teaches the crew"]),
    Case(
      fact: "L = λ × W — 200 boats a day for 0.5 days = 100 boats in harbour", asks: [],
      never: ["100", "200", "0.5"]),
    Case(
      fact: "Charts and logs are copied: flags and open hatches fail; a 1 GB chart gets copied",
      asks: [],
      never: []),
    Case(fact: "The harbour law set a 50 kg line in 1924", asks: ["50 kg"]),
    Case(
      fact: "Tanks default to 90 litres full of 100% — the spare 10% takes the swell", asks: [],
      never: ["10%"]),
    Case(
      fact: "Dock defaults: `berths=5`, `overflow=10` → up to 15 boats per pier", asks: [],
      never: ["15"]),
    Case(
      fact: "Rating by the crew was 72.6 ± 1.5% among the owners", asks: ["72.6 ± 1.5%"],
      never: ["72.6", "± 1.5%"]),
    Case(
      fact: "The chain is 6 m, not 175 m; local boats use buoys instead of VMs", asks: ["6 m"],
      never: ["175 m", "VMs"]),
    Case(
      fact: "Heel factor HF = 1 / (1 − R²_j); above ~10 the numbers mean little",
      asks: ["1 / (1 − R²_j)"], never: ["1"]),
    Case(
      fact: "Least drag = widest beam when the noise is even", asks: ["widest beam"],
      never: ["widest beam when the noise"]),
    Case(
      fact: "Specs: the deck stands on top of RFC 9000 beams", asks: [], never: ["top of RFC 9000"]),
    Case(
      fact: "Random walk with damping 0.85 — the 15% jump keeps the boat from going round",
      asks: [],
      never: ["0.85", "15%"]),
    Case(
      fact: "The keel takes 4.9 bits of lead a metre — the big boat comes to 4.9 tonnes", asks: [],
      never: ["4.9 tonnes"]),
    Case(
      fact: "Trips: n=200 boats × 164 days = 32,800 trips a year, so keep `spares.md` full",
      asks: ["`spares.md`"], never: ["32,800"]),
    Case(
      fact: "A harbour is a chain: depth 128K, 8K tokens → more states than anyone can count",
      asks: [],
      never: ["128K, 8K"]),
    Case(
      fact: "`rope` is invariant: `rope[Wet]` is no `rope[Dry]` — accept `Line[Dry]`",
      asks: ["`Line[Dry]`"],
      never: ["`rope[Wet]`", "`rope[Dry]`"]),
    Case(
      fact: "Two sails only; static HAL beams, CBC and compression are gone", asks: [],
      never: ["CBC and compression"]),
    Case(fact: "Reefing early → the crew avoids most of them", asks: [], never: ["most of them"]),
    Case(
      fact: "Extra flags on a line are fine, missing or torn ones fail — so boats may add some",
      asks: [],
      never: ["fine, missing or torn ones fail"]),
    Case(
      fact: "By reefing alone the small boat beat the big one on 66 of 80 trips", asks: ["66"],
      never: ["80"]),
    Case(
      fact: "Keep the plan out of the log (a `plan.md` file) and read it every 4 h", asks: ["4 h"],
      never: ["`plan.md`"]),
    Case(
      fact: "Heave to (429, 5xx, storm) is a way to rest; Ketch and yawl both do it well", asks: [],
      never: ["429, 5xx"]),
    Case(
      fact:
        "Drift arithmetic: 1,000 logs at 0.1% error each → 1 − 0.999^1000 ≈ 63% of charts are off",
      asks: ["63%"]),
    Case(
      fact: "The interval shrinks to nothing at p = 0 or p = 1; `wilson` does not",
      asks: ["`wilson`"],
      never: ["0", "1"]),
    Case(
      fact: "Weights of sails {D, C, B, A} = {0.1, 0.2, 0.4, 1.0}", asks: ["0.1, 0.2, 0.4, 1.0"],
      never: ["0.1"]),
    Case(
      fact: "Strict order: every rope in `lines`, `spares: no`; old ropes → bin", asks: [],
      never: ["`lines`, `spares: no`"]),
    // Beside something firm no turn of phrase is asked for, and nothing that stands everywhere.
    Case(
      fact: "Leases run 768 h — set shorter values per skipper", asks: ["768 h"],
      never: ["shorter values"]),
    Case(
      fact: "Exit code `5` means no sails were found — a torn sail in CI should fail",
      asks: ["`5`"],
      never: ["CI"]),
    // What the prompt tells already.
    Case(
      fact: "Strict mode: `strict: true` requires `oars: two` on every boat", asks: ["`oars: two`"],
      never: ["`strict: true`"]),
    Case(
      fact:
        "Paper: \"Hull Shapes and Heavy Weather\" — Hoffmann et al., arXiv:2203.15556, 29 March 2022",
      asks: ["Hull Shapes and Heavy Weather"], never: ["29 March 2022", "arXiv:2203.15556"]),
    Case(
      fact: "\"Toolboat: Sails Can Teach Themselves to Tack\", NeurIPS 2023", asks: [],
      never: ["Sails Can Teach Themselves"]),
    Case(
      fact: "Break-even: 1.25 + 0.1 = 1.35x for two trips → profit from trip two", asks: [],
      never: ["1.35x", "1.25", "0.1"]),
    Case(
      fact: "Catch: 182 fish (42 cod, 140 herring) in a day at the bank", asks: [], never: ["182"]),
    Case(fact: "The mast weighs ≈ 6.1 GB without its rigging", asks: ["6.1 GB"], never: ["GB"]),
    // A formula is one answer.
    Case(
      fact: "Score: found leaks / real leaks × 100 (patched plus pumped, with rain left out)",
      asks: ["found leaks / real leaks × 100"], never: ["100"]),
    // A clause with its article, a thing without.
    Case(
      fact: "Berths are never shared: a boat waits until a whole berth is free",
      asks: ["a whole berth is free"]),
    Case(fact: "Oak does not mention rot; pine does", asks: ["rot"], never: ["mention rot"]),
    Case(
      fact: "A mate may only commit entries from his own watch", asks: [], never: ["commit entries"]
    ),
    // What one starts from is not asked for.
    Case(
      fact: "Yield check: noted 80% with 0.92 and 0.85 → 84.4%", asks: ["84.4%"],
      never: ["80%"]),
    Case(
      fact: "20 loose eggs at p = 0.05 → 64% chance of a bad one", asks: ["64%"], never: ["0.05"]),
    Case(
      fact: "80% yield on 100 loaves is ± 8 loaves", asks: ["± 8"], never: ["80%"]),
    // What can be worked out from the bracket is hidden with it.
    Case(
      fact: "Knots: bowline 16 cm (32 half hitches), reef knot 8 cm (16 half hitches)",
      asks: ["16 cm (32 half hitches)"], never: ["32 half hitches", "bowline 16 cm"]),
    Case(fact: "Best k = (m/n) · ln 2 ≈ 0.693 · m/n", asks: ["(m/n) · ln 2 ≈ 0.693 · m/n"]),
    Case(fact: "Tide tables: HarbourBench: 510 tides", asks: ["510"]),
    Case(
      fact: "Free mooring: 20 days for small boats; multipliers: sloops 2x, ketches 10x",
      asks: ["2x", "10x"]),
    Case(
      fact: "AIS (`send: yes`) replaces paper harbour logs", asks: ["paper harbour logs"],
      never: ["`send: yes`"]),
    // A blank ends where another thing or another clause begins.
    Case(
      fact: "Let it rest when the dough comes out of the bowl the cook is using",
      asks: [], never: ["bowl the cook"]),
    Case(
      fact: "Set it on stove, hob and grill or big pots slowly boil over", asks: [],
      never: ["stove, hob and grill or big pots"]),
    Case(fact: "Feed the bed 60 g a week before the frost", asks: ["60 g"], never: ["60 g a week"]),
    Case(
      fact: "Bread has risen ~50% at 26 °C, ~75% at 31 °C", asks: ["~50%"],
      never: ["26 °C, ~75%", "~50% at 26 °C, ~75%"]),
    Case(fact: "Depth limit ≈ 1/beam width (flat water)", asks: ["1/beam width"]),
    Case(
      fact: "Salad = green leaves for summer, `cress`, wild herbs; quick to make",
      asks: ["green leaves for summer, `cress`, wild herbs"], never: ["`cress`"]),
    // Of an arrow with a statement behind it, what is stated.
    Case(fact: "`keel` → `fin` is cheaper (no ballast)", asks: ["cheaper (no ballast)"]),
    Case(fact: "F/2.8 → F/4 loses one stop", asks: ["one stop"], never: ["F/4 loses one stop"]),
    // No verb is hidden with what it is about.
    Case(fact: "GFRP updates only happen if no plank has moved", asks: ["no plank has moved"]),
    Case(
      fact: "Log compaction keeps the latest value per key", asks: ["latest value"],
      never: ["compaction keeps the latest value"]),
    Case(
      fact: "Plywood is glued since MK 10; before that it was nailed over a frame", asks: ["MK 10"],
      never: ["was nailed"]),
    Case(fact: "Git push must happen from Rocinante (has the keys)", asks: ["Rocinante"]),
    Case(fact: "Kiel elects one captain per term. Terms only grow.", asks: ["one captain"]),
    // The same figures beside the blank give it away.
    Case(fact: "`rows: 1 / 3` spans lines 1 to 3 of the bed", asks: [], never: ["1 to 3"]),
    Case(
      fact: "Mr Lee saw 2x–3x gains with tar. Later work reported similar 2–3x gains with oil.",
      asks: [], never: ["2–3x", "2x–3x"]),
    // `1` does not stand in `1.3`.
    Case(
      fact: "MK 1.3 (RFC 8446, August 2018) needs 1 trip; MK 1.2 needs 2", asks: ["1", "2"],
      never: ["August 2018"]),
    // Half of a pair, or one of a row, is a guess.
    Case(fact: "The cox rotates Q and K by hand", asks: ["Q and K"], never: ["Q", "K"]),
    Case(fact: "Agrippa beat Antony & Cleopatra at sea", asks: ["Antony & Cleopatra"]),
    Case(
      fact: "The first board (43 BC) - Octavian, Antony, Lepidus - had a legal standing",
      asks: ["Octavian, Antony, Lepidus"], never: ["Lepidus"]),
    Case(fact: "Caesar crossed the river on 10 January 49 BC", asks: ["10 January 49 BC"]),
    // A name and its value are two things.
    Case(
      fact: "Crop factor: APS-C 1.5×, Micro Four Thirds 2×", asks: ["1.5×", "2×"],
      never: ["Micro Four Thirds 2×"]),
    Case(
      fact: "\"Please\" takes the dative; \"thanks\" takes the genitive", asks: ["dative"],
      never: ["Please", "thanks"]),
    Case(fact: "Gambit: 1.e4 e5 2.Nf3", asks: ["1.e4 e5 2.Nf3"], never: ["1.e4"]),
    Case(fact: "The minimum field decides how long (see the log)", asks: [], never: ["how long"]),
    // Sources are shown, and never asked for.
    Case(
      fact: "Tar keeps for 12 years (Leviathan et al., arXiv:2211.17192, 2023)",
      asks: ["12 years"], never: ["2023", "Leviathan"]),
    Case(fact: "Cork is no longer sold from Dock 25 on", asks: ["Dock 25"]),
    Case(fact: "Rest it at least one full week", asks: ["one full week"]),
    Case(
      fact: "SRM = sample ratio mismatch; alarm at p < 0.001", asks: ["< 0.001"],
      never: ["ratio mismatch"]),
    Case(fact: "The weights are scaled to [0, 1] before use", asks: ["[0, 1]"]),
    Case(
      fact: "Depth bands: 0.41–0.60 shallow; 0.61–0.80 deep; > 0.80 abyss",
      asks: ["0.41–0.60", "0.61–0.80"]),
    Case(fact: "Limits: 100 / 6 h at the quay", asks: ["100 / 6 h"]),
    Case(fact: "Defaults: `period` 10, `timeout` 12", asks: ["10"], never: ["`period`"]),
    Case(
      fact: "Ross was a legal search engine, not a harbour", asks: ["legal search engine"],
      never: ["engine"]),
    Case(
      fact: "At 1% salt, 90% water and 9% flour, the loss is only 9.2%", asks: ["9.2%"],
      never: ["90%", "9%"]),
    Case(
      fact: "Rope and JSON are heavier than cork", asks: [], never: ["JSON"]),
    Case(fact: "Heartbeat 100 ms, timeout 1000 ms. Raise both in winter", asks: ["1000 ms"]),
    Case(
      fact: "Weak ties (`W/…`) = loosely equal, not byte equal", asks: ["loosely equal"]),
    Case(
      fact: "Pin by digest (`@sha`) for calm; tags move. Let Renovate bump them",
      asks: ["Renovate"],
      never: ["Renovate bump them", "Renovate bump"]),
    Case(
      fact: "The Civil Charter of the Harbour made pilots employees of the town",
      asks: ["Civil Charter of the Harbour"], never: ["Harbour"]),
    Case(
      fact: "For every six pots of water and oil, one cup of salt and six of flour are needed",
      asks: ["water and oil"]),
    Case(
      fact: "The Law of Ropes says a knot should only talk to its neighbours", asks: [],
      never: ["knot should only talk"]),
    Case(
      fact: "Writing it down gives overlapping read and write sets",
      asks: ["overlapping read and write sets"]),
    Case(
      fact: "Old ropes linger until their grace runs out; drop the anchor", asks: ["grace runs out"]
    ),
    Case(
      fact: "The order is `mash` → `boil` → `cool`, and a change spoils the beer",
      asks: ["`mash` → `boil` → `cool`"], never: ["`mash`", "`boil`"]),
    Case(
      fact: "Keys: `ignore` (default), `forbid`, `allow`",
      asks: ["`ignore`, `forbid`, `allow`"], never: ["`forbid`, `allow`"]),
    Case(
      fact: "Heron 2 July 2023; Gull May 2024", asks: ["July 2023", "May 2024"],
      never: ["2 July 2023"]),
    Case(fact: "Divide by 1 - x before use", asks: ["1 - x"], never: ["1"]),
    Case(fact: "Two of three fit within 1, 2, 3 sails", asks: ["1, 2, 3"], never: ["3"]),
    Case(
      fact: "Rule: R + W > N gives a shared set, e.g. N=3, W=2", asks: ["shared set"],
      never: ["3", "2"]),
    Case(
      fact: "Passage is forbidden: a pilot must not take passages from others", asks: ["forbidden"]),
    Case(
      fact: "Show the mate the exact course (depth, wind, tide), not a summary of it", asks: [],
      never: ["tide"]),
    Case(
      fact: "Rope does not hold paint at sea; oak does", asks: ["paint"], never: ["hold paint"]),
    Case(fact: "Sorted after GROUP BY and before LIMIT", asks: [], never: ["GROUP"]),
    Case(fact: "300 ropes ≈ 12 kg of hemp", asks: ["12 kg"], never: ["≈ 12 kg"]),
    Case(
      fact: "Balance it with a keel rather than a second mast, which costs speed", asks: [],
      never: ["rather than a second mast"]),
    Case(
      fact: "Crew = set of sailors; a watch is kept by each sailor in turn", asks: [],
      never: ["set of sailors"]),
    Case(
      fact: "Don't trim a sail to solve Ax = b; use `trim.solve` instead", asks: ["`trim.solve`"],
      never: ["b", "Ax"]),
    Case(
      fact: "The `mk8` is 3 bytes wide and rejects sails; `mk8mb4` is the real thing",
      asks: ["3 bytes"], never: ["`mk8`"]),
    Case(
      fact: "Scholar's knot is undone by MK4 or MK5 TODO check the order", asks: ["MK4 or MK5"],
      never: ["MK5 TODO"]),
  ]

  @Test(arguments: cases) func theBlankHoldsOneWholeThing(_ given: Case) {
    let answers = cards(ofFact: given.fact).map(\.answer)
    #expect(!answers.isEmpty)
    for answer in given.asks { #expect(answers.contains(answer), "\(answers)") }
    for answer in given.never { #expect(!answers.contains(answer), "\(answers)") }
  }

  /// Facts cut off, run together and stirred: no text may bring the finding of blanks down, and what comes
  /// out is never empty and never says its own answer.
  @Test func anyTextIsRead() {
    var dice = Dice(seed: 20_261_125)
    let facts = Self.cases.map { $0.fact.split(separator: " ").map(String.init) }
    for _ in 0..<6_000 {
      var words = dice.pick(facts)
      let other = dice.pick(facts)
      switch dice.roll(4) {
      case 0: words = Array(words.dropFirst(dice.roll(words.count)).prefix(1 + dice.roll(12)))
      case 1: words = Array(words.prefix(1 + dice.roll(words.count))) + other.suffix(dice.roll(9))
      case 2: words.insert(dice.pick(other), at: dice.roll(words.count))
      default: words = (0..<1 + dice.roll(12)).map { _ in dice.pick(dice.pick(facts)) }
      }
      let fact = words.joined(separator: " ")
      for card in cards(ofFact: fact) {
        #expect(!card.answer.isEmpty && !card.prompt.isEmpty, "\(fact)")
        #expect(card.kind != .cloze || card.prompt.contains("[…]"), "\(fact)")
      }
    }
  }

  @Test func rowsSayHowManyTheyHold() {
    let made = cards(ofFact: "Amphora: half full after ~58 days; check rope, cork, wax")
    let row = made.first { $0.answer == "rope, cork, wax" }
    #expect(row?.prompt.hasSuffix("check […] (three)") == true)
  }

  @Test func whatBelongsToAWholeListStandsInNoItem() {
    let made = cards(ofFact: "Dinghy set: jib, main, kite against strong wind")
    #expect(made.first?.answer == "jib, main, kite")
    #expect(made.last?.prompt == "Dinghy set: jib, main, […] against strong wind")
  }

  @Test func aChainOfSignsIsAListInOrder() {
    let made = cards(ofFact: "Precedence: flags > environment > file > defaults")
    #expect(made.first?.prompt == "Precedence: what is the chain of four, in order?")
    #expect(made.first?.answer == "flags → environment → file → defaults")
  }

  @Test func ofThingsWithWhatTheyDoTheNamesAreAskedFor() {
    let made = cards(
      ofFact:
        "Tools: `gybe` (Harken) turns the boom in light wind; RigIt (Selden) tunes shrouds and stays; `sheet on` fits every cleat"
    )
    #expect(made.first?.answer == "`gybe`, RigIt, `sheet on`")
    #expect(made.dropFirst().map(\.answer) == ["`gybe`", "RigIt", "`sheet on`"])
  }

  @Test func aRowInBracketsSaysHowManyItHolds() {
    let made = cards(ofFact: "Ketch yards (Amel, Hinckley, Swan) keep one mast to save keel weight")
    #expect(
      made.contains { $0.prompt.contains("([…], three)") && $0.answer == "Amel, Hinckley, Swan" })
    #expect(
      cards(ofFact: "Ballast is not built in: Amel (lead for stability), Swan, Bavaria").map(
        \.prompt)
        == ["Ballast is not built in: […] (three)"])
  }

  @Test func ofArrowsInARowEachIsAskedForWhatItLeadsTo() {
    let made = cards(ofFact: "Flags: red → keep out, yellow → quarantine, white → yielding boat")
    #expect(
      made.map(\.prompt) == ["Flags: red → […]", "Flags: yellow → […]", "Flags: white → […]"])
  }

  @Test func whatCodesAreOfStandsBeforeEachOfThem() {
    let made = cards(ofFact: "Harbour gate: `gate --code` → 0 = open, 1 = jammed, 2 = tide too low")
    #expect(
      made.map(\.prompt).contains("Harbour gate: `gate --code` → 1 = […]"))
  }

  @Test func ofAnOrdinaryWordNobodyAsksWhatItIs() {
    let made = cards(ofFact: "Anchor drills: storm (veer more chain), calm (shorten the scope)")
    #expect(made.map(\.prompt).contains("Anchor drills: storm ([…])"))
  }

  @Test func theDayOfADatePromisesNoList() {
    let made = cards(ofFact: "2 December 1924: pier closed to sail, 140 boats moved")
    #expect(made.allSatisfy { $0.kind != .list })
  }

  @Test func whatComesThenIsOneStep() {
    let made = cards(
      ofFact: "Quarantine rules: no landing, yellow flag, 14 days, then clear or burn")
    #expect(made.first?.answer == "no landing, yellow flag, 14 days, then clear or burn")
  }

  @Test func aRemarkOnAllOfAListLeavesItAList() {
    let made = cards(
      ofFact: "Rigs include: sloop, ketch, and yawl — each carries its mizzen elsewhere")
    #expect(made.first?.answer == "sloop, ketch, yawl")
  }

  @Test func aSentenceThatIncludesIsAList() {
    let made = cards(ofFact: "Harbour dues include berth rent, crane hours, and pilot fees")
    #expect(made.first?.prompt == "Harbour dues: what are the three?")
    #expect(made.first?.answer == "berth rent, crane hours, pilot fees")
    #expect(made.count == 4)
  }

  @Test func whatIsSaidOfAllItemsIsNoPartOfTheFirst() {
    let made = cards(ofFact: "Rig options: `rig_type` can be `sloop`, `ketch`, or `yawl`")
    #expect(made.map(\.answer) == ["`sloop`, `ketch`, `yawl`", "`sloop`", "`ketch`", "`yawl`"])
  }

  @Test func whatStandsForOthersIsNoItem() {
    let made = cards(ofFact: "Builders: Wu, Jie; Li, Bo; Xu, Can; Zheng, Kai; et al.")
    #expect(
      made.map(\.answer) == [
        "Wu, Jie; Li, Bo; Xu, Can; Zheng, Kai", "Wu, Jie", "Li, Bo", "Xu, Can", "Zheng, Kai",
      ])
  }

  @Test func aFigureThatStandsTwiceIsHiddenTwice() {
    let made = cards(ofFact: "Rule of thumb: ~20 loaves per oven (70 × 20 = 1,400)")
    #expect(made.first?.prompt == "Rule of thumb: […] loaves per oven (70 × […] = 1,400)")
  }

  @Test func aChainWithRemarksIsAListInOrder() {
    let made = cards(
      ofFact:
        "Three ranks: deckhand → mate (after two tall-ship seasons) → master (on a vote of all the owners)"
    )
    #expect(made.first?.kind == .list)
    #expect(made.count == 4)
  }

  @Test func aNumberThatIsThereIsNotAddedAgain() {
    let made = cards(
      ofFact:
        "Four flags only: `red:`, `blue:`, `white:`, `green:` (by day); several are joined with `+`"
    )
    #expect(made.allSatisfy { !$0.prompt.contains("(four)") })
  }

  @Test func theNumbersOfItemsAreNotAskedFor() {
    let made = cards(ofFact: "Three stages: (1) mash the malt, (2) boil the wort, (3) cool it")
    #expect(made.first?.answer == "mash the malt → boil the wort → cool it")
  }

  @Test func labelledSentencesAreAsManyQuestions() {
    #expect(
      lines(cards(ofFact: "Underproofed: dense with tunnels. Overproofed: flat and pale")) == [
        "Underproofed: […]. Overproofed: flat and pale → dense with tunnels",
        "Underproofed: dense with tunnels. Overproofed: […] → flat and pale",
      ])
  }

  @Test func theLastGlossHasNoConjunction() {
    let made = cards(ofFact: "Two rigs: sloop (one mast), and ketch (two masts)")
    #expect(made.contains { $0.answer == "ketch" })
    #expect(!made.contains { ($0.prompt + $0.answer).contains("and ketch") })
  }

  @Test func whatIsStillToBeDoneGivesNoCard() {
    let reading = read(
      "# P\n\n## Key Facts\n\n- [ ] check the 12 bolts\n- TODO: look up 40 knots\n- [x] The mast is 9 m\n"
    )
    #expect(reading.cards.map(\.answer) == ["9 m"])
    #expect(reading.problems.map(\.line) == [5, 6])
  }
}
