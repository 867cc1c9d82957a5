import Cards
import Study
import Testing

@Suite struct CardSwitchesTests {
  private func card(_ id: String, _ kind: CardKind, page: String = "a") -> Card {
    Card(
      id: id, page: page, section: "", kind: kind, prompt: "?", answer: "!", context: "",
      file: page + ".md", line: 3, source: id, siblingGroup: id, daily: true)
  }

  @Test func whatIsNearestDecides() {
    var switches = CardSwitches(kindsOff: [.cell])
    let cell = card("c", .cell)
    #expect(switches.ruling(on: cell) == .init(isOn: false, source: .configuration))
    switches.turn(.kindInVault(.cell), on: true)
    #expect(switches.ruling(on: cell) == .init(isOn: true, source: .vault))
    switches.turn(.kind(.cell, page: "a"), on: false)
    #expect(switches.ruling(on: cell) == .init(isOn: false, source: .page))
    #expect(switches.ruling(on: card("d", .cell, page: "b")).isOn)
    switches.turn(.card("c"), on: true, place: (.cell, "a"))
    #expect(switches.ruling(on: cell) == .init(isOn: true, source: .card))
    #expect(!switches.ruling(on: card("e", .cell)).isOn)
    #expect(switches.ruling(on: card("f", .cloze)) == .on)
  }

  @Test func aSwitchThatSaysNothingIsNotKept() {
    var switches = CardSwitches()
    #expect(switches.turn(.card("c"), on: false, place: (.cell, "a")) == [.card("c"): false])
    #expect(switches.turn(.card("c"), on: true, place: (.cell, "a")) == [.card("c"): nil])
    switches.turn(.kind(.cell, page: "a"), on: false)
    switches.turn(.kind(.cell, page: "a"), on: true)
    switches.turn(.kindInVault(.cell), on: false)
    switches.turn(.kindInVault(.cell), on: true)
    #expect(switches == CardSwitches())
  }

  @Test func whatIsSaidOfTheVaultIsSaidOfItsPages() {
    var switches = CardSwitches()
    switches.turn(.kindInVault(.cell), on: false)
    switches.turn(.kind(.cell, page: "a"), on: true)
    #expect(switches.ruling(kind: .cell, page: "a").isOn)
    switches.turn(.kindInVault(.cell), on: false)
    #expect(!switches.ruling(kind: .cell, page: "a").isOn)
  }

  /// Whatever is turned in whatever order: the card that was turned last is as it was turned.
  @Test(arguments: 0..<40) func theLastWordCounts(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func pick(_ bound: UInt64) -> UInt64 { random.next() % bound }
    var switches = CardSwitches(kindsOff: seed % 2 == 0 ? [.cell] : [])
    for _ in 0..<30 {
      let kind: CardKind = pick(2) == 0 ? .cell : .cloze
      let page = pick(2) == 0 ? "a" : "b"
      let isOn = pick(2) == 0
      let plain = card("none", kind, page: page)
      switch pick(3) {
      case 0:
        let one = card("\(kind)\(page)\(pick(3))", kind, page: page)
        switches.turn(.card(one.id), on: isOn, place: (kind, page))
        #expect(switches.ruling(on: one).isOn == isOn)
      case 1:
        switches.turn(.kind(kind, page: page), on: isOn)
        #expect(switches.ruling(on: plain).isOn == isOn)
      default:
        switches.turn(.kindInVault(kind), on: isOn)
        #expect(switches.ruling(on: plain).isOn == isOn)
      }
    }
  }
}
