import Notes
import Study

/// How the pages of the vault are listed.
enum HomeOrder: CaseIterable, Sendable {
  case folders, name, due, known, changed

  /// Behind “Pages”.
  var title: String {
    switch self {
    case .folders: "by folder"
    case .name: "by name"
    case .due: "most due first"
    case .known: "least known first"
    case .changed: "latest change first"
    }
  }
}

/// A row of the list: a page, or a folder with what lies in it taken together.
struct HomeRow: Sendable {
  /// The path of the page or of the folder.
  var path: String
  var title: String
  var depth = 0
  /// Nil for a page.
  var folder: Folder?
  var due: Int
  var knowledge: Knowledge

  struct Folder: Sendable {
    var pages: Int
    var isFolded: Bool
  }

  /// Whether it is the same row as another after the list has changed.
  func isSame(as other: HomeRow) -> Bool {
    path == other.path && (folder == nil) == (other.folder == nil)
  }
}

/// Puts the pages of a vault into rows.
struct HomeList: Sendable {
  private let pages: [PageOutline]
  private let due: [String: Int]
  private let totals: [String: Knowledge]
  private let changes: [String: Int64]
  private var folders: [String: Aggregate] = [:]

  private struct Aggregate: Sendable {
    var pages = 0
    var due = 0
    var knowledge = Knowledge()
  }

  init(_ library: Library) {
    // The vault has them in the order of bytes, which is another one only where numbers grow longer.
    let all = library.vault.pages
    let isOrdered = !zip(all.dropFirst(), all).contains { later, earlier in
      NaturalOrder.precedes(later.path, earlier.path)
    }
    pages = isOrdered ? all : all.inNaturalOrder(of: \.path)
    due = library.due
    totals = library.totals
    changes = library.vault.changes
    for page in pages {
      let pageDue = due[page.path] ?? 0
      let known = totals[page.path]
      var end = page.path.startIndex
      while let slash = page.path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
        let key = String(page.path[..<slash])
        var sum = folders[key] ?? Aggregate()
        sum.pages += 1
        sum.due += pageDue
        if let known { sum.knowledge = sum.knowledge + known }
        folders[key] = sum
        end = page.path.utf8.index(after: slash)
      }
    }
  }

  /// The paths of all folders.
  var folderPaths: Set<String> { Set(folders.keys) }

  func rows(_ order: HomeOrder, folded: Set<String>) -> [HomeRow] {
    switch order {
    case .folders:
      var rows: [HomeRow] = []
      rows.reserveCapacity(pages.count + folders.count)
      add(Array(pages.indices), prefix: "", depth: 0, folded: folded, to: &rows)
      return rows
    case .name: return sorted { _, _ in nil }
    case .due:
      return sorted { $0.due == $1.due ? nil : $0.due > $1.due }
    case .known:
      // Pages without cards have nothing to be known.
      return sorted { left, right in
        let (left, right) = (left.knowledge.known ?? 2, right.knowledge.known ?? 2)
        return left == right ? nil : left < right
      }
    case .changed:
      return sorted { left, right in
        let (left, right) = (changes[left.path] ?? 0, changes[right.path] ?? 0)
        return left == right ? nil : left > right
      }
    }
  }

  /// Rows for some pages, in their order.
  func rows(of pages: [PageOutline]) -> [HomeRow] { pages.map { row(of: $0, depth: 0) } }

  /// The pages below a folder, those with most due first, then those that are least known.
  func pages(in folder: String) -> [HomeRow] {
    let inside = pages.lazy.filter { $0.path.utf8.starts(with: (folder + "/").utf8) }
    return inside.map { row(of: $0, depth: 0) }.sorted {
      let (one, other) = ($0.knowledge.known ?? 2, $1.knowledge.known ?? 2)
      return $0.due == $1.due && one == other
        ? NaturalOrder.precedes($0.path, $1.path) : ($1.due, one) < ($0.due, other)
    }
  }

  private func row(of page: PageOutline, depth: Int) -> HomeRow {
    HomeRow(
      path: page.path, title: page.title, depth: depth, due: due[page.path] ?? 0,
      knowledge: totals[page.path] ?? Knowledge())
  }

  /// - Parameter before: whether one row goes before another; nil where names decide.
  private func sorted(_ before: (HomeRow, HomeRow) -> Bool?) -> [HomeRow] {
    let rows = rows(of: pages)
    let names = pages.map { $0.title.lowercased() }
    return rows.indices.sorted { left, right in
      if let isBefore = before(rows[left], rows[right]) { return isBefore }
      return names[left] == names[right]
        ? left < right : NaturalOrder.precedes(names[left], names[right])
    }.map { rows[$0] }
  }

  /// Adds the folders of a folder, then its own pages.
  /// - Parameter prefix: the folder's path with a slash at its end; empty for the vault.
  private func add(
    _ indices: [Int], prefix: String, depth: Int, folded: Set<String>, to rows: inout [HomeRow]
  ) {
    var names: [String] = []
    var below: [String: [Int]] = [:]
    var own: [Int] = []
    for index in indices {
      let rest = pages[index].path.utf8.dropFirst(prefix.utf8.count)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else {
        own.append(index)
        continue
      }
      let name = String(Substring(rest[..<slash]))
      if below[name] == nil { names.append(name) }
      below[name, default: []].append(index)
    }
    for name in names {
      let path = prefix + name
      let sum = folders[path] ?? Aggregate()
      let isFolded = folded.contains(path)
      rows.append(
        HomeRow(
          path: path, title: name, depth: depth,
          folder: HomeRow.Folder(pages: sum.pages, isFolded: isFolded), due: sum.due,
          knowledge: sum.knowledge))
      guard !isFolded, let inside = below[name] else { continue }
      add(inside, prefix: path + "/", depth: depth + 1, folded: folded, to: &rows)
    }
    rows += own.map { row(of: pages[$0], depth: depth) }
  }
}
