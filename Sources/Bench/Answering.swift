import Cards
import Collection
import Foundation
import Study

/// From a rating to the next card, the answer on disk in between; beside it a C program that
/// commits one row to SQLite with the same durability on the same disk.
struct Answering {
  let programs: String
  let folder: String
  private let count = 400

  func run() throws {
    let calendar = StudyCalendar()
    var options = StudyOptions()
    options.newPerDay = count
    let scheduler = Scheduler(options: options, calendar: calendar)
    let cards = (0..<count + 10).map { number in
      Card(
        id: String(format: "%016x", number), page: "page\(number / 10)", section: "Key Facts",
        kind: .recall, prompt: "Limit \(number)?", answer: "\(number) ms", context: "Page",
        file: "page.md", line: number % 10 + 1, source: "Limit \(number): \(number) ms",
        siblingGroup: "group\(number)", daily: true)
    }
    let now = Instant(milliseconds: 1_800_000_000_000)
    let collection = try Collection(at: folder + "/answers.sqlite", now: now)
    try collection.store(Reading(cards: cards), using: scheduler, at: now)
    var session = ReviewSession(
      cards: cards.map { StudyCard(card: $0) }, scheduler: scheduler, now: now)
    var times = Times()
    _ = session.turn(at: now)
    for _ in 0..<count {
      try times.measure {
        guard let answer = session.answer(.easy, at: now) else { return }
        try collection.answer(answer)
        _ = session.turn(at: now)
      }
    }
    try collection.close(now: now)

    let commits = try committed()
    Row(
      what: "answer → durable → next card, median", ours: times.median,
      other: ("one commit", commits.median), aim: "half of Anki's (0.22 ms)"
    ).show()
    Row(
      what: "the same, p99", ours: times.percentile(0.99),
      other: ("one commit", commits.percentile(0.99)), aim: "half of Anki's (6.2 ms)"
    ).show()
  }

  private func committed() throws -> Times {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: programs + "/CBaseline")
    process.arguments = ["commit", folder + "/commits.sqlite", String(count)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var times = Times()
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      if let microseconds = Double(line) { times.add(milliseconds: microseconds / 1000) }
    }
    return times
  }
}
