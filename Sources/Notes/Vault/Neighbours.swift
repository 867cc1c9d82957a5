/// Where a link stands.
public struct LinkPlace: Sendable, Hashable {
  /// The path of the page that has the link, and its title.
  public var page: String
  public var title: String
  /// The page's file in the vault.
  public var file: String
  public var line: Int
  /// In characters, from 1; 0 when it is not known.
  public var column: Int
}

/// A page that links lead to, but that nobody has written.
public struct MissingPage: Sendable, Hashable {
  /// As the first link to it is written.
  public var target: String
  /// Every link to it, page by page in natural order.
  public var places: [LinkPlace]

  /// How many pages want it.
  public var wanted: Int { Set(places.map(\.page)).count }
}

/// A page beside another: one that it links to, or one that links to it.
public struct Neighbour: Sendable, Hashable {
  /// Its path; nil when it is missing.
  public var page: String?
  /// Its title, or of a missing one what the link says.
  public var title: String
  /// The first link between the two.
  public var place: LinkPlace
}

extension Vault {
  /// Pages that are linked to but missing: those that most pages want first, then by name.
  public var missingPages: [MissingPage] {
    links.missing.values
      .map { (page: $0, name: $0.target.lowercased(), wanted: $0.wanted) }
      .sorted {
        $0.wanted == $1.wanted ? NaturalOrder.precedes($0.name, $1.name) : $0.wanted > $1.wanted
      }.map {
        MissingPage(target: $0.page.target, places: $0.page.places.inNaturalOrder(of: \.file))
      }
  }

  /// The first link of each page to one that is missing, named as a link has it; in natural order.
  /// - Parameter path: the path of the page that has the link.
  public func wanting(_ target: String, from path: String) -> [LinkPlace] {
    let key = PageIndex.missingKey(of: target, from: path)
    var seen: Set<String> = []
    return (links.missing[key]?.places ?? []).filter { seen.insert($0.page).inserted }
      .inNaturalOrder(of: \.file)
  }

  /// Pages that link to no other and that no other links to. A vault of one page has none.
  public var orphans: [PageOutline] {
    guard pages.count > 1 else { return [] }
    let links = links
    return pages.indices.lazy.filter { links.incoming[$0].isEmpty && !links.leadsOn[$0] }
      .map { pages[$0] }.inNaturalOrder(of: \.path)
  }

  /// What the page with this path links to, each page once, in the order of its links; missing
  /// ones too.
  public func pagesLinked(from path: String) -> [Neighbour] {
    guard let page = outline(path) else { return [] }
    var seen: Set<String> = []
    var found: [Neighbour] = []
    for link in page.links.links {
      let target = resolve(link.target, from: path)
      if target == nil, link.isPlain, !PlainPath.isPath(link.target) { continue }
      if target?.path == path { continue }
      // No path begins with a blank.
      let key = target?.path ?? " " + PageIndex.missingKey(of: link.target, from: path)
      guard seen.insert(key).inserted else { continue }
      found.append(
        Neighbour(
          page: target?.path, title: target?.title ?? link.target.trimmedBlanks,
          place: LinkPlace(
            page: path, title: page.title, file: page.file, line: link.line, column: link.column)))
    }
    return found
  }

  /// The pages that link to the one with this path, each once, in natural order.
  public func pagesLinking(to path: String) -> [Neighbour] {
    var seen: Set<String> = []
    return backlinks(to: path).filter { seen.insert($0.page).inserted }.map { backlink in
      Neighbour(
        page: backlink.page, title: backlink.title,
        place: LinkPlace(
          page: backlink.page, title: backlink.title, file: outline(backlink.page)?.file ?? "",
          line: backlink.line, column: 0))
    }
  }

  /// Why a page says that it is connected to another; empty when it gives no reason. The page's
  /// text is read for it.
  /// - Parameter target: the other page's path; a missing one is named as the link has it.
  public func reason(from path: String, to target: String) -> String {
    guard let page = page(path) else { return "" }
    let isThere = outline(target) != nil
    let wanted = isThere ? target : PageIndex.missingKey(of: target, from: path)
    let connection = page.connections.first { connection in
      guard !connection.reason.isEmpty else { return false }
      if let found = resolve(connection.target, from: path) { return found.path == wanted }
      return !isThere && PageIndex.missingKey(of: connection.target, from: path) == wanted
    }
    return connection?.reason.plain ?? ""
  }
}
