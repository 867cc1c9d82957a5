/// Words that look like a slip for one another and mean something else.
enum Confusables {
  private static let groups = """
    complement compliment|principal principle|discreet discrete|causal casual|ingenious ingenuous
    stationary stationery|stalactite stalagmite|affect effect|adverse averse|allusion illusion delusion
    elusive allusive illusive|eminent imminent immanent|emigrate immigrate|emigration immigration
    emigrant immigrant|perspective prospective|prescribe proscribe|precede proceed|formally formerly
    moral morale|personal personnel|conscious conscience|council counsel|desert dessert|device devise
    ensure insure assure|elicit illicit|except accept|access excess|adapt adopt|addition edition
    assent ascent|alternate alternative|appraise apprise|ordinance ordnance|censor sensor censure
    continual continuous|credible creditable credulous|deference difference|deferential differential
    definite definitive|dependant dependent|disburse disperse|economic economical|entomology etymology
    exercise exorcise|extant extent|flaunt flout|founder flounder|historic historical|human humane
    implicit explicit|induce deduce|inductive deductive|inference interference|ingress egress
    interstate intrastate|interspecific intraspecific|interval internal|loose lose|luxuriant luxurious
    marital martial|median medial medium|mitosis meiosis|nitrate nitrite|sulphate sulphite sulphide
    sulfate sulfite sulfide|chlorate chlorite chloride|phosphate phosphite phosphide|oral aural
    parameter perimeter|perpetrate perpetuate|persecute prosecute|plaintiff plaintive|populace populous
    practical practicable|precedent president|preposition proposition|quiet quite|reality realty
    regimen regime regiment|relative relevant|respectfully respectively|revolution evolution resolution
    statue statute stature|symmetric asymmetric|systematic systemic|tortuous torturous|venal venial
    veracious voracious|vertical vertices|weather whether|adsorption absorption|adduction abduction
    afferent efferent|anion cation|aliphatic alicyclic|arteriole arterial|cytosol cytosine|thymine thiamine
    adenine adenosine|guanine guanosine|glycogen glucagon|ureter urethra|peroneal perineal perinatal
    prostate prostrate|ileum ilium|humerus humorous|callus callous|mucus mucous|dysphagia dysphasia
    hypertension hypotension|hyperglycemia hypoglycemia|hyperthermia hypothermia|macroscopic microscopic
    endogenous exogenous|endothermic exothermic|converge diverge|convergent divergent|convex concave
    ascending descending|inclusive exclusive|inclusion exclusion occlusion|internal external
    intensive extensive|intension intention|prefix postfix suffix|maximise minimise|maximize minimize
    maximum minimum|producer reducer|reduction deduction seduction|encoder decoder|encryption decryption
    encrypt decrypt|compile compiler|conversion conversation|conservation conversation|variable variance
    variation vacation|covariance covariant|gradient ingredient|tension tensor|vector sector
    transition translation transaction|translator transistor|permeable permanent|permission permutation
    combination commutation|commutative communicative|associative association|regression recession
    repression depression|expression impression|compression comprehension|induction deduction
    silicon silicone|neuron neutron|astronomy astrology|throughput throughout|methanol methanal
    ethanol ethanal|propanol propanal|butanol butanal|cosmology cosmetology|ecology etiology
    pathology phycology|phonology phenology|mycology myology|organism orgasm|ration ratio
    erosion corrosion|filtration infiltration|radiation irradiation|rotation notation
    latitude altitude longitude attitude aptitude|infection inflection inflexion injection
    inhibit inhabit exhibit|secrete excrete|stimulate simulate|stimulation simulation|larva lava
    carbonate carbide carbonyl|pharynx larynx|thymus thalamus|proton photon|meteor meteorite meteoroid
    monarchy matriarchy patriarchy|colonel colonial|radian radius radiant radial|integer integral
    cohesion adhesion coercion|cohesive adhesive|inflation deflation|appreciation depreciation
    deprecate depreciate|caching catching|parsing passing|packet pocket|socket rocket|polling pooling
    serialisation specialisation|serialization specialization|emission omission|eruption irruption
    insulin inulin|vertebra vertebrate|sediment sentiment|monologue analogue|abrasion abrogation
    amenable amendable|cartilage cartridge|embryology etymology|lactose lactase|maltose maltase
    petroleum petrolatum|presumption resumption|synapse synopsis|tribune tribute|validation valuation
    attribute attribution|contribute distribute|contribution distribution|statistic static|stratus status
    """

  private static let table: [String: Set<Int>] = {
    var table: [String: Set<Int>] = [:]
    let lines = groups.split { $0 == "|" || $0 == "\n" }
    for (number, group) in lines.enumerated() {
      for word in group.split(separator: " ") { table[String(word), default: []].insert(number) }
    }
    return table
  }()

  /// Whether two different words are known to be told apart by little.
  static func contains(_ left: String, _ right: String) -> Bool {
    guard left != right else { return false }
    return share(left, right) || share(singular(left), singular(right))
  }

  private static func share(_ left: String, _ right: String) -> Bool {
    guard left != right, let first = table[left], let second = table[right] else { return false }
    return !first.isDisjoint(with: second)
  }

  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
