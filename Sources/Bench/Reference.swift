import FSRS
import Foundation

/// The reference, fsrs-rs through its Python binding, on the same log in the same run; where
/// `THRESHOLD_PYTHON` (else `python3`) has the package `fsrs_rs_python`.
struct Reference {
  /// In milliseconds.
  var fitting: Double
  var replaying: Double

  /// Nil where the binding is not installed.
  static func measure(_ entries: [ReviewLog.Entry], folder: String) throws -> Reference? {
    let csv = folder + "/log.csv"
    let lines = entries.map { "\($0.card),\($0.time),\($0.rating.rawValue),\($0.elapsedDays)" }
    try (["card_id,review_time_ms,rating,elapsed_days"] + lines).joined(separator: "\n")
      .write(toFile: csv, atomically: false, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let python = ProcessInfo.processInfo.environment["THRESHOLD_PYTHON"] ?? "python3"
    process.arguments = [python, "-c", script, csv]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let figures = String(decoding: output, as: UTF8.self).split(separator: " ").compactMap {
      Double($0.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    guard process.terminationStatus == 0, figures.count == 2 else { return nil }
    return Reference(fitting: figures[0], replaying: figures[1])
  }

  /// Builds what the binding wants, and times only the fitting and the replay.
  private static let script = """
    import csv, sys, time
    import fsrs_rs_python as rs
    cards = {}
    with open(sys.argv[1]) as file:
        for row in csv.DictReader(file):
            days = int(row["elapsed_days"])
            review = rs.FSRSReview(int(row["rating"]), days)
            cards.setdefault(int(row["card_id"]), []).append(
                (int(row["review_time_ms"]), review, days))
    items, numbers, order = [], [], []
    for card, reviews in cards.items():
        for end in range(2, len(reviews) + 1):
            if reviews[end - 1][2] > 0:
                items.append(rs.FSRSItem([review for _, review, _ in reviews[:end]]))
                numbers.append(card)
                order.append(reviews[end - 1][0])
    rank = sorted(range(len(items)), key=order.__getitem__)
    items = [items[index] for index in rank]
    numbers = [numbers[index] for index in rank]
    model = rs.FSRS([])
    config = rs.TrainingConfig(num_epochs=5)
    def best(work):
        times = []
        for _ in range(3):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        return sorted(times)[1] * 1000
    fitting = best(lambda: model.compute_parameters(items, numbers, True, 1, config))
    whole = [rs.FSRSItem([review for _, review, _ in reviews]) for reviews in cards.values()]
    model = rs.FSRS(list(rs.DEFAULT_PARAMETERS))
    print(fitting, best(lambda: model.historical_memory_state_batch(whole, None)))
    """
}
