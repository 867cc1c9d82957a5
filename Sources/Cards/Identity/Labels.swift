/// Words that labels are made of: they say what kind of thing is told (`Origin: …`, `Cost: …`) and are no
/// names of what it is told of.
enum Labels {
  static let words: Set<String> = [
    "advantage", "aim", "answer", "approach", "author", "authors", "background", "backup",
    "baseline",
    "basis", "behaviour", "benefit", "budget", "bug", "cause", "caveat", "citation", "command",
    "concept", "consequence", "context", "cost", "costs", "country", "creator", "criterion", "data",
    "date", "deadline", "definition", "detail", "details", "drawback", "duration", "effect",
    "engine",
    "evidence", "example", "exception", "explanation", "fact", "fee", "figure", "fine", "fix",
    "flow",
    "format", "formula", "founder", "frequency", "goal", "guideline", "habit", "hint", "history",
    "idea", "impact", "input", "inventor", "issue", "language", "launch", "layout", "lesson",
    "licence",
    "license", "limit", "limits", "location", "maker", "material", "meaning", "measure", "memory",
    "method", "metric", "mode", "model", "name", "note", "number", "objective", "order", "origin",
    "output", "owner", "paper", "pattern", "penalty", "period", "pitfall", "place", "platform",
    "policy", "practice", "price", "principle", "problem", "procedure", "process", "proof",
    "property",
    "protocol", "publisher", "purpose", "range", "rate", "reason", "recipe", "remedy", "result",
    "results", "risk", "role", "root", "rule", "runtime", "scale", "scope", "score", "setting",
    "shape", "sign", "size", "source", "speed", "stack", "standard", "status", "step", "strategy",
    "structure", "summary", "symptom", "syntax", "system", "target", "task", "tip", "tool",
    "toolchain",
    "tools", "topic", "transport", "trap", "trigger", "type", "unit", "use", "usage", "value",
    "variant", "version", "warning", "way", "weight", "workaround", "workflow", "year",
  ]

  private static let endings = [
    "tion", "sion", "ment", "ness", "ity", "ing", "ance", "ence", "ship", "ful", "able", "ible",
    "ive", "ous", "ical", "ist", "ent", "ant", "al", "age", "ure",
  ]

  /// Whether a word is made from another one by an ending, as hardly any name is.
  static func isDerived(_ word: String) -> Bool {
    word.utf8.count > 6 && endings.contains { word.hasSuffix($0) }
  }
}
