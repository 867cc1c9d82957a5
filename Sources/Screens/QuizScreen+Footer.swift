// Which keys a quiz's last line shows.
extension QuizScreen {
  public var footer: Footer {
    var footer = Footer(contexts)
    guard let draft = draftInQuestion else {
      // An overruling that says what the verdict says already.
      if let outcome = round.outcome {
        if outcome.credit == 1 { footer.without.insert(.wasRight) }
        if outcome.credit == 0 { footer.without.insert(.wasWrong) }
      }
      return footer
    }
    // How the answer is given is what nobody guesses.
    footer.first = [.submit]
    switch draft.form {
    case .choice(let options, _):
      footer.words[.choose1] = "to \(options.count), a to \(Self.letter(options.count)): mark"
    case .typed, .list: break
    // The numbers stand beside the rows, and Space is shown for the same.
    case .several:
      footer.first.append(.toggle)
      footer.without.insert(.choose1)
    case .match(_, let right, _):
      footer.first.append(.partner1)
      footer.words[.partner1] = "to \(Self.letter(right.count)): match"
    case .order: footer.first += [.lift, .shiftUp, .shiftDown]
    case .table(let table):
      if let bank = table.bank {
        footer.first.append(.partner1)
        footer.words[.partner1] = "to \(Self.letter(bank.count)): fill"
      }
      if table.bank == nil, draft.isAtLastCell { footer.words[.submit] = "answer" }
    }
    if !draft.canUndo { footer.without.insert(.undo) }
    return footer
  }

  /// The letter of the last of so many choices: `c` of three.
  private static func letter(_ count: Int) -> String { String("abcdef".prefix(count).suffix(1)) }
}

extension Action {
  /// The number of the choice that it makes, from 0.
  var choice: Int? {
    [.choose1, .choose2, .choose3, .choose4, .choose5, .choose6].firstIndex(of: self)
  }

  /// The number of the partner that it gives, from 0.
  var partner: Int? {
    [.partner1, .partner2, .partner3, .partner4, .partner5, .partner6].firstIndex(of: self)
  }
}
