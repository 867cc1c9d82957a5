/// A word, a number or a sign of an answer.
struct AnswerToken: Hashable {
  enum Kind: Hashable {
    case word
    case number
    /// A sign that carries meaning: `%`, `<`, `€`, `+`.
    case sign
  }

  /// How much depends on it.
  enum Weight: Hashable {
    /// Articles and small words: may be missing or too many.
    case small
    /// Must be there, and may be slightly misspelt.
    case content
    /// Numbers, negations, comparisons: must agree exactly, and may not be added.
    case critical
  }

  var kind: Kind
  /// What is compared.
  var key: String
  /// Where it stands in the text.
  var range: Range<String.Index>
  var weight: Weight
  /// All capitals, digits inside or code: too easily another name when one letter differs.
  var isName = false
  /// Begins with a capital, as names do, and has small letters.
  var isCapitalised = false
  /// A unit behind a number.
  var isUnit = false
  /// With an umlaut written out: `uebermensch` for `Übermensch`. Empty where there is none.
  var spellings: Set<String> = []
  /// Where it stands, as far as a verb may be meant.
  var place = Place.inside

  enum Place: Hashable {
    case inside
    /// The first word, with others behind it.
    case head
    /// Behind a `to` that comes first, or alone.
    case infinitive, alone
  }
}

/// The words of an answer and their weights.
enum AnswerWords {
  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  static let articles = set("a an the")
  static let small = set(
    """
    a an the of that which is are was were be been it its this these those their and to for in on at \
    as by per has have also such each etc so does do did can will would s about approximately \
    approx around roughly circa nearly ca with into than then
    """)

  /// Words that turn a statement round, or into another one.
  static let critical = set(
    """
    not no never none neither nor without non cannot nothing nobody only all any some every most \
    many few fewer less more least over under above below before after up down minimum maximum min \
    max increase decrease increases decreases higher lower true false yes or except unless but \
    against from within outside inside first last same different
    """)

  static let numbers: [String: String] = [
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100",
  ]

  static let ordinals: [String: String] = [
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
    "6th": "sixth", "7th": "seventh", "8th": "eighth", "9th": "ninth", "10th": "tenth",
  ]

  /// Multipliers behind a number, as powers of ten.
  static let powers: [String: Int] = [
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "mio": 6, "bn": 9,
    "tn": 12,
  ]

  /// Other ways to write a word, without any doubt about what is meant.
  static let same: [String: String] = [
    "hr": "hour", "hrs": "hour", "hours": "hour", "mins": "minute", "minutes": "minute",
    "secs": "second", "sec": "second", "seconds": "second", "yr": "year", "yrs": "year",
    "years": "year", "mo": "month", "months": "month", "versus": "vs", "percent": "%", "pct": "%",
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june",
    "jul": "july", "aug": "august", "sep": "september", "sept": "september", "oct": "october",
    "nov": "november", "dec": "december", "usd": "$", "dollar": "$", "dollars": "$", "eur": "€",
    "euro": "€", "euros": "€", "gbp": "£", "yen": "¥", "jpy": "¥", "pounds": "£", "gigabyte": "gb",
    "gigabytes": "gb",
    "megabyte": "mb", "megabytes": "mb", "kilobyte": "kb", "kilobytes": "kb", "terabyte": "tb",
    "terabytes": "tb", "milliseconds": "ms", "millisecond": "ms", "maths": "mathematics",
    "math": "mathematics", "saint": "st", "mount": "mt", "doctor": "dr", "professor": "prof",
    "equals": "=", "plus": "+", "minus": "-", "circa": "c", "vol": "volume", "fig": "figure",
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "η": "eta",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
  ]

  static let monthsInOrder = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  static let months = Set(monthsInOrder)

  /// With one of these the order of the other words has a meaning.
  static let ordering = set(
    "before after over from to than by then into → > < vs causes cause because if against")

  /// Contractions typed without their apostrophe.
  static let contractions = set(
    """
    isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont wouldnt cant couldnt \
    shouldnt mustnt aint
    """)

  /// What is shortened before a number: `p. 5`, `No. 3`.
  static let beforeNumbers: [String: String] = [
    "p": "page", "pp": "page", "no": "number", "nr": "number", "ch": "chapter", "chap": "chapter",
    "sec": "section", "eq": "equation", "art": "article", "ed": "edition", "para": "paragraph",
    "op": "opus", "ver": "version", "v": "version", "tab": "table", "app": "appendix",
    "bk": "book", "ex": "exercise", "pl": "plate",
  ]
}
