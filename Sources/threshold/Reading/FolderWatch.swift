import Foundation

/// Tells that something may have changed in folders: by inotify where there is any, else by looking
/// again every few seconds.
final class FolderWatch {
  /// How long to wait for a word before looking anyway, in milliseconds; -1 where every change is
  /// told of.
  private(set) var patience: Int32 = 3000
  /// Readable when there is something to hear; -1 where nothing is told.
  private(set) var descriptor: Int32 = -1
  private var followed: Set<String> = []
  #if os(Linux)
    private var watched: [String: Int32] = [:]
  #endif

  init() {
    #if os(Linux)
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    #endif
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these folders and no others.
  /// - Returns: whether one of them was not watched before.
  func follow(_ folders: [String]) -> Bool {
    let isWider = !Set(folders).isSubset(of: followed)
    followed = Set(folders)
    #if os(Linux)
      guard descriptor >= 0 else { return isWider }
      let wanted = Set(folders)
      for (folder, watch) in watched where !wanted.contains(folder) {
        inotify_rm_watch(descriptor, watch)
        watched[folder] = nil
      }
      let events =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR
      var isWhole = true
      // A folder that went and came back needs a new watch, which costs nothing for the others.
      for folder in folders {
        let watch = inotify_add_watch(descriptor, folder, UInt32(events))
        if watch >= 0 { watched[folder] = watch } else { isWhole = false }
      }
      // The system allows only so many watches, and network disks tell nothing.
      patience = isWhole && !folders.isEmpty ? -1 : 3000
    #endif
    return isWider
  }

  /// Hears everything that was told so far.
  func drain() {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while descriptor >= 0, read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
