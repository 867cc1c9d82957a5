/// A binary heap: the least element first, in O(log n); made from n elements in O(n).
struct Heap<Element: Comparable & Sendable>: Sendable {
  private(set) var elements: [Element]

  init(_ elements: [Element] = []) {
    self.elements = elements
    for index in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  var isEmpty: Bool { elements.isEmpty }
  var count: Int { elements.count }
  var first: Element? { elements.first }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard elements[child] < elements[parent] else { return }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  @discardableResult
  mutating func removeFirst() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let first = elements.first else { return last }
    elements[0] = last
    sink(0)
    return first
  }

  /// Takes out an element equal to the given one. Linear unless it is the first.
  mutating func remove(_ element: Element) {
    guard element != first else {
      removeFirst()
      return
    }
    guard let index = elements.firstIndex(of: element) else { return }
    var rest = elements
    rest.swapAt(index, rest.count - 1)
    rest.removeLast()
    self = Heap(rest)
  }

  private mutating func sink(_ start: Int) {
    elements.withUnsafeMutableBufferPointer { elements in
      var parent = start
      while true {
        var least = 2 * parent + 1
        guard least < elements.count else { return }
        if least + 1 < elements.count, elements[least + 1] < elements[least] { least += 1 }
        guard elements[least] < elements[parent] else { return }
        elements.swapAt(parent, least)
        parent = least
      }
    }
  }
}
