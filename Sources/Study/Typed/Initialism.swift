/// Names with a number that are shortened without ever being introduced: `World War II`, `WWII`, `WW2`.
enum Initialism {
  private static let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  /// The text with two to four words before a number shortened to their initials, in every way that may be
  /// meant.
  /// - Parameter capitalised: whether the words have to begin with a capital, as those of a name do; who types
  ///   does not always care.
  static func shortened(_ text: String, capitalised: Bool) -> [String] {
    let pieces = text.split(separator: " ").map(String.init)
    var found: [String] = []
    for (index, piece) in pieces.enumerated() where index > 1 {
      guard let number = value(piece) else { continue }
      for count in 2...min(4, index) {
        let name = pieces[(index - count)..<index]
        let initials = name.compactMap(\.first)
        guard initials.allSatisfy({ $0.isLetter && (!capitalised || $0.isUppercase) }) else {
          break
        }
        let letters = String(initials).uppercased()
        for end in [roman[number - 1], String(number)] {
          let all = pieces[..<(index - count)] + [letters + end] + pieces[(index + 1)...]
          found.append(all.joined(separator: " "))
        }
      }
    }
    return found
  }

  private static func value(_ text: String) -> Int? {
    let bare = text.filter { $0.isLetter || $0.isNumber }
    if let number = Int(bare) { return (1...roman.count).contains(number) ? number : nil }
    return (roman.firstIndex(of: bare.uppercased()) ?? words.firstIndex(of: bare.lowercased()))
      .map { $0 + 1 }
  }
}
