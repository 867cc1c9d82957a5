import Testing

@testable import Notes

/// The page that the program ships with, read from the vault that the program opens.
@Suite struct DeckTests {
  private let page: Page

  init() throws {
    let vault = try Vault(at: "\(repository)/Decks")
    page = try #require(vault.page("safety/ai-safety"))
  }

  @Test func itIsTheAISafetyPage() {
    #expect(page.title == "AI Safety")
    #expect(page.file == "safety/ai-safety.md")
    #expect(page.summary.hasPrefix("AI safety landscape — Anthropic's RSP (ASL-1 through ASL-4"))
    #expect(page.summary.hasSuffix("and the four core alignment failure modes."))
    #expect(page.frontMatter.list("cards") == ["definitions", "tables", "connections"])
  }

  @Test func itHasFiveFacts() {
    #expect(
      page.factTexts == [
        "RSP ASL levels: ASL-2 (marginal CBRN uplift), ASL-3 (substantial CBRN uplift — deployment pause trigger), ASL-4 (WMD-level — theoretical)",
        "Claude 4.x: evaluated at ASL-2 boundary",
        "Four alignment failure modes: specification failure, distribution shift, deceptive alignment, emergent capabilities",
        "Capability elicitation: false negatives (hidden capability) as dangerous as true positives — red-teaming finds maximum capability, not average",
        "Safety vs helpfulness: Anthropic's thesis is mostly a false trade-off; Claude scores high on both",
      ])
  }

  @Test func itHasThreeOpenQuestions() {
    #expect(
      page.questionTexts == [
        "How will ASL-3 evaluation criteria evolve as models become more capable at CBRN-adjacent tasks?",
        "Is deceptive alignment empirically observable in current frontier models, or still theoretical?",
        "Does interpretability (reading activations) provide a reliable path to detecting model misalignment before deployment?",
      ])
  }

  @Test func itHasSixConnections() {
    #expect(
      page.connections.map(\.target) == [
        "safety/constitutional-ai", "safety/mechanistic-interpretability", "llms/claude",
        "security/owasp-llm-top10", "security/red-teaming", "safety/scalable-oversight",
      ])
    #expect(
      page.connections.map(\.reason.plain) == [
        "Anthropic's training methodology for harmlessness", "understanding model internals",
        "RSP levels for Claude models", "external attack threat model (distinct from safety)",
        "red-teaming methodology",
        "designing oversight that works even when AI exceeds human capability",
      ])
  }

  @Test func itDefinesTheFailureModesTheKindsOfRedTeamingAndTheApproaches() {
    #expect(
      page.definitions.map { "\($0.group): \($0.term.plain)" } == [
        "The Core Problem: Specification failure", "The Core Problem: Distribution shift",
        "The Core Problem: Deceptive alignment", "The Core Problem: Emergent capabilities",
        "Types: Automated red-teaming", "Types: Human red-teaming", "Types: Capability elicitation",
        "Approaches: Debate", "Approaches: Amplification", "Approaches: Constitutional AI",
      ])
    #expect(
      page.definitions[0].text.plain
        == "the objective we trained doesn't actually capture what we want")
  }

  @Test func itHasTheTableOfLevelsAndTheTableOfLabs() throws {
    #expect(page.tables.map(\.table.title) == ["AI Safety Levels (ASL)", "Other Labs' Approaches"])
    let levels = try #require(page.tables.first).table
    #expect(levels.header.map(\.plain) == ["Level", "Description", "Current status"])
    #expect(
      levels.rows.map { $0.cells.map(\.plain) } == [
        [
          "ASL-1", "No potential for large-scale harm",
          "All current models below ASL-2 by definition",
        ],
        [
          "ASL-2", "Marginal uplift to bioweapons; basic CBRN knowledge",
          "Claude 4.x evaluated at ASL-2 boundary",
        ],
        [
          "ASL-3", "Substantial uplift to CBRN weapons; advanced cyberattacks",
          "Threshold that would trigger deployment pause",
        ],
        [
          "ASL-4", "Weapons of mass destruction, destabilising capabilities",
          "Theoretical; not yet approached",
        ],
      ])
    #expect(
      page.tables[1].table.rows.map { $0.cells[0].plain } == [
        "Anthropic", "OpenAI", "Google DeepMind", "Meta FAIR",
      ])
  }

  @Test func itsSectionsAreNestedAsInTheSource() {
    let index = page.sections.firstIndex { $0.title == "Scalable Oversight" } ?? 0
    #expect(page.trail(to: index) == ["Alignment Research Areas", "Scalable Oversight"])
    let policy = page.sections.firstIndex { $0.title.hasPrefix("Responsible") } ?? 0
    #expect(page.trail(to: policy) == ["Anthropic's Approach", "Responsible Scaling Policy (RSP)"])
    #expect(page.sections.last?.title == "Related reading")
  }
}
