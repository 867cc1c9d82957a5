import Support
import Surface
import Testing

@testable import Screens

/// What holds for every screen, whatever the notes say and however large the window is.
@Suite struct EveryScreenTests {
  /// Sizes from nothing to a large window: all small ones near each other, the rest sampled.
  private static func sizes(seed: UInt64) -> [Size] {
    var random = RandomText(seed: seed)
    var sizes = [
      Size(columns: 1, rows: 1), Size(columns: 30, rows: 8), Size(columns: 29, rows: 8),
      Size(columns: 40, rows: 12), Size(columns: 60, rows: 16), Size(columns: 80, rows: 24),
      Size(columns: 220, rows: 70), Size(columns: 220, rows: 8), Size(columns: 30, rows: 70),
    ]
    for _ in 0..<6 {
      sizes.append(Size(columns: 1 + random.next(below: 40), rows: 1 + random.next(below: 14)))
      sizes.append(Size(columns: 30 + random.next(below: 191), rows: 8 + random.next(below: 63)))
    }
    return sizes
  }

  /// A few of the sizes for each state, others for the next one, so that all meet all in the end.
  private static func sizes(seed: UInt64, state: Int) -> [Size] {
    sizes(seed: seed).enumerated().filter { ($0.offset + state) % 4 == 0 }.map(\.element)
  }

  /// Every cell holds one character of its width, and every row is exactly full.
  private func isWhole(_ surface: Surface) -> Bool {
    guard surface.cells.count == surface.size.columns * surface.size.rows else { return false }
    for y in 0..<surface.size.rows {
      var x = 0
      while x < surface.size.columns {
        let cell = surface[x, y]
        let width = TextWidth.of(cell.text)
        guard width == 1 || width == 2, Sanitizer.clean(cell.text) == cell.text else {
          return false
        }
        if width == 2 {
          guard x + 1 < surface.size.columns, surface[x + 1, y].isContinuation else { return false }
        }
        x += width
      }
      guard x == surface.size.columns else { return false }
    }
    return true
  }

  @Test(arguments: [UInt64(1), 2])
  func `At every size every row is exactly full`(seed: UInt64) throws {
    for (number, state) in try EveryScreen.all(seed: seed).enumerated() {
      for (index, size) in Self.sizes(seed: seed, state: number).enumerated() {
        var screen = state.screen
        _ = screen.receive(.resize(size), keymap: .standard)
        let look = Look(glyphs: index % 3 == 0 ? .ascii : .unicode)
        let surface = screen.render(size: size, look: look)
        #expect(surface.size == size, "\(state.name) \(size)")
        #expect(
          isWhole(surface), "\(state.name) \(size)\n\(surface.textLines().joined(separator: "\n"))")
        if let cursor = surface.cursor {
          #expect(
            Rect(size).contains(cursor), "\(state.name) \(size): the cursor is at \(cursor)")
        }
      }
    }
  }

  private static let signs: Set<String> = ["…", "█", "↓", "↑", "»", "«"]

  /// In a low window a field to write in stands without its frame, behind a pointer.
  private static let frameTitles: Set<Substring> = ["Your", "answer"]

  /// The words between header and footer.
  private func words(_ surface: Surface) -> Set<Substring> {
    Set(surface.textLines().dropFirst().dropLast().joined(separator: " ").split(separator: " "))
  }

  @Test func `What has no room is cut with a sign`() throws {
    for (number, state) in try EveryScreen.all(seed: 4).enumerated() {
      for size in Self.sizes(seed: 9, state: number)
      where size.columns >= Frame.minimum.columns && size.rows >= Frame.minimum.rows {
        var screen = state.screen
        let tall = Size(columns: size.columns, rows: 400)
        _ = screen.receive(.resize(tall), keymap: .standard)
        let all = words(screen.render(size: tall, look: Look()))
        screen = state.screen
        _ = screen.receive(.resize(size), keymap: .standard)
        let surface = screen.render(size: size, look: Look())
        // Longer words than these may be broken otherwise in a pane of another width.
        let missing = all.subtracting(words(surface)).filter { word in
          word.count < 8 && word.count { $0.isLetter } > 1 && !Self.frameTitles.contains(word)
        }
        guard !missing.isEmpty else { continue }
        let hasSign =
          surface.cells.contains { Self.signs.contains($0.text) }
          || surface.textLines()[1].contains { $0 == "/" }
        #expect(
          hasSign,
          "\(state.name) \(size): \(missing.sorted())\n\(surface.textLines().joined(separator: "\n"))"
        )
      }
    }
  }

  @Test func `The contexts of every screen are known to the check for conflicts`() throws {
    for state in try EveryScreen.all(seed: 1) {
      let contexts = state.screen.contexts
      let isKnown = KeyContext.together.contains { known in
        var rest = known[...]
        return contexts.allSatisfy { context in
          guard let at = rest.firstIndex(of: context) else { return false }
          rest = rest[(at + 1)...]
          return true
        }
      }
      #expect(isKnown, "\(state.name): \(contexts)")
    }
  }

  @Test func `What is pasted never does anything but fill a field`() throws {
    for state in try EveryScreen.all(seed: 1) {
      for text in ["q", "u\n4\n1", "@-*:Tq\n", "\u{1B}[A\r\n", "y", "w"] {
        var screen = state.screen
        let before = screen.contexts
        let effects = screen.receive(.paste(text), keymap: .standard).filter {
          if case .search = $0 { false } else { true }
        }
        #expect(effects.isEmpty, "\(state.name)")
        #expect(screen.contexts == before, "\(state.name)")
      }
    }
  }

  @Test func `Every screen that takes no text has help, actions and colours one key away`() throws {
    for state in try EveryScreen.all(seed: 1) {
      guard state.screen.contexts.contains(.everywhere) else { continue }
      var screen = state.screen
      let contexts = screen.contexts
      #expect(screen.press(":") == [.showPalette(contexts)], "\(state.name)")
      if !(screen is HelpScreen) {
        #expect(screen.press("?") == [.showHelp(contexts)], "\(state.name)")
      }
      if !(screen is ThemeScreen) { #expect(screen.press("T") == [.showThemes], "\(state.name)") }
    }
  }

  @Test func `Where text is typed a question mark is text, and F1 leads to help`() throws {
    var fields = 0
    for state in try EveryScreen.all(seed: 1) where state.screen.contexts.contains(where: \.isField)
    {
      fields += 1
      var screen = state.screen
      let contexts = screen.contexts
      #expect(screen.press("f1") == [.showHelp(contexts)], "\(state.name)")
      screen = state.screen
      let before = screen.render(size: Stage.standard, look: Look()).textLines()
      let effects = screen.press("?")
      #expect(!effects.contains(.showHelp(contexts)), "\(state.name)")
      let after = screen.render(size: Stage.standard, look: Look()).textLines()
      #expect(after != before, "\(state.name)")
    }
    #expect(fields >= 4)
  }

  @Test func `Scrolled to its end and resized, a screen still shows its end`() throws {
    for state in try EveryScreen.all(seed: 5) {
      var screen = state.screen
      let small = Size(columns: 50, rows: 10)
      _ = screen.receive(.resize(small), keymap: .standard)
      screen.press("end", "pagedown", "pagedown", "down")
      let large = Size(columns: 100, rows: 60)
      _ = screen.receive(.resize(large), keymap: .standard)
      let lines = screen.render(size: large, look: Look()).textLines()
      let body = lines.dropFirst().dropLast().filter { $0.contains { !" │┃█".contains($0) } }
      #expect(!body.isEmpty, "\(state.name)\n\(lines.joined(separator: "\n"))")
    }
  }

  /// A page keeps what it has written; nobody may see the difference.
  @Test func `What a page keeps of its rows is what it would write anew`() throws {
    var random = RandomText(seed: 6)
    let library = EveryScreen.nastyLibrary(&random)
    let keys = [
      "down", "tab", "right", "c", "space", "]", "t", "}", "tab", "end", "z", "q", "left", "f", "3",
    ]
    var size = Stage.standard
    var screen = try #require(PageScreen(library: library, page: "a", size: size))
    for turn in 0..<60 {
      screen.press(keys[random.next(below: keys.count)])
      if turn % 10 == 9 {
        size = Size(columns: 30 + random.next(below: 170), rows: 8 + random.next(below: 50))
        screen.resize(to: size)
      }
      let shown = screen.render(size: size, look: Look())
      _ = screen.handle(.refreshed(library), keymap: .standard)
      #expect(screen.render(size: size, look: Look()) == shown)
    }
  }
}
