// The key table, room by room: reviews.
extension Keymap {
  static let reviewing: [Binding] = [
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
      .suspend, "@", "Suspend: not until you take it up again",
      short: "suspend", in: .prompt, .reveal,
      .reflection),
    Binding(.mark, "*", "Mark, and unmark", short: "mark", in: .prompt, .reveal, .reflection),
    Binding(.submit, "enter", "Keep what you wrote", short: "keep", in: .position),
    Binding(.cancel, "esc", "Leave the field; the text stays", short: "leave", in: .position),
    Binding(.next, "enter", "Done", short: "done", in: .summary),
  ]
}
