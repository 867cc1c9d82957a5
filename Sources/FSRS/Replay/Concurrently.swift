import Dispatch

/// Does pieces of work that do not touch each other, on as many cores as there are, and gives their
/// results in order, so that they do not depend on which core was faster.
func concurrently<Result>(_ count: Int, _ work: (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each iteration writes its own element only, and none is read before all are done.
    nonisolated(unsafe) let results = buffer
    nonisolated(unsafe) let work = work
    DispatchQueue.concurrentPerform(iterations: count) { index in
      results.initializeElement(at: index, to: work(index))
    }
    initialized = count
  }
}
