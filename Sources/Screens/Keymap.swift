import Surface

/// One row of the key table: what the footer, the help screen and the documentation say comes
/// from here, and so does what the keys do.
public struct Binding: Sendable {
  public var action: Action
  public var keys: [Key]
  /// A sentence for the help screen.
  public var help: String
  /// A word or two for the footer; nil keeps it out of there.
  public var short: String?
  public var contexts: [KeyContext]

  init(
    _ action: Action, _ keys: String, _ help: String, short: String? = nil,
    in contexts: KeyContext...
  ) {
    self.init(action, keys, help, short: short, in: contexts)
  }

  init(
    _ action: Action, _ keys: String, _ help: String, short: String? = nil,
    in contexts: [KeyContext]
  ) {
    self.action = action
    self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    self.help = help
    self.short = short
    self.contexts = contexts
  }

  /// Gives it other keys. Where letters are typed into a field they stay letters: there a binding
  /// that would be left without any other key keeps those it has.
  mutating func rebind(to keys: [Key]) {
    guard contexts.allSatisfy(\.isField) else { return self.keys = keys }
    let usable = keys.filter { $0.text == nil }
    if !usable.isEmpty { self.keys = usable }
  }
}

/// The key table.
public struct Keymap: Sendable {
  public internal(set) var bindings: [Binding]
  /// What each key does in each context, out of the bindings.
  private(set) var actions: [KeyContext: [Key: Action]] = [:]

  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    index()
  }

  mutating func index() {
    actions = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys where actions[context]?[key] == nil {
          actions[context, default: [:]][key] = binding.action
        }
      }
    }
  }

  /// What a key does where `contexts` apply, the most particular first; nil when nothing.
  public func action(for key: Key, in contexts: [KeyContext]) -> Action? {
    for context in contexts {
      if let action = actions[context]?[key] { return action }
    }
    return nil
  }

  /// The bindings that apply, each action once, the most particular context first, with those of
  /// their keys that mean nothing else there.
  public func bindings(in contexts: [KeyContext]) -> [Binding] {
    var seen: Set<Action> = []
    return contexts.flatMap { context in
      bindings.filter { $0.contexts.contains(context) && seen.insert($0.action).inserted }
    }.map { binding in
      var binding = binding
      binding.keys.removeAll { action(for: $0, in: contexts) != binding.action }
      return binding
    }
  }

  /// The shortest key of an action as people read it: of `Space 3 Enter` the `3`.
  public func shortLabel(of action: Action, in context: KeyContext) -> String {
    let binding = bindings.first { $0.action == action && $0.contexts.contains(context) }
    return binding?.keys.map(\.label).min { $0.count < $1.count } ?? ""
  }

  /// The same table with one more key for an action, before all others where it applies: so that the
  /// palette can do what has lost its key.
  func adding(_ key: Key, for action: Action, in contexts: [KeyContext]) -> Keymap {
    var result = self
    guard let first = contexts.first else { return result }
    result.actions[first, default: [:]][key] = action
    return result
  }
}

extension Keymap {
  /// The keys as they come.
  public static let standard = Keymap(
    reading + reviewing + quizzes + insight + moving + everywhere)
}
