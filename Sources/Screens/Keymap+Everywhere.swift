// The key table, room by room: what is the same everywhere, and the screens that lie over others.
extension Keymap {
  static let everywhere: [Binding] = [
    Binding(.up, "up ctrl-p", "Move up", in: .palette),
    Binding(.down, "down ctrl-n", "Move down", in: .palette),
    Binding(.pageDown, "pagedown ctrl-f", "A screenful down", in: .palette),
    Binding(.pageUp, "pageup ctrl-b", "A screenful up", in: .palette),
    Binding(.submit, "enter", "Do it", short: "do it", in: .palette),
    Binding(.cancel, "esc", "Leave the palette", short: "leave", in: .palette),

    Binding(.up, "up k", "The theme before", in: .themes),
    Binding(.down, "down j T", "The next theme", short: "next", in: .themes),
    Binding(.submit, "enter space", "Keep these colours", short: "keep", in: .themes),
    Binding(.quit, "q esc", "Leave the colours as they were", short: "leave", in: .themes),

    // Among hundreds of keys one is looked for by name.
    Binding(.palette, "/", "Find a key by what it does", short: "find", in: .help),
    Binding(.palette, ":", "Find any action by its name", short: "actions", in: .everywhere),
    Binding(.theme, "T", "Choose the colours", in: .everywhere),
    Binding(
      .help, "? f1", "All keys that work here, and what the signs mean", short: "help",
      in: .everywhere),
    // Where text is typed, and before a note is written into, `?` is no command.
    Binding(
      .help, "f1", "All keys that work here, and what the signs mean", short: "help",
      in: .filter, .finding, .search, .position, .typing, .typingCells, .listing, .quizWords,
      .proposal,
      .proposed, .confirmation, .palette),
    Binding(
      .redraw, "ctrl-l", "Draw everything anew, where something else has written on the screen",
      in: .everywhere, .filter, .finding, .search, .position, .typing, .typingCells, .listing,
      .quizWords,
      .proposal, .proposed, .confirmation, .palette),
    Binding(
      .quit, "q esc", "Back; from the first screen, leave (Esc only says how)", short: "back",
      in: .everywhere),
  ]
}
