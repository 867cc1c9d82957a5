import Cards
import Testing

/// Random edits of vaults that know what each of their cards is about.
@Suite struct IdentityPropertyTests {
  private static func run(
    seeds: Range<Int>, steps: Int, atOnce: Int = 1, _ edits: [VaultEdit] = VaultEdit.allCases
  ) -> (tallies: [VaultEdit: EditTally], runs: [EditRun]) {
    var total: [VaultEdit: EditTally] = [:]
    var runs: [EditRun] = []
    for seed in seeds {
      var run = EditRun(seed: UInt64(seed) &* 31 &+ 5, pages: 2)
      var dice = Dice(seed: UInt64(seed) &+ 999)
      for _ in 0..<steps { run.step((0..<atOnce).map { _ in dice.pick(edits) }) }
      for (edit, tally) in run.tallies { total[edit, default: EditTally()] += tally }
      runs.append(run)
    }
    return (total, runs)
  }

  private static func check(_ runs: [EditRun]) {
    for run in runs {
      #expect(run.differences.isEmpty, "\(run.differences)")
      #expect(run.examples.filter { $0.hasPrefix("wrong") }.isEmpty, "\(run.examples)")
    }
  }

  @Test(arguments: 0..<6) func noHistoryGoesToAnotherFact(_ part: Int) {
    let (_, runs) = Self.run(seeds: part * 2..<part * 2 + 2, steps: 40)
    Self.check(runs)
  }

  @Test(arguments: 0..<3) func norWhereTwoEditsComeAtOnce(_ part: Int) {
    let (_, runs) = Self.run(seeds: 100 + part..<101 + part, steps: 40, atOnce: 2)
    Self.check(runs)
  }

  @Test(arguments: VaultEdit.allCases.filter(\.keepsAll))
  func whatOnlyMovesOrIsMildlyRewordedKeepsAll(_ edit: VaultEdit) {
    let others: [VaultEdit] = edit == .restore ? [.delete] : edit == .typoFixed ? [.typo] : []
    let (tallies, runs) = Self.run(seeds: 300..<302, steps: 10, [edit] + others)
    Self.check(runs)
    let tally = tallies[edit] ?? EditTally()
    #expect(tally.edits > 0)
    #expect(tally.recall >= (edit.isExact ? 1 : 0.95), "\(edit): \(tally)")
  }
}
