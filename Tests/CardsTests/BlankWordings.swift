import Testing

/// A fact, and where its blanks may be. The words are about cooking, sailing and the garden.
struct BlankCase: CustomTestStringConvertible {
  var fact: String
  /// Answers that a card must have.
  var asks: [String]
  /// Answers that no card may have.
  var never: [String] = []
  var testDescription: String { fact }
}

extension BlankCase {
  /// Phrases, names and code.
  static let wordings = [
    // What the prompt says in a longer word, or in the name of another.
    BlankCase(
      fact: "`moor()` is cheap because quays are shared, and moored boats slowly lose the sharing",
      asks: [], never: ["`moor()`"]),
    BlankCase(
      fact:
        "`Tide=simple` reports at once, even without water; `Tide=ebb` waits for the `ebb` call",
      asks: [], never: ["`Tide=ebb`"]),
    BlankCase(
      fact:
        "Ropes are hoisted before any sail in the importing boat; a `belay` call above does not run first",
      asks: [], never: ["`belay`"]),
    BlankCase(
      fact: "Once `berths` exists, deep moorings like `quay/dist/bay.js` fail with `ERR_NO_BERTH`",
      asks: ["`ERR_NO_BERTH`"], never: ["`quay/dist/bay.js`"]),
    BlankCase(
      fact: "Assert on properties (chart, tide table present, no FOG) and on drift", asks: [],
      never: ["FOG"]),
    BlankCase(
      fact: "`from quay import berth` binds the value now; `import quay` then looks it up at `use`",
      asks: [], never: ["`import quay`"]),
    BlankCase(
      fact: "Lamps are ignored by most pilots, so a `photo` of a buoy may arrive late", asks: [],
      never: ["most pilots"]),
    BlankCase(
      fact: "A tow ends after one pass — a second `for` loop does nothing on `quay`",
      asks: ["`quay`"],
      never: ["`for`"]),
    // What another verb says is another statement.
    BlankCase(
      fact: "Fixed moorings exist for mail boats and rarely help yachts; tides matter far more",
      asks: [], never: ["mail boats and rarely help yachts"]),
    BlankCase(
      fact: "Splicing hemp builds ropes and flattens them lazily; a strand can keep its yard alive",
      asks: [], never: ["ropes and flattens"]),
    BlankCase(
      fact:
        "A tow within one basin is atomic; across basins it fails with `EXTOW` and `tug` silently steps in",
      asks: [], never: ["`EXTOW` and `tug`"]),
    BlankCase(
      fact: "Barges, `rafts` and `skiffs` were slow in the canal days; that advice expired in 1917",
      asks: ["1917"], never: ["`rafts` and `skiffs`"]),
    // Clauses stay whole.
    BlankCase(
      fact: "Transom boats inherit it: every sheet and MLP block writes into a harbour log",
      asks: [],
      never: ["MLP block writes"]),
    BlankCase(
      fact: "Ropes beat chains when a crew touches one link out of many", asks: [],
      never: ["crew touches one link", "a crew touches one link"]),
    BlankCase(
      fact: "Cargo papers are private matter more often than pilots assume",
      asks: ["private matter"]),
    BlankCase(
      fact: "Anchor clocks: a → b implies L(a) < L(b)", asks: ["L(a) < L(b)"]),
    BlankCase(
      fact: "Mooring two nearly equal boats destroys the leading berth (`crush`)", asks: [],
      never: ["boats destroys the leading berth"]),
    BlankCase(
      fact: "Paired sailing on shared tides is a control trip you get for free",
      asks: ["control trip"]),
    BlankCase(
      fact: "Don't use `TideID` where that is sensitive", asks: [], never: ["is sensitive"]),
    BlankCase(
      fact: "Durable sailing = ordinary rope whose finished knots are logged; they rest on `hemp`",
      asks: [],
      never: ["ordinary rope whose finished knots"]),
    BlankCase(
      fact:
        "A pilot that drops out after the radio call but before the ack will make the call twice",
      asks: [], never: ["ack will make the call twice"]),
    BlankCase(
      fact: "Wide nets handle shoals of a few hundred thousand fish fine", asks: [],
      never: ["shoals of a few hundred thousand fish fine"]),
    BlankCase(
      fact: "As wind rises the boat becomes wave-bound, and spare sails turn into ballast",
      asks: ["wave-bound"]),
    BlankCase(
      fact: "Round trip is the best first voyage, because the harbour is its own check",
      asks: [], never: ["best first voyage"]),
    // What belongs together stays together.
    BlankCase(
      fact: "The crew doesn't reef on its own in Kiel; help it with `reef --now`",
      asks: ["`reef --now`"], never: ["own in Kiel"]),
    BlankCase(
      fact: "Can't be stretched; exceed the planned dose and the yeast bill climbs quickly",
      asks: [],
      never: ["planned dose and the yeast bill climbs"]),
    BlankCase(
      fact: "Buoys keep the line until the skipper has it; a lost line fills the bay", asks: [],
      never: ["skipper has"]),
    BlankCase(
      fact: "indirect: the message sits in a log book, letter or harbour note", asks: [],
      never: ["message sits in a log book", "log book"]),
    BlankCase(fact: "Plain flour, so sieves catch it; bake it hot", asks: [], never: ["catch"]),
    BlankCase(
      fact: "Wide mixer: reads both together, exact but too slow for the whole bakery", asks: [],
      never: ["reads both"]),
    BlankCase(
      fact: "Old boats get `caulk`; scalable yards chain new ones", asks: ["`caulk`"],
      never: ["chain new"]),
    BlankCase(
      fact: "Every mooring needs a buoy and a date; default to leave for bad weather", asks: [],
      never: ["leave for bad weather"]),
    BlankCase(
      fact:
        "Show the skipper the exact course and depth (knots, bearing), not the mate's summary of them",
      asks: ["exact course and depth"], never: ["skipper the exact course and depth"]),
    BlankCase(
      fact: "Keep the oars dry; use SwedishTar or a BFF oil", asks: ["SwedishTar or a BFF oil"],
      never: ["SwedishTar"]),
    BlankCase(
      fact: "Tides are not checked by hand; TideBook and HarbourPro read them by radio",
      asks: [], never: ["HarbourPro", "TideBook"]),
    BlankCase(
      fact: "Boats in the same dock share a VHF channel and harbour lights",
      asks: ["VHF channel and harbour lights"], never: ["VHF channel"]),
    BlankCase(
      fact: "Mapped to: pilot classes **Coastal Waters** and **Open Sea** at once, doubly hard",
      asks: ["Coastal Waters and Open Sea"], never: ["Coastal Waters", "Open Sea"]),
    BlankCase(
      fact: "The watch must go on as tide turns, wind shifts, and daylight fades", asks: [],
      never: ["tide turns", "as tide turns"]),
    BlankCase(
      fact:
        "Reefing helps against **sudden gusts**, **steep seas**, and **tired crews** — all common at night",
      asks: ["sudden gusts, steep seas, and tired crews"]),
    BlankCase(
      fact: "**Reserve the best berth.** Its price is the `best berth` fee",
      asks: ["`best berth` fee"],
      never: ["Reserve"]),
    BlankCase(
      fact: "Lures: mostly small spoons on wire (often ZIP lures with coloured feathers)", asks: [],
      never: ["ZIP"]),
    BlankCase(fact: "Deck crew: `bosun`, `mate`", asks: ["`bosun`, `mate`"]),
    BlankCase(
      fact: "Signals go out by radio (`ais`, `dsc`, etc.)", asks: ["radio"], never: ["`ais`"]
    ),
    // Of a definition the term.
    BlankCase(
      fact: "Bight: a slack part of a rope laid between its two ends", asks: ["Bight"],
      never: ["slack part of a rope laid"]),
    BlankCase(fact: "Sail area matters as much as the keel", asks: [], never: ["much as the keel"]),
    BlankCase(
      fact: "Beacons ([2 nm]) turn a channel into a lane without boats blocking each other",
      asks: [],
      never: ["boats blocking each"]),
    BlankCase(
      fact:
        "Read Aground takes a new sounding per statement; Steady Keel takes one at the first buoy",
      asks: ["new sounding"], never: ["Aground takes a new sounding"]),
    BlankCase(
      fact: "The mate treats the chart like GOLD and the log like SILVER", asks: ["GOLD"],
      never: ["GOLD and the log"]),
    BlankCase(fact: "The boat is now called Letta", asks: ["Letta"], never: ["called Letta"]),
    BlankCase(
      fact: "Missing chart: found by pilots, lost by `helm` and Mariner — carry the full set",
      asks: ["`helm` and Mariner"], never: ["`helm`"]),
    BlankCase(
      fact:
        "The harbour rules (28 October 2024) require the log, the charts, and detailed notes about the crew training",
      asks: ["log, the charts, and detailed notes about the crew training"]),
    BlankCase(
      fact: "Origin: Karger et al. (Kiel, 1997) and Chen et al. (Hull, 1999), found alone",
      asks: [],
      never: ["Chen", "Karger"]),
    BlankCase(
      fact: "The helm is never shared: only one hand is needed at each step", asks: [],
      never: ["each step"]),
    BlankCase(
      fact:
        "Answer all calls in one go — splitting results over several flags teaches the crew to stop calling",
      asks: [], never: ["several flags teaches the crew"]),
    BlankCase(
      fact: "Charts and logs are copied: flags and open hatches fail; a 1 GB chart gets copied",
      asks: [],
      never: []),
    BlankCase(
      fact: "Least drag = widest beam when the noise is even", asks: ["widest beam"],
      never: ["widest beam when the noise"]),
    BlankCase(
      fact: "`rope` is invariant: `rope[Wet]` is no `rope[Dry]` — accept `Line[Dry]`",
      asks: ["`Line[Dry]`"],
      never: ["`rope[Wet]`", "`rope[Dry]`"]),
    BlankCase(
      fact: "Two sails only; static HAL beams, CBC and compression are gone", asks: [],
      never: ["CBC and compression"]),
    BlankCase(
      fact: "Reefing early → the crew avoids most of them", asks: [], never: ["most of them"]),
    BlankCase(
      fact: "Extra flags on a line are fine, missing or torn ones fail — so boats may add some",
      asks: [],
      never: ["fine, missing or torn ones fail"]),
    BlankCase(
      fact: "Strict order: every rope in `lines`, `spares: no`; old ropes → bin", asks: [],
      never: ["`lines`, `spares: no`"]),
    // What the prompt tells already.
    BlankCase(
      fact: "Strict mode: `strict: true` requires `oars: two` on every boat", asks: ["`oars: two`"],
      never: ["`strict: true`"]),
    BlankCase(
      fact: "\"Toolboat: Sails Can Teach Themselves to Tack\", NeurIPS 2023", asks: [],
      never: ["Sails Can Teach Themselves"]),
    // A clause with its article, a thing without.
    BlankCase(
      fact: "Berths are never shared: a boat waits until a whole berth is free",
      asks: ["a whole berth is free"]),
    BlankCase(fact: "Oak does not mention rot; pine does", asks: ["rot"], never: ["mention rot"]),
    BlankCase(
      fact: "A mate may only commit entries from his own watch", asks: [], never: ["commit entries"]
    ),
    BlankCase(
      fact: "AIS (`send: yes`) replaces paper harbour logs", asks: ["paper harbour logs"],
      never: ["`send: yes`"]),
    // A blank ends where another thing or another clause begins.
    BlankCase(
      fact: "Let it rest when the dough comes out of the bowl the cook is using",
      asks: [], never: ["bowl the cook"]),
    BlankCase(
      fact: "Set it on stove, hob and grill or big pots slowly boil over", asks: [],
      never: ["stove, hob and grill or big pots"]),
    BlankCase(
      fact: "Salad = green leaves for summer, `cress`, wild herbs; quick to make",
      asks: ["green leaves for summer, `cress`, wild herbs"], never: ["`cress`"]),
    // Of an arrow with a statement behind it, what is stated.
    BlankCase(fact: "`keel` → `fin` is cheaper (no ballast)", asks: ["cheaper (no ballast)"]),
    // No verb is hidden with what it is about.
    BlankCase(fact: "GFRP updates only happen if no plank has moved", asks: ["no plank has moved"]),
    BlankCase(
      fact: "Log compaction keeps the latest value per key", asks: ["latest value"],
      never: ["compaction keeps the latest value"]),
    BlankCase(fact: "Git push must happen from Rocinante (has the keys)", asks: ["Rocinante"]),
    BlankCase(fact: "Kiel elects one captain per term. Terms only grow.", asks: ["one captain"]),
    // Half of a pair, or one of a row, is a guess.
    BlankCase(fact: "The cox rotates Q and K by hand", asks: ["Q and K"], never: ["Q", "K"]),
    BlankCase(fact: "Agrippa beat Antony & Cleopatra at sea", asks: ["Antony & Cleopatra"]),
    BlankCase(
      fact: "The first board (43 BC) - Octavian, Antony, Lepidus - had a legal standing",
      asks: ["Octavian, Antony, Lepidus"], never: ["Lepidus"]),
    BlankCase(
      fact: "\"Please\" takes the dative; \"thanks\" takes the genitive", asks: ["dative"],
      never: ["Please", "thanks"]),
    BlankCase(
      fact: "The minimum field decides how long (see the log)", asks: [], never: ["how long"]),
    BlankCase(fact: "Rest it at least one full week", asks: ["one full week"]),
    BlankCase(
      fact: "Ross was a legal search engine, not a harbour", asks: ["legal search engine"],
      never: ["engine"]),
    BlankCase(
      fact: "Rope and JSON are heavier than cork", asks: [], never: ["JSON"]),
    BlankCase(
      fact: "Weak ties (`W/…`) = loosely equal, not byte equal", asks: ["loosely equal"]),
    BlankCase(
      fact: "Pin by digest (`@sha`) for calm; tags move. Let Renovate bump them",
      asks: ["Renovate"],
      never: ["Renovate bump them", "Renovate bump"]),
    BlankCase(
      fact: "The Civil Charter of the Harbour made pilots employees of the town",
      asks: ["Civil Charter of the Harbour"], never: ["Harbour"]),
    BlankCase(
      fact: "For every six pots of water and oil, one cup of salt and six of flour are needed",
      asks: ["water and oil"]),
    BlankCase(
      fact: "The Law of Ropes says a knot should only talk to its neighbours", asks: [],
      never: ["knot should only talk"]),
    BlankCase(
      fact: "Writing it down gives overlapping read and write sets",
      asks: ["overlapping read and write sets"]),
    BlankCase(
      fact: "Old ropes linger until their grace runs out; drop the anchor", asks: ["grace runs out"]
    ),
    BlankCase(
      fact: "The order is `mash` → `boil` → `cool`, and a change spoils the beer",
      asks: ["`mash` → `boil` → `cool`"], never: ["`mash`", "`boil`"]),
    BlankCase(
      fact: "Keys: `ignore` (default), `forbid`, `allow`",
      asks: ["`ignore`, `forbid`, `allow`"], never: ["`forbid`, `allow`"]),
    BlankCase(
      fact: "Passage is forbidden: a pilot must not take passages from others", asks: ["forbidden"]),
    BlankCase(
      fact: "Show the mate the exact course (depth, wind, tide), not a summary of it", asks: [],
      never: ["tide"]),
    BlankCase(
      fact: "Rope does not hold paint at sea; oak does", asks: ["paint"], never: ["hold paint"]),
    BlankCase(fact: "Sorted after GROUP BY and before LIMIT", asks: [], never: ["GROUP"]),
    BlankCase(
      fact: "Balance it with a keel rather than a second mast, which costs speed", asks: [],
      never: ["rather than a second mast"]),
    BlankCase(
      fact: "Crew = set of sailors; a watch is kept by each sailor in turn", asks: [],
      never: ["set of sailors"]),
    BlankCase(
      fact: "Don't trim a sail to solve Ax = b; use `trim.solve` instead", asks: ["`trim.solve`"],
      never: ["b", "Ax"]),
    // Mere letters, and what the prompt lists.
    BlankCase(
      fact: "Slope: for scalar `f(x)` the gradient has the shape of `hull`", asks: ["`hull`"],
      never: ["`f(x)`"]),
  ]
}
