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
    something anything everything anywhere everywhere somewhere nowhere there here now today e.g i.e etc cf plus minus instead regardless \
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
    abolish absorb accelerate accept accumulate achieve acquire activate adapt add adjust adopt advise
    affect aggregate agree aim allocate allow amplify analyse analyze annex announce answer anticipate
    append apply appoint approve argue arrive ask assemble assert assess assign assume attach attend attract
    authenticate authorise authorize automate avoid await backfill ban beat became become began begin behave
    believe belong bind block blow boil boost borrow bounce break bring broke brought buffer build burn
    bypass calculate calibrate call came cancel capture carry catch cause cease change chase check choose
    chose cite classify clear climb clone close coerce coincide collect combine come commit compare compete
    compile complain complicate comply compose compress comprise compute concatenate concentrate conclude
    condense confirm confuse connect conquer consider consist consolidate constitute consume contain
    contradict contribute control converge convert convey coordinate copy correlate cost count cover crash
    crawl create criticise criticize cultivate cut damage deal decide declare decrypt deduplicate default
    defeat defend defer define degrade delay delete deliver demonstrate denote deny depend deploy deposit
    deprecate derive descend describe deserialise deserialize design destroy detach detect deteriorate
    determine develop diagnose die differ digest dilute disable disagree disappear discard disclose discover
    display disrupt dissolve distort distribute diverge divide dominate drag drain draw drew drive drop
    drove duplicate ease eat elect elicit eliminate embed emerge emit emphasise emphasize emulate enable
    encode encompass encourage encrypt end enforce enhance enlarge enqueue enrich ensure entail enter
    enumerate equal erase erode escalate establish evaluate evaporate evict evolve exacerbate exceed exclude
    execute exhaust exist expand expect expire explain explode exploit explore export expose express extend
    extract extrapolate facilitate fail fall feed fell fetch fight fill filter find finish fire fit fix
    fluctuate flush follow forbade forbid force forget forgive form free freeze froze fulfil gain gate gave
    generalise generalize generate get give go govern grab grasp grew grow guarantee hallucinate halve
    handle happen heal help hid hide hinder hit hoist hold honor honour hurt identify ignite ignore
    illuminate illustrate imitate impair impede implement imply import impose improve include increase incur
    indicate infect infer inflate inform inhabit inherit inhibit initialise initialize inject insert insist
    inspect install integrate interact intercept interfere interleave interpolate interpret intersect
    introduce invade invalidate invent invert investigate invite invoke involve isolate iterate join justify
    keep kill knew know lack launch lead leak lean learn leave lend let lie limit linger link list live load
    locate lock log look loosen lose lower magnify maintain make manage mandate map mark marry match matter
    maximise maximize measure mediate melt memorise memorize mention merge met migrate mimic minimise
    minimize mislead miss mitigate mix modify motivate mount move multiply mutate name navigate necessitate
    need negate neglect negotiate normalise normalize notify obey oblige obscure observe obstruct obtain
    occupy occur offer offload omit open operate oppose optimise optimize orbit order originate oscillate
    outlive outnumber outperform outweigh overcome overestimate overfit overlook override overtake overwhelm
    overwrite owe own parse pass pay penalise penalize penetrate perceive perform permit permute persist
    persuade pin place plan play point poison pollinate pool populate possess postpone precede predict
    prefer preload prepare preserve presume presuppose prevail prevent prioritise prioritize process produce
    profile prohibit project promote pronounce propagate propose protect prove provide prune publish pull
    punish pursue push put quantise quantize quit raise ran range reach react read reappear reassign rebase
    rebuild receive recommend recompute reconcile reconnect reconstruct record recover recreate recurse
    redact redirect reduce refer refine reflect refuse refute regenerate regress regulate reign reinforce
    reject relax relay release reload relocate rely remind remove rename render reopen reorder repeat repel
    replace replicate report represent reproduce require rerun rescue resemble resend reset reside resist
    resize resolve restart restore restrict result retain rethink retrieve retry return reuse reveal revert
    review revisit revoke reward rewrite rise rose rotate ruin run said sample satisfy saturate save saw say
    scale scan scatter schedule score search secrete see seek seize select sell send separate serialise
    serialize serve set share shed shift ship show shrink sink sit skew skip slow snap solidify solve sort
    spawn specialise specialize specify speed spend spill split spoke spoof spread squash squeeze stabilise
    stabilize stand start starve stay steal steer step stick stimulate stop store straddle stream strengthen
    stretch strip struck struggle submit subsample subscribe subtract succeed suffer suffice suggest suit
    summarise summarize supersede supervise support suppress surpass surrender suspend sustain swallow swap
    sweep switch synchronise synchronize synthesise synthesize tackle take target teach tell tempt tend
    terminate test think threaten threw throttle throw tie tighten tokenise tokenize tolerate took train
    transfer transform translate traverse treat trigger truncate trust try turn unblock underestimate
    underfit undergo undermine underpin understand understood unify unite unlock unpack unroll unwind update
    upgrade uphold use utilise utilize validate vanish vary verify view wait waive wake wander want warm
    warn warrant weaken wear weigh went widen win wipe withdraw withhold withstand won work worsen wrap
    write wrote yield
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
    tb/s mbps gbps hz khz mhz ghz w kw mw gw tw kwh mwh gwh twh wh v mv a ma nm mm cm m km g kg mg px pt em rem fps rpm \
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
