import Foundation
import Testing

@testable import Notes

@Suite struct VaultTests {
  @Test func aFolderIsReadWithAllBelowItSorted() throws {
    let folder = try Folder([
      "b.md": "# B\n\nb", "a/z.markdown": "# Z\n\nz", "a/b/c.MD": "# C\n\nc",
      ".obsidian/x.md": "# no",
      ".hidden.md": "# no", "node_modules/y.md": "# no", "t.txt": "T", "p.png": "x",
      ".git/d.md": "# no",
    ])
    let vault = try Vault(at: folder.path)
    #expect(vault.pages.map(\.path) == ["a/b/c", "a/z", "b"])
    #expect(vault.pages.map(\.file) == ["a/b/c.MD", "a/z.markdown", "b.md"])
    #expect(vault.root == folder.path)
    #expect(vault.problems.isEmpty)
  }

  @Test func textFilesArePagesWhereThereIsNoMarkdown() throws {
    let folder = try Folder(["a.txt": "A Title\nSome text.\nKey Facts\n- one"])
    #expect(try Vault(at: folder.path).page("a")?.factTexts == ["one"])
    #expect(try Vault(at: folder.path + "/a.txt").pages.map(\.path) == ["a"])
  }

  @Test func oneFileIsAVault() throws {
    let folder = try Folder(["x/a.md": "# A\n[[b]]", "x/b.md": "# B"])
    let vault = try Vault(at: folder.path + "/x/a.md")
    #expect(vault.pages.map(\.path) == ["a"])
    #expect(vault.root == folder.path + "/x")
    #expect(vault.problems.count == 1)
  }

  @Test func whatIsNotThereOrHasNoPagesIsAnError() throws {
    let folder = try Folder(["x.png": "x"])
    let path = folder.path
    #expect(throws: NotesError.missing(path: path + "/no")) { try Vault(at: path + "/no") }
    #expect(throws: NotesError.noPages(path: path)) { try Vault(at: path) }
    try folder.write([], to: "a.md")
    #expect(throws: NotesError.noPages(path: path)) { try Vault(at: path) }
    #expect(throws: NotesError.noPages(path: path + "/a.md")) { try Vault(at: path + "/a.md") }
    #expect(
      throws: NotesError.unreadable(
        path: "/dev/null", reason: "it is neither a folder nor a file",
        remedy: "give a Markdown file, or a folder with some")
    ) {
      try Vault(at: "/dev/null")
    }
  }

  @Test func oneBadPageNeverHidesTheOthers() throws {
    let folder = try Folder(["good.md": "# Good\n\nText.", "empty.md": "  \n"])
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 0, 0, 0xFF], to: "binary.md")
    try folder.write(Array("# L\n\n".utf8) + Array(repeating: 97, count: 300), to: "long.md")
    try folder.write(Array("# Big\n".utf8) + Array(repeating: 10, count: 3000), to: "big.md")
    try folder.write(
      Array("# Caf".utf8) + [0xE9] + Array(" it\u{E9}\n\nText.\n".utf8), to: "latin.md")
    #expect(mkfifo(folder.path + "/pipe.md", 0o600) == 0)
    let vault = try Vault(
      at: folder.path, options: ReadingOptions(largestFile: 2000, longestLine: 200))
    #expect(vault.pages.map(\.path) == ["good", "latin"])
    #expect(
      vault.problems.map(\.file) == [
        "big.md", "binary.md", "empty.md", "latin.md", "long.md", "pipe.md",
      ])
    #expect(vault.problems.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
    #expect(vault.pages[1].title == "Café ité")
    let latin = try #require(vault.problems.first { $0.file == "latin.md" })
    #expect(latin.line == 1 && latin.column == 6 && latin.severity == .warning)
    let long = try #require(vault.problems.first { $0.file == "long.md" })
    #expect(long.line == 3 && long.severity == .error)
  }

  @Test(.enabled(if: getuid() != 0)) func anUnreadableFileIsAProblem() throws {
    let folder = try Folder(["a.md": "# A", "b.md": "# B"])
    chmod(folder.path + "/a.md", 0)
    let vault = try Vault(at: folder.path)
    #expect(vault.pages.map(\.path) == ["b"])
    #expect(vault.problems.map(\.file) == ["a.md"])
  }

  @Test func linksInTheFileSystemNeverLeadOutOrAround() throws {
    let outside = try Folder(["secret.md": "# Secret"])
    let folder = try Folder(["a/one.md": "# One\n\nText."])
    try folder.link("loop", to: ".")
    try folder.link("a/up", to: "..")
    try folder.link("again.md", to: "a/one.md")
    try folder.link("out", to: outside.path)
    try folder.link("out.md", to: outside.path + "/secret.md")
    try folder.link("gone.md", to: "nowhere")
    let vault = try Vault(at: folder.path)
    #expect(vault.pages.map(\.path) == ["a/one"])
    #expect(vault.problems.map(\.file) == ["gone.md", "out", "out.md"])
    try folder.link("vault", to: "a")
    #expect(try Vault(at: folder.path + "/vault").pages.map(\.path) == ["one"])
  }

  @Test func filesCanBeLeftOut() throws {
    let folder = try Folder([
      "a.md": "# A", "drafts/b.md": "# B", "x/drafts/c.md": "# C", "x/d.tmp.md": "# D",
      "x/y/e.md": "# E",
    ])
    func paths(_ patterns: String...) throws -> [String] {
      try Vault(at: folder.path, options: ReadingOptions(ignored: patterns)).pages.map(\.path)
    }
    #expect(try paths("drafts", "*.tmp.md") == ["a", "x/y/e"])
    #expect(try paths("/drafts", "x/*.md") == ["a", "x/drafts/c", "x/y/e"])
    #expect(try paths("x/**") == ["a", "drafts/b"])
    #expect(try paths("**/?.md") == ["x/d.tmp"])
  }

  @Test func pagesOfOneNameHaveDifferentPaths() throws {
    let folder = try Folder(["a.md": "# One\n\nText.", "a.markdown": "# Two\n\nText."])
    let vault = try Vault(at: folder.path)
    #expect(Set(vault.pages.map(\.path)).count == 2)
    #expect(vault.problems.count == 1)
  }
}

@Suite struct LinkTests {
  private let vault: Vault

  init() {
    let files = [
      ("index", "# Start\n\n[[safety/rlhf]]\n[[rlhf]]\nSee [[Nowhere]].\n"),
      (
        "llms/claude",
        "---\naliases: [The model]\n---\n# Claude\n\n[x](../safety/rlhf.md) [[Start]]\n"
      ),
      ("llms/notes/rlhf", "# RLHF notes\n"),
      ("safety/rlhf", "# Learning from feedback\n\n## Key Facts\n- a ^f1\n\n## The *Big* One!\n"),
      ("safety/Café", "# Coffee\n\n[[rlhf]] [[safety/rlhf|it]]\n"),
      ("index.v2", "# Second\n"),
    ]
    vault = Vault(
      root: "/vault", pages: files.map { page($0.1, $0.0) }.sorted { $0.file < $1.file })
  }

  private func resolve(_ target: String, from path: String = "index") -> String? {
    vault.resolve(target, from: path)?.path
  }

  @Test func linksResolveByPathThenNameThenTitle() {
    #expect(resolve("safety/rlhf") == "safety/rlhf")
    #expect(resolve("safety/rlhf.md") == "safety/rlhf")
    #expect(resolve("/safety/rlhf") == "safety/rlhf")
    #expect(resolve("claude") == "llms/claude")
    #expect(resolve("notes/rlhf") == "llms/notes/rlhf")
    #expect(resolve("Learning from Feedback") == "safety/rlhf")
    #expect(resolve("the model") == "llms/claude")
    #expect(resolve("SAFETY/RLHF") == "safety/rlhf")
    #expect(resolve("index.v2") == "index.v2")
    #expect(resolve("nothing") == nil)
    #expect(resolve("other/rlhf") == nil)
  }

  @Test func relativeLinksStartAtThePage() {
    #expect(resolve("../safety/rlhf.md", from: "llms/claude") == "safety/rlhf")
    #expect(resolve("./claude", from: "llms/claude") == "llms/claude")
    #expect(resolve("notes/rlhf", from: "llms/claude") == "llms/notes/rlhf")
    #expect(resolve("../../../etc/passwd", from: "llms/claude") == nil)
    #expect(resolve("../rlhf", from: "index") == nil)
    #expect(resolve("", from: "llms/claude") == "llms/claude")
  }

  @Test func theNearestOfSeveralIsMeant() {
    #expect(resolve("rlhf", from: "llms/notes/rlhf") == "llms/notes/rlhf")
    #expect(resolve("rlhf", from: "llms/claude") == "llms/notes/rlhf")
    #expect(resolve("rlhf", from: "safety/Café") == "safety/rlhf")
    #expect(resolve("rlhf", from: "index") == "safety/rlhf")
  }

  @Test func accentsMayBeComposedOrNot() {
    #expect(resolve("safety/Cafe\u{301}") == "safety/Café")
    #expect(resolve("CAFÉ") == "safety/Café")
  }

  @Test func headingsResolveToSections() throws {
    let target = try #require(vault.page("safety/rlhf"))
    #expect(vault.section("Key Facts", in: target) == 1)
    #expect(vault.section("the-big-one", in: target) == 2)
    #expect(vault.section("Key Facts#The Big One!", in: target) == 2)
    #expect(vault.section("^f1", in: target) == 1)
    #expect(vault.section("Other", in: target) == nil)
  }

  @Test func backlinksTellWhoLinksHereAndWhere() throws {
    #expect(
      vault.backlinks(to: "safety/rlhf") == [
        Backlink(page: "index", title: "Start", line: 3),
        Backlink(page: "index", title: "Start", line: 4),
        Backlink(page: "llms/claude", title: "Claude", line: 6),
        Backlink(page: "safety/Café", title: "Coffee", line: 3),
      ])
  }

  @Test func connectionsInPlainTextCountAsLinks() throws {
    let plain = Vault(
      root: "/v",
      pages: [
        page("A Page\nIt is here.\nConnections\n- x/b — why\n- x/c — why\n", "a"),
        page("# B\n\nText.", "x/b"),
      ])
    #expect(plain.backlinks(to: "x/b").map(\.line) == [4])
    #expect(plain.problems.map(\.line) == [5])
  }

  @Test func linksThatLeadNowhereAreReportedWithTheirPlace() throws {
    let problems = vault.problems.filter { $0.message.contains("leads to no page") }
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.file == "index.md" && problem.line == 5 && problem.column == 5)
    #expect(problem.severity == .warning)
    #expect(problem.message.contains("Nowhere"))
  }

  @Test func whatPeopleTypeFindsPages() {
    func find(_ typed: String) -> [String] { vault.find(typed).map(\.path) }
    #expect(find("safety/rlhf").first == "safety/rlhf")
    #expect(find("claude") == ["llms/claude"])
    #expect(find("CLAUDE.md") == ["llms/claude"])
    #expect(find("rlhf") == ["safety/rlhf", "llms/notes/rlhf"])
    #expect(find("learn").first == "safety/rlhf")
    #expect(find("feedback").first == "safety/rlhf")
    #expect(find("lmscl").first == "llms/claude")
    #expect(find("zzz") == [])
    #expect(find("").count == 6)
  }
}
