import Surface

/// The last line of a screen: of the keys that work there, those that are needed most. Help and the way
/// back are always among them.
public struct Footer: Sendable {
  var contexts: [KeyContext]
  /// What the situation calls for, the most needed first; all else comes behind it, in the order of
  /// the key table.
  var first: [Action] = []
  /// What would come to nothing in this situation.
  var without: Set<Action> = []
  /// What a key comes to here, where that is not what the table says.
  var words: [Action: String] = [:]
  /// Keys in a row that share one word where there is no room for a word each.
  var group: Group?

  struct Group: Sendable {
    var actions: [Action]
    var word: String
  }

  init(_ contexts: [KeyContext]) { self.contexts = contexts }

  /// A key and its word.
  private struct Item {
    /// Nil for keys that share a word.
    var action: Action?
    var key: String
    var word: String
    var width: Int { TextWidth.of(key) + (word.isEmpty ? 0 : 1 + TextWidth.of(word)) }
  }

  /// Between two items, in columns.
  private static let gap = 2

  /// So many of what the situation calls for come before the word beside the key for help.
  private static let mostNeeded = 2

  private func item(_ binding: Binding, _ look: Look) -> Item {
    var word = words[binding.action] ?? binding.short ?? ""
    // From the first screen, the way back leads out; unless the screen is left by steps.
    if binding.action == .quit, binding.contexts.contains(.everywhere), look.isFirst,
      words[.quit] == nil
    {
      word = "quit"
    }
    return Item(action: binding.action, key: binding.keys[0].label(look.glyphs), word: word)
  }

  /// What is shown in a line of so many columns, each with the column it begins at.
  private func items(width: Int, look: Look) -> [(x: Int, item: Item)] {
    let bindings = look.keymap.bindings(in: contexts).filter {
      !$0.keys.isEmpty && !without.contains($0.action)
        && ($0.short != nil || words[$0.action] != nil)
    }
    // In this order, so that they stand in the same place everywhere. Where there is little room, help
    // leads to the actions.
    let ends: [Action] = (width >= 60 ? [.palette] : []) + [.help, .cancel, .quit]
    let always = ends.compactMap { action in bindings.first { $0.action == action } }
    let urgent = first.compactMap { action in bindings.first { $0.action == action } }
    let others = bindings.filter { binding in
      !(always + urgent).contains { $0.action == binding.action } && binding.action != .palette
    }
    var wanted = (urgent + others).map { item($0, look) }
    var end = always.map { item($0, look) }
    // Nothing need stand behind the last one.
    func room() -> Int { width - 1 + Self.gap - end.reduce(0) { $0 + $1.width + Self.gap } }
    // What a screen is there for stands first in the table.
    let needed = wanted.prefix(max(1, min(urgent.count, Self.mostNeeded)))
    if needed.reduce(0, { $0 + $1.width + Self.gap }) > room() {
      end = zip(end, always).map { Self.shortened($0, $1, look) }
    }
    var left = room()
    if let group { wanted = Self.grouped(wanted, group, room: left) }
    var shown: [Item] = []
    for item in wanted where item.width + Self.gap <= left {
      shown.append(item)
      left -= item.width + Self.gap
    }
    var x = 1
    return (shown + end).map { item in
      defer { x += item.width + Self.gap }
      return (x, item)
    }
  }

  /// The keys that are always there, in as little room as they can do with: `?` is known for help, and of several
  /// keys the shortest is named.
  private static func shortened(_ item: Item, _ binding: Binding, _ look: Look) -> Item {
    var item = item
    if item.action == .help { item.word = "" }
    for key in binding.keys.map({ $0.label(look.glyphs) })
    where TextWidth.of(key) < TextWidth.of(item.key) { item.key = key }
    return item
  }

  /// One item for a group's keys, where all that comes before them and they themselves need more room.
  private static func grouped(_ items: [Item], _ group: Group, room: Int) -> [Item] {
    let isMember = { (item: Item) in item.action.map(group.actions.contains) == true }
    guard let start = items.firstIndex(where: isMember),
      let end = items.lastIndex(where: isMember), start < end
    else { return items }
    let needed = items[...end].reduce(0) { $0 + $1.width + gap }
    guard needed > room else { return items }
    let shared = Item(
      action: nil, key: "\(items[start].key)-\(items[end].key)", word: group.word)
    return items[..<start] + [shared] + items[start...].filter { !isMember($0) }
  }

  func action(at column: Int, width: Int, look: Look) -> Action? {
    items(width: width, look: look).first {
      ($0.x..<($0.x + $0.item.width)).contains(column)
    }?.item.action
  }

  func draw(on surface: inout Surface, look: Look) {
    let y = surface.size.rows - 1
    surface.fill(Rect(x: 0, y: y, width: surface.size.columns, height: 1), .footer, [])
    for (x, item) in items(width: surface.size.columns, look: look) {
      let used = surface.put(item.key, x: x, y: y, .key, .bold)
      if !item.word.isEmpty { surface.put(" \(item.word)", x: x + used, y: y, .footer) }
    }
  }
}
