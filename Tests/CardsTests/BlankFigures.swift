extension BlankCase {
  /// Numbers, dates and sums.
  static let figures = [
    // What stands there only because something has to: a level, a scale, a size, a supposition.
    BlankCase(
      fact: "Proving a caulk: 300 dry trips bound the leak rate below 1% at 95% confidence",
      asks: ["1%"], never: ["95%"]),
    BlankCase(
      fact: "Ordinal scores (1–5): use `weighted_tide(a, b)` from the almanac",
      asks: ["`weighted_tide(a, b)`"], never: ["1–5"]),
    BlankCase(
      fact: "A pass or fail per plank agrees far more often than 1–5 scales on the same hull",
      asks: [], never: ["1–5", "1–5 scales"]),
    BlankCase(
      fact: "A sounding with 99% accuracy shows that rock is there, not that the keel touches it",
      asks: [], never: ["99%"]),
    BlankCase(
      fact:
        "The lottery is fair only if n divides the fleet: FLEET_MAX = 32767, n = 10000 → some win twice",
      asks: [], never: ["32767", "10000"]),
    BlankCase(
      fact: "Smallest odd hull: 561 = 3 · 11 · 17; there are many more",
      asks: ["561 = 3 · 11 · 17"], never: ["561", "3 · 11 · 17"]),
    BlankCase(
      fact: "The check lets 1 in 16 million to 1 in 10 billion planks through damaged", asks: [],
      never: ["16 million to 1"]),
    BlankCase(
      fact: "The old quay has slips of ~10s of KB, the new one 2 MB", asks: ["~10s of KB"],
      never: ["~10s"]),
    BlankCase(
      fact: "Harbour replay is single-threaded: a quay with 32 busy cranes can outrun its copy",
      asks: [], never: ["32"]),
    BlankCase(
      fact: "Logs are copied: open hatches and wet ropes fail; a 1 GB chart gets copied", asks: [],
      never: ["1 GB", "GB chart"]),
    BlankCase(
      fact: "Hull stress needs n×n tables — 1B planks would need a far bigger yard", asks: [],
      never: ["1B"]),
    BlankCase(
      fact: "Tow failover: escalated tows pay twice — at a 30% escalation rate the mean improves",
      asks: [], never: ["30%"]),
    BlankCase(
      fact: "Never hold a berth across a storm — 20 s of rain with an open hatch blocks `pilot`",
      asks: [], never: ["20 s"]),
    BlankCase(
      fact: "Keep the log outside the cabin: a flood can lose a plan that lives only in message 3",
      asks: [], never: ["3"]),
    BlankCase(
      fact: "`tidescore` rates a berth from 0 (tight) to 10 (open); a plain one gets about 9.6",
      asks: ["9.6"], never: ["0", "10"]),
    BlankCase(
      fact: "Soundings take 1–2 bytes each; 100,000 buoys at 15 s are about 1.2 GB a day",
      asks: ["1–2 bytes"], never: ["1.2 GB", "100,000"]),
    BlankCase(
      fact: "Wave limit: fs/2; 16 kHz sound holds nothing above 8 kHz", asks: ["fs/2"],
      never: ["8 kHz", "16 kHz"]),
    BlankCase(
      fact: "A tide share is range/4; a basin of 24 feet gives 6 feet", asks: ["range/4"],
      never: ["6 feet", "24 feet"]),
    BlankCase(
      fact: "A draught of 12 m closes the old canal", asks: ["12 m"]),
    BlankCase(fact: "The free town had 70% citizens and 30% guests in 1887", asks: ["1887"]),
    BlankCase(fact: "Charts show 95% cities and hardly any marsh", asks: ["95%"]),
    BlankCase(
      fact: "Towed boats cost 10% of the fee at Lübeck: $0.30 vs $3.00 per thousand miles",
      asks: ["10%"],
      never: ["$0.30"]),
    BlankCase(
      fact: "TIDEFP4 stores 4-bit soundings in blocks of 32 with a shared sign", asks: ["32"],
      never: ["4-bit"]),
    BlankCase(
      fact:
        "More pilots raise the `tide` score; never compare a 1-pilot score with a 4-pilot score",
      asks: [], never: ["1-pilot", "4-pilot"]),
    // What two figures tell of each other.
    BlankCase(
      fact: "Decks are 0-based in `Barge` and 1-based in the yard", asks: [],
      never: ["0-based", "1-based"]),
    BlankCase(
      fact: "Rope ~1 knot, `steam` ~100 knots — two orders of magnitude between them", asks: [],
      never: ["~1 knot", "~100 knots"]),
    BlankCase(
      fact: "Tide tables (TT19937): period 2^19937 − 1, state of 624 words", asks: ["624"],
      never: ["2^19937 − 1"]),
    BlankCase(
      fact: "Harbour QUAY72 puts 72 boats into one lock with 130 crews", asks: ["130"],
      never: ["72", "72 boats"]),
    BlankCase(
      fact:
        "Rot in the trial: top-20 failure 5.7% → 2.9% with tar and paint, → 1.9% once it is scraped",
      asks: ["2.9%", "1.9%"]),
    // Neither a formula nor a sum with its unit is torn.
    BlankCase(fact: "Real tides of length n give n/2 + 1 useful bins", asks: [], never: ["1"]),
    BlankCase(
      fact: "Great quay: $500B and 10 GW announced; Lübeck is the first site",
      asks: ["$500B", "10 GW"],
      never: ["$500B and 10"]),
    // What nobody wants to type is shown, and its name asked for.
    BlankCase(
      fact:
        "Mean depth over 7 tides = `AVG(depth) OVER (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)`; gaps stay",
      asks: ["Mean depth over 7 tides"]),
    BlankCase(
      fact: "Kiel lost 1/188 boats (0.5%), compared with 43.4% for Lübeck",
      asks: ["1/188 boats (0.5%)", "43.4%"], never: ["0.5%", "1/188"]),
    BlankCase(
      fact: "NAV 2827 / BSH 38 recommends radar at harbour mouths to prevent collisions", asks: [],
      never: ["2827 / BSH"]),
    BlankCase(
      fact: "`tide_wait` is 1 s by default: the pilot waits that long on a buoy before he checks",
      asks: ["1 s"],
      never: ["long on a buoy"]),
    BlankCase(
      fact: "Locks with a gate each (SIG 684, 3.12), opened by `lockman` in 3.14", asks: ["3.14"],
      never: ["684, 3.12"]),
    BlankCase(
      fact: "The drag law: L(N, D) = 1.69 + 406.4 / N^0.34 + 410.7 / D^0.28, fitted in a tank",
      asks: ["1.69 + 406.4 / N^0.34 + 410.7 / D^0.28"]),
    BlankCase(fact: "Send one scout boat, then the other N − 1", asks: [], never: ["1"]),
    // A figure that stands in brackets once more is hidden there too.
    BlankCase(fact: "Rule of thumb: ~20 loaves per oven (70 × 20 = 1,400)", asks: ["~20"]),
    // Figures of an example, and what they are measured against.
    BlankCase(
      fact: "Odds: `sqrt(p / n)` — 80% on 500 boats gives 1.8%, so the spread is about ±3.5 boats",
      asks: ["`sqrt(p / n)`"], never: ["80%", "500", "1.8%", "±3.5"]),
    BlankCase(
      fact: "Leak odds: 1% rot, 90% caulk, 95% paint → a wet boat has only a 15.4% chance of rot",
      asks: ["15.4%"], never: ["1%", "90%", "95%"]),
    BlankCase(
      fact: "Berth success: 71% (best trial) vs 45% for rowing alone and 37% for drifting",
      asks: ["71%"],
      never: ["45%", "37%"]),
    BlankCase(
      fact: "Rule of three: 0 leaks in n trips → risk ≈ 3/n (0 in 300 → 1%)", asks: [],
      never: ["1%"]),
    BlankCase(
      fact: "Racing score: ReefAct 60.9 vs Drift 56.3", asks: ["60.9"], never: ["ReefAct 60.9"]),
    BlankCase(
      fact: "Charts: 200M soundings (July 2022, with the pilots), CC BY 4.0", asks: [],
      never: ["4.0"]),
    BlankCase(
      fact: "Stopping once p < 0.05 lifts the false alarm rate well above 5% — fix n first",
      asks: [],
      never: ["5%"]),
    BlankCase(
      fact: "L = λ × W — 200 boats a day for 0.5 days = 100 boats in harbour", asks: [],
      never: ["100", "200", "0.5"]),
    BlankCase(fact: "The harbour law set a 50 kg line in 1924", asks: ["50 kg"]),
    BlankCase(
      fact: "Tanks default to 90 litres full of 100% — the spare 10% takes the swell", asks: [],
      never: ["10%"]),
    BlankCase(
      fact: "Dock defaults: `berths=5`, `overflow=10` → up to 15 boats per pier", asks: [],
      never: ["15"]),
    BlankCase(
      fact: "Rating by the crew was 72.6 ± 1.5% among the owners", asks: ["72.6 ± 1.5%"],
      never: ["72.6", "± 1.5%"]),
    BlankCase(
      fact: "The chain is 6 m, not 175 m; local boats use buoys instead of VMs", asks: ["6 m"],
      never: ["175 m", "VMs"]),
    BlankCase(
      fact: "Heel factor HF = 1 / (1 − R²_j); above ~10 the numbers mean little",
      asks: ["1 / (1 − R²_j)"], never: ["1"]),
    BlankCase(
      fact: "Specs: the deck stands on top of RFC 9000 beams", asks: [], never: ["top of RFC 9000"]),
    BlankCase(
      fact: "Random walk with damping 0.85 — the 15% jump keeps the boat from going round",
      asks: ["0.85"],
      never: ["15%"]),
    BlankCase(
      fact: "The keel takes 4.9 bits of lead a metre — the big boat comes to 4.9 tonnes", asks: [],
      never: ["4.9 tonnes"]),
    BlankCase(
      fact: "Trips: n=200 boats × 164 days = 32,800 trips a year, so keep `spares.md` full",
      asks: ["`spares.md`"], never: ["32,800"]),
    BlankCase(
      fact: "A harbour is a chain: depth 128K, 8K tokens → more states than anyone can count",
      asks: [],
      never: ["128K, 8K"]),
    BlankCase(
      fact: "By reefing alone the small boat beat the big one on 66 of 80 trips", asks: ["66"],
      never: ["80"]),
    BlankCase(
      fact: "Keep the plan out of the log (a `plan.md` file) and read it every 4 h", asks: ["4 h"],
      never: ["`plan.md`"]),
    BlankCase(
      fact: "Heave to (429, 5xx, storm) is a way to rest; Ketch and yawl both do it well", asks: [],
      never: ["429, 5xx"]),
    BlankCase(
      fact:
        "Drift arithmetic: 1,000 logs at 0.1% error each → 1 − 0.999^1000 ≈ 63% of charts are off",
      asks: ["63%"]),
    BlankCase(
      fact: "The interval shrinks to nothing at p = 0 or p = 1; `wilson` does not",
      asks: ["`wilson`"],
      never: ["0", "1"]),
    BlankCase(
      fact: "Weights of sails {D, C, B, A} = {0.1, 0.2, 0.4, 1.0}", asks: ["0.1, 0.2, 0.4, 1.0"],
      never: ["0.1"]),
    // Beside something firm no turn of phrase is asked for, and nothing that stands everywhere.
    BlankCase(
      fact: "Leases run 768 h — set shorter values per skipper", asks: ["768 h"],
      never: ["shorter values"]),
    BlankCase(
      fact: "Exit code `5` means no sails were found — a torn sail in CI should fail",
      asks: ["`5`"],
      never: ["CI"]),
    BlankCase(
      fact:
        "Paper: \"Hull Shapes and Heavy Weather\" — Hoffmann et al., arXiv:2203.15556, 29 March 2022",
      asks: ["Hull Shapes and Heavy Weather"], never: ["29 March 2022", "arXiv:2203.15556"]),
    BlankCase(
      fact: "Break-even: 1.25 + 0.1 = 1.35x for two trips → profit from trip two", asks: [],
      never: ["1.35x", "1.25", "0.1"]),
    BlankCase(
      fact: "Catch: 182 fish (42 cod, 140 herring) in a day at the bank", asks: ["182"],
      never: ["42", "140"]),
    BlankCase(
      fact: "The mast weighs ≈ 6.1 GB without its rigging", asks: ["6.1 GB"], never: ["GB"]),
    // A formula is one answer.
    BlankCase(
      fact: "Score: found leaks / real leaks × 100 (patched plus pumped, with rain left out)",
      asks: ["found leaks / real leaks × 100"], never: ["100"]),
    // What one starts from is not asked for.
    BlankCase(
      fact: "Yield check: noted 80% with 0.92 and 0.85 → 84.4%", asks: ["84.4%"],
      never: ["80%"]),
    BlankCase(
      fact: "20 loose eggs at p = 0.05 → 64% chance of a bad one", asks: ["64%"], never: ["0.05"]),
    BlankCase(
      fact: "80% yield on 100 loaves is ± 8 loaves", asks: ["± 8"], never: ["80%"]),
    // What can be worked out from the bracket is hidden with it.
    BlankCase(
      fact: "Knots: bowline 16 cm (32 half hitches), reef knot 8 cm (16 half hitches)",
      asks: ["16 cm (32 half hitches)"], never: ["32 half hitches", "bowline 16 cm"]),
    BlankCase(fact: "Best k = (m/n) · ln 2 ≈ 0.693 · m/n", asks: ["(m/n) · ln 2 ≈ 0.693 · m/n"]),
    BlankCase(fact: "Tide tables: HarbourBench: 510 tides", asks: ["510"]),
    BlankCase(
      fact: "Free mooring: 20 days for small boats; multipliers: sloops 2x, ketches 10x",
      asks: ["2x", "10x"]),
    BlankCase(
      fact: "Feed the bed 60 g a week before the frost", asks: ["60 g"], never: ["60 g a week"]),
    BlankCase(
      fact: "Bread has risen ~50% at 26 °C, ~75% at 31 °C", asks: ["~50%"],
      never: ["26 °C, ~75%", "~50% at 26 °C, ~75%"]),
    BlankCase(fact: "Depth limit ≈ 1/beam width (flat water)", asks: ["1/beam width"]),
    BlankCase(
      fact: "F/2.8 → F/4 loses one stop", asks: ["one stop"], never: ["F/4 loses one stop"]),
    BlankCase(
      fact: "Plywood is glued since MK 10; before that it was nailed over a frame", asks: ["MK 10"],
      never: ["was nailed"]),
    // The same figures beside the blank give it away.
    BlankCase(fact: "`rows: 1 / 3` spans lines 1 to 3 of the bed", asks: [], never: ["1 to 3"]),
    BlankCase(
      fact: "Mr Lee saw 2x–3x gains with tar. Later work reported similar 2–3x gains with oil.",
      asks: [], never: ["2–3x", "2x–3x"]),
    // `1` does not stand in `1.3`.
    BlankCase(
      fact: "MK 1.3 (RFC 8446, August 2018) needs 1 trip; MK 1.2 needs 2", asks: ["1", "2"],
      never: ["August 2018"]),
    BlankCase(fact: "Caesar crossed the river on 10 January 49 BC", asks: ["10 January 49 BC"]),
    // A name and its value are two things.
    BlankCase(
      fact: "Crop factor: APS-C 1.5×, Micro Four Thirds 2×", asks: ["1.5×", "2×"],
      never: ["Micro Four Thirds 2×"]),
    BlankCase(fact: "Gambit: 1.e4 e5 2.Nf3", asks: ["1.e4 e5 2.Nf3"], never: ["1.e4"]),
    // Sources are shown, and never asked for.
    BlankCase(
      fact: "Tar keeps for 12 years (Leviathan et al., arXiv:2211.17192, 2023)",
      asks: ["12 years"], never: ["2023", "Leviathan"]),
    BlankCase(fact: "Cork is no longer sold from Dock 25 on", asks: ["Dock 25"]),
    BlankCase(
      fact: "SRM = sample ratio mismatch; alarm at p < 0.001", asks: ["< 0.001"],
      never: ["ratio mismatch"]),
    BlankCase(fact: "The weights are scaled to [0, 1] before use", asks: ["[0, 1]"]),
    BlankCase(
      fact: "Depth bands: 0.41–0.60 shallow; 0.61–0.80 deep; > 0.80 abyss",
      asks: ["0.41–0.60", "0.61–0.80"]),
    BlankCase(fact: "Limits: 100 / 6 h at the quay", asks: ["100 / 6 h"]),
    BlankCase(fact: "Defaults: `period` 10, `timeout` 12", asks: ["10"], never: ["`period`"]),
    BlankCase(
      fact: "At 1% salt, 90% water and 9% flour, the loss is only 9.2%", asks: ["9.2%"],
      never: ["90%", "9%"]),
    BlankCase(fact: "Heartbeat 100 ms, timeout 1000 ms. Raise both in winter", asks: ["1000 ms"]),
    BlankCase(
      fact: "Heron 2 July 2023; Gull May 2024", asks: ["July 2023", "May 2024"],
      never: ["2 July 2023"]),
    BlankCase(fact: "Divide by 1 - x before use", asks: ["1 - x"], never: ["1"]),
    BlankCase(fact: "Two of three fit within 1, 2, 3 sails", asks: ["1, 2, 3"], never: ["3"]),
    BlankCase(
      fact: "Rule: R + W > N gives a shared set, e.g. N=3, W=2", asks: ["shared set"],
      never: ["3", "2"]),
    BlankCase(fact: "300 ropes ≈ 12 kg of hemp", asks: ["12 kg"], never: ["≈ 12 kg"]),
    BlankCase(
      fact: "The `mk8` is 3 bytes wide and rejects sails; `mk8mb4` is the real thing",
      asks: ["3 bytes"], never: ["`mk8`"]),
    BlankCase(
      fact: "Scholar's knot is undone by MK4 or MK5 TODO check the order", asks: ["MK4 or MK5"],
      never: ["MK5 TODO"]),
    BlankCase(
      fact: "Sea trials: 13 tests in 4 groups (speed, heel, noise, drift), all by hand",
      asks: ["13", "4"]),
  ]
}
