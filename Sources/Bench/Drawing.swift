import Notes
import Screens
import Surface

/// From a key to the cells to send, at 200×60: our own work for one frame.
struct Drawing {
  let folder: String

  func run() throws {
    let vault = try Vault(at: folder + "/vault")
    let size = Size(columns: 200, rows: 60)
    let library = Library(vault: vault, name: "vault")
    guard let path = vault.pages.first?.path,
      var screen = PageScreen(library: library, page: path, size: size)
    else { return }
    let look = Look()
    var shown = screen.render(size: size, look: look)
    var times = Times()
    let keys = ["down", "tab", "down", "t", "pagedown", "p", "f", "up"].compactMap(Key.init(name:))
    for turn in 0..<400 {
      times.measure {
        _ = screen.handle(.key(keys[turn % keys.count]), keymap: look.keymap)
        let next = screen.render(size: size, look: look)
        _ = next.runs(changedFrom: shown)
        shown = next
      }
    }
    Row(what: "key → frame at 200×60, median", ours: times.median, aim: "under 2 ms").show()
    Row(what: "the same, p99", ours: times.percentile(0.99), aim: "under 2 ms").show()
    try find(in: vault, size: size, look: look)
  }

  /// Finding words, letter by letter, in the text of a page of 1 MB.
  private func find(in vault: Vault, size: Size, look: Look) throws {
    guard let some = vault.pages.first.flatMap({ vault.page($0.path) }) else { return }
    let file = try String(contentsOfFile: "\(vault.root)/\(some.file)", encoding: .utf8)
    let text = String(repeating: file + "\n", count: max(1, 1_000_000 / file.utf8.count))
    let large = PageReader.read(bytes: Array(text.utf8), path: "large", file: "large.md")
    let library = Library(vault: Vault(root: vault.root, pages: [large]), name: "vault")
    guard var screen = PageScreen(library: library, page: "large", size: size) else { return }
    var shown = screen.render(size: size, look: look)
    func press(_ key: Key) {
      _ = screen.handle(.key(key), keymap: look.keymap)
      let next = screen.render(size: size, look: look)
      _ = next.runs(changedFrom: shown)
      shown = next
    }
    var opening = Times()
    opening.measure { press(Key("t")) }
    var times = Times()
    times.measure { press(Key("F")) }
    let keys = "tensor cache".map { Key($0) } + Array(repeating: Key("x"), count: 4)
    for key in keys { times.measure { press(key) } }
    Row(what: "the whole text of 1 MB, first shown", ours: opening.median, aim: "once").show()
    Row(what: "finding in 1 MB, median", ours: times.median, aim: "under 2 ms").show()
    Row(what: "the same, slowest", ours: times.percentile(1), aim: "under 2 ms").show()
  }
}
