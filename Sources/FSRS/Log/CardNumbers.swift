/// Numbers card identifiers from 0 in the order in which they are first met: an open-addressing table,
/// several times as fast as a `Dictionary` here, where every review of a long log asks.
struct CardNumbers {
  /// The identifiers by number.
  private(set) var cards: [Int64] = []
  /// The number of the card in each place, or −1; at most half of the places are taken.
  private var places = [Int32](repeating: -1, count: 1024)

  mutating func number(of card: Int64) -> Int {
    let mask = places.count - 1
    var place = Self.mixed(card) & mask
    while true {
      let number = Int(places[place])
      if number < 0 { break }
      if cards[number] == card { return number }
      place = (place + 1) & mask
    }
    places[place] = Int32(cards.count)
    cards.append(card)
    if cards.count * 2 > places.count { grow() }
    return cards.count - 1
  }

  private mutating func grow() {
    let mask = places.count * 2 - 1
    places = [Int32](repeating: -1, count: mask + 1)
    for (number, card) in cards.enumerated() {
      var place = Self.mixed(card) & mask
      while places[place] >= 0 { place = (place + 1) & mask }
      places[place] = Int32(number)
    }
  }

  private static func mixed(_ card: Int64) -> Int {
    let bits = UInt64(bitPattern: card)
    let product = (bits ^ (bits >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 29)) >> 8)
  }
}
