import Foundation

/// From starting the program to its first frame, and whole processes beside it.
struct Opening {
  let programs: String
  let folder: String
  private let runs = 15

  func run() throws {
    let vault = folder + "/vault"
    try MadeVault.write(to: vault, pages: 500)
    let threshold = programs + "/threshold"
    let baseline = programs + "/CBaseline"
    func start(_ program: String, _ arguments: String...) throws -> TimedProgram {
      try TimedProgram(program, arguments, home: folder)
    }
    /// Opens the vault, and ends with `q` once its pages are shown.
    func open(_ data: String) throws -> Duration {
      let program = try start(threshold, vault, "--data", data)
      let time = program.wait(for: "Pages of")
      program.finish(typing: "q")
      return time
    }

    var parse = Times()
    var fresh = Times()
    var again = Times()
    var paint = Times()
    var due = Times()
    let known = folder + "/known"
    // The first frame does not wait for the cards, this does.
    try start(threshold, "due", "--vault", vault, "--data", known).finish()
    for run in 0..<runs {
      parse.add(try start(baseline, "parse", vault).finish())
      fresh.add(try open("\(folder)/fresh\(run)"))
      again.add(try open(known))
      paint.add(try start(baseline, "paint").finish())
      due.add(try start(threshold, "due", "--vault", vault, "--data", known).finish())
    }
    Row(
      what: "first frame, 500 pages (7 MB), nothing cached", ours: fresh.median,
      other: ("parsing alone", parse.median), aim: "within 3×"
    ).show()
    Row(
      what: "first frame, the same, unchanged", ours: again.median,
      other: ("curses alone", paint.median), aim: "within 3×"
    ).show()
    Row(what: "`due`, whole process, the same", ours: due.median, aim: "under 15 ms").show()
  }
}
