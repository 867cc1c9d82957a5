import Notes
import Study
import Surface

/// The links of the vault: around one page, to be walked along; and what is missing or stands alone.
public struct NeighbourhoodScreen: Screen {
  enum View: CaseIterable { case map, missing, orphans }

  /// Where the keys act in the map.
  enum Spot: Sendable, Equatable { case centre, side(NeighbourhoodMap.Side) }

  /// A row of the list of missing pages: one of them, or a place that wants it.
  enum MissingRow: Sendable {
    case page(MissingPage)
    case place(LinkPlace)

    var place: LinkPlace? {
      switch self {
      case .page(let page): page.places.first
      case .place(let place): place
      }
    }
  }

  /// Where one walked on from.
  typealias Behind = (
    map: NeighbourhoodMap, spot: Spot, cursors: [NeighbourhoodMap.Side: Int]
  )

  private(set) var library: Library
  private(set) var view: View
  private(set) var map: NeighbourhoodMap?
  private(set) var spot = Spot.centre
  private(set) var cursors: [NeighbourhoodMap.Side: Int] = [:]
  private(set) var missing: [MissingRow] = []
  private(set) var missingCount = 0
  private(set) var orphans: [PageOutline] = []
  private(set) var reasons: [String: String] = [:]
  private var listCursors: [View: Int] = [:]
  private(set) var behind: [Behind] = []
  private var size: Size

  /// - Parameter page: the path of the page in the middle; nil takes the one with most links to it.
  public init(library: Library, page: String?, size: Size) {
    self.library = library
    self.size = size
    view = .map
    let centre = page.flatMap(library.vault.outline) ?? Self.mostLinked(in: library.vault)
    map = centre.map { NeighbourhoodMap($0, in: library.vault) }
    readLists()
    chooseSpot()
    readReasons()
  }

  private static func mostLinked(in vault: Vault) -> PageOutline? {
    vault.pages.map { (page: $0, links: vault.backlinks(to: $0.path).count) }
      .max { $0.links < $1.links }?.page
  }

  public var contexts: [KeyContext] { [view == .map ? .linkMap : .linkList, .everywhere] }
  public var title: String {
    view == .map ? "Links of \(map?.centre.title ?? library.name)" : "Links in \(library.name)"
  }

  private mutating func readLists() {
    let pages = library.vault.missingPages
    missingCount = pages.count
    missing = pages.flatMap { [.page($0)] + $0.places.map { .place($0) } }
    orphans = library.vault.orphans
  }

  /// Begins where there is something to go to.
  private mutating func chooseSpot() {
    cursors = [:]
    spot = .centre
    if map?.right.isEmpty == false {
      spot = .side(.right)
    } else if map?.left.isEmpty == false {
      spot = .side(.left)
    }
  }

  /// Reads the reasons of the links that are shown with them.
  private mutating func readReasons() {
    guard let map, view == .map else { return }
    let shapes = NeighbourhoodLayout(size: size)
    var wanted: [NeighbourhoodMap.Row] = []
    if let row = currentRow { wanted.append(row) }
    if shapes.showsReasons {
      for side in NeighbourhoodMap.Side.allCases {
        let top = max(0, (cursors[side] ?? 0) - size.rows)
        wanted += map.rows(side).dropFirst(top).prefix(size.rows * 2)
      }
    }
    for row in wanted where reasons[Self.key(row)] == nil {
      reasons[Self.key(row)] = library.vault.reason(from: row.from, to: row.to)
    }
  }

  private static func key(_ row: NeighbourhoodMap.Row) -> String { row.from + "\n" + row.to }

  func reason(of row: NeighbourhoodMap.Row) -> String { reasons[Self.key(row)] ?? "" }

  /// The neighbour that the keys act on; nil in the middle.
  var currentRow: NeighbourhoodMap.Row? {
    guard case .side(let side) = spot, let rows = map?.rows(side) else { return nil }
    let cursor = cursors[side] ?? 0
    return rows.indices.contains(cursor) ? rows[cursor] : nil
  }

  var listCursor: Int { listCursors[view] ?? 0 }

  // MARK: Events

  public mutating func handle(_ event: ScreenEvent, keymap: Keymap) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .resize(let size): self.size = size
    case .refreshed(let library): refresh(library)
    case .mouse(let point, let wheel):
      if wheel != 0 { move(by: wheel) } else { effects = click(at: point) }
    case .key(let key):
      if let action = keymap.action(for: key, in: contexts) { effects = perform(action) }
    case .paste, .turn, .found, .quiz: break
    }
    readReasons()
    return effects
  }

  private mutating func refresh(_ library: Library) {
    self.library = library
    readLists()
    reasons = [:]
    behind.removeAll { library.vault.outline($0.map.centre.path) == nil }
    let before = map
    let centre =
      before.flatMap { library.vault.outline($0.centre.path) }
      ?? Self.mostLinked(in: library.vault)
    if let before, let centre, centre.path == before.centre.path {
      var new = NeighbourhoodMap(centre, in: library.vault)
      for side in NeighbourhoodMap.Side.allCases {
        for row in before.rows(side) where row.isUnfolded {
          if let same = new.rows(side).first(where: { $0.neighbour.page == row.neighbour.page }) {
            new.toggle(same, side, in: library.vault)
          }
        }
      }
      map = new
      move(by: 0)
    } else {
      map = centre.map { NeighbourhoodMap($0, in: library.vault) }
      chooseSpot()
    }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .left: go(left: true)
    case .right: go(left: false)
    case .nextBoard: show(by: 1)
    case .previousBoard: show(by: -1)
    case .open: return view == .map ? walk() : openListed()
    case .openPage: return openInPanes()
    case .fold: return unfold()
    case .back: return walkBack()
    case .edit: return edit()
    case .search: return [.showSearch(near: map?.centre.path)]
    case .quit: return [.leave]
    default: if let step = action.step(page: size.rows - 6) { move(by: step) }
    }
    return []
  }

  private mutating func show(by step: Int) {
    let all = View.allCases
    let index = all.firstIndex(of: view) ?? 0
    view = all[(index + step + all.count) % all.count]
  }

  private mutating func move(by step: Int) {
    if view != .map {
      let count = view == .missing ? missing.count : orphans.count
      listCursors[view] = min(max(0, count - 1), max(0, listCursor + step))
      return
    }
    guard case .side(let side) = spot, let map else {
      // Stacked, the columns stand one below the other.
      if NeighbourhoodLayout(size: size).isStacked, step != 0 { go(left: step < 0) }
      return
    }
    let rows = map.rows(side)
    let cursor = cursors[side] ?? 0
    let isStacked = NeighbourhoodLayout(size: size).isStacked
    if isStacked, step == 1, cursor >= rows.count - 1, side == .left, !map.right.isEmpty {
      spot = .side(.right)
      cursors[.right] = 0
    } else if isStacked, step == -1, cursor == 0, side == .right, !map.left.isEmpty {
      spot = .side(.left)
      cursors[.left] = map.left.count - 1
    } else {
      cursors[side] = min(max(0, rows.count - 1), max(0, cursor + step))
      if rows.isEmpty { spot = .centre }
    }
  }

  /// From column to column, over those that are empty.
  private mutating func go(left: Bool) {
    guard view == .map, let map else { return }
    let order: [Spot] = [.side(.left), .centre, .side(.right)]
    guard var index = order.firstIndex(of: spot) else { return }
    while true {
      index += left ? -1 : 1
      guard order.indices.contains(index) else { return }
      if case .side(let side) = order[index], map.rows(side).isEmpty { continue }
      spot = order[index]
      return
    }
  }

  // MARK: Walking

  private mutating func walk() -> [Effect] {
    guard let map else { return [] }
    guard let row = currentRow else { return [.openPage(map.centre.path)] }
    guard let page = row.neighbour.page, let outline = library.vault.outline(page) else {
      return [.say(words(onMissing: row))]
    }
    if page == map.centre.path { return [.openPage(page)] }
    behind.append((map, spot, cursors))
    self.map = NeighbourhoodMap(outline, in: library.vault)
    chooseSpot()
    return []
  }

  private mutating func walkBack() -> [Effect] {
    guard let last = behind.popLast() else { return [.say("This is where you began.")] }
    map = NeighbourhoodMap(last.map.centre, in: library.vault)
    spot = last.spot
    cursors = last.cursors
    move(by: 0)
    return []
  }

  private func openInPanes() -> [Effect] {
    guard let map else { return [] }
    guard let row = currentRow else { return [.openPage(map.centre.path)] }
    return row.neighbour.page.map { [.openPage($0)] }
      ?? [.say(words(onMissing: row))]
  }

  private func words(onMissing row: NeighbourhoodMap.Row) -> String {
    library.words(onMissing: row.neighbour.title, from: row.from)
  }

  private mutating func unfold() -> [Effect] {
    guard case .side(let side) = spot, let row = currentRow else { return [] }
    guard row.behind > 0 else {
      return [
        .say(row.depth > 0 ? "Put the page in the middle to see more." : "Nothing lies behind it.")
      ]
    }
    map?.toggle(row, side, in: library.vault)
    return []
  }

  private func edit() -> [Effect] {
    switch view {
    case .map:
      if let place = currentRow?.neighbour.place {
        return [.edit(file: place.file, line: max(1, place.line))]
      }
      return map.map { [.edit(file: $0.centre.file, line: 1)] } ?? []
    case .missing:
      guard missing.indices.contains(listCursor), let place = missing[listCursor].place else {
        return []
      }
      return [.edit(file: place.file, line: max(1, place.line))]
    case .orphans:
      return orphans.indices.contains(listCursor)
        ? [.edit(file: orphans[listCursor].file, line: 1)] : []
    }
  }

  private func openListed() -> [Effect] {
    if view == .orphans {
      return orphans.indices.contains(listCursor) ? [.openPage(orphans[listCursor].path)] : []
    }
    guard missing.indices.contains(listCursor), let place = missing[listCursor].place else {
      return []
    }
    return [.openPage(place.page)]
  }

  private mutating func click(at point: Point) -> [Effect] {
    guard let target = NeighbourhoodView(screen: self, size: size, look: Look()).target(at: point)
    else { return [] }
    switch target {
    case .centre:
      if spot == .centre { return walk() }
      spot = .centre
    case .row(let side, let index):
      if spot == .side(side), cursors[side] ?? 0 == index { return walk() }
      spot = .side(side)
      cursors[side] = index
    case .listed(let index):
      if listCursor == index { return openListed() }
      listCursors[view] = index
    }
    return []
  }

  public func render(size: Size, look: Look) -> Surface {
    NeighbourhoodView(screen: self, size: size, look: look).render()
  }
}
