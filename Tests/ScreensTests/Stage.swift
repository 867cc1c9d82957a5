import Cards
import FSRS
import Foundation
import Notes
import Screens
import Study
import Surface

/// What the tests of screens show: the shipped page, or pages of a test's own, in a library.
enum Stage {
  static let shippedVault = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Decks").path

  static let standard = Size(columns: 80, rows: 24)

  static func shipped() throws -> Library { library(try Vault(at: shippedVault)) }

  /// A library of pages given as Markdown, by path.
  static func library(_ pages: [String: String]) -> Library {
    library(
      Vault(
        root: "/notes",
        pages: pages.sorted { $0.key < $1.key }.map { path, text in
          PageReader.read(bytes: Array(text.utf8), path: path, file: path + ".md")
        }))
  }

  private static func library(_ vault: Vault) -> Library {
    Library(
      vault: vault, name: "Decks",
      due: Dictionary(uniqueKeysWithValues: vault.pages.map { ($0.path, 3) }))
  }

  static func card(
    _ kind: CardKind = .recall, prompt: String, answer: String, source: String? = nil
  ) -> StudyCard {
    StudyCard(
      card: Card(
        id: "0123456789abcdef", page: "safety/ai-safety", section: "Key Facts", kind: kind,
        prompt: prompt, answer: answer, context: "AI Safety › Key Facts",
        file: "safety/ai-safety.md", line: 107, source: source ?? answer, siblingGroup: "g",
        daily: true))
  }

  static func turn(
    _ card: StudyCard, positions: [DatedPosition] = []
  ) -> ScreenEvent {
    .turn(
      ReviewTurn(
        show: .card(
          card, intervals: [.again: "1m", .hard: "6m", .good: "10m", .easy: "8d"], isLeech: false),
        left: QueueCounts(new: 5, learning: 1, review: 2), done: 3, seconds: 95,
        positions: positions))
  }
}

extension Screen {
  /// Presses keys, by the names of the configuration, and returns what the screen asks for.
  @discardableResult
  mutating func press(_ names: String..., keymap: Keymap = .standard) -> [Effect] {
    names.flatMap { name in
      Key(name: name).map { receive(.key($0), keymap: keymap) } ?? []
    }
  }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.flatMap { receive(.key(Key($0)), keymap: .standard) }
  }

  mutating func resize(to size: Size) { _ = handle(.resize(size), keymap: .standard) }

  /// The screen as text, lines trimmed at the right.
  func text(_ size: Size = Stage.standard, look: Look = Look()) -> String {
    render(size: size, look: look).textLines().joined(separator: "\n")
  }
}
