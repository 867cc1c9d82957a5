import Foundation

/// A figure as something to reckon with.
struct Quantity: Equatable {
  enum Kind: Equatable { case count, share, money, time, data, frequency, year }

  /// In seconds, bytes, hertz, per cent, or as it stands.
  var value: Double
  var kind: Kind
  /// `~3`, `about 3`
  var isRough = false
  /// `4:1`, `4x`
  var isRatio = false

  /// Nil for what is no single figure (`3–5`, `v2`), or has a unit that is not known.
  init?(_ prose: Prose, at index: Int, in range: Range<Int>) {
    let atom = prose.atoms[index]
    guard atom.shape == .number else { return nil }
    var text = Substring(atom.lower)
    isRough =
      text.first.map { "~≈".contains($0) } ?? false
      || index > range.lowerBound
        && ["about", "around", "roughly", "approximately", "≈", "~"].contains(
          prose.atoms[index - 1].lower)
    text = text.drop { "~≈<>≤≥±+".contains($0) }
    let isMoney = text.first.map { "$€£".contains($0) } ?? false
    if isMoney { text.removeFirst() }
    let digits = text.prefix { $0.isNumber || $0 == "," || $0 == "." }
    guard (1...16).contains(digits.count), let value = Double(digits.filter { $0 != "," })
    else { return nil }
    if !isMoney, digits.count == text.count, Citation.isYear(String(digits)) {
      (self.value, kind) = (value, .year)
      return
    }
    var unit = text.dropFirst(digits.count).prefix { $0 != "/" }
    isRatio = unit == ":1" || "x×".contains(unit.last ?? " ")
    if unit == ":1" { unit = "" }
    if unit.first == "-" { unit.removeFirst() }
    unit = unit.last == "+" ? unit.dropLast() : unit
    if unit.isEmpty, index + 1 < range.upperBound, atom.after == .none,
      prose.atoms[index + 1].traits.contains(.units)
    {
      unit = Substring(prose.atoms[index + 1].lower)
    }
    if isMoney {
      guard let scale = unit.isEmpty ? 1 : Quantity.scales[String(unit)] else { return nil }
      (self.value, kind) = (value * scale, .money)
    } else if let (kind, scale) = Quantity.units[String(unit)] {
      (self.value, self.kind) = (value * scale, kind)
    } else if let scale = Quantity.scales[String(unit)] {
      (self.value, kind) = (value * scale, .count)
    } else if unit.isEmpty || unit == "x" || unit == "×" {
      (self.value, kind) = (value, .count)
    } else {
      return nil
    }
  }

  private static let scales: [String: Double] = [
    "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "t": 1e12,
    "trillion": 1e12,
  ]

  private static let units: [String: (Kind, Double)] = {
    var units: [String: (Kind, Double)] = ["%": (.share, 1), "percent": (.share, 1)]
    let times: [(String, Double)] = [
      ("ns", 1e-9), ("µs", 1e-6), ("μs", 1e-6), ("us", 1e-6), ("ms", 1e-3), ("s", 1), ("sec", 1),
      ("second", 1),
      ("min", 60), ("minute", 60), ("h", 3600), ("hour", 3600), ("day", 86400), ("week", 604_800),
      ("year", year),
    ]
    for (name, scale) in times {
      units[name] = (.time, scale)
      if name.count > 2 { units[name + "s"] = (.time, scale) }
    }
    for (power, prefix) in ["", "k", "m", "g", "t", "p"].enumerated() {
      let thousand = pow(1000, Double(power))
      units[prefix + "hz"] = (.frequency, thousand)
      units[prefix.isEmpty ? "bytes" : prefix + "b"] = (.data, thousand)
      if !prefix.isEmpty { units[prefix + "ib"] = (.data, pow(1024, Double(power))) }
    }
    units["bits"] = (.data, 0.125)
    units["bit"] = (.data, 0.125)
    units["byte"] = (.data, 1)
    return units
  }()

  /// Whether it comes out when others are added, multiplied or divided in the head.
  /// - Parameter isStated: the text says so with a sign.
  func follows(from others: [Quantity], isStated: Bool) -> Bool {
    guard value > 0 else { return false }
    if kind == .year { return isSpanned(others) }
    for (place, one) in others.enumerated() {
      for other in others[(place + 1)...]
      where follows(from: one, other, isStated) || follows(from: other, one, isStated) {
        return true
      }
    }
    let alike = others.filter { $0.kind == kind }.map(\.value)
    guard alike.count > 2, let largest = alike.max() else { return false }
    let sum = alike.reduce(0, +)
    return isExactly(sum) || isExactly(2 * largest - sum)
  }

  /// `1730; ignored for 30 years; taken up again in 1760`
  private func isSpanned(_ others: [Quantity]) -> Bool {
    others.contains { span in
      span.kind == .time && span.value > 6e7
        && others.contains {
          $0.kind == .year
            && abs(abs($0.value - value) - span.value / Quantity.year) <= 1
        }
    }
  }

  private static let year = 31_557_600.0

  private func follows(from one: Quantity, _ other: Quantity, _ isStated: Bool) -> Bool {
    let (a, b) = (one.value, other.value)
    guard a > 0, b > 0 else { return false }
    if one.kind == kind, other.kind == kind, kind != .share, a != b,
      min(value, a, b) >= 4, max(value, a, b) >= 20, isExactly(a + b) || isExactly(a - b)
    {
      return true
    }
    switch (one.kind, other.kind) {
    case (.year, .year):
      return kind == .time && value > 6e7 && abs(abs(a - b) - value / Quantity.year) <= 1
    case (.year, _), (_, .year): return false
    case (.share, _) where other.kind == kind && kind != .share:
      return isAbout(a / 100 * b) || isAbout(b / a * 100)
    case (.count, .count) where kind == .count && one.isRatio && !other.isRatio && !isRatio:
      return a > 1 && (isAbout(a * b) || isAbout(b / a))
    case (.count, _) where other.kind == kind && kind != .count:
      return (isStated || a < 1000 || isRough && a < 1e6) && a > 2
        && (isAbout(a * b) || isAbout(b / a))
    default:
      guard one.kind == other.kind, one.kind != .share else { return false }
      if kind == .share { return isAbout(a / b * 100) }
      return kind == .count && one.kind != .count && (isStated || value < 1000) && a / b > 2
        && isAbout(a / b)
    }
  }

  /// Whether it is one of two quantities that a ratio joins (or the ratio of two), roughly.
  /// - Parameter others: with the ratio among them, unless it is the ratio itself.
  func isRatio(with others: [Quantity], isItself: Bool) -> Bool {
    func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 0.15 * other }
    if isItself {
      return others.contains { one in
        others.contains {
          $0.kind == one.kind && $0.value > 0 && isNear(one.value / $0.value, value)
        }
      }
    }
    let counts = others.filter { $0.kind == .count && $0.value > 1 }
    return others.contains { one in
      one.kind == kind && one.value > 0 && kind != .year
        && counts.contains {
          $0 != one && (isNear(one.value / value, $0.value) || isNear(value / one.value, $0.value))
        }
    }
  }

  /// Whether the other is the same time, or as many bytes.
  func isSame(_ other: Quantity) -> Bool {
    kind == other.kind && [.time, .data].contains(kind) && isExactly(other.value)
  }

  /// Whether the other is about as much, though not the same.
  func isNearly(_ other: Quantity) -> Bool {
    (isRough || other.isRough) && kind == other.kind && [.time, .data, .money].contains(kind)
      && value != other.value
      && abs(value - other.value) < 0.06 * value
  }

  /// Whether the other is half of it, or twice as much.
  func isTwice(_ other: Quantity) -> Bool {
    kind == other.kind && kind != .year && (isAbout(2 * other.value) || isAbout(other.value / 2))
  }

  private func isAbout(_ other: Double) -> Bool {
    abs(value - other) < (isRough ? 0.04 : 0.006) * value
  }

  private func isExactly(_ other: Double) -> Bool { abs(value - other) < 1e-9 * value }
}
