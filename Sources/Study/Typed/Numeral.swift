/// A number as it is written, with one spelling for equal numbers.
enum Numeral {
  /// A number at the beginning of the characters: how many of them it takes, and its key.
  ///
  /// `1,000`, `1 000` (with a hard space), `1_000` and `1000` are one number, so are `1.0` and `1`.
  /// But `3.10` is not `3.1`: it may be a version; only money and percentages have no such doubt.
  /// What has two points or more (`1.2.3`) is kept as it is.
  static func read(_ characters: ArraySlice<Character>, isAmount: Bool, spaced: Bool = false) -> (
    length: Int, key: String
  )? {
    let start = characters.startIndex
    var end = start
    var whole = ""
    while end < characters.endIndex, let digit = digit(characters[end]) {
      whole.append(digit)
      end += 1
      if whole.count <= 3, groups(characters, end, spaced) > 0 {
        let count = groups(characters, end, spaced)
        for _ in 0..<count {
          whole += String(characters[end + 1...end + 3].compactMap(Self.digit))
          end += 4
        }
        break
      }
    }
    guard !whole.isEmpty else { return nil }
    var decimals = ""
    if end + 1 < characters.endIndex, characters[end] == "." || characters[end] == ",",
      digit(characters[end + 1]) != nil
    {
      let isComma = characters[end] == ","
      var place = end + 1
      while place < characters.endIndex, let digit = digit(characters[place]) {
        decimals.append(digit)
        place += 1
      }
      if !isComma, place + 1 < characters.endIndex, characters[place] == ".",
        digit(characters[place + 1]) != nil
      {
        while place < characters.endIndex,
          digit(characters[place]) != nil || characters[place] == "."
        {
          place += 1
        }
        if characters[place - 1] == "." { place -= 1 }
        return (place - start, "v" + String(characters[start..<place]))
      }
      end = place
    }
    return (end - start, key(whole: whole, decimals: decimals, isAmount: isAmount))
  }

  /// Digits, a power of ten, and decimals that may mean something.
  static func key(whole: String, decimals: String, isAmount: Bool) -> String {
    var decimals = decimals
    let significant = decimals.contains { $0 != "0" }
    if !significant || isAmount {
      while decimals.last == "0" { decimals.removeLast() }
    }
    let integer = whole.drop { $0 == "0" }
    return (integer.isEmpty ? "0" : String(integer)) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// The key of a number multiplied by a power of ten, which may be a negative one.
  static func shifted(_ key: String, by power: Int) -> String {
    guard key.first != "v", abs(power) <= 400 else { return key + "e\(power)" }
    let sign = key.hasPrefix("-") ? "-" : ""
    let parts = key.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(parts[0])
    var decimals = parts.count > 1 ? String(parts[1]) : ""
    if power < 0 {
      let padded = String(repeating: "0", count: max(0, -power - digits.count)) + digits
      decimals = padded.suffix(-power) + decimals
      digits = String(padded.dropLast(-power))
    }
    for _ in 0..<max(0, power) { digits.append(decimals.isEmpty ? "0" : decimals.removeFirst()) }
    return sign + self.key(whole: digits, decimals: decimals, isAmount: true)
  }

  /// Whether digits stand on both sides of a space.
  static func hasSpaces(_ text: String) -> Bool {
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      if last == 32, (48...57).contains(byte), (48...57).contains(before) { return true }
      before = last
      last = byte
    }
    return false
  }

  private static let lowered: [Character] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]

  static func digit(_ character: Character) -> Character? {
    if character.isASCII { return character.isNumber ? character : nil }
    // `CO₂`.
    if let value = lowered.firstIndex(of: character) {
      return Character(String(value))
    }
    guard let value = character.wholeNumberValue, (0...9).contains(value),
      character.unicodeScalars.first?.properties.numericType == .decimal
    else { return nil }
    return Character(String(value))
  }

  /// How many groups of exactly three digits follow, all with the same separator.
  private static func groups(
    _ characters: ArraySlice<Character>, _ start: Int, _ spaced: Bool
  ) -> Int {
    guard start < characters.endIndex,
      ",_'’\u{A0}\u{202F}\u{2009}".contains(characters[start])
        || (spaced && characters[start] == " ")
    else { return 0 }
    let separator = characters[start]
    var count = 0
    var place = start
    while place + 3 < characters.endIndex, characters[place] == separator,
      characters[place + 1...place + 3].allSatisfy({ digit($0) != nil })
    {
      place += 4
      count += 1
    }
    // A fourth digit: no grouping after all.
    if place < characters.endIndex, digit(characters[place]) != nil { return 0 }
    return count
  }
}
