import Surface

// Other keys for actions, and what may be wrong with them.
extension Keymap {
  /// Gives actions other keys, by the names of the configuration: `review` wherever there is that
  /// action, `covered.good` in one context only.
  /// - Throws: `KeymapError`, which names both sides of a conflict; all that is wrong, not only the first.
  public func remapped(_ changes: [String: [String]]) throws(KeymapError) -> Keymap {
    // The table itself has no conflicts.
    if changes.isEmpty { return self }
    var result = self
    // What is said of one place is done last, so that it holds there.
    let order = changes.sorted { one, other in
      let (a, b) = (one.key.contains("."), other.key.contains("."))
      return a == b ? one.key < other.key : !a
    }
    var faults: [KeymapError] = []
    // What was written for a key that has another name as well: Ctrl-J is Enter.
    var written: [Key: String] = [:]
    for (name, keyNames) in order {
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard let action = parts.last.flatMap(Action.init(rawValue:)) else {
        faults.append(.unknownAction(name))
        continue
      }
      var keys: [Key] = []
      for keyName in keyNames {
        guard let key = Key(name: keyName) else {
          faults.append(.unknownKey(keyName, action: name))
          continue
        }
        keys.append(key)
        if key.name != keyName { written[key] = "\(keyName) = \(key.name)" }
      }
      // With keys that cannot be read, what is left of them says nothing of conflicts.
      guard keys.count == keyNames.count else { continue }
      if parts.count == 2 {
        guard let context = KeyContext(rawValue: parts[0]), result.isolate(action, in: context)
        else {
          faults.append(.unknownAction(name))
          continue
        }
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
    faults += result.conflicts(known: shadows(), written: written)
    if let first = faults.first { throw faults.count == 1 ? first : .several(faults) }
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

  /// Every conflict once, in the place that comes first in the table.
  /// - Parameters:
  ///   - known: where the table means a key to be something else in a narrower context.
  ///   - written: keys as the user wrote them.
  private func conflicts(known: Set<Shadow>, written: [Key: String]) -> [KeymapError] {
    struct Pair: Hashable {
      var key: Key
      var actions: Set<Action>
    }
    func name(_ key: Key) -> String { written[key] ?? key.name }
    var seen: Set<Pair> = []
    var found: [KeymapError] = []
    for context in KeyContext.allCases {
      var owners: [Key: Action] = [:]
      for binding in bindings where binding.contexts.contains(context) {
        for key in binding.keys {
          if let other = owners[key], other != binding.action,
            seen.insert(Pair(key: key, actions: [other, binding.action])).inserted
          {
            found.append(
              .conflict(name(key), other.rawValue, binding.action.rawValue, context.title))
          }
          owners[key] = binding.action
        }
      }
    }
    // The one that comes first in the table, so that every run reports the same.
    let order = Dictionary(
      KeyContext.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let new = shadows().subtracting(known).sorted { one, other in
      func place(_ shadow: Shadow) -> (Int, String, Int) {
        (order[shadow.inner] ?? 0, shadow.key.name, order[shadow.outer] ?? 0)
      }
      return place(one) < place(other)
    }
    for shadow in new
    where seen.insert(Pair(key: shadow.key, actions: [shadow.kept, shadow.hidden])).inserted {
      found.append(
        .hidden(
          name(shadow.key), shadow.kept.rawValue, in: shadow.inner.title, shadow.hidden.rawValue,
          of: shadow.outer.title))
    }
    return found
  }
}

/// What can be wrong with the keys of the configuration.
public indirect enum KeymapError: Error, Equatable, Sendable {
  case unknownAction(String)
  case unknownKey(String, action: String)
  /// A key, two actions and the place where it would mean both.
  case conflict(String, String, String, String)
  /// A key that one place would take from a wider one which applies there too.
  case hidden(String, String, in: String, String, of: String)
  /// More than one of these.
  case several([KeymapError])
}
