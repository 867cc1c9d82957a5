import Surface

// Which keys the last line of the links shows.
extension NeighbourhoodScreen {
  public var footer: Footer {
    var footer = Footer(contexts)
    guard view == .map else {
      let isEmpty = view == .missing ? missing.isEmpty : orphans.isEmpty
      if isEmpty { footer.without = [.open, .edit] }
      return footer
    }
    guard map != nil else {
      footer.without = [.open, .openPage, .fold, .back, .edit]
      return footer
    }
    if behind.isEmpty { footer.without.insert(.back) }
    guard let row = currentRow else {
      footer.words[.open] = "open"
      footer.without.formUnion([.openPage, .fold])
      return footer
    }
    if row.neighbour.page == nil { footer.without.formUnion([.open, .openPage]) }
    if row.behind == 0 || row.depth > 0 { footer.without.insert(.fold) }
    return footer
  }
}
