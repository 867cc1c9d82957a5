import GRDB
import GRDBSQLite

/// The columns of the row a statement stands on. Reading them straight from SQLite is several times
/// as fast as through rows of values, which counts when 100,000 schedules are wanted at once.
struct Columns {
  let statement: SQLiteStatement

  var count: Int32 { sqlite3_column_count(statement) }
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
  func int(_ column: Int32) -> Int { Int(integer(column)) }
  func flag(_ column: Int32) -> Bool { integer(column) != 0 }
  func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }
  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
  func integerIfAny(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }
  func text(_ column: Int32) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }
  /// The bytes of a text, which are SQLite's and not to be kept.
  func withBytes<Value>(
    _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value {
    let start = sqlite3_column_text(statement, column)
    let count = start == nil ? 0 : Int(sqlite3_column_bytes(statement, column))
    return body(UnsafeBufferPointer(start: start, count: count))
  }
  func textIfAny(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}

/// Puts values into a statement's places, one after the other.
struct Binder {
  let statement: SQLiteStatement
  private var place: Int32 = 0

  init(statement: SQLiteStatement) { self.statement = statement }

  mutating func bind(_ value: Int64?) {
    place += 1
    if let value {
      sqlite3_bind_int64(statement, place, value)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }
  mutating func bind(_ value: Int) { bind(Int64(value)) }
  mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }
  mutating func bind(_ value: Double?) {
    place += 1
    if let value {
      sqlite3_bind_double(statement, place, value)
    } else {
      sqlite3_bind_null(statement, place)
    }
  }
  mutating func bind(_ value: String?) {
    place += 1
    guard let value else {
      sqlite3_bind_null(statement, place)
      return
    }
    // SQLITE_TRANSIENT, -1 as a function: SQLite makes its own copy.
    let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(statement, place, value, Int32(clamping: value.utf8.count), copy)
  }
}

extension Database {
  /// Runs a statement that gives no rows. It is compiled once for each connection.
  func run(_ sql: String, _ bind: (inout Binder) -> Void = { _ in }) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(statement) }
    var binder = Binder(statement: statement)
    bind(&binder)
    let code = sqlite3_step(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
  }

  /// Hands over every row of a statement; `body` says whether to go on.
  func walk(
    _ sql: String, _ bind: (inout Binder) -> Void = { _ in }, while body: (Columns) throws -> Bool
  ) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    defer { sqlite3_reset(statement) }
    var binder = Binder(statement: statement)
    bind(&binder)
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        if code == SQLITE_DONE { return }
        throw failure(code)
      }
      guard try body(Columns(statement: statement)) else { return }
    }
  }

  func each(
    _ sql: String, _ bind: (inout Binder) -> Void = { _ in }, _ body: (Columns) throws -> Void
  ) throws {
    try walk(sql, bind) { columns in
      try body(columns)
      return true
    }
  }

  /// The first row, made into a value.
  func first<Value>(
    _ sql: String, _ bind: (inout Binder) -> Void = { _ in }, _ read: (Columns) throws -> Value
  ) throws -> Value? {
    var value: Value?
    try walk(sql, bind) { columns in
      value = try read(columns)
      return false
    }
    return value
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
    return DatabaseError(resultCode: ResultCode(rawValue: code & 0xff), message: message)
  }
}
