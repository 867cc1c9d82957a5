extension BlankCase {
  /// Phrases that end where the sentence goes on, and what stands for many.
  static let clauses = [
    // No clause is taken for a thing.
    BlankCase(
      fact: "Pooling all hands over all ropes lets big ships dominate", asks: [],
      never: ["all ropes lets big ships dominate"]),
    BlankCase(
      fact: "Slip (2023): a split by k with secret tar leaked timing in several hulls", asks: [],
      never: ["k with secret tar leaked timing in several hulls"]),
    BlankCase(
      fact: "The tree in HarbourBase indexes NULL berths too", asks: [],
      never: ["HarbourBase indexes"]),
    BlankCase(
      fact: "Foreign sellers are in scope as soon as they sell to a crew", asks: [],
      never: ["scope as soon"]),
    BlankCase(
      fact: "`COUNT(*)` boats, `COUNT(hull)` painted, `COUNT(DISTINCT hull)` painted and distinct",
      asks: ["`COUNT(hull)`"], never: ["`COUNT(DISTINCT hull)`"]),
    BlankCase(
      fact: "In the log `''` is empty for VARTIDE, so `LENGTH('')` is empty as well", asks: [],
      never: ["`''`"]),
    BlankCase(
      fact: "Retrim showed that `ret` itself is guessed from the TIDEBUF when the log is empty",
      asks: ["TIDEBUF"], never: ["`ret`"]),
    BlankCase(
      fact: "Order: bow first in Ketch, Yawl, Brig `rope_msgs`, Sloop; stern first in Pram",
      asks: [], never: ["`rope_msgs`", "Ketch, Yawl, Brig"]),
    BlankCase(
      fact: "The log is a list for Lloyd: reading `[1 4 2]` reveals the berth order", asks: [],
      never: ["`[1 4 2]`"]),
    BlankCase(
      fact: "Resizing without caulk and OAK quality shift TRIM by several points", asks: [],
      never: ["caulk and OAK quality shift TRIM", "OAK quality shift TRIM"]),
    BlankCase(
      fact: "Annex I holds duties of the harbour, no mention of WCAG anywhere in the text",
      asks: ["WCAG"], never: ["WCAG anywhere"]),
    BlankCase(
      fact: "SOLAS Convention 1 November 1974; in force 25 May 1980", asks: ["1 November 1974"]),
    BlankCase(
      fact: "`TAR` works on planks used as decks, not on `rope()` and friends", asks: ["`TAR`"],
      never: ["`rope()`"]),
    BlankCase(
      fact: "The harbour stops early with `WHERE berth <= 3` outside of the tide rule", asks: [],
      never: ["by default"]),
    BlankCase(
      fact: "The pump is on by default on OAKHULL, off on PINEHULL", asks: [],
      never: ["default on OAKHULL"]),
    BlankCase(
      fact: "Daily reports about leaks; set it up before launching", asks: [],
      never: ["up before launching"]),
    BlankCase(
      fact: "Bow code L = 10 for planks, M = 4 for ropes", asks: ["10 for planks"],
      never: ["Bow code L", "M"]),
    BlankCase(
      fact: "`for rope` works on any deck, including `@oak/deck` planks", asks: ["`for rope`"],
      never: ["`@oak/deck`"]),
    BlankCase(
      fact: "Open hatches sink OakHull 15+; always fasten `hatch()` or call the mate",
      asks: ["15+"],
      never: ["OakHull 15+"]),
    BlankCase(
      fact: "A forged log (real mate, fake trip) is very high risk — never trust OAKLOG", asks: [],
      never: ["high risk"]),
    BlankCase(
      fact: "Names need a bow; eight are taken (`fore-deck`, `aft-deck`, …) in HARBOUR",
      asks: ["HARBOUR"], never: ["`fore-deck`, `aft-deck`"]),
    BlankCase(
      fact: "ODD (oaken deck design) = the conditions the hull is built for: wind, tide, ice",
      asks: [], never: ["the conditions the hull"]),
    BlankCase(
      fact: "No guarantee for planks; \"OAK\"-less, weak tar on purpose in HARBOURDB",
      asks: ["HARBOURDB"], never: ["OAK"]),
    BlankCase(
      fact: "Rules of the bow beat `deck` rules, which is intended by the harbour",
      asks: ["`deck`"],
      never: ["is intended by the harbour"]),
    BlankCase(
      fact: "Reads inside a locked hold don't see its own cargo in HARBOURDB", asks: ["HARBOURDB"],
      never: ["a locked hold don't see its own cargo"]),
    BlankCase(
      fact: "Tides in H.U.L.L. (Oakley, 2005) are a search with `tow` and `moor`", asks: [],
      never: ["H.U.L.L"]),
    BlankCase(
      fact: "`TOW` casts and hauls: ON CAST CASCADE fires, so that the rest of the crew stays",
      asks: ["ON CAST CASCADE"], never: ["CAST CASCADE"]),
    BlankCase(
      fact: "The deck card says that towing is out of scope for HARBOURDB", asks: ["HARBOURDB"],
      never: ["scope"]),
    BlankCase(
      fact: "Rules that stand on a deck where nobody looks do nothing for HARBOURDB",
      asks: ["HARBOURDB"], never: ["deck"]),
    BlankCase(
      fact: "Caulking moved to oakum in 1809; Jan van Oak, Piet Elm, Kees Pine", asks: [],
      never: ["Oak, Piet Elm, Kees Pine"]),
    BlankCase(
      fact: "The mate got 3 years' rest, 400 hours of painting and a fine of 10,050 crowns",
      asks: ["3 years'"], never: ["3 years"]),
    BlankCase(
      fact: "Soundings are rounded half to even, so 0.5 → 0 and 1.5 → 2 in `depth`", asks: [],
      never: ["0 and 1.5"]),
    BlankCase(fact: "Longer pauses of the mate (in fog) → more", asks: [], never: ["more"]),
  ]
}
