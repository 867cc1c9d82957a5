/// Units behind numbers, with one name for each however it is written, and two names where the case of
/// a letter makes two units of them.
enum Units {
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    let table: [(name: String, written: String)] = [
      ("second", "s sec secs second seconds"), ("minute", "min mins minute minutes"),
      ("hour", "h hr hrs hour hours"), ("day", "d day days"), ("week", "wk wks week weeks"),
      ("month", "mo month months"), ("year", "y yr yrs year years"),
      ("fortnight", "fortnight fortnights"), ("ten years", "decade decades"),
      ("century", "century centuries"), ("millennium", "millennium millennia"),
      ("ms", "ms msec millisecond milliseconds"), ("µs", "µs μs us microsecond microseconds"),
      ("ns", "ns nanosecond nanoseconds"), ("m", "metre metres meter meters"),
      ("km", "km kilometre kilometres kilometer kilometers"),
      ("cm", "cm centimetre centimetres centimeter centimeters"),
      ("mm", "mm millimetre millimetres millimeter millimeters"),
      ("kg", "kg kilo kilos kilogram kilograms kilogramme kilogrammes"),
      ("g", "gram grams gramme grammes"), ("mg", "mg milligram milligrams"),
      ("µg", "µg μg ug microgram micrograms"), ("l", "litre litres liter liters"),
      ("ml", "ml millilitre millilitres milliliter milliliters"), ("hz", "hz hertz"),
      ("khz", "khz kilohertz"), ("mhz", "mhz megahertz"), ("ghz", "ghz gigahertz"),
      ("kw", "kw kilowatt kilowatts"), ("w", "watt watts"), ("v", "volt volts"),
      ("c", "c celsius"), ("f", "f fahrenheit"), ("k", "k kelvin"),
      ("tb", "tb"), ("gb", "gb"), ("mb", "mb"), ("kb", "kb"), ("pb", "pb"),
      ("m", "m"), ("mile", "mi mile miles"), ("lb", "lb lbs"), ("ft", "ft foot feet"),
      ("inch", "inch inches"), ("bit", "bit bits"), ("byte", "byte bytes"),
      ("db", "db decibel decibels"),
      ("hpa", "hpa hectopascal hectopascals"), ("kpa", "kpa kilopascal kilopascals"),
      ("mw", "megawatt megawatts"), ("milliw", "milliwatt milliwatts"),
      ("gw", "gigawatt gigawatts"), ("milliv", "mv millivolt millivolts"),
      ("millia", "ma milliamp milliamps milliampere milliamperes"),
      ("kv", "kv kilovolt kilovolts"), ("mbitps", "mbps"), ("gbitps", "gbps"), ("kbitps", "kbps"),
      ("gib", "gib gibibyte gibibytes"), ("mib", "mib mebibyte mebibytes"),
      ("kib", "kib kibibyte kibibytes"), ("tib", "tib tebibyte tebibytes"),
      ("gbit", "gbit gbits gigabit gigabits"), ("mbit", "mbit mbits megabit megabits"),
      ("kbit", "kbit kbits kilobit kilobits"),
    ]
    for (name, written) in table {
      for word in written.split(separator: " ") { names[String(word)] = name }
    }
    return names
  }()

  /// What a word right behind a number is called; nil when it is no unit known here.
  /// - Parameter raw: as it was written: `Gb` are bits and `GB` bytes, `mW` is not `MW`; `gb`, all
  ///   small, is taken for the common one.
  static func name(_ key: String, raw: String) -> String? {
    if raw.count == 2, raw.last == "b", let prefix = raw.first, "KMGTP".contains(prefix) {
      return prefix.lowercased() + "bit"
    }
    if raw.count == 4, raw.hasSuffix("Bps") { return raw.lowercased() }
    if raw.first == "m", raw != "mL", raw.count < 4, raw.dropFirst().first?.isUppercase == true {
      return "milli" + raw.dropFirst().lowercased()
    }
    return names[key]
  }

  /// Units that measure the same, by their names.
  private static let kinds: [Set<String>] = [
    [
      "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "ten years",
      "century", "millennium", "ms", "µs", "ns",
    ],
    ["m", "km", "cm", "mm", "mile", "ft", "inch"], ["kg", "g", "mg", "µg", "lb"], ["l", "ml"],
    ["c", "f", "k"],
    ["hz", "khz", "mhz", "ghz"], ["w", "kw", "mw", "gw", "milliw"], ["v", "kv", "milliv"],
    [
      "tb", "gb", "mb", "kb", "pb", "tib", "gib", "mib", "kib", "gbit", "mbit", "kbit", "bit",
      "byte",
    ],
  ]

  /// Whether two units could be taken for one another: not a weight and a time. What is known of neither
  /// kind could.
  static func mayBeConfused(_ left: String, _ right: String) -> Bool {
    let (one, other) = (kinds.filter { $0.contains(left) }, kinds.filter { $0.contains(right) })
    return one.isEmpty || other.isEmpty || !Set(one).isDisjoint(with: other)
  }
}
