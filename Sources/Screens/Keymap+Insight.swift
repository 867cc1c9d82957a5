// The key table, room by room: statistics, cards and what happened to them, open questions.
extension Keymap {
  static let insight: [Binding] = [
    Binding(
      .search, "/", "Search pages, facts, cards and text",
      in: .questionList, .statistics, .linkMap, .linkList, .cardList, .changeList, .problemList),
    Binding(.nextBoard, "tab right l ]", "The next view", short: "view", in: .statistics),
    Binding(.previousBoard, "shift-tab left h [", "The view before", in: .statistics),
    Binding(.period, "p", "30 days, a year, all time", short: "period", in: .statistics),
    Binding(.scope, "v", "Of the page, or of the vault", short: "page or vault", in: .statistics),
    Binding(.open, "enter", "Open the page; the card of a leech", in: .statistics),
    Binding(.info, "i", "The history of the leech", in: .statistics),
    Binding(.edit, "e", "Open the note at the leech in $EDITOR", in: .statistics),
    Binding(.choose1, "1", "At a glance, and the year", in: .statistics),
    Binding(.choose2, "2", "What falls due", in: .statistics),
    Binding(.choose3, "3", "Answers and minutes a day", in: .statistics),
    Binding(.choose4, "4", "What was recalled", in: .statistics),
    Binding(.choose5, "5", "Stability and difficulty", in: .statistics),
    Binding(.choose6, "6", "Forecast and outcome", in: .statistics),
    Binding(.choose7, "7", "Quiz scores", in: .statistics),
    Binding(.choose8, "8", "How well pages are known", in: .statistics),
    Binding(.choose9, "9", "Leeches", in: .statistics),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .cardInfo),
    Binding(.info, "i", "Back", in: .cardInfo),
    Binding(
      .nextBoard, "tab right l n", "The next card of the item", short: "next card", in: .cardInfos),
    Binding(.previousBoard, "shift-tab left h N", "The card before", in: .cardInfos),
    Binding(.position, "p", "Write a new position", short: "write position", in: .questionList),
    Binding(
      .resolve, "a", "It has an answer: propose a Key Fact", short: "answered", in: .questionList),
    Binding(.reopen, "u", "Ask an answered question again", short: "ask again", in: .questionList),
    Binding(.open, "enter", "Open its page", short: "page", in: .questionList),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .questionList),
    Binding(.info, "i", "The card's history", in: .questionList),
    Binding(.submit, "enter", "Go on with this line", short: "go on", in: .proposal),
    Binding(.cancel, "esc", "Leave; nothing is changed", short: "leave", in: .proposal),
    Binding(
      .submit, "enter", "The question is answered; I write the line myself",
      short: "answered", in: .proposed),
    Binding(
      .writeFact, "w", "Have the line written under the page's Key Facts", short: "write it",
      in: .proposed),
    Binding(.cancel, "esc", "Back to the line", short: "back", in: .proposed),
    Binding(.confirm, "y", "Yes, write it", short: "yes, write it", in: .confirmation),
    Binding(.cancel, "n esc", "No", short: "no", in: .confirmation),
    Binding(.open, "enter", "The card as it will be asked", short: "ask", in: .cardList),
    Binding(
      .nextBoard, "tab right l ]", "Only the next kind of card", short: "filter", in: .cardList),
    Binding(.previousBoard, "shift-tab left h [", "Only the kind before", in: .cardList),
    Binding(.reveal, "space enter", "Show the answer", short: "show answer", in: .cardFace),
    Binding(.reveal, "space enter", "Hide the answer", short: "hide answer", in: .cardBack),
    Binding(
      .nextBoard, "tab right l n", "The next card", short: "next", in: .cardFace, .cardBack),
    Binding(.previousBoard, "shift-tab left h N", "The card before", in: .cardFace, .cardBack),
    Binding(
      .toggleCard, "x", "Turn the card off, and on again", short: "off/on", in: .cardSwitches),
    Binding(
      .toggleItem, "X", "The same with all cards of the line", short: "line", in: .cardSwitches),
    Binding(
      .toggleKind, "o", "The same with its kind on this page", short: "kind",
      in: .cardSwitches),
    Binding(
      .toggleVaultKind, "O", "The same with its kind in the vault", in: .cardSwitches),
    Binding(.suspend, "@", "Suspend the card, and take it up again", in: .cardSwitches),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .cardSwitches),
    Binding(
      .info, "i", "The card's history and forgetting curve", short: "info", in: .cardSwitches),
    Binding(
      .open, "enter", "Open the page at the line; answer a question", short: "open", in: .changeList
    ),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .changeList),
    Binding(.info, "i", "The card's history", short: "info", in: .changeList),
    Binding(
      .everything, "a", "All changes of the last 90 days, or those since last time", short: "all",
      in: .changeList),
    Binding(.open, "enter", "Open the page at the line", short: "open", in: .problemList),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .problemList),
    Binding(
      .sameCard, "y", "It is the same card: the history goes on", short: "the same",
      in: .identityQuestion),
    Binding(
      .newCard, "n", "None of them: it is a new card", short: "new",
      in: .identityQuestion),
    Binding(
      .nextBoard, "tab right l", "The next known card it may be", short: "next",
      in: .identityQuestion),
    Binding(.previousBoard, "shift-tab left h", "The one before", in: .identityQuestion),
    Binding(
      .edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .identityQuestion),
  ]
}
