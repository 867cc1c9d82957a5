extension Theme {
  /// The themes that need no file, the default first.
  public static let builtIn: [Theme] = [
    .terminal, .dark, .light, .highContrast, .eight, .monochrome,
  ]

  public static func named(_ name: String) -> Theme? { builtIn.first { $0.name == name } }

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

  /// Quiet colours on a dark ground of its own.
  public static let dark = Theme(
    "dark",
    [
      .text: Style(.hex(0xD8DEE9), on: .hex(0x1B1F27)),
      .muted: Style(.hex(0x8A94A6)),
      .title: Style(.hex(0xF2F4F8), .bold),
      .heading: Style(.hex(0x7CC7E8), .bold),
      .accent: Style(.hex(0x7CC7E8)),
      .border: Style(.hex(0x566074)),
      .borderFocused: Style(.hex(0x7CC7E8), .bold),
      .good: Style(.hex(0x8FD18A)),
      .warning: Style(.hex(0xE8C268)),
      .bad: Style(.hex(0xF08A8A)),
      .link: Style(.hex(0x93B4F5), .underline),
      .missing: Style(.hex(0xF08A8A), .italic),
      .code: Style(.hex(0xD6A8E8)),
      .highlight: Style(.hex(0x1B1F27), on: .hex(0xE8C268)),
      .key: Style(.hex(0x7CC7E8), on: .hex(0x272D38), .bold),
      .footer: Style(.hex(0xB6BECC), on: .hex(0x272D38)),
      .selection: Style(.hex(0xF2F4F8), on: .hex(0x345070)),
    ])

  /// Quiet colours on a light ground of its own.
  public static let light = Theme(
    "light",
    [
      .text: Style(.hex(0x24292F), on: .hex(0xFBFAF7)),
      .muted: Style(.hex(0x656D76)),
      .title: Style(.hex(0x101418), .bold),
      .heading: Style(.hex(0x0A5C86), .bold),
      .accent: Style(.hex(0x0A5C86)),
      .border: Style(.hex(0x8C959F)),
      .borderFocused: Style(.hex(0x0A5C86), .bold),
      .good: Style(.hex(0x1A6B2D)),
      .warning: Style(.hex(0x7A5200)),
      .bad: Style(.hex(0xB3261E)),
      .link: Style(.hex(0x1F4FB8), .underline),
      .missing: Style(.hex(0xB3261E), .italic),
      .code: Style(.hex(0x7B2D8E)),
      .highlight: Style(.hex(0x24292F), on: .hex(0xFFE38A)),
      .key: Style(.hex(0x0A5C86), on: .hex(0xECEAE4), .bold),
      .footer: Style(.hex(0x3D444D), on: .hex(0xECEAE4)),
      .selection: Style(.hex(0x101418), on: .hex(0xC5DDF2)),
    ])

  /// White and the brightest colours on black.
  public static let highContrast = Theme(
    "high-contrast",
    [
      .text: Style(.hex(0xFFFFFF), on: .hex(0x000000)),
      .muted: Style(.hex(0xE0E0E0)),
      .title: Style(nil, .bold),
      .heading: Style(.hex(0x00FFFF), .bold),
      .accent: Style(.hex(0x00FFFF), .bold),
      .border: Style(.hex(0xFFFFFF)),
      .borderFocused: Style(.hex(0xFFFF00), .bold),
      .good: Style(.hex(0x00FF00), .bold),
      .warning: Style(.hex(0xFFFF00), .bold),
      .bad: Style(.hex(0xFF9C9C), .bold),
      .link: Style(.hex(0x9CCBFF), [.bold, .underline]),
      .missing: Style(.hex(0xFF9C9C), [.bold, .italic]),
      .code: Style(.hex(0xFFB3FF)),
      .highlight: Style(.hex(0x000000), on: .hex(0xFFFF00), .bold),
      .key: Style(.hex(0x000000), on: .hex(0xFFFFFF), .bold),
      .footer: Style(.hex(0xFFFFFF)),
      .selection: Style(.hex(0x000000), on: .hex(0x00FFFF), .bold),
    ])

  /// For terminals with 8 colours: no bright ones, so bold and dim do their work.
  public static let eight = Theme(
    "eight",
    [
      .muted: Style(nil, .dim),
      .title: Style(nil, .bold),
      .heading: Style(.indexed(6), .bold),
      .accent: Style(.indexed(6)),
      .borderFocused: Style(.indexed(6), .bold),
      .good: Style(.indexed(2)),
      .warning: Style(.indexed(3)),
      .bad: Style(.indexed(1)),
      .link: Style(.indexed(6), .underline),
      .missing: Style(.indexed(1)),
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
