/// The two themes that need no file: what the program falls back on. All others are files, those that
/// come along in `Assets/themes` and the user's own.
extension Theme {
  /// Follows the terminal's own 16 colours, so that it suits dark and light ones alike.
  public static let terminal = Theme(
    "terminal",
    [
      .muted: Style(.indexed(8)),
      .title: Style(nil, .bold),
      .heading: Style(.indexed(6), .bold),
      .accent: Style(.indexed(6)),
      .border: Style(.indexed(8)),
      .borderFocused: Style(.indexed(6), .bold),
      .good: Style(.indexed(2)),
      .warning: Style(.indexed(3)),
      .bad: Style(.indexed(1)),
      .link: Style(.indexed(4), .underline),
      .missing: Style(.indexed(1), .italic),
      .code: Style(.indexed(5)),
      .highlight: Style(.indexed(0), on: .indexed(3)),
      .key: Style(.indexed(6), .bold),
      .selection: Style(nil, .reverse),
    ])

  /// No colours at all, for `NO_COLOR` and terminals that have none.
  public static let monochrome = Theme(
    "monochrome",
    [
      .muted: Style(nil, .dim),
      .title: Style(nil, .bold),
      .heading: Style(nil, .bold),
      .accent: Style(nil, .bold),
      .borderFocused: Style(nil, .bold),
      .warning: Style(nil, .bold),
      .bad: Style(nil, [.bold, .underline]),
      .link: Style(nil, .underline),
      .missing: Style(nil, [.dim, .underline]),
      .highlight: Style(nil, .reverse),
      .key: Style(nil, .bold),
      .selection: Style(nil, .reverse),
    ])
}

extension Style {
  fileprivate init(_ foreground: Colour?, _ attributes: Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}
