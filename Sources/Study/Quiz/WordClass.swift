/// What a word or a short phrase can be in a sentence, as far as its form tells. A wrong choice that
/// cannot be what the right one is would be seen to be wrong.
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let noun = WordClass(rawValue: 1)
  /// The base form: `validate`, `run the tests`.
  static let verb = WordClass(rawValue: 1 << 1)
  static let adjective = WordClass(rawValue: 1 << 2)
  static let adverb = WordClass(rawValue: 1 << 3)
  /// `reduces the cost`.
  static let statement = WordClass(rawValue: 1 << 4)
  /// Nothing is known of it.
  static let any: WordClass = [.noun, .verb, .adjective, .adverb, .statement]

  /// Of a phrase, by its first words and by the word it is about.
  init(ofPhrase words: [String], head: String) {
    let plain = words.map { $0.lowercased().filter { $0.isLetter || $0 == "-" } }
    guard let first = plain.first, !first.isEmpty else {
      self = .any
      return
    }
    guard plain.count > 1 else {
      self = WordClass(of: first)
      return
    }
    if let second = plain.dropFirst().first {
      let base = Self.base(ofThird: first)
      if Self.onlyVerbs.contains(first) { self = .verb; return }
      if let base, Self.onlyVerbs.contains(base) { self = .statement; return }
      if Self.behindVerbs.contains(second) {
        if Self.nounsAndVerbs.contains(first) { self = .verb; return }
        if let base, Self.nounsAndVerbs.contains(base) { self = .statement; return }
      }
      if Self.nounsAndVerbs.contains(first) { self = [.noun, .verb]; return }
    }
    let last = WordClass(of: head.lowercased().filter { $0.isLetter || $0 == "-" })
    if last == .adjective || last == .adverb { self = last; return }
    self = last.contains(.noun) ? [.noun, .statement] : .any
  }

  /// Of a word in lower case.
  init(of word: String) {
    if Self.onlyVerbs.contains(word) { self = .verb; return }
    if Self.nounsAndVerbs.contains(word) { self = [.noun, .verb]; return }
    if Self.adjectives.contains(word) { self = .adjective; return }
    if Self.ambiguous.contains(word) || word.utf8.count < 6 { self = .any; return }
    for (endings, found) in Self.endings where endings.contains(where: { word.hasSuffix($0) }) {
      self = found
      return
    }
    self = .any
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether the two can stand in the same place.
  func agrees(with other: WordClass) -> Bool { !isDisjoint(with: other) }

  private static func base(ofThird word: String) -> String? {
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return nil }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let stem = String(word.dropLast())
    if ["ches", "shes", "sses", "xes"].contains(where: { word.hasSuffix($0) }) {
      return String(word.dropLast(2))
    }
    return stem
  }

  private static let endings: [(Set<String>, WordClass)] = [
    (
      [
        "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "hood", "logy",
        "graphy", "ency", "ancy", "dom", "tions", "sions", "ments", "ities", "isms", "ture",
      ], .noun
    ),
    (["ise", "ize", "ify"], .verb),
    (["ly"], .adverb),
    (
      [
        "ive", "ous", "ful", "less", "able", "ible", "ical", "ial", "onal", "imal", "ural", "eral",
        "ic", "ary", "ed", "esque", "proof",
      ], .adjective
    ),
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Determiners, and what else hardly stands behind a noun.
  private static let behindVerbs = set(
    """
    a an the all any every each its their your our my his her no only this that these those it them \
    until before both more less enough
    """)

  private static let onlyVerbs = set(
    """
    accept achieve acquire activate adapt add adopt allocate allow analyse analyze apply arrange \
    ask assess assign assume attach automate avoid become begin believe bring build buy calculate \
    carry choose clarify collect combine compare compile complain compute conduct configure confirm \
    connect consider consolidate construct consume contain contribute convert convince create \
    decide declare decrease define delete deliver demonstrate deny depend deploy describe destroy \
    detect determine develop disable discard disclose discover discuss distribute eat eliminate \
    embed emit enable encode encourage enforce ensure enter establish evaluate examine exclude \
    execute expand explain explore expose extend extract find follow forget generate get give grow \
    happen harden have hide identify ignore imagine implement improve include increase inform \
    inherit inject insert inspect install integrate introduce invent invest investigate invite \
    invoke isolate iterate join justify keep know learn leave listen locate lose maintain make \
    manage measure merge migrate minimise mitigate obey observe obtain occur operate optimise \
    optimize overcome overwrite perform pick pour predict prefer prepare preserve prevent proceed \
    produce protect prove provide pull put raise read reassign rebuild recall receive recognise \
    recommend reconcile recover redirect reduce refine reject rely remember remove repair \
    replace represent require resolve respond restore restrict retain retrieve retry reveal rinse \
    run say seek select sell send separate serve set simplify solve specify split spread squash \
    standardise stay store strengthen struggle submit succeed suggest suppose suppress take teach \
    tell terminate throw transform translate try understand unify update use validate verify \
    visit wait warn weaken win write
    """)

  private static let nounsAndVerbs = set(
    """
    access act address aim alert answer approach archive arrest attack attempt audit back balance \
    ban bank base batch bid block board boost branch break breed broadcast brush budget buffer \
    burn cache call cap capture cast cause challenge change charge charm chart chase chat check \
    claim clean clear climb clone close coach code comment commit compress concern conduct conflict \
    control cook copy cost count cover crash credit cross cure cut cycle damage dance date deal \
    debate debug decay delay demand design detail display document double draft drain draw dream \
    dress drink drive drop dump edit effect emphasis end exchange exit experience experiment export \
    express face fail fall fear feature feed fight fill film filter finish fire fit fix flow focus \
    force form frame function gain grant group guarantee guard guess guide handle harm harvest heat \
    help hold host hunt impact import influence issue judge jump kick kill land launch lead lift \
    limit link list load lock log look love map march mark mask match matter mine mirror miss mix \
    model monitor mount move name need notice object offer open orbit order override package paint \
    part pass patch pause pay peak pin place plan plant play point poll pool practice present press \
    print process produce profile program progress project promise prompt protest prototype prune \
    publish punish purchase push query question quote race rank rate reach record refund regret \
    release repeat reply report request rescue research reset respect rest result return reveal \
    review reward ride ring rise risk rotate rule sail sample save scale scan schedule score scrape \
    search sense shape share shift ship shop show sign signal sink skip sleep slice smell smoke \
    snapshot sort sound speed spike stage stand start state step stop stream stress stretch strike \
    study supply support surprise survey suspect swap swim switch tag talk target taste tax test \
    thank think tie time touch tour trace track trade train transfer transport trap travel treat \
    trigger trim trust tune turn value view visit voice vote walk wash waste watch weigh wish work \
    wrap yield
    """)

  private static let adjectives = set(
    """
    able ample bad basic best better big brief bright broad calm cheap clear clever cold common \
    complex crude cruel dark deep dense direct dry dull early eager easy empty equal exact faint \
    fair fast fewer final fine firm flat frequent full gentle good grand great hard harsh heavy high \
    honest hot huge humble immune inert innocent keen kind large late lazy lean light likely long \
    loose loud low lower mature mild minor modern modest moist narrow neat new nice odd old pale \
    perfect plain polite poor precise prompt proud pure quick quiet rapid rare raw recent rich right \
    rigid ripe robust rough sad safe secure self-contained severe shallow sharp short simple slow \
    small smooth soft solid sparse stable steady steep stiff strange strict strong sudden sweet \
    tall tender thick thin tight tiny true ugly unique vague vast warm weak wet wide wild wise wrong \
    young
    """)

  /// Whose endings say nothing of them.
  private static let ambiguous = set(
    """
    academic adjective adverse alternative anomaly archive arithmetic assembly attribute automatic \
    basic cable capital characteristic classic clinic collective concise critic derivative detective \
    directive dynamic enable epidemic enterprise epic ethic executive exercise expertise fabric \
    family february franchise graphic heuristic imperative incentive initiative january july \
    library logic magic material mechanic metric mosaic motive music narrative native negative \
    noise objective official original panic perspective plastic potential practise precise premise \
    primary private promise public republic rhetoric salary secondary seed speed statistic summary \
    supply surprise table tactic temporary topic traffic tropic variable vocabulary wise hundred \
    embed exceed proceed succeed signature diary dictionary boundary creative relative reply rely \
    apply multiply fossil imply comply glossary itinerary commentary missionary bid shed
    """)
}
