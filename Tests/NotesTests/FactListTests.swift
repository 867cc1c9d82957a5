import Testing

@testable import Notes

/// An item added under Key Facts: it stands in the list, and nothing else in the file has moved.
@Suite struct FactListTests {
  /// Adds a fact and checks what must always hold.
  private func added(_ text: String, to source: String) throws -> String {
    let bytes = Array(source.utf8)
    let before = page(source)
    let list = try #require(FactList(page: before, source: bytes))
    let line = list.line(text)
    let after = String(decoding: list.adding(line), as: UTF8.self)
    // Every old byte is there, in its order, and what is new is one stretch.
    let head = zip(source.utf8, after.utf8).prefix { $0 == $1 }.count
    let tail = min(
      source.utf8.count - head,
      zip(source.utf8.reversed(), after.utf8.reversed()).prefix { $0 == $1 }.count)
    #expect(head + tail == source.utf8.count, "\(after)")
    let facts = page(after).facts.map(\.item.text.plain)
    let old = before.facts.map(\.item.text.plain)
    #expect(
      facts.filter { !old.contains($0) } == [
        page("## Key Facts\n- " + text).facts[0].item.text.plain
      ])
    #expect(facts.filter(old.contains) == old)
    #expect(page(after).sections.map(\.title) == before.sections.map(\.title))
    return after
  }

  private func marked(_ source: String, _ text: String = "Newly: found out") throws -> [Substring] {
    let after = try added(text, to: source)
    let old = Set(source.split(whereSeparator: \.isNewline))
    return after.split(whereSeparator: \.isNewline).filter { !old.contains($0) }
  }

  @Test func theListGoesOnInItsOwnManner() throws {
    #expect(
      try added(
        "Newly: found out",
        to: "# P\n\n## Key Facts\n\n- a: one thing\n- b: two\n\n## Open Questions\n\n- What?\n")
        == "# P\n\n## Key Facts\n\n- a: one thing\n- b: two\n- Newly: found out\n\n## Open Questions\n\n- What?\n"
    )
    #expect(try marked("## Key Facts\n* a: one\n* b: two\n") == ["* Newly: found out"])
    #expect(try marked("## Key Facts\n  +   a: one\n  +   b: two\n") == ["  +   Newly: found out"])
    #expect(try marked("## Key Facts\n8. a: one\n9. b: two\n") == ["10. Newly: found out"])
    #expect(
      try marked("## Key Facts\n1) a: one\n2) b: two\n\nAfter it.\n") == ["3) Newly: found out"])
  }

  @Test func lineEndsStayAsTheyAre() throws {
    #expect(
      try added("c: d", to: "## Key Facts\r\n\r\n- a: b\r\n\r\n## More\r\nText\r\n")
        == "## Key Facts\r\n\r\n- a: b\r\n- c: d\r\n\r\n## More\r\nText\r\n")
    // The last line of a file without a line end goes on having none.
    #expect(try added("c: d", to: "## Key Facts\n- a: b") == "## Key Facts\n- a: b\n- c: d")
    #expect(try added("c: d", to: "\u{FEFF}## Key Facts\n- a: b\n").hasPrefix("\u{FEFF}"))
  }

  @Test func whatBelongsToTheLastItemStaysWithIt() throws {
    let nested =
      "## Key Facts\n- a: one\n- b: two things\n  that go on\n  - under it\n\n    still here\n\nA word after.\n"
    #expect(try added("c: d", to: nested).contains("    still here\n- c: d\n\nA word after."))
    let lazy = "## Key Facts\n- a: one\ngoes on\n\n## Next\n"
    #expect(try added("c: d", to: lazy) == "## Key Facts\n- a: one\ngoes on\n- c: d\n\n## Next\n")
    let loose = "## Key Facts\n\n- a: one\n\n- b: two\n\n## Next\n"
    #expect(
      try added("c: d", to: loose) == "## Key Facts\n\n- a: one\n\n- b: two\n\n- c: d\n\n## Next\n")
    let fenced = "## Key Facts\n- a: one\n```\n- not: an item\n```\n"
    #expect(try added("c: d", to: fenced).hasPrefix("## Key Facts\n- a: one\n- c: d\n```"))
    let ruled = "## Key Facts\n- a: one\n***\nText below the rule.\n"
    #expect(try !added("c: d", to: ruled).contains("***\n- c: d"))
  }

  @Test func textIsOneLine() throws {
    let source = "## Key Facts\n- a: b\n"
    let list = try #require(FactList(page: page(source), source: Array(source.utf8)))
    #expect(list.line("one\n\n## Heading\r\ntwo  three") == "- one ## Heading two three")
    let sneaked = String(decoding: list.adding("- x\n## Heading\n"), as: UTF8.self)
    #expect(page(sneaked).sections.count == 1)
  }

  @Test func theMannerOfTheFactsIsKnown() throws {
    func list(_ facts: String) throws -> FactList {
      let source = "## Key Facts\n" + facts
      return try #require(FactList(page: page(source), source: Array(source.utf8)))
    }
    #expect(try list("- A: b c\n- C: d e\n").label == .plain)
    #expect(try list("- **A**: b c\n- **C**: d e\n").label == .bold)
    #expect(try list("- **A:** b c\n- **C:** d e\n- no label here\n").label == .boldWithColon)
    #expect(
      try list("- Whole sentences stand here.\n- And: here.\n- And here, too.\n").label == .none)
    #expect(try list("- It ends.\n- So does this.\n").endsWithStop)
    #expect(try !list("- It does not\n- Nor this\n").endsWithStop)
  }

  @Test func aPageWithoutAPlaceForItIsLeftAlone() {
    let source = "# P\n\n## Open Questions\n- What?\n"
    #expect(FactList(page: page(source), source: Array(source.utf8)) == nil)
    let wide: [UInt8] = [0xFF, 0xFE, 0x23, 0x00]
    #expect(FactList(page: page("## Key Facts\n- a: b\n"), source: wide) == nil)
  }

  @Test func anEmptySectionGetsItsFirstItem() throws {
    let source = "# P\n\n## Key Facts\n\n## Next\n"
    let list = try #require(FactList(page: page(source), source: Array(source.utf8)))
    #expect(
      String(decoding: list.adding(list.line("a: b")), as: UTF8.self)
        == "# P\n\n## Key Facts\n\n- a: b\n\n## Next\n")
  }

  @Test func aPageThatHasLostItsMarkdownStaysAsItIs() throws {
    let source = try String(
      contentsOfFile: repository + "/Decks/safety/ai-safety.md", encoding: .utf8)
    _ = try added("Newly: found out", to: source)
    let plain = """
      Roses

      Key Facts
      Colour: red or white in most gardens
      Thorns: they are prickles, botanically

      Open Questions
      Why do some have no scent at all?
      """
    let before = page(plain)
    guard let list = FactList(page: before, source: Array(plain.utf8)) else { return }
    let after = String(decoding: list.adding(list.line("Scent: strongest at noon")), as: UTF8.self)
    #expect(page(after).facts.count == before.facts.count + 1)
    #expect(page(after).questions.count == before.questions.count)
  }
}
