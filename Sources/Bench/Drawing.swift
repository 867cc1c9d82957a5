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
  }
}
