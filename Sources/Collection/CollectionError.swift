import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why the collection could not be opened, read or written. `message` says what happened and
/// `remedy` what to do; the paths are those that were asked for.
public enum CollectionError: Error, Sendable, Equatable {
  /// A folder on the way to the file is something else than a folder.
  case notAFolder(path: String)
  /// There is a folder where the file should be.
  case isFolder(path: String)
  case noPermission(path: String)
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another program keeps the file locked.
  case busy(path: String)
  /// The content contradicts itself; nothing was changed.
  case damaged(path: String, reason: String)
  /// Damaged, but another program has it open, so that it cannot be put aside.
  case damagedWhileOpen(path: String)
  /// It has to be closed elsewhere first.
  case inUse(path: String)
  /// Written by a later version of the program.
  case newer(path: String, version: Int)
  /// A database, but of another program.
  case foreign(path: String)
  case missing(path: String)
  /// There is no such folder to write a copy into.
  case noFolder(path: String)
  /// A copy cannot be written there.
  case notWritable(path: String)
  /// The file does not hold a collection that can be restored.
  case notABackup(path: String, reason: String)
  /// Something with that name is there already, and nothing is ever written over.
  case alreadyExists(path: String)
  /// The collection has never seen the card.
  case unknownCard(id: String)
  /// The card was answered by another program in the meantime; the answer was not recorded.
  case answeredElsewhere(id: String)
  /// Another program, or another thread of this one, has stored what the notes give in the meantime.
  case readElsewhere(path: String)
  /// Another program has answered since, so that the last row is not ours to take back.
  case notOursToUndo
  /// A quiz answer was given where a review belongs.
  case notAReview(id: String)
  /// A value in the collection cannot be understood.
  case badValue(path: String, what: String)
  case failed(path: String, reason: String)

  /// What happened, without a full stop.
  public var message: String {
    switch self {
    case .notAFolder(let path): "\(path) is not a folder"
    case .isFolder(let path): "\(path) is a folder, and the collection should be a file"
    case .noPermission(let path): "\(path) may not be read or written by you"
    case .readOnly(let path): "\(path) can only be read"
    case .diskFull(let path): "no room is left on the disk of \(path)"
    case .busy(let path): "\(path) is being written by another program"
    case .damaged(let path, let reason): "\(path) is damaged (\(reason))"
    case .damagedWhileOpen(let path): "\(path) is damaged, and another program has it open"
    case .inUse(let path): "\(path) is open in another program"
    case .newer(let path, let version):
      "\(path) was written by a later Threshold (its format is \(version), "
        + "the latest known here is \(Schema.version))"
    case .foreign(let path): "\(path) belongs to another program"
    case .missing(let path): "\(path) does not exist"
    case .noFolder(let path): "there is no folder \(path)"
    case .notWritable(let path): "\(path) cannot be written"
    case .notABackup(let path, let reason): "\(path) cannot be restored (\(reason))"
    case .alreadyExists(let path): "\(path) exists already"
    case .unknownCard(let id): "there is no card \(id) in the collection"
    case .answeredElsewhere(let id): "card \(id) has just been answered in another window"
    case .readElsewhere: "another window is reading the notes too"
    case .notOursToUndo: "another window has answered since"
    case .notAReview(let id): "the quiz answer to card \(id) is not a review"
    case .badValue(let path, let what): "\(what) in \(path) cannot be understood"
    case .failed(let path, let reason): "\(path) could not be used (\(reason))"
    }
  }

  /// What to do about it, as an instruction without a full stop.
  public var remedy: String {
    switch self {
    case .notAFolder, .isFolder: "move it away, or choose another folder with --data"
    case .noPermission: "change its permissions, or choose another folder with --data"
    case .readOnly: "make it writable, or choose another folder with --data"
    case .diskFull: "make room and try again: everything that was answered before is safe"
    case .busy: "wait a moment and try again"
    case .damaged: "start Threshold again: it puts the file aside and restores what can be read"
    case .damagedWhileOpen: "close every Threshold and start it again"
    case .inUse: "close the other Threshold and try again"
    case .newer: "update Threshold, or choose another folder with --data"
    case .foreign: "move it away, or choose another folder with --data"
    case .missing: "check the path"
    case .noFolder: "make it first, or give another path"
    case .notWritable: "check the permissions of its folder, or give another path"
    case .notABackup: "choose another backup"
    case .alreadyExists: "choose another name, or move the file away"
    case .unknownCard: "read the vault again"
    case .answeredElsewhere: "go on with the next card"
    case .readElsewhere: "try again"
    case .notOursToUndo: "undo it in that window"
    case .notAReview: "report this as a mistake in Threshold"
    case .badValue: "set it again, or restore a backup"
    case .failed: "check the disk and try again"
    }
  }
}

extension CollectionError {
  /// The meaning of an error that came out of the database under `path`.
  init(_ error: any Error, path: String) {
    if let known = error as? CollectionError {
      self = known
      return
    }
    guard let database = error as? DatabaseError else {
      self = .failed(path: path, reason: String(describing: error))
      return
    }
    let reason = database.message ?? database.resultCode.description
    self =
      switch database.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
      case .SQLITE_FULL: .diskFull(path: path)
      case .SQLITE_READONLY: .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .noPermission(path: path)
      default: .failed(path: path, reason: reason)
      }
  }

  /// The meaning of a failed system call.
  init(errno code: Int32, path: String) {
    self =
      switch code {
      case EACCES, EPERM: .noPermission(path: path)
      case EROFS: .readOnly(path: path)
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case ENOTDIR, EEXIST: .notAFolder(path: path)
      case EISDIR: .isFolder(path: path)
      case ENOENT: .missing(path: path)
      default: .failed(path: path, reason: String(cString: strerror(code)))
      }
  }
}
