// The key table, room by room: reading pages, walking through the vault, and finding one's way in it.
extension Keymap {
  static let reading: [Binding] = [
    Binding(.open, "enter", "Follow the connection; zoom elsewhere", short: "open", in: .pane),
    Binding(
      .open, "enter right l", "Open the page; fold a folder, and unfold it", short: "open",
      in: .pageList),
    Binding(.nextPane, "tab", "Go to the next pane", short: "pane", in: .pane),
    Binding(.facts, "f", "Key Facts", short: "facts", in: .pane),
    Binding(.questions, "o", "Open Questions", short: "questions", in: .pane),
    Binding(.review, "r", "Review what is due today", short: "review", in: .pane, .pageList),
    Binding(.reviewPage, "R", "Review this page only", in: .pane, .pageList),
    Binding(.quiz, "Q", "Set up a quiz; Enter starts it", short: "quiz", in: .pane, .pageList),
    Binding(
      .openQuestions, "O", "Open Questions with your positions over time", in: .pane, .pageList),
    Binding(
      .statistics, "s", "Statistics of the page, or of the vault", short: "statistics",
      in: .pane, .pageList),
    Binding(.info, "i", "The history and forgetting curve of the row's cards", in: .pane),
    Binding(.cover, "c", "Cover a column or the explanations", short: "cover", in: .pane),
    Binding(.text, "t", "The whole page as text", short: "text", in: .pane),
    Binding(
      .panes, "p", "The first board: tables, definitions, connections", short: "panes", in: .pane),
    Binding(.zoom, "z space", "Zoom the pane, and back", short: "zoom", in: .pane),
    Binding(.back, "b backspace", "Walk back", short: "walk back", in: .walked),
    Binding(.forward, "w", "Walk forward again", in: .pane),
    Binding(.pages, "v", "The pages of the vault", short: "pages", in: .pane),
    Binding(.find, "g", "Go to a page as you type", short: "go to", in: .pane, .pageList),
    Binding(
      .search, "/", "Search pages, facts, cards and text", short: "search",
      in: .pane, .pageList),
    Binding(.edit, "e", "Open the note at this line in $EDITOR", short: "edit", in: .pane),
    Binding(.undo, "u", "Take back the last answer", in: .pane),
    Binding(.previousPane, "shift-tab", "Go to the pane before", in: .pane),
    Binding(.nextBoard, "] n", "The next board", in: .pane),
    Binding(.previousBoard, "[ N", "The board before", in: .pane),
    Binding(.choose1, "1", "The first board", in: .pane),
    Binding(.choose2, "2", "The second board", in: .pane),
    Binding(.choose3, "3", "The third board", in: .pane),
    Binding(.choose4, "4", "The fourth board", in: .pane),
    Binding(.choose5, "5", "The fifth board", in: .pane),
    Binding(.choose6, "6", "The sixth board", in: .pane),
    Binding(.left, "left h", "Columns to the left, else the pane to the left", in: .pane),
    Binding(.right, "right l", "Columns to the right, else the pane to the right", in: .pane),

    Binding(
      .reveal, "space enter", "Show what is covered; then the next", short: "show", in: .covered),
    Binding(.again, "1", "Again: I did not know it", short: "again", in: .covered),
    Binding(.hard, "2", "Hard: I knew it with effort", short: "hard", in: .covered),
    Binding(.good, "3", "Good: I knew it", short: "good", in: .covered),
    Binding(.easy, "4", "Easy: I knew it at once", short: "easy", in: .covered),
    Binding(.right, "right l", "Cover the next column instead", short: "column", in: .covered),
    Binding(.left, "left h", "Cover the column before instead", in: .covered),
    Binding(
      .cover, "c", "Cover it again; all covered, lift the cover", short: "cover", in: .covered),
    Binding(.undo, "u", "Take back the last answer", short: "undo", in: .covered),
    Binding(.quit, "q esc", "Lift the cover", short: "lift", in: .covered),

    Binding(.nextPane, "tab", "The next link", short: "link", in: .reading),
    Binding(.previousPane, "shift-tab", "The link before", in: .reading),
    Binding(.open, "enter", "Follow the link; zoom elsewhere", short: "open", in: .reading),
    Binding(.findText, "F", "Find words in the text of the page", short: "find", in: .pane),
    Binding(.nextFound, "n", "The next place that has it", short: "next", in: .found),
    Binding(.previousFound, "N", "The place before", short: "before", in: .found),
    Binding(.cancel, "esc", "Done with what was found", short: "done", in: .found),
    Binding(
      .nextFound, "n", "The next place that the search found", short: "next hit", in: .searched),
    Binding(.previousFound, "N", "The place before that it found", in: .searched),
    Binding(.submit, "enter", "Stay there; n leads to the next place", short: "go", in: .finding),
    Binding(.down, "down ctrl-n", "The next place", short: "next", in: .finding),
    Binding(.up, "up ctrl-p", "The place before", in: .finding),
    Binding(.cancel, "esc", "Back to where you were", short: "back", in: .finding),
    // A pane of text alone has nothing to zoom, and a pager's reader presses Space.
    Binding(.pageDown, "space", "A screenful down", in: .reading),
    Binding(.nextHeading, "}", "The next heading", short: "heading", in: .reading),
    Binding(.previousHeading, "{", "The heading before", in: .reading),

    Binding(
      .order, "o", "By folder, name, what is due, how well it is known, change", short: "order",
      in: .pageList),
    Binding(.fold, "space", "Fold the folder, and unfold it", in: .pageList),
    Binding(.foldAll, "z", "Fold all folders, and unfold them", in: .pageList),
    Binding(.left, "left h", "Fold the folder, or go up to it", in: .pageList),
    Binding(.edit, "e", "Open the note in $EDITOR", in: .pageList),
    Binding(.links, "m", "The map of links around the page; missing pages, orphans", in: .pane),
    Binding(
      .links, "m", "The map of links around the page; missing pages, orphans", short: "links",
      in: .pageList),

    Binding(
      .open, "enter", "Put the page in the middle; in the middle, open it", short: "go there",
      in: .linkMap),
    Binding(.openPage, "o", "Open the page in panes", short: "open", in: .linkMap),
    Binding(.fold, "space", "What lies behind the page", short: "unfold", in: .linkMap),
    Binding(.back, "b backspace", "Back to the page before", short: "walk back", in: .linkMap),
    Binding(.left, "left h", "The column to the left", in: .linkMap),
    Binding(.right, "right l", "The column to the right", in: .linkMap),
    Binding(
      .open, "enter o", "Open the page that has the link, or the orphan", short: "open",
      in: .linkList),
    Binding(
      .edit, "e", "Open the note at the link in $EDITOR", short: "edit", in: .linkMap, .linkList),
    Binding(
      .nextBoard, "tab ]", "Links, missing pages, orphans", short: "view", in: .linkMap, .linkList),
    Binding(.previousBoard, "shift-tab [", "The view before", in: .linkMap, .linkList),

    Binding(.up, "up ctrl-p", "Move up", in: .filter),
    Binding(.down, "down ctrl-n", "Move down", in: .filter),
    Binding(.open, "enter", "Go to the page", short: "go", in: .filter),
    Binding(.cancel, "esc", "Leave the filter", short: "leave", in: .filter),

    Binding(.up, "up ctrl-p", "Move up", in: .search),
    Binding(.down, "down ctrl-n", "Move down", in: .search),
    Binding(.pageUp, "pageup", "A screenful up", in: .filter, .search),
    Binding(.pageDown, "pagedown", "A screenful down", in: .filter, .search),
    Binding(.open, "enter", "Go to what is found", short: "go", in: .search),
    Binding(
      .nextBoard, "tab", "Everything, pages, facts, cards or text only", short: "narrow",
      in: .search),
    Binding(.previousBoard, "shift-tab", "The same, the other way round", in: .search),
    Binding(.edit, "ctrl-o", "Open the note at its line in $EDITOR", short: "edit", in: .search),
    Binding(.cancel, "esc", "Leave the search", short: "leave", in: .search),

    Binding(.cards, "C", "The cards that the page gives, and their switches", in: .pane, .pageList),
    Binding(.changes, "D", "What changed in the cards since last time", in: .pane, .pageList),
    Binding(
      .problems, "P", "What is wrong with the notes, and what to do", short: "problems",
      in: .pane, .pageList),
  ]
}
