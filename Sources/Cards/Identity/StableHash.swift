/// FNV-1a with a finishing mix, 64 bits: the same on every machine and in every run, as Swift's own
/// hashing is not.
/// Fowler, Noll, Vo: The FNV Non-Cryptographic Hash Algorithm; the mix is SplitMix64's.
public struct StableHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    // Sets `ab`, `c` apart from `a`, `bc`.
    combine(UInt8(0xff))
  }

  public mutating func combine(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      combine(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// One byte, with nothing to set it apart from the next.
  @inlinable public mutating func combine(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  public var value: UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// 16 hexadecimal digits.
  public var digits: String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  /// Without the finishing mix: FNV-1a as others know it.
  public var plain: UInt64 { state }

  /// FNV-1a of a text. It is stored and names files: it has to stay as it is.
  public static func plain(_ text: String) -> UInt64 {
    var hash = StableHash()
    for byte in text.utf8 { hash.combine(byte) }
    return hash.plain
  }

  static func text(_ text: String) -> String {
    var hash = StableHash()
    hash.combine(text)
    return hash.digits
  }
}
