import Notes

/// A text taken apart into atoms, once, for all rules to look at.
struct Prose {
  let scalars: [Unicode.Scalar]
  let atoms: [Atom]
  /// For each bracket or quotation mark the place of its partner; -1 for everything else, and for
  /// marks without a partner, which are then ordinary characters.
  private let partners: [Int]
  private let isASCII: Bool

  init(_ text: RichText) {
    var scalars: [Unicode.Scalar] = []
    var styles: [(end: Int, style: TextStyle, linked: Bool)] = []
    for run in text.runs {
      let isCode = run.style.contains(.code)
      if isCode { scalars.append("`") }
      let start = scalars.count
      scalars.append(contentsOf: run.text.unicodeScalars)
      if isCode {
        scalars.append("`")
      } else {
        // A formula is one thing, as code is.
        for formula in Formulas.ranges(in: scalars[start...]) {
          styles.append((formula.lowerBound, run.style, run.link != nil))
          styles.append((formula.upperBound, run.style.union(.code), run.link != nil))
        }
      }
      styles.append((scalars.count, run.style, run.link != nil))
    }
    self.scalars = scalars
    isASCII = scalars.allSatisfy { $0.value < 0x80 }
    let partners = Prose.partners(in: scalars, styles: styles)
    self.partners = partners
    atoms = Prose.atoms(of: scalars, styles: styles, partners: partners)
  }

  init(_ plain: String) { self.init(RichText(plain)) }

  var everything: Range<Int> { 0..<atoms.count }

  // MARK: Text of ranges

  func string(_ range: Range<Int>) -> String {
    // Most text is ASCII, and copying bytes is much faster.
    guard isASCII else {
      return String(unsafeUninitializedCapacity: range.count * 4) { buffer in
        var place = 0
        for index in range {
          for byte in UTF8.encode(scalars[index]) ?? UTF8.encodedReplacementCharacter {
            buffer[place] = byte
            place += 1
          }
        }
        return place
      }
    }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      for (place, index) in range.enumerated() {
        buffer[place] = UInt8(truncatingIfNeeded: scalars[index].value)
      }
      return range.count
    }
  }

  /// From the first scalar of the first atom's core to the last of the last atom's core.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    var end = atoms[last].core.upperBound
    // `etc.` keeps its stop.
    if end < scalars.count, scalars[end] == ".", atoms[last].traits.contains(.abbreviations) {
      end += 1
    }
    return widened(atoms[first].core.lowerBound..<end)
  }

  /// The atoms as they stand, without the punctuation at both ends.
  func text(_ range: Range<Int>) -> String { string(span(range)) }

  /// Takes in brackets and quotation marks just outside that belong to one just inside.
  private func widened(_ range: Range<Int>) -> Range<Int> {
    var range = range
    var grown = true
    while grown {
      grown = false
      for index in range {
        let partner = partners[index]
        if partner == range.upperBound {
          range = range.lowerBound..<partner + 1
          grown = true
          break
        }
        if partner >= 0, partner == range.lowerBound - 1 {
          range = partner..<range.upperBound
          grown = true
          break
        }
      }
    }
    return range
  }

  /// Whether every bracket and quotation mark in it has its partner in it too.
  func isBalanced(_ range: Range<Int>) -> Bool {
    range.allSatisfy { partners[$0] < 0 || range.contains(partners[$0]) }
  }

  /// Where the bracket or quotation mark closes that opens here.
  func partner(of scalar: Int) -> Int? {
    partners[scalar] > scalar ? partners[scalar] : nil
  }

  /// How many words stand in the range; symbols do not count.
  func words(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (atoms[$1].isSymbol ? 0 : 1) }
  }

  /// How many of them stand outside brackets.
  func outerWords(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (atoms[$1].isSymbol || atoms[$1].depth > 0 ? 0 : 1) }
  }

  /// The first atom of the range that has this punctuation behind it, outside brackets.
  func first(_ boundary: Boundary, in range: Range<Int>) -> Int? {
    range.first { atoms[$0].ends(boundary) }
  }

  /// The pieces between atoms with this punctuation behind them, outside brackets.
  func split(_ range: Range<Int>, after boundary: Boundary) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where atoms[index].ends(boundary) {
      pieces.append(start..<index + 1)
      start = index + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }

  /// The pieces between such symbols, outside brackets; the symbols belong to none.
  func split(_ range: Range<Int>, at symbol: Symbol) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where atoms[index].depth == 0 && atoms[index].isSymbol(symbol) {
      pieces.append(start..<index)
      start = index + 1
    }
    pieces.append(start..<range.upperBound)
    return pieces.filter { !$0.isEmpty }
  }
}

// MARK: Taking apart

extension Prose {
  private static func partner(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case ")": "("
    case "]": "["
    case "}": "{"
    case "”": "“"
    case "»": "«"
    default: nil
    }
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "“", "«", "„": true
    default: false
    }
  }

  private static func partners(
    in scalars: [Unicode.Scalar], styles: [(end: Int, style: TextStyle, linked: Bool)]
  ) -> [Int] {
    var partners = [Int](repeating: -1, count: scalars.count)
    var open: [Int] = []
    var quote: Int?
    var run = 0
    for (index, scalar) in scalars.enumerated() {
      while run < styles.count, index >= styles[run].end { run += 1 }
      if run < styles.count, styles[run].style.contains(.code) { continue }
      if ["“", "”", "\""].contains(scalar), let last = open.last, scalars[last] == "„" {
        // „so“, „so” and „so": the German marks.
        partners[last] = index
        partners[index] = last
        open.removeLast()
      } else if isOpening(scalar) {
        open.append(index)
      } else if let opening = partner(of: scalar) {
        // Nobody nests deeper; looking further would take ages on a text of brackets only.
        let nearest = open.suffix(32).lastIndex { scalars[$0] == opening }
        guard let at = nearest else { continue }
        partners[open[at]] = index
        partners[index] = open[at]
        open.removeSubrange(at...)
      } else if scalar == "\"" {
        if let start = quote {
          partners[start] = index
          partners[index] = start
          quote = nil
        } else if index == 0 || isSpace(scalars[index - 1]) || isOpening(scalars[index - 1]) {
          quote = index
        }
      }
    }
    return partners
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{A0}"
  }

  private static func atoms(
    of scalars: [Unicode.Scalar], styles: [(end: Int, style: TextStyle, linked: Bool)],
    partners: [Int]
  ) -> [Atom] {
    var atoms: [Atom] = []
    // Enclosing pairs, by the place where the outermost open one ends.
    var enclosing: [Int] = []
    var run = 0
    var index = 0
    var abbreviation = false
    while index < scalars.count {
      while run < styles.count, index >= styles[run].end { run += 1 }
      guard !isSpace(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      let first = run
      var code = false
      var depths: [Int] = []
      while index < scalars.count {
        while run < styles.count, index >= styles[run].end { run += 1 }
        if run < styles.count, styles[run].style.contains(.code) {
          code = true
          for _ in index..<styles[run].end { depths.append(enclosing.count) }
          index = styles[run].end
          continue
        }
        if isSpace(scalars[index]) { break }
        let partner = partners[index]
        if partner > index, index > start, partner - index < 48, scalars[index] != "\"",
          isLetterOrDigit(scalars[index - 1])
        {
          // A call or a formula: what is attached to a word stays with it.
          for _ in index...partner { depths.append(enclosing.count) }
          index = partner + 1
          continue
        }
        while let end = enclosing.last, end <= index { enclosing.removeLast() }
        depths.append(enclosing.count)
        if partner > index { enclosing.append(partner) }
        index += 1
        // No space follows these.
        if ["：", "，", "；", "。", "、"].contains(scalars[index - 1]) { break }
      }
      while let end = enclosing.last, end < index { enclosing.removeLast() }
      var atom = trimmed(start..<index, scalars: scalars, partners: partners, depths: depths)
      let runs = styles[min(first, styles.count - 1)...min(run, styles.count - 1)]
      for style in runs where style.end > atom.core.lowerBound {
        atom.style.formUnion(style.style)
        atom.linked = atom.linked || style.linked
        if style.end >= atom.core.upperBound { break }
      }
      if code { atom.style.insert(.code) } else { atom.style.remove(.code) }
      atom.lower = lowercase(scalars[atom.core])
      if !code { atom.traits = Traits(of: atom.lower) }
      // `5 min. The …`: a unit behind a number ends the sentence.
      if atoms.last?.shape == .number, atom.traits.contains(.units) {
        atom.traits.remove(.abbreviations)
      }
      atom.shape =
        code ? .code : Shape(scalars[atom.core], lower: atom.lower, traits: atom.traits)
      // `e.g. This` is no end of a sentence, and neither is a stop before a small letter.
      if let last = atoms.last, last.after == .sentence,
        abbreviation || startsSmall(scalars[atom.core]) && !isFileName(scalars[atom.core])
      {
        atoms[atoms.count - 1].after = .none
      }
      abbreviation = atom.after == .sentence && atom.traits.contains(.abbreviations)
      atoms.append(atom)
    }
    return atoms
  }

  private static func trimmed(
    _ range: Range<Int>, scalars: [Unicode.Scalar], partners: [Int], depths: [Int]
  ) -> Atom {
    var lower = range.lowerBound
    var upper = range.upperBound
    var after = Boundary.none
    var afterDepth = 0
    while upper - lower > 1 {
      let first = scalars[lower]
      let last = scalars[upper - 1]
      if last == ".", isInitials(scalars[lower..<upper]) { break }
      if let boundary = boundary(of: last) {
        if after == .none {
          after = boundary
          afterDepth = depths[upper - 1 - range.lowerBound]
        }
        upper -= 1
      } else if closes(last), partners[upper - 1] < lower {
        upper -= 1
      } else if last == "…" {
        upper -= 1
      } else if opens(first), partners[lower] < 0 || partners[lower] >= upper - 1 {
        if partners[lower] == upper - 1 { upper -= 1 }
        lower += 1
      } else {
        break
      }
    }
    return Atom(
      range: range, core: lower..<upper, shape: .word, style: [], linked: false,
      depth: depths[lower - range.lowerBound], after: after, afterDepth: afterDepth, lower: "")
  }

  /// `F.E.A.R.`: the last stop belongs to it.
  private static func isInitials(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count > 3
      && scalars.enumerated().allSatisfy { $0.isMultiple(of: 2) ? isCapital($1) : $1 == "." }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    isOpening(scalar) || scalar == "\"" || scalar == "'" || scalar == "‘"
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", "”", "“", "»", "\"", "'", "’": true
    default: false
    }
  }

  private static func boundary(of scalar: Unicode.Scalar) -> Boundary? {
    switch scalar {
    case ",", "，", "、": .comma
    case ";", "；": .semicolon
    case ":", "：": .colon
    case ".", "!", "?", "。", "？", "！": .sentence
    default: nil
    }
  }

  static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") || isDigit(scalar)
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar >= "a" && scalar <= "z" : scalar.properties.isLowercase
  }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar >= "A" && scalar <= "Z" : scalar.properties.isUppercase
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func startsSmall(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.first.map(isSmall) ?? false
  }

  /// `llama.cpp`, `node_modules`: a sentence may begin with it.
  private static func isFileName(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.dropFirst().dropLast().contains { $0 == "." || $0 == "_" }
  }

  static func lowercase(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    guard scalars.allSatisfy({ $0.value < 0x80 }) else {
      var view = String.UnicodeScalarView()
      for scalar in scalars { view.append(scalar == "’" ? "'" : scalar) }
      return String(view).lowercased()
    }
    return String(unsafeUninitializedCapacity: scalars.count) { buffer in
      for (place, scalar) in scalars.enumerated() {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        buffer[place] = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
      }
      return scalars.count
    }
  }
}
