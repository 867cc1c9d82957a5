/// Eight cards side by side: fitting computes eight histories at once, one in each lane.
/// Single precision is what the reference computes in, and twice as fast.
typealias Lanes = SIMD8<Float>
typealias LaneMask = SIMDMask<SIMD8<Int32>>

extension SIMD8<Float> {
  /// The first where the mask is set, else the second.
  @inline(__always)
  static func choose(_ mask: LaneMask, _ first: Lanes, _ second: Lanes) -> Lanes {
    second.replacing(with: first, where: mask)
  }

  @inline(__always)
  func lower(than limit: Float) -> Lanes {
    let limit = Lanes(repeating: limit)
    return Self.choose(self .< limit, self, limit)
  }

  @inline(__always)
  func higher(than limit: Float) -> Lanes {
    let limit = Lanes(repeating: limit)
    return Self.choose(self .> limit, self, limit)
  }

  /// 1.5·2^23: numbers near it are whole, and their low bits count them. Adding and subtracting it
  /// rounds, and converts between whole numbers and bits.
  @inline(__always)
  private static var wholeNumbers: Lanes { Lanes(repeating: 12_582_912) }

  @inline(__always)
  private var bits: SIMD8<Int32> { unsafeBitCast(self, to: SIMD8<Int32>.self) }

  @inline(__always)
  private init(bits: SIMD8<Int32>) { self = unsafeBitCast(bits, to: Lanes.self) }

  /// e^x within 2 units in the last place; x is first moved into −87…88.
  ///
  /// x = n·ln 2 + r with |r| ≤ ln 2 / 2, e^r by its Taylor polynomial, 2^n through the exponent's bits.
  @inline(__always)
  var exponential: Lanes {
    let x = self.higher(than: -87).lower(than: 88)
    let shifted = x * 1.442_695_04 + Self.wholeNumbers
    let n = shifted - Self.wholeNumbers
    // ln 2 in two parts, so that n times the first is exact.
    let r = (x - n * 0.693_359_375) + n * 2.121_944_4e-4
    var p = r * (1.0 / 5040) + (1.0 / 720)
    p = p * r + (1.0 / 120)
    p = p * r + (1.0 / 24)
    p = p * r + (1.0 / 6)
    p = p * r + 0.5
    p = p * r + 1
    p = p * r + 1
    let power = (shifted.bits &- Self.wholeNumbers.bits &+ 127) &<< 23
    return p * Lanes(bits: power)
  }

  /// The natural logarithm of positive, normal numbers, within 2 units in the last place of the
  /// larger of result and 1.
  ///
  /// x = 2^e·m with m between √½ and √2; ln m = 2·artanh(s) with s = (m − 1) / (m + 1), by its series.
  @inline(__always)
  var logarithm: Lanes {
    let root = SIMD8<Int32>(repeating: 0x3F35_04F3)  // √½
    let exponent = (bits &- root) &>> 23
    let m = Lanes(bits: bits &- (exponent &<< 23))
    let s = (m - 1) / (m + 1)
    let square = s * s
    var p = square * (2.0 / 9) + (2.0 / 7)
    p = p * square + (2.0 / 5)
    p = p * square + (2.0 / 3)
    p = p * square
    let e = Lanes(bits: exponent &+ Self.wholeNumbers.bits) - Self.wholeNumbers
    return e * 0.693_359_375 + (s * p + (s + s) - e * 2.121_944_4e-4)
  }
}

extension SIMDMask<SIMD8<Int32>> {
  /// Whether any lane is set. (The standard library's `any` goes lane by lane.)
  @inline(__always)
  var isAnySet: Bool {
    let words = unsafeBitCast(self, to: SIMD4<UInt64>.self)
    let half = words.lowHalf | words.highHalf
    return half.x | half.y != 0
  }
}
