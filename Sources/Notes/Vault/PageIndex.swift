/// Finds pages by path, file name, title and alias without going through all of them.
struct PageIndex: Sendable {
  /// By path, exactly.
  private(set) var exact: [String: Int] = [:]
  /// By path in lower case.
  private var paths: [String: [Int]] = [:]
  /// By the last part of the path, in lower case.
  private var names: [String: [Int]] = [:]
  /// By title or alias, in lower case.
  private var titles: [String: [Int]] = [:]
  /// What `find` looks through.
  private var entries: [Entry] = []

  private struct Entry: Sendable {
    var path: String
    var lowerPath: String
    var name: String
    var title: String
  }

  init(_ pages: [PageOutline]) {
    exact.reserveCapacity(pages.count)
    entries.reserveCapacity(pages.count)
    for (index, page) in pages.enumerated() {
      let lower = page.path.lowercased()
      let name = PageIndex.lastPart(of: lower)
      let title = page.title.lowercased()
      exact[page.path] = index
      paths[lower, default: []].append(index)
      names[name, default: []].append(index)
      titles[title, default: []].append(index)
      for alias in page.aliases where alias.lowercased() != title {
        titles[alias.lowercased(), default: []].append(index)
      }
      entries.append(Entry(path: page.path, lowerPath: lower, name: name, title: title))
    }
  }

  private static func lastPart(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: Byte.slash) else { return path }
    return String(path[path.index(after: slash)...])
  }

  private static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: Byte.slash).map { String(path[..<$0]) } ?? ""
  }

  // MARK: Links

  func resolve(_ target: String, from page: String) -> Int? {
    if let index = exact[target], target.utf8.contains(Byte.slash) { return index }
    let written = target.trimmedBlanks
    if written.isEmpty { return exact[page] }
    let folder = PageIndex.folder(of: page)
    let isRelative = written.hasPrefix("./") || written.hasPrefix("../")
    let hasSlash = written.utf8.contains(Byte.slash)
    let fromTop = isRelative ? nil : PageIndex.joined("", written)
    let fromHere = folder.isEmpty && !isRelative ? nil : PageIndex.joined(folder, written)
    // A bare name is looked for beside the page first, a path from the top of the vault.
    for candidate in hasSlash ? [fromTop, fromHere] : [fromHere, fromTop] {
      if let candidate, let found = atPath(candidate) { return found }
    }
    guard let path = fromTop ?? fromHere else { return nil }
    return byName(path, folder: folder) ?? byTitle(written, folder: folder)
  }

  private func atPath(_ path: String) -> Int? {
    if let index = exact[path] { return index }
    let lower = path.lowercased()
    if let index = paths[lower]?.first { return index }
    let bare = VaultFolder.withoutExtension(path)
    guard bare.utf8.count < path.utf8.count else { return nil }
    return exact[bare] ?? paths[bare.lowercased()]?.first
  }

  /// The nearest page with this file name; if folders are given they must be the last ones of its
  /// path.
  private func byName(_ path: String, folder: String) -> Int? {
    let lower = path.lowercased()
    if let index = byName(lower: lower, folder: folder) { return index }
    let bare = VaultFolder.withoutExtension(lower)
    return bare.utf8.count < lower.utf8.count ? byName(lower: bare, folder: folder) : nil
  }

  private func byName(lower: String, folder: String) -> Int? {
    guard let found = names[PageIndex.lastPart(of: lower)] else { return nil }
    let fitting = found.filter { index in
      let path = entries[index].lowerPath
      return path == lower || path.hasSuffix("/" + lower)
    }
    return nearest(fitting, to: folder)
  }

  private func byTitle(_ title: String, folder: String) -> Int? {
    titles[title.lowercased()].flatMap { nearest($0, to: folder) }
  }

  /// The other pages that a link by name or title could mean as well as the chosen one: they are as
  /// near to the page that has the link.
  func rivals(of target: String, from page: String, chosen: Int) -> [Int] {
    if exact[target] == chosen, target.utf8.contains(Byte.slash) { return [] }
    let written = target.trimmedBlanks
    let lower = written.lowercased()
    let bare = VaultFolder.withoutExtension(lower)
    let named = names[PageIndex.lastPart(of: bare)] ?? names[PageIndex.lastPart(of: lower)] ?? []
    let titled = titles[lower] ?? []
    guard named.count > 1 || titled.count > 1, !written.isEmpty else { return [] }
    let folder = PageIndex.folder(of: page)
    let isAtPath = [PageIndex.joined("", written), PageIndex.joined(folder, written)].contains {
      $0.flatMap(atPath) == chosen
    }
    if isAtPath { return [] }
    let byName = named.filter { index in
      let path = entries[index].lowerPath
      return path == bare || path.hasSuffix("/" + bare)
    }
    let parts = folder.split(separator: "/")
    func shared(_ index: Int) -> Int {
      let other = PageIndex.folder(of: entries[index].path).split(separator: "/")
      return zip(parts, other).prefix { $0 == $1 }.count
    }
    let all = byName.contains(chosen) ? byName : titled
    return all.filter { $0 != chosen && shared($0) == shared(chosen) }
  }

  /// What all links to one missing page have in common.
  static func missingKey(of target: String, from page: String) -> String {
    let written = target.trimmedBlanks
    let isRelative = written.hasPrefix("./") || written.hasPrefix("../")
    let path = isRelative ? joined(folder(of: page), written) ?? written : written
    return VaultFolder.withoutExtension(path).lowercased()
  }

  /// The page that shares most folders, then the one less deep, then the first.
  private func nearest(_ found: [Int], to folder: String) -> Int? {
    guard found.count > 1 else { return found.first }
    let parts = folder.split(separator: "/")
    func distance(_ index: Int) -> (Int, Int, Int) {
      let other = PageIndex.folder(of: entries[index].path).split(separator: "/")
      var shared = 0
      while shared < min(parts.count, other.count), parts[shared] == other[shared] { shared += 1 }
      return (-shared, other.count, index)
    }
    return found.min { distance($0) < distance($1) }
  }

  /// A path below a folder with `.` and `..` resolved; nil when it leads out of the vault.
  private static func joined(_ folder: String, _ target: String) -> String? {
    let isPlain = target.withBytes { bytes in
      bytes.first(UInt8(ascii: ".")) == nil && bytes.first != Byte.slash
        && bytes.last != Byte.slash
    }
    if isPlain { return folder.isEmpty ? target : "\(folder)/\(target)" }
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else if part != "." {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  // MARK: Headings

  static func section(_ heading: String, in page: Page) -> Int? {
    let last = heading.split(separator: "#").last.map { String($0).trimmedBlanks } ?? heading
    let wanted = last.lowercased()
    if let index = page.sections.firstIndex(where: { $0.title.lowercased() == wanted }) {
      return index
    }
    let normal = SectionNames.normal(last)
    if let index = page.sections.firstIndex(where: { SectionNames.normal($0.title) == normal }) {
      return index
    }
    let id = wanted.hasPrefix("^") ? String(last.dropFirst()) : nil
    return id.flatMap { id in page.sections.firstIndex { $0.blocks.contains { $0.has(id: id) } } }
  }

  // MARK: Typing

  func find(_ typed: String) -> [Int] {
    let wanted = typed.trimmedBlanks.lowercased()
    if wanted.isEmpty { return Array(entries.indices) }
    let path = VaultFolder.withoutExtension(wanted)
    var ranked: [(rank: Int, length: Int, index: Int)] = []
    for (index, entry) in entries.enumerated() {
      if let rank = PageIndex.rank(entry, wanted, path: path) {
        ranked.append((rank, entry.path.utf8.count, index))
      }
    }
    ranked.sort { ($0.rank, $0.length, $0.index) < ($1.rank, $1.length, $1.index) }
    return ranked.map(\.index)
  }

  private static func rank(_ entry: Entry, _ typed: String, path: String) -> Int? {
    if entry.lowerPath == path { return 0 }
    if entry.name == path || entry.title == typed { return 1 }
    if entry.title.hasPrefix(typed) || entry.name.hasPrefix(path) { return 2 }
    if entry.lowerPath.hasPrefix(path) { return 3 }
    if beginsWord(typed, in: entry.title) || beginsWord(path, in: entry.lowerPath) { return 4 }
    let words = typed.split { $0 == " " || $0 == "-" || $0 == "/" || $0 == "_" }
    let all = entry.title + " " + entry.lowerPath
    if words.allSatisfy({ contains(String($0), in: all) }) { return 5 }
    return hasInOrder(typed, entry.title) || hasInOrder(path, entry.lowerPath) ? 6 : nil
  }

  private static func beginsWord(_ typed: String, in text: String) -> Bool {
    places(of: typed, in: text) { bytes, place in place == 0 || !bytes[place - 1].isWord }
  }

  private static func contains(_ typed: String, in text: String) -> Bool {
    places(of: typed, in: text) { _, _ in true }
  }

  private static func places(
    of typed: String, in text: String, where isFitting: (Bytes, Int) -> Bool
  ) -> Bool {
    text.withBytes { bytes in
      typed.withBytes { wanted in
        guard let first = wanted.first else { return true }
        var place = 0
        while let found = bytes.first(first, from: place), found + wanted.count <= bytes.count {
          if bytes.slice(found..<found + wanted.count).elementsEqual(wanted),
            isFitting(bytes, found)
          {
            return true
          }
          place = found + 1
        }
        return false
      }
    }
  }

  /// Whether all letters typed come in this order, as people abbreviate (`aisaf`).
  private static func hasInOrder(_ typed: String, _ text: String) -> Bool {
    guard typed.utf8.count > 2 else { return false }
    return text.withBytes { bytes in
      var place = 0
      for byte in typed.utf8 {
        guard let found = bytes.first(byte, from: place) else { return false }
        place = found + 1
      }
      return true
    }
  }
}

extension Block {
  /// Whether an item of the block has this block id.
  fileprivate func has(id: String) -> Bool {
    if case .list(let items, _, _) = self { return items.contains { $0.blockID == id } }
    return false
  }
}
