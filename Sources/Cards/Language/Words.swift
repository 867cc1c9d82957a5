/// What the rules know of English. A text in another language still gives cards from its structure:
/// labels, lists, numbers, names and code.
enum Words {
  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// Words that are never asked for, and at which no answer begins or ends.
  static let function = set(
    """
    a an the this that these those it its it's they them their theirs he she his her him we us our \
    you your i my me one ones who whom whose which what where why how and or nor but yet so if then \
    else than as of in on at to from by for with without within into onto upon over under between \
    among across through throughout during before after until till since against about above below \
    per via like unlike despite beyond toward towards behind beside besides near around along off inside outside \
    out up down again further once while because although though unless whereas when whenever \
    wherever whether either neither both each every any some no not only just also even still \
    already always never often usually typically sometimes rarely mostly mainly primarily largely \
    generally roughly approximately about almost nearly exactly precisely very too quite rather more \
    most less least fewer many much few several such same other another others own all none nothing \
    something anything everything there here now today e.g i.e etc cf plus minus instead regardless \
    except including due given using based can't cannot don't doesn't didn't won't isn't aren't \
    wasn't weren't first must altogether together alone todo fixme
    """)

  /// Function words that a phrase may begin with: they are part of what is said.
  static let amounts = set(
    """
    one no all each every any some many few several most both neither either more less fewer other another same
    own much such nothing something everything none once twice least first up out mostly nearly almost largely
    """)

  /// Function words that a phrase may end in.
  static let quantities = set("both all none nothing everything each everyone anything")

  /// Words that stay in front of a blank: `the […]`, `only […]`.
  static let leadIns = set(
    """
    a an the its their his her our your this that these those it they also just only even still \
    always often usually typically about approximately roughly exactly precisely to be as of in on not now
    """)

  /// Capitals at the beginning that are no name, even with a number behind them.
  static let openers = set(
    """
    minimum maximum max min top average total typical default at only about around over up roughly \
    add use set keep start expect allow wait these those all
    """)

  /// `is` and its like: what follows says what the subject is.
  static let linking = set("is are was were means mean equals equal becomes become remains remain")

  /// `lets a server ask`: what follows is a thing and what it does.
  static let causatives = set(
    "let lets make makes help helps allow allows enable enables cause causes force forces")

  static let particles = set("up out down off away back over")

  static let modals = set("can could should would will may might must shall cannot")

  static let joiners = set(
    "and or nor but yet so then than because since though although that which who whose e.g i.e etc cf"
  )

  static let pronouns = set("it they them he she him her we us you i")

  /// Behind these stands a noun, or an infinitive.
  static let beforeNouns = set(
    """
    to a an the its their his her our your this these those no any every each some another same of in
    for with by at on from per via into
    """)

  static let auxiliary = set(
    """
    be been being am has have had do does did can could should would will may might must shall \
    let lets let's get gets got
    """)

  /// Verbs that take an object, in the forms in which notes use them most.
  static let verbs = set(
    """
    cancel buffer went became came gave took saw fell rose grew began broke brought chose drew drove forbade froze
    hid knew met ran said spoke struck threw understood won wrote mention     achieve add affect agree aim allow answer apply approve argue ask assign assume attach attend \
    avoid beat become begin behave believe belong block boost break bring build call capture carry \
    cause change check choose classify clear clone close collect combine come commit compare compete \
    compile compress compute concentrate connect consider contain control convert copy cost count cover crash create \
    cut deal decide declare default define delay delete deliver depend deploy describe design detect \
    determine develop disable discover display drain drive drop emit enable encode encourage end \
    enforce ensure enter equal evaluate exceed execute expect expire explain expose express extend extract \
    fail fall feed fetch fill filter find finish fit fix follow force forget form free gain gate \
    generate get give go govern grow guarantee handle happen help hide hit hold identify ignore \
    implement imply improve include increase indicate inform inherit inject insert install invoke \
    involve isolate join keep know lack launch lead learn leave let lie limit link list live load \
    lock log look lose lower maintain make manage map match maximise maximize measure merge minimise \
    minimize miss mitigate mix move name need notify obtain occur offer offload open operate optimise \
    optimize order outperform override own pass pay penalise penalize perform pin place plan play \
    point pool precede predict prefer prepare prevent process produce profile prohibit project \
    promote propagate propose protect prove provide pull push put raise range reach read receive \
    recommend record reduce refer reject rely remove render repeat replace report represent require \
    reset resolve restart restrict result retain retrieve return reuse reveal review reward rise run \
    sample save say scale scan schedule score search see select sell send separate serve set share shift \
    ship show shrink skew skip slow solve sort speed spend split spread stand start stay steer step \
    stop store stream strip struggle suffer suggest suit support surpass switch take target teach \
    fire kill mark block damage destroy restore rename rebuild recreate import export unpack inspect
    elect encrypt decrypt parse allocate defer embed replicate flush evict invalidate leak exploit bypass
    escalate steal spoof rotate revoke subscribe publish tokenise tokenize quantise quantize normalise
    normalize initialise initialize serialise serialize retry spawn mount spill divide multiply converge
    diverge oscillate saturate degrade tolerate assert mandate ban acquire announce deprecate adopt rewrite
    absorb reflect suppress conquer defeat invade reign marry establish abolish appoint fight win surrender
    annex unite invent publish compose dissolve evaporate condense freeze melt ignite digest secrete inhibit
    stimulate regulate relax infect diagnose criticise criticize conclude demonstrate illustrate emphasise
    emphasize resemble differ consist comprise constitute derive originate evolve migrate inhabit cultivate
    outlive undergo receive release starve orbit rotate erode deposit pollinate mutate replicate outnumber
    swap leave ease dominate exclude prefer presuppose coincide interfere interact contradict refute
    resend rerun matter tend tell terminate test think throw throttle tie train transfer transform translate treat trigger \
    trust try turn understand update upgrade use validate vary verify view wait want warm warn waive \
    work wrap write yield
    honour honor encompass accelerate accept accumulate activate adapt adjust advise aggregate amplify analyse analyze anticipate
    append arrive assemble assess attract authenticate authorise authorize automate await backfill bind blow
    boil borrow bounce burn calculate calibrate catch cease chase cite climb coerce complain complicate comply
    concatenate confirm confuse consolidate consume contribute convey coordinate correlate crawl deduplicate
    defend denote deny descend deserialise deserialize detach deteriorate die dilute disagree disappear discard
    disclose disrupt distort distribute drag draw duplicate eat elicit eliminate emerge emulate enhance enlarge
    enqueue enrich entail enumerate erase exacerbate exhaust exist expand explode explore extrapolate facilitate
    fluctuate forbid forgive fulfil generalise generalize grab grasp halve hallucinate heal hinder hoist hurt
    illuminate imitate impair impede impose incur infer inflate insist integrate intercept interleave
    interpolate interpret intersect introduce invert investigate invite iterate justify lean lend linger locate
    loosen magnify mediate memorise memorize mimic mislead modify motivate navigate necessitate negate neglect
    negotiate obey oblige observe obscure obstruct occupy omit oppose outweigh overcome overestimate overfit
    overlook overtake overwhelm overwrite owe penetrate perceive permit permute persist persuade poison populate
    possess postpone preload preserve presume prevail prioritise prioritize pronounce prune punish pursue quit
    react reappear reassign rebase recompute reconcile reconnect reconstruct recover recurse redact redirect
    refine refuse regenerate regress reinforce relay reload relocate remind reopen reorder repel reproduce
    rescue reside resist resize rethink revert revisit ruin satisfy scatter seek seize shed
    sink sit snap solidify specialise specialize specify squash squeeze stabilise stabilize stick straddle
    strengthen stretch submit subsample subtract succeed suffice summarise summarize supersede supervise suspend
    sustain swallow sweep synchronise synchronize synthesise synthesize tackle tempt threaten tighten traverse
    truncate unblock underestimate underfit undermine underpin unify unlock unroll unwind uphold utilise utilize
    vanish wake wander warrant weaken wear weigh widen wipe withdraw withhold withstand worsen
    """)

  /// Participles that do not end in `ed`.
  static let participles = set(
    """
    used built made known written run held kept found given shown set sold bought taught drawn driven \
    grown sent spent split spread rebuilt rewritten resold torn worn stolen frozen hidden cut put read led lost meant born begun broken chosen forbidden
    """)

  /// Adverbs that stand before a verb.
  static let adverbs = set("only just still always never often usually rarely also")

  static let prepositions = set(
    "for with in on at from into between during as to under over within across per by through against of about"
  )

  /// `does` → `do`, `means` → `mean`; nil for what is no third person.
  static func base(ofThird word: String) -> String? {
    switch word {
    case "is": return "be"
    case "has": return "have"
    case "does", "goes": return String(word.dropLast(2))
    default: break
    }
    guard word.hasSuffix("s"), word.utf8.count > 3 else { return nil }
    let stem = String(word.dropLast())
    if verbs.contains(stem) || linking.contains(stem) { return stem }
    if word.hasSuffix("es"), verbs.contains(String(word.dropLast(2))) {
      return String(word.dropLast(2))
    }
    if word.hasSuffix("ies"), verbs.contains(String(word.dropLast(3)) + "y") {
      return String(word.dropLast(3)) + "y"
    }
    return word.hasSuffix("ss") ? nil : stem
  }

  /// An adjective or adverb that says little alone.
  static let vague = set(
    """
    good bad better best worse worst new old big small large high low higher lower important useful \
    common different similar possible available necessary sufficient relevant specific general true \
    false valid main key real full free easy hard fast slow thing things way ways case cases \
    separate optional needed used required provided time use example work unknown reliable
    critical crucial essential vital significant efficient effective original robust simple powerful
    meaningful unnecessary sensible acceptable suitable appropriate helpful useless obvious enough
    mechanism approach method process kind type sort part role factor strategy issue problem
    safer cheaper faster slower larger smaller shorter longer simpler stronger weaker newer older
    harder easier cleaner lighter heavier richer poorer bigger greater hurt
    multiple various numerous backwards backward forward forwards wrong right correct
    able unable likely unlikely
    sufficient ideal popular notable classic typical usual standard strong weak clear difficult hard nice fine great
    """)

  /// Acronyms that are words by now.
  static let generic = set(
    "ai api apis app cpu cpus gpu gpus ci cd ci/cd ui url urls json http https html sql llm llms db os io sdk cli pr prs ml it id ids ram ssd pc"
  )

  static let abbreviations = set(
    "e.g i.e vs etc approx cf no fig eq ch sec vol dr mr mrs ms prof inc ltd jr sr al ca est max min art arts para pp"
  )

  /// Where a phrase with information of its own begins; the numbers order the phrases.
  static let strongMarkers = set(
    """
    until unless without because via by through instead except regardless whereas despite against \
    before after
    """)
  static let weakMarkers = set(
    "for with in on at from into between during as than to of under over within across per when if")

  static let counts: [String: Int] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "both": 2,
  ]
  static func count(_ number: Int) -> String {
    counts.first { $0.value == number && $0.key != "both" }?.key ?? String(number)
  }

  static let units = set(
    """
    % percent ms ns µs μs us s sec secs second seconds min mins minute minutes h hr hrs hour hours day days week \
    weeks month months year years byte bytes bit bits kb mb gb tb pb kib mib gib tib kb/s mb/s gb/s \
    tb/s mbps gbps hz khz mhz ghz w kw mw kwh v mv a ma nm mm cm m km g kg mg px pt em rem fps rpm \
    qps rps tps thousand million billion trillion dollars \
    euros pounds cents °c °f k flops tflops pflops metre metres meter meters litre litres liter liters gram grams kilogram kilograms
    watt watts volt volts amp amps joule joules kelvin lux lumen lumens db bar psi newton newtons hp inch
    tonne tonnes ton tons mile miles foot feet inch inches knot knots kcal cal ml cl dl pg ng µg μg x bc bce ce
    """)

  static let months = set(
    """
    january february march april may june july august september october november december jan feb \
    mar apr jun jul aug sep sept oct nov dec
    """)

  /// Nouns that promise an order.
  static let orders = set(
    "steps stages phases order sequence pipeline path lifecycle workflow flow hierarchy levels")
}
