import Notes

/// A page and what is linked with it: the pages that link to it at the left, those that it links to
/// at the right, and behind each, where it was unfolded, the next ones.
struct NeighbourhoodMap: Sendable {
  enum Side: Sendable, Hashable, CaseIterable { case left, right }

  struct Row: Sendable, Hashable {
    var neighbour: Neighbour
    /// 0 beside the page in the middle, 1 behind a page that is.
    var depth: Int
    /// How many pages lie behind it; 0 also for those that cannot be unfolded.
    var behind: Int
    var isUnfolded: Bool
    /// The link: from the page with this path to the other, named by path, or as written.
    var from: String
    var to: String
  }

  private(set) var centre: PageOutline
  private(set) var left: [Row] = []
  private(set) var right: [Row] = []
  private var unfolded: [Side: Set<String>] = [:]

  init(_ centre: PageOutline, in vault: Vault) {
    self.centre = centre
    arrange(vault)
  }

  func rows(_ side: Side) -> [Row] { side == .left ? left : right }

  /// Shows what lies behind a page, or hides it again.
  mutating func toggle(_ row: Row, _ side: Side, in vault: Vault) {
    guard row.depth == 0, row.behind > 0, let page = row.neighbour.page else { return }
    if unfolded[side, default: []].remove(page) == nil { unfolded[side, default: []].insert(page) }
    arrange(vault)
  }

  private mutating func arrange(_ vault: Vault) {
    left = rows(.left, vault)
    right = rows(.right, vault)
  }

  private func rows(_ side: Side, _ vault: Vault) -> [Row] {
    var rows: [Row] = []
    for neighbour in Self.neighbours(of: centre.path, side, vault) {
      let behind = neighbour.page.map { page in
        Self.neighbours(of: page, side, vault).filter { $0.page != centre.path }
      }
      let isUnfolded = neighbour.page.map { unfolded[side]?.contains($0) == true } ?? false
      rows.append(
        Self.row(
          neighbour, of: centre.path, side, depth: 0, behind: behind?.count ?? 0,
          isUnfolded: isUnfolded))
      guard isUnfolded, let behind, let page = neighbour.page else { continue }
      rows += behind.map { Self.row($0, of: page, side, depth: 1, behind: 0, isUnfolded: false) }
    }
    return rows
  }

  private static func neighbours(of page: String, _ side: Side, _ vault: Vault) -> [Neighbour] {
    side == .left ? vault.pagesLinking(to: page) : vault.pagesLinked(from: page)
  }

  private static func row(
    _ neighbour: Neighbour, of page: String, _ side: Side, depth: Int, behind: Int,
    isUnfolded: Bool
  ) -> Row {
    let other = neighbour.page ?? neighbour.title
    return Row(
      neighbour: neighbour, depth: depth, behind: behind, isUnfolded: isUnfolded,
      from: side == .left ? other : page, to: side == .left ? page : other)
  }
}
