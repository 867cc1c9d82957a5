import Surface

// Other keys for actions, and what may be wrong with them.
extension Keymap {
  /// Gives actions other keys, by the names of the configuration: `review` wherever there is that
  /// action, `covered.good` in one context only.
  /// - Throws: `KeymapError`, which names both sides of a conflict.
  public func remapped(_ changes: [String: [String]]) throws(KeymapError) -> Keymap {
    // The table itself has no conflicts.
    if changes.isEmpty { return self }
    var result = self
    // What is said of one place is done last, so that it holds there.
    let order = changes.sorted { one, other in
      let (a, b) = (one.key.contains("."), other.key.contains("."))
      return a == b ? one.key < other.key : !a
    }
    for (name, keyNames) in order {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard let action = parts.last.flatMap(Action.init(rawValue:)) else {
        throw .unknownAction(name)
      }
      var keys: [Key] = []
      for keyName in keyNames {
        guard let key = Key(name: keyName) else { throw .unknownKey(keyName, action: name) }
        keys.append(key)
      }
      if parts.count == 2 {
        guard let context = KeyContext(rawValue: parts[0]), result.isolate(action, in: context)
        else { throw .unknownAction(name) }
        for index in result.bindings.indices
        where result.bindings[index].action == action
          && result.bindings[index].contexts == [context]
        { result.bindings[index].rebind(to: keys) }
      } else {
        for index in result.bindings.indices where result.bindings[index].action == action {
          result.bindings[index].rebind(to: keys)
        }
      }
    }
    result.index()
    try result.checkConflicts(known: shadows())
    return result
  }

  /// Gives an action a row of its own for one context.
  /// - Returns: false when the action does not exist there.
  private mutating func isolate(_ action: Action, in context: KeyContext) -> Bool {
    guard
      let index = bindings.firstIndex(where: {
        $0.action == action && $0.contexts.contains(context)
      })
    else { return false }
    guard bindings[index].contexts.count > 1 else { return true }
    var own = bindings[index]
    own.contexts = [context]
    bindings[index].contexts.removeAll { $0 == context }
    bindings.insert(own, at: index + 1)
    return true
  }

  /// A key that means one thing in a context and another in a wider one behind it.
  private struct Shadow: Hashable {
    var key: Key
    var inner: KeyContext
    var outer: KeyContext
    var kept: Action
    var hidden: Action
  }

  private func shadows() -> Set<Shadow> {
    var result: Set<Shadow> = []
    for contexts in KeyContext.together {
      for (index, inner) in contexts.enumerated() {
        for outer in contexts.dropFirst(index + 1) {
          for (key, kept) in actions[inner] ?? [:] {
            guard let hidden = actions[outer]?[key], hidden != kept else { continue }
            result.insert(
              Shadow(key: key, inner: inner, outer: outer, kept: kept, hidden: hidden))
          }
        }
      }
    }
    return result
  }

  /// - Parameter known: where the table means a key to be something else in a narrower context.
  private func checkConflicts(known: Set<Shadow>) throws(KeymapError) {
    for context in KeyContext.allCases {
      var owners: [Key: Action] = [:]
      for binding in bindings where binding.contexts.contains(context) {
        for key in binding.keys {
          if let other = owners[key], other != binding.action {
            throw .conflict(key.name, other.rawValue, binding.action.rawValue, context.title)
          }
          owners[key] = binding.action
        }
      }
    }
    // The one that comes first in the table, so that every run reports the same.
    let order = Dictionary(
      KeyContext.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let new = shadows().subtracting(known).min { one, other in
      let (a, b) = (order[one.inner] ?? 0, order[other.inner] ?? 0)
      return a == b ? one.key.name < other.key.name : a < b
    }
    if let new {
      throw .hidden(
        new.key.name, new.kept.rawValue, in: new.inner.title, new.hidden.rawValue,
        of: new.outer.title)
    }
  }
}

/// What can be wrong with the keys of the configuration.
public enum KeymapError: Error, Equatable, Sendable {
  case unknownAction(String)
  case unknownKey(String, action: String)
  /// A key, two actions and the place where it would mean both.
  case conflict(String, String, String, String)
  /// A key that one place would take from a wider one which applies there too.
  case hidden(String, String, in: String, String, of: String)
}
