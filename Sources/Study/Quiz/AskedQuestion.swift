import Cards

/// What cards ask, as numbers: equal ones ask the same.
enum AskedQuestion {
  /// What a card asks, in the ways another card may ask the same: the whole prompt, and of a table's
  /// cell the row and column under whatever title. Letters and digits alone count; this is computed for
  /// every card of the vault, so it only walks over bytes.
  static func marks(of card: Card) -> [UInt64] {
    marks(prompt: card.prompt, kind: card.kind)
  }

  static func marks(prompt: String, kind: CardKind) -> [UInt64] {
    var whole = StableHash()
    var rest = whole
    var hasTitle = false
    var dash = 0
    for byte in prompt.utf8 {
      // The dash behind the title of a table: E2 80 94.
      dash =
        switch (dash, byte) {
        case (_, 0xE2): 1
        case (1, 0x80): 2
        case (2, 0x94): 3
        default: 0
        }
      if dash == 3 {
        dash = 0
        if !hasTitle {
          hasTitle = true
          rest = StableHash()
        }
        continue
      }
      let isUpper = (65...90).contains(byte)
      guard isUpper || (97...122).contains(byte) || (48...57).contains(byte) || byte > 0xC2,
        byte != 0xE2
      else { continue }
      let letter = isUpper ? byte | 32 : byte
      whole.combine(letter)
      rest.combine(letter)
    }
    return kind == .cell && hasTitle ? [whole.plain, rest.plain &+ 1] : [whole.plain]
  }
}
