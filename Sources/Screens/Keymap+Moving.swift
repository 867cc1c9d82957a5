// The key table: what moves along rows and lines, the same in every room that has them.
extension Keymap {
  static let moving: [Binding] = [
    Binding(.up, "up k", "Move up", in: pages + lists + leafed + figures + answers),
    Binding(.down, "down j", "Move down", in: pages + lists + leafed + figures + answers),
    Binding(.up, "up k", "Scroll up", in: texts),
    Binding(.down, "down j", "Scroll down", in: texts),
    Binding(
      .halfDown, "ctrl-d", "Half a screenful down",
      in: pages + lists + leafed + figures + texts),
    Binding(
      .halfUp, "ctrl-u", "Half a screenful up", in: pages + lists + leafed + figures + texts),
    Binding(.pageDown, "pagedown ctrl-f", "A screenful down", in: pages + lists + texts),
    Binding(.pageUp, "pageup ctrl-b", "A screenful up", in: pages + lists + texts),
    Binding(.pageDown, "pagedown ctrl-f space", "A screenful down", in: leafed + figures),
    Binding(.pageUp, "pageup ctrl-b b", "A screenful up", in: leafed + figures),
    Binding(.top, "home <", "To the first row", in: pages),
    Binding(.bottom, "end G >", "To the last row", in: pages),
    Binding(.top, "home g <", "To the first row", in: lists + leafed + figures),
    Binding(.bottom, "end G >", "To the last row", in: lists + leafed + figures),
    Binding(.top, "home", "To the beginning", in: texts),
    Binding(.bottom, "end", "To the end", in: texts),
    Binding(
      .count, "1 2 3 4 5 6 7 8 9",
      "A number before a move: so many times; before G: the row with that number",
      in: [.pageList] + lists + leafed),
  ]

  /// Where `g` finds a page.
  private static let pages: [KeyContext] = [.pane, .pageList]

  /// Where digits mean nothing else.
  private static let lists: [KeyContext] = [
    .linkMap, .linkList, .cardList, .changeList, .problemList, .questionList,
  ]

  /// What is only read: Space and `b` leaf through it, as in a pager.
  private static let leafed: [KeyContext] = [.cardInfo, .help]

  /// Where digits choose a view.
  private static let figures: [KeyContext] = [.statistics]

  /// Rows that all stand in sight.
  private static let answers: [KeyContext] = [
    .choice, .several, .matching, .ordering, .misses,
  ]

  /// Text alone, between keys that rate, decide or lead on.
  private static let texts: [KeyContext] = [
    .prompt, .reveal, .reflection, .waiting, .summary, .verdict, .typedVerdict, .score, .cardFace,
    .cardBack, .identityQuestion,
  ]
}
