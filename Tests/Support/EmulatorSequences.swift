// What control sequences do.
extension TerminalEmulator {
  mutating func perform(_ sequence: ControlSequence) {
    guard sequence.mark.isEmpty, sequence.intermediate.isEmpty else {
      performMarked(sequence)
      return
    }
    switch sequence.final {
    case "A": moveTo(screen.cursorColumn, max(limitAbove, screen.cursorRow - sequence.number(0)))
    case "B", "e":
      moveTo(screen.cursorColumn, min(limitBelow, screen.cursorRow + sequence.number(0)))
    case "C", "a": moveTo(screen.cursorColumn + sequence.number(0), screen.cursorRow)
    case "D": moveTo(screen.cursorColumn - sequence.number(0), screen.cursorRow)
    case "E": moveTo(0, screen.cursorRow + sequence.number(0))
    case "F": moveTo(0, screen.cursorRow - sequence.number(0))
    case "G", "`": moveTo(sequence.number(0) - 1, screen.cursorRow)
    case "d": moveTo(screen.cursorColumn, sequence.number(0) - 1 + originRow)
    case "H", "f": moveTo(sequence.number(1) - 1, sequence.number(0) - 1 + originRow)
    case "J": eraseDisplay(sequence.selector())
    case "K": eraseLine(sequence.selector())
    case "X": erase(screen.cursorRow, from: screen.cursorColumn, count: sequence.number(0))
    case "@": insertCells(sequence.number(0))
    case "P": deleteCells(sequence.number(0))
    case "L": insertLines(sequence.number(0))
    case "M": deleteLines(sequence.number(0))
    case "S": scrollUp(from: top, sequence.number(0))
    case "T": scrollDown(from: top, sequence.number(0))
    case "b": repeatLast(sequence.number(0))
    case "I": for _ in 0..<min(sequence.number(0), 1000) { tab() }
    case "Z": backTab(sequence.number(0))
    case "g":
      if sequence.selector() == 3 { tabStops = [] } else { tabStops.remove(screen.cursorColumn) }
    case "h": setANSIModes(sequence, true)
    case "l": setANSIModes(sequence, false)
    case "m": selectRendition(sequence.parameters.map { $0 ?? 0 })
    case "r": setScrollRegion(sequence)
    case "s": saveCursor()
    case "u": restoreCursor()
    case "n": if sequence.selector() == 6 { answerCursorPosition() }
    case "c": answers += Array("\u{1B}[?62;22c".utf8)
    case "t": break  // window operations: titles are kept on a stack we do not have
    default: noteUnknown(sequence.description)
    }
  }

  private mutating func performMarked(_ sequence: ControlSequence) {
    switch (sequence.mark, sequence.intermediate, sequence.final) {
    case ("?", "", "h"): for mode in sequence.parameters { setMode(mode ?? 0, true) }
    case ("?", "", "l"): for mode in sequence.parameters { setMode(mode ?? 0, false) }
    case ("", "!", "p"): softReset()
    case (">", "", "m"), (">", "", "c"), ("", " ", "q"): break
    default: noteUnknown(sequence.description)
    }
  }

  private mutating func setMode(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: screen.isCursorVisible = isOn
    case 47, 1047: showAlternate(isOn, savingCursor: false)
    case 1048: if isOn { saveCursor() } else { restoreCursor() }
    case 1049: showAlternate(isOn, savingCursor: true)
    case 6: moveTo(0, isOn ? top : 0)
    case 1, 3, 4, 5, 7, 12, 45, 1000, 1002, 1003, 1004, 1005, 1006, 1034, 2004, 2026: break
    default: noteUnknown("CSI ?\(mode)\(isOn ? "h" : "l")")
    }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
  }

  private mutating func setANSIModes(_ sequence: ControlSequence, _ isOn: Bool) {
    for mode in sequence.parameters {
      switch mode {
      case 4: isInserting = isOn
      default: noteUnknown("CSI \(mode ?? 0)\(isOn ? "h" : "l")")
      }
    }
  }

  private mutating func showAlternate(_ isOn: Bool, savingCursor: Bool) {
    if isOn == screen.isAlternate { return }
    if isOn {
      if savingCursor { saveCursor() }
      primary = screen
      let (column, row) = (screen.cursorColumn, screen.cursorRow)
      let isVisible = screen.isCursorVisible
      screen = Screen(columns: screen.columns, rows: screen.rows)
      (screen.cursorColumn, screen.cursorRow) = (column, row)
      screen.isCursorVisible = isVisible
      screen.isAlternate = true
    } else if let primary {
      let isVisible = screen.isCursorVisible
      let (column, row) = (screen.cursorColumn, screen.cursorRow)
      screen = primary
      screen.isCursorVisible = isVisible
      (screen.cursorColumn, screen.cursorRow) = (column, row)
      self.primary = nil
      if savingCursor { restoreCursor() }
    }
  }

  private mutating func setScrollRegion(_ sequence: ControlSequence) {
    let first = sequence.number(0) - 1
    let last = min(sequence.number(1, default: screen.rows), screen.rows) - 1
    guard first >= 0, first < last else { return }
    (top, bottom) = (first, last)
    moveTo(0, originRow)
  }

  private mutating func softReset() {
    pen = Pen()
    isInserting = false
    (top, bottom) = (0, screen.rows - 1)
    isLineDrawing = [false, false]
    shiftedSet = 0
    screen.isCursorVisible = true
    modes.formUnion([7, 25])
    modes.subtract([1, 6])
    isKeypadApplication = false
  }

  private mutating func answerCursorPosition() {
    answers += Array("\u{1B}[\(screen.cursorRow + 1);\(screen.cursorColumn + 1)R".utf8)
  }

  private mutating func selectRendition(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: pen = Pen()
      case 1: pen.isBold = true
      case 2: pen.isDim = true
      case 3: pen.isItalic = true
      case 4: pen.isUnderlined = true
      case 5, 6, 25: break  // blinking
      case 7: pen.isReversed = true
      case 8: pen.isHidden = true
      case 9: pen.isStruck = true
      case 22: (pen.isBold, pen.isDim) = (false, false)
      case 23: pen.isItalic = false
      case 24: pen.isUnderlined = false
      case 27: pen.isReversed = false
      case 28: pen.isHidden = false
      case 29: pen.isStruck = false
      case 30...37: pen.foreground = .indexed(number - 30)
      case 38: pen.foreground = colour(&rest) ?? pen.foreground
      case 39: pen.foreground = .standard
      case 40...47: pen.background = .indexed(number - 40)
      case 48: pen.background = colour(&rest) ?? pen.background
      case 49: pen.background = .standard
      case 90...97: pen.foreground = .indexed(number - 90 + 8)
      case 100...107: pen.background = .indexed(number - 100 + 8)
      default: noteUnknown("SGR \(number)")
      }
    }
  }

  /// `5;n` or `2;r;g;b`.
  private func colour(_ rest: inout ArraySlice<Int>) -> ScreenColour? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().map { .indexed($0) }
    case 2:
      guard rest.count >= 3 else { return nil }
      let values = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      return .rgb(red: values[0], green: values[1], blue: values[2])
    default: return nil
    }
  }
}
