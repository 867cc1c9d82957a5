import ArgumentParser
import Collection
import Foundation

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the collection, or list the backups.",
    discussion: "Dated backups are also made automatically, once a day.")

  @Argument(help: "The file to write the copy to. Without it, the backups are listed.")
  var file: String?
  @OptionGroup var vault: VaultOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try Desk(vault)
    if let file {
      try desk.collection.backUp(to: file)
      if output.json { try Console.printJSON([file]) } else { print("Wrote \(file).") }
    } else {
      let backups = try desk.collection.backups()
      if output.json {
        try Console.printJSON(backups.map(\.path))
      } else if backups.isEmpty {
        print("There are no backups yet.")
      } else {
        for backup in backups { print(backup.path) }
      }
    }
    try desk.close()
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring a backup back; the collection as it is now is kept beside it.")

  @Argument(help: "The backup: a file that `threshold backup` lists or wrote.")
  var file: String
  @OptionGroup var vault: VaultOptions

  func run() throws {
    let desk = try Desk(vault)
    let kept = try desk.collection.restore(from: file, now: desk.now)
    print("Restored \(file). What was there before is kept as \(kept).")
    try desk.close()
  }
}
