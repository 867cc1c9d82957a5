/// Whether two words are the same word, differently written.
enum WordMatch: Int, Comparable {
  case same, form, typo

  static func < (left: WordMatch, right: WordMatch) -> Bool { left.rawValue < right.rawValue }

  /// Nil when they are different words. `known` are words that mean something themselves: typing one
  /// of them is a wrong word, not a slip.
  static func of(_ right: AnswerToken, _ typed: AnswerToken, known: Set<String>) -> WordMatch? {
    guard right.kind == typed.kind else { return nil }
    if right.key == typed.key { return .same }
    if right.kind == .number, Equivalence.areAlike(right.key, typed.key) { return .form }
    guard right.kind == .word, right.weight == .content, typed.weight == .content else {
      return nil
    }
    if right.spellings.contains(typed.key) || typed.spellings.contains(right.key) { return .form }
    // `60s` are seconds, or years of a decade.
    let keys = Set([right.key, typed.key])
    if keys.contains("s"), keys.contains("decade") || keys.contains("second") { return .form }
    // `HTTPS` is no plural.
    let areNames =
      right.isName && typed.isName || Set([right.key, typed.key]) == ["http", "https"]
    if !areNames, isForm(right.key, typed.key) || isGerund(right, typed) { return .form }
    guard !right.isName, !known.contains(typed.key),
      !Confusables.contains(right.key, typed.key)
    else { return nil }
    let isSlip =
      NameSlip.isName(right)
      ? NameSlip.isSlip(right.key, typed.key) : isTypo(right.key, typed.key)
    return isSlip ? .typo : nil
  }

  // MARK: Forms

  /// Singular and plural, British and American.
  static func isForm(_ left: String, _ right: String) -> Bool {
    let left = standard(left)
    let right = standard(right)
    return left == right || isPlural(left, of: right) || isPlural(right, of: left)
  }

  /// `fermenting` and `to ferment`, `tuning the model` and `tune the model`: where the answer begins with what is
  /// done. A single word may be the name of a thing: `building`, `build`.
  private static func isGerund(_ right: AnswerToken, _ typed: AnswerToken) -> Bool {
    let places = [right.place, typed.place]
    guard places.contains(.infinitive) || places == [.head, .head],
      !places.contains(.inside)
    else { return false }
    return isGerund(right.key, of: typed.key) || isGerund(typed.key, of: right.key)
  }

  private static func isGerund(_ gerund: String, of verb: String) -> Bool {
    guard gerund.hasSuffix("ing"), verb.utf8.count > 1 else { return false }
    let stem = gerund.dropLast(3)
    // `dying` is nothing that one does to cloth.
    if stem == verb || stem + "e" == verb && !"aeoy".contains(stem.last ?? "e") { return true }
    // `running`, `lying`.
    return stem.utf8.count > 3 && stem.dropLast() == verb && stem.last == verb.last
      || stem.hasSuffix("y") && stem.dropLast() + "ie" == verb
  }

  private static let plurals: [(singular: String, plural: String)] = [
    ("", "s"), ("y", "ies"), ("is", "es"), ("us", "i"),
    ("ix", "ices"), ("ex", "ices"), ("fe", "ves"), ("f", "ves"),
  ]

  private static func isPlural(_ plural: String, of singular: String) -> Bool {
    guard singular.utf8.count > 1, plural != singular else {
      return false
    }
    for (one, many) in plurals where singular.hasSuffix(one) && plural.hasSuffix(many) {
      // Latin endings only on words long enough to be Latin.
      let least = one.isEmpty || many == "ies" || many == "ves" ? 2 : one == "is" ? 4 : 5
      guard singular.utf8.count >= least else { continue }
      guard !(one.isEmpty && singular.hasSuffix("s")) else { continue }
      if singular.dropLast(one.count) == plural.dropLast(many.count) { return true }
    }
    if plural.hasSuffix("a"), singular.hasSuffix("um") || singular.hasSuffix("on"),
      singular.dropLast(2) == plural.dropLast()
    {
      return classical.contains(String(plural.dropLast()))
    }
    let takesEs = ["s", "x", "z", "ch", "sh", "o"].contains { singular.hasSuffix($0) }
    return takesEs && plural == singular + "es" && singular.utf8.count > 2
  }

  /// Of nouns in `-um` and `-on` whose plural ends in `-a`, what stands before that. It has to be known: `titania`
  /// and `silica` are no plurals of `titanium` and `silicon`.
  private static let classical: Set<String> = [
    "addend", "aquari", "auditori", "automat", "bacteri", "candelabr", "compendi", "consorti",
    "continu", "corrigend", "criteri", "curricul", "dat", "dodecahedr", "equilibri", "errat",
    "extrem", "flagell", "for", "gangli", "gymnasi", "honorari", "icosahedr", "maxim", "medi",
    "memorand", "millenni", "minim", "mitochondri", "moment", "moratori", "optim", "ov",
    "phenomen", "phyl", "planetari", "plectr", "podi", "polyhedr", "quant", "referend",
    "sanatori", "spectr", "sporangi", "stadi", "stern", "strat", "symposi", "terrari",
    "tetrahedr", "vacu",
  ]

  /// British and American endings, as pairs; the American one stands for both.
  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"),
    ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"),
    ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"), ("our", "or"), ("ours", "ors"),
    ("oured", "ored"), ("ouring", "oring"), ("oural", "oral"), ("ourable", "orable"),
    ("ourite", "orite"), ("ourless", "orless"), ("ourful", "orful"), ("tre", "ter"),
    ("tres", "ters"), ("tred", "tered"), ("bre", "ber"), ("bres", "bers"), ("ogue", "og"),
    ("ogues", "ogs"), ("elling", "eling"), ("elled", "eled"), ("eller", "eler"),
    ("ellers", "elers"), ("alling", "aling"), ("alled", "aled"), ("ence", "ense"),
    ("ences", "enses"), ("ilment", "illment"), ("ilments", "illments"),
  ]

  private static let spellings: [String: String] = [
    "grey": "gray", "programme": "program", "programmes": "programs", "cheque": "check",
    "aluminium": "aluminum", "sceptic": "skeptic", "sceptical": "skeptical",
    "artefact": "artifact", "artefacts": "artifacts", "judgement": "judgment",
    "judgements": "judgments", "ageing": "aging", "acknowledgement": "acknowledgment",
    "licence": "license", "practise": "practice", "whilst": "while", "amongst": "among",
    "learnt": "learned", "spelt": "spelled", "burnt": "burned", "dreamt": "dreamed",
    "cosy": "cozy", "tyre": "tire", "tyres": "tires", "plough": "plow", "mould": "mold",
    "fulfil": "fulfill", "enrol": "enroll", "instalment": "installment", "storey": "story",
    "manoeuvre": "maneuver", "draught": "draft", "kerb": "curb", "paediatric": "pediatric",
    "anaemia": "anemia", "oestrogen": "estrogen", "encyclopaedia": "encyclopedia",
    "anaesthetic": "anesthetic", "orthopaedic": "orthopedic", "haemoglobin": "hemoglobin",
    "metre": "meter", "metres": "meters", "litre": "liter", "litres": "liters", "fibre": "fiber",
    "fibres": "fibers", "pyjamas": "pajamas", "moustache": "mustache", "mum": "mom",
    "speciality": "specialty", "sceptics": "skeptics", "doughnut": "donut", "yoghurt": "yogurt",
    "omelette": "omelet", "foetus": "fetus", "oesophagus": "esophagus", "diarrhoea": "diarrhea",
  ]

  /// Plurals that no ending tells.
  private static let irregular: [String: String] = [
    "mice": "mouse", "lice": "louse", "children": "child", "women": "woman", "men": "man",
    "feet": "foot", "teeth": "tooth", "geese": "goose", "oxen": "ox", "dice": "die",
    "people": "person", "selves": "self",
  ]

  private static func standard(_ word: String) -> String {
    if let spelling = spellings[word] ?? irregular[word] { return spelling }
    // `sulphur`, `sulphate`.
    if word.hasPrefix("sulph") { return "sulf" + word.dropFirst(5) }
    guard word.utf8.count > 5 else { return word == "colour" ? "color" : word }
    for (british, american) in endings where word.hasSuffix(british) {
      return word.dropLast(british.count) + american
    }
    return word
  }

  // MARK: Slips

  /// Prefixes and endings that turn a word into its opposite, or into another one.
  private static let prefixes = [
    "un", "in", "im", "ir", "il", "dis", "mis", "non", "anti", "a", "de", "re", "pre", "post",
    "sub", "super", "inter", "intra", "hyper", "hypo", "micro", "macro", "over", "under", "up",
    "down", "multi", "counter", "co", "en", "ex", "e", "pro", "con", "mono", "poly", "uni", "bi",
  ]
  private static let suffixes = [
    "ful", "less", "er", "or", "ee", "ase", "ose", "ate", "ite", "ide", "ine", "ane", "ene", "yne",
    "able", "ability", "ism", "ist", "ium", "ia",
  ]

  /// One slip in words of six to eight letters, two in longer ones; the first two letters must be
  /// there, because a word that begins differently is mostly a different word.
  static func isTypo(_ right: String, _ typed: String) -> Bool {
    let right = Array(right.utf8)
    let typed = Array(typed.utf8)
    let allowed = right.count > 8 ? 2 : right.count > 5 ? 1 : 0
    guard allowed > 0, abs(right.count - typed.count) <= allowed, typed.count > 3,
      Set(right.prefix(2)) == Set(typed.prefix(2)), !hasDigit(right), !hasDigit(typed),
      !differsInMeaning(right, typed)
    else { return false }
    return distance(right, typed, limit: allowed) <= allowed
  }

  private static func hasDigit(_ word: [UInt8]) -> Bool {
    word.contains { (48...57).contains($0) }
  }

  private static func differsInMeaning(_ right: [UInt8], _ typed: [UInt8]) -> Bool {
    func lead(_ word: [UInt8]) -> String? {
      prefixes.filter { word.starts(with: $0.utf8) }.max { $0.utf8.count < $1.utf8.count }
    }
    func tail(_ word: [UInt8]) -> String? {
      suffixes.filter { word.reversed().starts(with: $0.utf8.reversed()) }
        .max { $0.utf8.count < $1.utf8.count }
    }
    let leads = (lead(right), lead(typed))
    if leads.0 != leads.1, let left = leads.0, let other = leads.1, left.utf8.count > 1,
      other.utf8.count > 1
    {
      return true
    }
    let tails = (tail(right), tail(typed))
    return tails.0 != nil && tails.1 != nil && tails.0 != tails.1
  }

  /// Optimal string alignment: insertions, deletions, changes, and neighbours swapped. Stops
  /// counting above the limit.
  static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + [Int](repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        current[column] = min(
          above[column] + 1, current[column - 1] + 1, above[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          current[column] = min(current[column], before[column - 2] + 1)
        }
      }
      if current.min() ?? 0 > limit { return limit + 1 }
      before = above
      above = current
    }
    return above[right.count]
  }
}
