// The key table, room by room: quizzes, from setting one up to its score.
extension Keymap {
  static let quizzes: [Binding] = [
    Binding(
      .up, "up k", "Move up",
      in: .choice, .several, .matching, .ordering, .score, .misses),
    Binding(
      .down, "down j", "Move down",
      in: .choice, .several, .matching, .ordering, .score, .misses),
    Binding(.up, "up k shift-tab", "The cell before", in: .cells),
    Binding(.down, "down j tab", "The next cell", in: .cells),
    Binding(.up, "up k", "The row above", in: .quizSetup),
    Binding(
      .up, "up k pageup", "Scroll up", in: .verdict, .typedVerdict),
    Binding(
      .down, "down j pagedown", "Scroll down", in: .verdict, .typedVerdict),
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
      short: "add/answer", in: .listing),
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
    Binding(.submit, "enter", "Start the quiz", short: "start", in: .quizSetup, .quizWords),
    Binding(.left, "left h", "The choice before", in: .quizSetup),
    Binding(.right, "right l space", "The next choice", short: "change", in: .quizSetup),
    Binding(.down, "down j tab", "The row below", short: "row", in: .quizSetup),
    Binding(.up, "up", "The row above", in: .quizWords),
    Binding(.down, "down tab", "The row below", in: .quizWords),
    Binding(.cancel, "esc", "Back", short: "back", in: .quizWords),
    Binding(.resume, "c enter", "Go on with it", short: "go on", in: .leftQuiz),
    Binding(.startNew, "n", "A new one; the other ends as it is", short: "new one", in: .leftQuiz),
    Binding(.next, "enter", "Done", short: "done", in: .score),
  ]
}
