/// The order in which people look for names: `d2` before `d10`, since numbers are compared as numbers.
public enum NaturalOrder {
  /// Whether one name stands before another. Names that differ in leading zeros alone keep the order of
  /// their bytes, so that the order is one for all names.
  public static func precedes(_ one: String, _ other: String) -> Bool {
    // Lists of pages are long: no copy is made of names that lie in one piece, as nearly all do.
    let result = one.utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { precedes(left, $0) }
    }
    if let result, let known = result { return known }
    return Array(one.utf8).withUnsafeBufferPointer { left in
      Array(other.utf8).withUnsafeBufferPointer { precedes(left, $0) }
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func precedes(_ left: Bytes, _ right: Bytes) -> Bool {
    var (a, b) = (0, 0)
    while a < left.count, b < right.count {
      guard isDigit(left[a]), isDigit(right[b]) else {
        if left[a] != right[b] { return left[a] < right[b] }
        a += 1
        b += 1
        continue
      }
      let (first, second) = (number(left, &a), number(right, &b))
      // Of two numbers without leading zeros, the longer is the greater.
      if first.count != second.count { return first.count < second.count }
      if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
    }
    if left.count - a != right.count - b { return left.count - a < right.count - b }
    return left.lexicographicallyPrecedes(right)
  }

  /// The digits from a place on, without leading zeros; moves the place behind them.
  private static func number(_ bytes: Bytes, _ place: inout Int) -> Slice<Bytes> {
    let start = place
    while place < bytes.count, isDigit(bytes[place]) { place += 1 }
    return bytes[start..<place].drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

extension Sequence {
  /// The elements by a name they have, in natural order; those of one name stay as they stand.
  public func inNaturalOrder(of name: (Element) -> String) -> [Element] {
    sorted { NaturalOrder.precedes(name($0), name($1)) }
  }
}
