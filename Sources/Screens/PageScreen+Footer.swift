import Surface

// Which keys a page's last line shows.
extension PageScreen {
  public var footer: Footer {
    var footer = Footer(contexts)
    let isDue = (library.day?.left.total ?? library.due[place.page] ?? 0) > 0
    if cover != nil {
      underCover(&footer)
    } else if page == nil {
      footer.first = [.pages, .back, .find]
      footer.without = [.open, .edit, .cover, .statistics]
    } else if place.focus == .text {
      let hasLinks = !content.links.isEmpty
      let follows: [Action] = linkLeadsOn ? [.open] : []
      footer.words[.open] = "follow"
      if follows.isEmpty { footer.without.insert(.open) }
      if !hasLinks { footer.without.insert(.nextPane) }
      // One heading at most is the title, and stands at the top.
      if content.headings.count < 2 { footer.without.insert(.nextHeading) }
      let found: [Action] =
        find != nil
        ? [.nextFound, .previousFound] : trail?.leadsOn == true ? [.nextFound] : []
      footer.first =
        found + follows + (isDue ? [.review] : []) + [
          .back, .panes, .nextPane, .nextHeading, .quiz,
        ]
      footer.without.formUnion([.text, .zoom, .cover])
    } else {
      inPanes(&footer, isDue: isDue)
    }
    if !isDue, footer.first.contains(.quiz) { footer.first.append(.review) }
    if problemCount == 0 { footer.without.insert(.problems) }
    footer.without.formUnion(leadingNowhere)
    if isZoomed, cover == nil {
      footer.words[.quit] = "unzoom"
      footer.words[.zoom] = "unzoom"
    }
    return footer
  }

  /// What leads to where one is already, or to what the page does not have.
  private var leadingNowhere: Set<Action> {
    var actions: Set<Action> = []
    for (action, pane) in [(Action.facts, Pane.ID.facts), (.questions, .questions)]
    where content[pane] == nil || place.focus == pane { actions.insert(action) }
    if boardIndex(boards(size)) == firstOfPanes { actions.insert(.panes) }
    if !hasPanesBeside {
      actions.insert(.zoom)
      if place.focus != .text { actions.insert(.nextPane) }
    }
    return actions
  }

  private func inPanes(_ footer: inout Footer, isDue: Bool) {
    var first: [Action] = trail?.leadsOn == true ? [.nextFound] : []
    if leadsOn {
      first.append(.open)
      footer.words[.open] = "follow"
    } else {
      // What else it does there, another key is shown for.
      footer.without.insert(.open)
    }
    if isDue { first.append(.review) }
    first.append(.back)
    if hasPanesBeside { first.append(.nextPane) }
    if content[place.focus]?.coverParts != nil { first.append(.cover) }
    footer.first = first + [.text, .quiz]
    if content[place.focus]?.coverParts == nil { footer.without.insert(.cover) }
  }

  /// A cell that is still hidden cannot be rated.
  private func underCover(_ footer: inout Footer) {
    let ratings: [Action] = [.again, .hard, .good, .easy]
    if isCellHidden {
      footer.first = [.reveal, .right, .cover]
      footer.without = Set(ratings)
      footer.words[.cover] = "cover again"
      if cover?.revealed.isEmpty == true { footer.without.insert(.cover) }
    } else {
      footer.first = [isAllShown ? .cover : .reveal] + ratings
      if isAllShown { footer.without = [.reveal] }
      footer.words[.reveal] = "next"
      footer.words[.cover] = "cover again"
      footer.group = Footer.Group(actions: ratings, word: "rate")
    }
    if library.day?.answers ?? 0 == 0 { footer.without.insert(.undo) }
  }

  /// Whether the row leads to another page.
  private var leadsOn: Bool {
    switch currentRow?.body {
    case .connection(_, _, _, let target): target != nil
    case .backlink: true
    default: false
    }
  }

  /// Whether the chosen link leads to a page of the vault.
  private var linkLeadsOn: Bool {
    guard case .page(let target, _) = chosenLink, let page else { return false }
    return library.vault.resolve(target, from: page.path) != nil
  }
}
