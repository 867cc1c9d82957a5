/// Something that a made page says, with what is true of it whatever its words are.
struct MadeItem {
  enum Shape: CaseIterable {
    case sentence, label, near, list, glosses, code, definition, question, asked, marked, connection
  }

  /// What it is, through all edits.
  var id: Int
  var shape: Shape
  /// What may be asked of it, by name: `amount`, `item 2`. The texts change, the names do not.
  var parts: [String: String] = [:]
  /// Which of several wordings is used: those of one item say the same.
  var verb = 0
  var adverb = ""
  var tail = ""
  var ending = ""
  /// Order of the items of a list, by name of the part.
  var order: [String] = []
  /// Whether the clause of place stands in front.
  var isInverted = false
  var isShouted = false
  /// Whether its label begins with a word more than it did.
  var hasLabelWord = false
  /// Parts that have a typing error, as they should be.
  var slips: [String: String] = [:]

  static let verbs = [
    ["needs", "requires", "takes"], ["carries", "contains", "holds"], ["uses", "has", "gets"],
  ]

  func part(_ name: String) -> String { parts[name] ?? "" }

  var text: String {
    var text = plain + (tail.isEmpty ? "" : ", \(tail)") + ending
    if isShouted, let first = text.first { text = first.uppercased() + text.dropFirst() }
    return text
  }

  private var plain: String {
    let adverb = adverb.isEmpty ? "" : adverb + " "
    switch shape {
    case .sentence:
      let verb = MadeItem.verbs[id % 3][verb]
      let said = "\(adverb)\(verb) \(part("amount")) of \(part("stuff"))"
      return isInverted
        ? "In \(part("place")) the \(part("subject")) \(said)"
        : "The \(part("subject")) \(said) in \(part("place"))"
    case .label: return "\(part("subject")): \(adverb)\(part("amount"))"
    case .near:
      return verb == 0
        ? "\(part("kind")) of \(part("subject")): \(part("amount"))"
        : "\(part("kind")) of the \(part("subject")): \(part("amount"))"
    case .list:
      let items = order.map { part($0) }
      return "\(part("subject")): \(items.joined(separator: ", "))"
    case .glosses:
      let pairs = order.map { "\(part($0)) (\(part("gloss of " + $0)))" }
      return "\(part("subject")): \(pairs.joined(separator: ", "))"
    case .code:
      let verb = ["writes", "puts", "saves"][verb]
      return "`\(part("subject"))` \(adverb)\(verb) the \(part("stuff")) to `\(part("path"))`"
    case .definition: return "\(part("subject")) — \(adverb)\(part("meaning"))"
    case .question:
      return
        "When \(["should", "must", "can"][verb]) the \(part("subject")) be \(adverb)\(part("deed"))?"
    case .asked: return "Q: What does the \(part("subject")) weigh? A: \(part("amount"))"
    case .marked:
      return "The \(part("subject")) is \(adverb)kept ==\(part("stuff"))== in \(part("place"))"
    case .connection: return "[[\(part("target"))]] — \(part("reason"))"
    }
  }

  /// Which part of the item a card asks for; nil when that is not clear.
  func partAsked(_ card: (answer: String, prompt: String)) -> String? {
    let asked = words(card.answer)
    var best: (name: String, shared: Int)?
    var isTie = false
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      let shared = asked.intersection(words(text)).count
      guard shared > 0 else { continue }
      if let found = best, found.shared == shared { isTie = true }
      if best.map({ shared > $0.shared }) ?? true {
        best = (name, shared)
        isTie = false
      }
    }
    return isTie ? nil : best?.name
  }

  private func words(_ text: String) -> Set<Substring> {
    Set(text.lowercased().split { !($0.isLetter || $0.isNumber) })
  }
}

/// Makes items that are all different facts, many of them nearly in the same words.
struct ItemMaker {
  var dice: Dice
  private var next = 0
  private var used: Set<String> = []

  init(seed: UInt64) { dice = Dice(seed: seed) }

  private static let subjects = [
    "anchor", "binnacle", "capstan", "davit", "ensign", "fender", "grapnel", "halyard", "jackstay",
    "keelson", "lanyard", "marlin", "oakum", "pintle", "quoin", "ratline", "scupper", "gudgeon",
    "bilge pump", "stern post", "mast step", "deck beam", "chart table", "cargo hatch", "tiller",
    "gaff rig", "boom vang", "lee board", "bow thruster", "fuel tank",
  ]
  private static let qualities = [
    "", "spare ", "forward ", "main ", "second ", "old ", "north ", "south ", "inner ", "outer ",
  ]
  private static let stuffs = [
    "oak", "iron", "copper", "hemp", "canvas", "pitch", "brass", "leather", "granite", "cork",
  ]
  private static let places = [
    "Bristol", "Hull", "Cork harbour", "Leith", "Dover", "Whitby", "Calais", "Bergen", "Lisbon",
  ]
  private static let names = [
    "gateway", "worker", "scheduler", "indexer", "cache", "mailer", "proxy", "ledger", "crawler",
  ]
  private static let kinds = ["Timeout", "Retry delay", "Queue limit", "Heartbeat"]
  private static let deeds = ["replaced", "painted", "inspected", "greased", "weighed", "rebuilt"]
  private static let meanings = [
    "a rope that holds the sail down", "a fitting which turns the rudder",
    "timber laid along the whole keel", "a hole that lets water off the deck",
    "the part of the hull below water", "a block through which ropes run",
    "strands twisted against each other", "a weight that keeps the boat upright",
  ]
  private static let reasons = [
    "both are fastened to the stern", "one cannot be tested without the other",
    "they were built by the same yard", "its load decides the size of the other",
  ]

  /// A different fact; `like` gives its shape, and often most of its words.
  mutating func item(like other: MadeItem? = nil) -> MadeItem {
    for _ in 0..<200 {
      let item = attempt(like: other)
      if used.insert(item.part("kind") + "|" + item.part("subject") + "\(item.shape)").inserted {
        next += 1
        return item
      }
    }
    // All names are taken: a number makes another one.
    var item = attempt(like: other)
    item.parts["subject"] = item.part("subject") + " mark \(next)"
    next += 1
    return item
  }

  private mutating func attempt(like other: MadeItem?) -> MadeItem {
    var item = other ?? MadeItem(id: 0, shape: dice.pick(MadeItem.Shape.allCases))
    // The verb of a sentence is one of a family that goes with the id.
    item.id = other.map { next * 3 + $0.id % 3 } ?? next * 3 + dice.roll(3)
    let isNear = other != nil && dice.roll(3) > 0
    func keep(_ name: String, _ text: String) {
      if !isNear || item.parts[name] == nil { item.parts[name] = text }
    }
    item.parts["subject"] = dice.pick(Self.qualities) + dice.pick(Self.subjects)
    item.hasLabelWord = false
    let amount = amount()
    switch item.shape {
    case .sentence, .marked:
      keep("amount", amount)
      keep("stuff", dice.pick(Self.stuffs))
      keep("place", dice.pick(Self.places))
      if item.shape == .marked { item.parts["amount"] = nil }
    case .label:
      item.parts["subject"] =
        capital(item.part("subject")) + dice.pick([" opening", " weight", " age"])
      keep("amount", dice.roll(2) == 0 ? amount : date())
    case .near:
      item.parts["subject"] = dice.pick(Self.names) + dice.pick(["", " \(dice.roll(30) + 2)"])
      item.parts["kind"] = item.parts["kind"] ?? dice.pick(Self.kinds)
      keep("amount", "\(5 * (1 + dice.roll(20))) s")
    case .list, .glosses:
      item.parts = ["subject": capital(item.part("subject")) + " parts"]
      item.order = []
      for number in 1...4 {
        let name = "item \(number)"
        item.parts[name] =
          dice.pick(Self.stuffs) + " " + dice.pick(["ring", "plate", "bolt", "strap", "pin"])
          + "\(number)"
        item.order.append(name)
        if item.shape == .glosses {
          item.parts["gloss of " + name] =
            dice.pick(Self.deeds) + " in " + dice.pick(Self.places) + " \(number)"
        }
      }
    case .code:
      item.parts["subject"] =
        dice.pick(Self.names) + "ctl " + dice.pick(["--dump", "--log", "-v", "export"])
      keep("stuff", dice.pick(["index", "report", "journal", "schema", "state"]))
      keep("path", "/var/" + dice.pick(["log", "lib", "spool"]) + "/" + dice.pick(Self.names))
    case .definition: keep("meaning", dice.pick(Self.meanings))
    case .question: item.parts["deed"] = dice.pick(Self.deeds)
    case .asked: keep("amount", amount)
    case .connection:
      item.parts["target"] = dice.pick(Self.subjects).replacing(" ", with: "-") + "-\(next)"
      item.parts["subject"] = item.part("target")
      keep("reason", dice.pick(Self.reasons))
    }
    return item
  }

  mutating func amount() -> String {
    "\(2 + dice.roll(900)) \(dice.pick(["kg", "litres", "metres", "tonnes"]))"
  }

  mutating func date() -> String {
    "\(1 + dice.roll(28)) \(dice.pick(["March", "May", "June", "October"])) \(1700 + dice.roll(300))"
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  mutating func labelWord() -> String {
    dice.pick([
      "Recorded", "Usual", "Listed", "Approved", "Known", "Ordinary", "Agreed", "Charted", "Stated",
      "Measured", "Expected", "Reported", "Customary", "Present", "Intended", "Accepted",
    ])
  }

  mutating func place() -> String { dice.pick(Self.places) }
  mutating func stuff() -> String { dice.pick(Self.stuffs) }
}
