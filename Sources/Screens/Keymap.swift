import Surface

/// One row of the key table: what the footer, the help screen and the documentation say comes
/// from here, and so does what the keys do.
public struct Binding: Sendable {
  public var action: Action
  public var keys: [Key]
  /// A sentence for the help screen.
  public var help: String
  /// A word or two for the footer; nil keeps it out of there.
  public var short: String?
  public var contexts: [KeyContext]

  init(
    _ action: Action, _ keys: String, _ help: String, short: String? = nil,
    in contexts: KeyContext...
  ) {
    self.action = action
    self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    self.help = help
    self.short = short
    self.contexts = contexts
  }

  /// Gives it other keys. Where letters are typed into a field they stay letters: there a binding
  /// that would be left without any other key keeps those it has.
  mutating func rebind(to keys: [Key]) {
    guard contexts.allSatisfy(\.isField) else { return self.keys = keys }
    let usable = keys.filter { $0.text == nil }
    if !usable.isEmpty { self.keys = usable }
  }
}

/// The key table.
public struct Keymap: Sendable {
  public internal(set) var bindings: [Binding]
  /// What each key does in each context, out of the bindings.
  private(set) var actions: [KeyContext: [Key: Action]] = [:]

  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    index()
  }

  mutating func index() {
    actions = [:]
    for binding in bindings {
      for context in binding.contexts {
        for key in binding.keys where actions[context]?[key] == nil {
          actions[context, default: [:]][key] = binding.action
        }
      }
    }
  }

  /// What a key does where `contexts` apply, the most particular first; nil when nothing.
  public func action(for key: Key, in contexts: [KeyContext]) -> Action? {
    for context in contexts {
      if let action = actions[context]?[key] { return action }
    }
    return nil
  }

  /// The bindings that apply, each action once, the most particular context first, with those of
  /// their keys that mean nothing else there.
  public func bindings(in contexts: [KeyContext]) -> [Binding] {
    var seen: Set<Action> = []
    return contexts.flatMap { context in
      bindings.filter { $0.contexts.contains(context) && seen.insert($0.action).inserted }
    }.map { binding in
      var binding = binding
      binding.keys.removeAll { action(for: $0, in: contexts) != binding.action }
      return binding
    }
  }

  /// The shortest key of an action as people read it: of `Space 3 Enter` the `3`.
  public func shortLabel(of action: Action, in context: KeyContext) -> String {
    let binding = bindings.first { $0.action == action && $0.contexts.contains(context) }
    return binding?.keys.map(\.label).min { $0.count < $1.count } ?? ""
  }

  /// The same table with one more key for an action, before all others where it applies: so that the
  /// palette can do what has lost its key.
  func adding(_ key: Key, for action: Action, in contexts: [KeyContext]) -> Keymap {
    var result = self
    guard let first = contexts.first else { return result }
    result.actions[first, default: [:]][key] = action
    return result
  }
}

extension Keymap {
  /// The keys as they come.
  public static let standard = Keymap([
    Binding(
      .up, "up k", "Move up",
      in: .pane, .pageList, .choice, .several, .matching, .ordering, .help, .summary, .score,
      .misses),
    Binding(
      .down, "down j", "Move down",
      in: .pane, .pageList, .choice, .several, .matching, .ordering, .help, .summary, .score,
      .misses),
    Binding(.up, "up k shift-tab", "The cell before", in: .cells),
    Binding(.down, "down j tab", "The next cell", in: .cells),
    Binding(.up, "up k", "The row above", in: .quizSetup),
    Binding(.down, "down j tab", "The row below", in: .quizSetup),
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
    Binding(.panes, "p", "The first board: tables, definitions, connections", in: .pane),
    Binding(.zoom, "z space", "Zoom the pane, and back", short: "zoom", in: .pane),
    Binding(.back, "backspace b", "Walk back", short: "walk back", in: .walked),
    Binding(.forward, "w", "Walk forward again", in: .pane),
    Binding(.pages, "v", "The pages of the vault", short: "pages", in: .pane),
    Binding(.find, "g", "Go to a page as you type", short: "go to", in: .pane, .pageList),
    Binding(
      .search, "/", "Search pages, facts, cards and text", short: "search",
      in: .pane, .pageList),
    Binding(.search, "/", "Search pages, facts, cards and text", in: .questionList, .statistics),
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
    Binding(.pageDown, "pagedown ctrl-d ctrl-f", "A screenful down", in: .pane, .pageList, .help),
    Binding(.pageUp, "pageup ctrl-u ctrl-b", "A screenful up", in: .pane, .pageList, .help),
    Binding(.top, "home <", "The first row", in: .pane, .pageList, .help),
    Binding(.bottom, "end > G", "The last row", in: .pane, .pageList, .help),

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
    Binding(.nextHeading, "}", "The next heading", short: "heading", in: .reading),
    Binding(.previousHeading, "{", "The heading before", in: .reading),

    Binding(
      .order, "o", "By folder, name, what is due, how well it is known, change", short: "order",
      in: .pageList),
    Binding(.fold, "space", "Fold the folder, and unfold it", in: .pageList),
    Binding(.foldAll, "z", "Fold all folders, and unfold them", in: .pageList),
    Binding(.left, "left h", "Fold the folder, or go up to it", in: .pageList),
    Binding(.edit, "e", "Open the note in $EDITOR", in: .pageList),
    Binding(.links, "m", "The links around the page, missing pages, orphans", in: .pane),
    Binding(
      .links, "m", "The links around the page, missing pages, orphans", short: "links",
      in: .pageList),

    Binding(
      .open, "enter", "Put the page in the middle; in the middle, open it", short: "go there",
      in: .linkMap),
    Binding(.openPage, "o", "Open the page in panes", short: "open", in: .linkMap),
    Binding(.fold, "space", "What lies behind the page", short: "unfold", in: .linkMap),
    Binding(.back, "backspace b", "Back to the page before", short: "walk back", in: .linkMap),
    Binding(.left, "left h", "The column to the left", in: .linkMap),
    Binding(.right, "right l", "The column to the right", in: .linkMap),
    Binding(.up, "up k", "Move up", in: .linkMap, .linkList),
    Binding(.down, "down j", "Move down", in: .linkMap, .linkList),
    Binding(.pageDown, "pagedown ctrl-d ctrl-f", "A screenful down", in: .linkMap, .linkList),
    Binding(.pageUp, "pageup ctrl-u ctrl-b", "A screenful up", in: .linkMap, .linkList),
    Binding(.top, "home <", "The first row", in: .linkMap, .linkList),
    Binding(.bottom, "end > G", "The last row", in: .linkMap, .linkList),
    Binding(
      .open, "enter o", "Open the page that has the link, or the orphan", short: "open",
      in: .linkList),
    Binding(
      .edit, "e", "Open the note at the link in $EDITOR", short: "edit", in: .linkMap, .linkList),
    Binding(
      .nextBoard, "tab ]", "Links, missing pages, orphans", short: "view", in: .linkMap, .linkList),
    Binding(.previousBoard, "shift-tab [", "The view before", in: .linkMap, .linkList),

    Binding(.up, "up ctrl-p", "Move up", in: .filter, .palette),
    Binding(.down, "down ctrl-n", "Move down", in: .filter, .palette),
    Binding(.open, "enter", "Go to the page", short: "go", in: .filter),
    Binding(.cancel, "esc", "Leave the filter", short: "leave", in: .filter),

    Binding(.up, "up ctrl-p", "Move up", in: .search),
    Binding(.down, "down ctrl-n", "Move down", in: .search),
    Binding(.pageUp, "pageup", "A screenful up", in: .search),
    Binding(.pageDown, "pagedown", "A screenful down", in: .search),
    Binding(.open, "enter", "Go to what is found", short: "go", in: .search),
    Binding(
      .nextBoard, "tab", "Everything, pages, facts, cards or text only", short: "narrow",
      in: .search),
    Binding(.previousBoard, "shift-tab", "The same, the other way round", in: .search),
    Binding(.edit, "ctrl-o", "Open the note at its line in $EDITOR", short: "edit", in: .search),
    Binding(.help, "f1", "All keys that work here", short: "help", in: .search),
    Binding(.cancel, "esc", "Leave the search", short: "leave", in: .search),

    Binding(.reveal, "space enter", "Show the answer", short: "show answer", in: .prompt),
    Binding(.reveal, "space enter", "Go on to the ratings", short: "go on", in: .reflection),
    Binding(.position, "p", "Write your position", short: "write position", in: .reflection),
    Binding(.again, "1", "Again: I did not know it", in: .reveal),
    Binding(.hard, "2", "Hard: I knew it with effort", in: .reveal),
    Binding(.good, "space 3 enter", "Good: I knew it", short: "good", in: .reveal),
    Binding(.easy, "4", "Easy: I knew it at once", in: .reveal),
    Binding(
      .undo, "u", "Take back the last answer", short: "undo", in: .prompt, .reveal, .reflection,
      .waiting, .summary),
    Binding(
      .edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .prompt, .reveal,
      .reflection),
    Binding(
      .info, "i", "The card's history and forgetting curve", short: "info", in: .prompt, .reveal,
      .reflection),
    Binding(
      .bury, "-", "Bury: not today", short: "bury", in: .prompt, .reveal, .reflection),
    Binding(
      .suspend, "@", "Suspend: not until you say so", short: "suspend", in: .prompt, .reveal,
      .reflection),
    Binding(.mark, "*", "Mark, and unmark", short: "mark", in: .prompt, .reveal, .reflection),
    Binding(
      .up, "up k pageup", "Scroll up", in: .prompt, .reveal, .reflection, .verdict, .typedVerdict),
    Binding(
      .down, "down j pagedown", "Scroll down", in: .prompt, .reveal, .reflection, .verdict,
      .typedVerdict),
    Binding(.submit, "enter", "Keep what you wrote", short: "keep", in: .position),
    Binding(.cancel, "esc", "Leave the field; the text stays", short: "leave", in: .position),

    Binding(
      .choose1, "1 a", "Mark the first choice; again: that is it", short: "to 6, a to f: mark",
      in: .choice),
    Binding(.choose2, "2 b", "The second choice", in: .choice),
    Binding(.choose3, "3 c", "The third choice", in: .choice),
    Binding(.choose4, "4 d", "The fourth choice", in: .choice),
    Binding(.choose5, "5 e", "The fifth choice", in: .choice),
    Binding(.choose6, "6 f", "The sixth choice", in: .choice),
    Binding(.submit, "enter space", "Choose the row", short: "choose", in: .choice),
    Binding(
      .quit, "esc q", "Leave the quiz; it can be taken up again", short: "leave",
      in: .choice, .several, .matching, .ordering, .cells),
    Binding(.toggle, "space", "Choose the row, or not", short: "choose", in: .several),
    Binding(
      .choose1, "1 a", "Choose the first, or not", short: "to 6, a to f: choose", in: .several),
    Binding(.choose2, "2 b", "The second", in: .several),
    Binding(.choose3, "3 c", "The third", in: .several),
    Binding(.choose4, "4 d", "The fourth", in: .several),
    Binding(.choose5, "5 e", "The fifth", in: .several),
    Binding(.choose6, "6 f", "The sixth", in: .several),
    Binding(
      .submit, "enter", "Give your answer", short: "answer",
      in: .several, .matching, .ordering, .cells, .typing),
    Binding(.choose1, "1", "Go to the first row", in: .matching, .cells),
    Binding(.choose2, "2", "The second row", in: .matching, .cells),
    Binding(.choose3, "3", "The third row", in: .matching, .cells),
    Binding(.choose4, "4", "The fourth row", in: .matching, .cells),
    Binding(.choose5, "5", "The fifth row", in: .matching, .cells),
    Binding(.choose6, "6", "The sixth row", in: .matching, .cells),
    Binding(.partner1, "a", "Give the row partner a", short: "to f: match", in: .matching),
    Binding(.partner1, "a", "Put a into the cell", short: "to f: fill", in: .cells),
    Binding(.partner2, "b", "The same with b", in: .matching, .cells),
    Binding(.partner3, "c", "The same with c", in: .matching, .cells),
    Binding(.partner4, "d", "The same with d", in: .matching, .cells),
    Binding(.partner5, "e", "The same with e", in: .matching, .cells),
    Binding(.partner6, "f", "The same with f", in: .matching, .cells),
    Binding(
      .right, "right", "The next one that is free", short: "next free", in: .matching, .cells),
    Binding(.left, "left", "The free one before", in: .matching, .cells),
    Binding(.clear, "backspace delete", "Take it off the row", in: .matching, .cells),
    Binding(.lift, "space", "Lift the row, and set it down", short: "lift", in: .ordering),
    Binding(.shiftUp, "K shift-up", "Move the row up", short: "move up", in: .ordering),
    Binding(.shiftDown, "J shift-down", "Move the row down", short: "move down", in: .ordering),
    Binding(
      .undo, "u", "Take back the last change", short: "undo",
      in: .several, .matching, .ordering, .cells),
    Binding(
      .submit, "enter", "The next cell; at the last, give your answer", short: "next cell",
      in: .typingCells),
    Binding(.down, "tab down", "The next cell", in: .typingCells),
    Binding(.up, "shift-tab up", "The cell before", short: "cell before", in: .typingCells),
    Binding(
      .submit, "enter", "Add it to the list; with an empty field, give your answer",
      short: "add, or answer", in: .listing),
    Binding(.undo, "up", "Take the last one back into the field", short: "take back", in: .listing),
    Binding(
      .cancel, "esc", "Leave the quiz; it can be taken up again", short: "leave",
      in: .typing, .typingCells, .listing),
    Binding(.next, "enter space", "The next question", short: "next", in: .verdict, .typedVerdict),
    Binding(.wasRight, "y", "I was right", short: "I was right", in: .typedVerdict),
    Binding(.wasWrong, "x", "I was wrong", short: "I was wrong", in: .typedVerdict),
    Binding(.open, "enter", "Open the page there", short: "page", in: .misses),
    Binding(.sendMiss, "r", "Into today's review", short: "review", in: .misses),
    Binding(
      .sendMisses, "a", "All that was missed into today's review", short: "review all",
      in: .misses),
    Binding(.edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .misses),

    Binding(.left, "left h", "The choice before", in: .quizSetup),
    Binding(.right, "right l space", "The next choice", short: "change", in: .quizSetup),
    Binding(.submit, "enter", "Start the quiz", short: "start", in: .quizSetup, .quizWords),
    Binding(.up, "up", "The row above", in: .quizWords),
    Binding(.down, "down tab", "The row below", in: .quizWords),
    Binding(.cancel, "esc", "Back", short: "back", in: .quizWords),
    Binding(.resume, "c enter", "Go on with it", short: "go on", in: .leftQuiz),
    Binding(.startNew, "n", "A new one; the other ends as it is", short: "new one", in: .leftQuiz),

    Binding(.next, "enter space", "Done", short: "done", in: .summary, .score),

    Binding(.up, "up k", "Move up", in: .statistics, .cardInfo, .questionList),
    Binding(.down, "down j", "Move down", in: .statistics, .cardInfo, .questionList),
    Binding(
      .pageDown, "pagedown ctrl-d ctrl-f", "A screenful down",
      in: .statistics, .cardInfo, .questionList),
    Binding(
      .pageUp, "pageup ctrl-u ctrl-b", "A screenful up", in: .statistics, .cardInfo, .questionList),
    Binding(.top, "home <", "To the top", in: .statistics, .cardInfo, .questionList),
    Binding(.bottom, "end > G", "To the end", in: .statistics, .cardInfo, .questionList),
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

    Binding(.cards, "C", "The cards that the page gives, and their switches", in: .pane, .pageList),
    Binding(.changes, "D", "What changed in the cards since last time", in: .pane, .pageList),
    Binding(.up, "up k", "Move up", in: .cardList, .changeList),
    Binding(.down, "down j", "Move down", in: .cardList, .changeList),
    Binding(
      .pageDown, "pagedown ctrl-d ctrl-f", "A screenful down", in: .cardList, .changeList),
    Binding(.pageUp, "pageup ctrl-u ctrl-b", "A screenful up", in: .cardList, .changeList),
    Binding(.top, "home <", "To the top", in: .cardList, .changeList),
    Binding(.bottom, "end > G", "To the end", in: .cardList, .changeList),
    Binding(.open, "enter", "The card as it will be asked", short: "ask", in: .cardList),
    Binding(
      .nextBoard, "tab right l ]", "Only the next kind of card", short: "filter", in: .cardList),
    Binding(.previousBoard, "shift-tab left h [", "Only the kind before", in: .cardList),
    Binding(.reveal, "space enter", "Show the answer", short: "show answer", in: .cardFace),
    Binding(.reveal, "space enter", "Hide the answer", short: "hide answer", in: .cardBack),
    Binding(.up, "up k pageup", "Scroll up", in: .cardFace, .cardBack),
    Binding(.down, "down j pagedown", "Scroll down", in: .cardFace, .cardBack),
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
    Binding(.up, "up k", "Scroll up", in: .identityQuestion),
    Binding(.down, "down j", "Scroll down", in: .identityQuestion),
    Binding(
      .edit, "e", "Open the note at its line in $EDITOR", short: "edit", in: .identityQuestion),

    Binding(.pageDown, "pagedown ctrl-f", "A screenful down", in: .palette),
    Binding(.pageUp, "pageup ctrl-b", "A screenful up", in: .palette),
    Binding(.submit, "enter", "Do it", short: "do it", in: .palette),
    Binding(.cancel, "esc", "Leave the palette", short: "leave", in: .palette),

    Binding(.up, "up k", "The theme before", in: .themes),
    Binding(.down, "down j T", "The next theme", short: "next", in: .themes),
    Binding(.submit, "enter space", "Keep these colours", short: "keep", in: .themes),
    Binding(.quit, "q esc", "Leave the colours as they were", short: "leave", in: .themes),

    Binding(.palette, ":", "Find any action by its name", short: "actions", in: .everywhere),
    Binding(.theme, "T", "Choose the colours", in: .everywhere),
    Binding(.help, "? f1", "All keys that work here", short: "help", in: .everywhere),
    Binding(.quit, "q esc", "Back; from the first screen, leave", short: "back", in: .everywhere),
  ])
}
