import Testing

@testable import Notes

/// What `check` finds on a page by itself.
@Suite struct PageCheckTests {
  private func problems(_ text: String) -> [Problem] { page(text).problems }

  private func places(_ text: String) -> [String] {
    problems(text).map { "\($0.line):\($0.column)" }
  }

  /// Everyday notes: nothing here is wrong.
  @Test(arguments: [
    "# T\n\n## Key Facts\n\n### Sub\n- a fact of it\n",
    "# T\n\n## Connections\n- [[b]] — why\n- [Site](https://a.org) — why\n- Before:\n  - [[c]]\n",
    "# T\n\n```sh\nls\n```\n\n~~~~\n```\n~~~~\n\n- item\n  ```\n  code\n  ```\n\n> ```\n> x\n> ```\n",
    "# T\n\n<!-- a remark\nover lines -->\n\n<!-- no-cards -->\n\n<details>\n<pre>x</pre>\n</details>\n",
    "# T\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n| `x\\|y` | 2 | |\n| 1 | 2 |   |\n",
    "# T\n\n> [!note] Title\n> text\n\n> [!warning]-\n> text\n\n> an ordinary quote\n",
    "# T\n\n- term — text\n- a – b\n- —\n",
    "---\ntitle: T\ntags: [a, b]\n---\n# T\n\nText ^id\n",
    "# T\n\n    ```\n    not a fence\n\nText.\n",
  ])
  func `Everyday notes raise no alarm`(text: String) {
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    ("# T\n\nText.\n\n```sh\nls\n\n## Key Facts\n- lost\n", "5:0"),
    ("# T\n\n~~~\n```\n", "3:0"),
    ("# T\n\n- item\n  ```\n  code\n", "4:0"),
    ("# T\n\nText.\n\n<!-- hidden\n\n## Key Facts\n- lost\n", "5:0"),
    ("# T\n\nText.\n\n<pre>\nx\n", "5:0"),
    ("# T\n\n| a | b |\n|---|---|\n| 1 | `x|y` |\n", "5:10"),
    ("# T\n\n> | a |\n> |---|\n> | 1 | 2 |\n", "5:8"),
    ("# T\n\n> [!note Title\n> text\n", "3:0"),
    ("# T\n\n## Key Facts\n\n## Other\nText.\n", "3:0"),
    ("# T\n\nText.\n\n## Open Questions\n\n### Sub\n", "5:0"),
    ("# T\n\n- Term —\n- Other — text\n", "3:0"),
    ("# T\n\n## Connections\n- [[]] — why\n", "4:0"),
    (
      "# T\n\n## Connections\n- Not one word of this long item names a page, whichever way.\n",
      "4:0"
    ),
    ("# T\n", "1:0"),
    ("# T\n\n## Key Facts\n\n## Connections\n", "1:0"),
    ("---\ntitle: T\n# T\n\nText.\n", "1:0"),
  ])
  func `What was surely meant otherwise is told with its place`(text: String, place: String) {
    #expect(places(text) == [place])
    for problem in problems(text) {
      #expect(problem.message.hasSuffix(".") && problem.remedy.hasSuffix("."))
    }
  }

  @Test func `An open fence says how far it reaches, and how to close it`() throws {
    let problem = try #require(problems("# T\n\n````sh\nls\n\n- lost\n").first)
    #expect(problem.message.contains("line 6"))
    #expect(problem.remedy.contains("````"))
  }

  /// Whatever blocks stand before, an open fence is found, and closing it makes it go away.
  @Test func `Only the open one of many fences is told`() {
    var chance = Chance(7)
    let blocks = [
      "Text.", "- a\n- b", "```\ncode\n```", "~~~\n```\n~~~", "> quote", "| a |\n|---|\n| 1 |",
      "- item\n\n  ```\n  x\n  ```",
    ]
    for _ in 0..<200 {
      let before = (0..<Int.random(in: 0..<6, using: &chance)).map { _ in
        blocks.randomElement(using: &chance) ?? ""
      }
      let head = "# T\n\n" + before.map { $0 + "\n\n" }.joined()
      let line = head.split(separator: "\n", omittingEmptySubsequences: false).count
      let open = head + "```swift\nlet x = 1\n\n- lost\n"
      #expect(places(open) == ["\(line):0"])
      #expect(places(open + "```\n").isEmpty)
    }
  }

  @Test func `Ids that links can name are found`() {
    let text = """
      # T

      A paragraph. ^one
      - item ^two-2 <!-- no-cards -->
      2^10 and a^b and x ^y z

      ^alone

      ## Heading {#own}
      <a id="anchor"></a> <span name='named'>x</span>
      """
    #expect(Set(page(text).anchors) == ["^one", "^two-2", "^alone", "own", "anchor", "named"])
  }
}

/// What `check` finds across pages.
@Suite struct VaultCheckTests {
  private func problems(_ pages: [String: String]) -> [String] {
    Vault(
      root: "/v",
      pages: pages.map { page($0.value, $0.key) }.sorted { $0.file < $1.file }
    ).problems.map { "\($0.file):\($0.line):\($0.column) \($0.message)" }
  }

  private static let target = """
    # Tides

    ## The *Big* One!
    Text ^blk

    ## Node.js & C++
    x

    ## 1. First
    x

    ## Twice
    x

    ## Twice
    <a id="html"></a>
    """

  @Test(arguments: [
    "[[b#The Big One!]]", "[[b#the big one]]", "[x](b.md#the-big-one)", "[[b#^blk]]", "[[b#^BLK]]",
    "[x](b.md#nodejs--c)", "[x](b.md#1-first)", "[[b#1. First]]", "[x](b.md#twice-1)",
    "[x](b.md#html)", "[[b#Tides#Twice]]", "[x](#top)", "[[#Here]]", "[[b]]", "[[b|label]]",
  ])
  func `Headings, blocks and ids that are there are found`(link: String) {
    #expect(problems(["a": "# A\n\n\(link)\n\n## Here\nText.", "b": Self.target]).isEmpty)
  }

  @Test(arguments: [
    "[[b#Gone]]", "[x](b.md#gone)", "[[b#^gone]]", "[[#Gone]]", "[[b#The Big]]", "[[b#^Tides]]",
  ])
  func `A link to what a page has not is told with its place`(link: String) {
    let found = problems(["a": "# A\n\nSee \(link).\n", "b": Self.target])
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("a.md:3:5 ") == true || found.first?.hasPrefix("a.md:3:") == true)
  }

  @Test func `A name that could mean two pages is told, with the path to write instead`() {
    let pages = [
      "x/roses": "# Roses\n\nText.", "y/roses": "# Roses too\n\nText.",
      "a": "# A\n\n[[roses]] [[x/roses]]", "x/b": "# B\n\n[[roses]]",
    ]
    // From beside one of them it is clear which is meant.
    #expect(problems(pages).count == 1)
    #expect(problems(pages).first?.hasPrefix("a.md:3:1 ") == true)
  }

  @Test func `Titles and aliases that pages share are told`() {
    #expect(
      problems([
        "one": "---\naliases: [Same, Rose]\n---\n# One\n\nText.",
        "two": "---\naliases: [same, One]\n---\n# Two\n\nText.",
      ]).count == 2)
    #expect(problems(["one": "# Same\n\nText.", "two": "# Same\n\nText."]).count == 1)
    // In folders of their own the nearest is meant.
    #expect(problems(["x/one": "# Overview\n\nText.", "y/two": "# Overview\n\nText."]).isEmpty)
  }

  /// What is kept of a page is enough to say the same as the pages themselves.
  @Test func `Links packed into a line of text come out as they were`() {
    let page = page(
      "# A\n\n[[b#H|x]] [[c]] [[#^id]]\n\n## Connections\n- x/y — why\n\n## H\nx ^id\n")
    let packed = PackedLinks(text: PageOutline(page).links.text)
    #expect(packed.targets == ["b", "c", "", "x/y"])
    #expect(packed.links.map(\.heading) == ["H", "", "^id", ""])
    #expect(packed.links.map(\.isPlain) == [false, false, false, true])
    #expect(packed.anchors.map(String.init) == ["A", "Connections", "H", "^id"])
  }
}

@Suite struct NeighbourTests {
  private let vault = Vault(
    root: "/v",
    pages: [
      (
        "a",
        "# A\n\nSee [[b]] and [[gone]].\n\n## Connections\n- [[b]] — they share a clock\n- [[c#H]]\n"
      ),
      ("b", "# B\n\n[[a]] [[Gone.md]] [[b]]\n"),
      ("c", "# C\n\n## H\nText.\n"),
      ("d/alone", "# Alone\n\n[[nowhere]] [[alone]]\n"),
      ("d/lost", "# Lost\n\nText.\n"),
    ].map { page($0.1, $0.0) }.sorted { $0.file < $1.file })

  @Test func `A page's neighbours are those it links to and those that link to it`() {
    #expect(vault.pagesLinked(from: "a").map(\.page) == ["b", nil, "c"])
    #expect(vault.pagesLinked(from: "a").map(\.title) == ["B", "gone", "C"])
    #expect(vault.pagesLinking(to: "a").map(\.page) == ["b"])
    #expect(vault.pagesLinking(to: "b").map(\.place.line) == [3])
    #expect(vault.pagesLinked(from: "nothing").isEmpty)
  }

  @Test func `The reason of a connection is told`() {
    #expect(vault.reason(from: "a", to: "b") == "they share a clock")
    #expect(vault.reason(from: "b", to: "a").isEmpty)
    #expect(vault.reason(from: "a", to: "gone").isEmpty)
  }

  @Test func `Missing pages come with everybody who wants them, most wanted first`() {
    let missing = vault.missingPages
    #expect(missing.map(\.target) == ["gone", "nowhere"])
    #expect(missing.map(\.wanted) == [2, 1])
    #expect(missing.first?.places.map(\.file) == ["a.md", "b.md"])
  }

  @Test func `What the author says is unwritten is missing, and no problem`() {
    func problems(_ frontMatter: String) -> [String] {
      let text =
        "---\n\(frontMatter)\n---\n# Kites\n\nSee [[Wind]], [[line/knots]], [[kites#Tail]].\n"
      let vault = Vault(root: "/v", pages: [page(text, "kites")])
      #expect(vault.missingPages.map(\.target) == ["line/knots", "Wind"])
      return vault.problems.map(\.message)
    }
    #expect(problems("tags: [air]").count == 3)
    let one = problems("unwritten: [wind]")
    #expect(one.count == 2 && one.contains { $0.contains("line/knots") })
    // A heading that is not there is another matter.
    let all = problems("unwritten: all")
    #expect(all.count == 1 && all.contains { $0.contains("Tail") })
  }

  @Test func `Orphans have no link in or out`() {
    #expect(vault.orphans.map(\.path) == ["d/alone", "d/lost"])
  }

  /// Out of one page and into the other are the same links.
  @Test func `Both directions agree`() {
    var chance = Chance(3)
    for _ in 0..<40 {
      let names = (0..<8).map { "p\($0)" }
      let pages = names.map { name in
        let links = names.shuffled(using: &chance).prefix(Int.random(in: 0..<4, using: &chance))
        return page("# \(name)\n\n" + links.map { "[[\($0)]] " }.joined() + "\n", name)
      }
      let vault = Vault(root: "/v", pages: pages)
      for from in names {
        for to in names where to != from {
          let out = vault.pagesLinked(from: from).contains { $0.page == to }
          #expect(out == vault.pagesLinking(to: to).contains { $0.page == from })
        }
        let isAlone =
          vault.pagesLinked(from: from).isEmpty && vault.pagesLinking(to: from).isEmpty
        #expect(vault.orphans.contains { $0.path == from } == isAlone)
      }
    }
  }
}
