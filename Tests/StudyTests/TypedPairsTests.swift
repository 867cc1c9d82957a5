import Cards
import Testing

@testable import Study

/// Typed answers as people give them, and as they get them wrong, by what is at stake.
@Suite struct TypedPairsTests {
  /// Meant the same: right.
  static let right: [(group: String, pairs: [(String, String)])] = [
    (
      "numbers",
      [
        ("1,000", "1e3"), ("1000", "1 000"), ("1000", "1.0e3"), ("1e3", "1,000"), ("1000", "10^3"),
        ("50%", "50 per cent"), ("50%", "50 percent"), ("50%", "50 %"), ("50%", "fifty percent"),
        ("3.5 GB", "3.5GB"), ("3.5GB", "3.5 gb"), ("3.5 GB", "3.5 gigabytes"), ("10 ms", "10ms"),
        ("10 ms", "10 milliseconds"), ("0.5", ".5"),
        ("12 h", "12 hours"), ("12 hours", "12 hrs"), ("5 min", "5 minutes"),
        ("30 s", "30 seconds"),
        ("30 s", "30 sec"), ("2 km", "2 kilometres"), ("70 °C", "70°C"), ("70 °C", "70 degrees C"),
        ("20 kg", "20 kilograms"), ("1.5 million", "1,500,000"), ("1.5M", "1.5 million"),
        ("7B", "7 billion"), ("46.7B", "46.7 billion"), ("twelve", "12"), ("12", "twelve"),
        ("twenty-one", "21"), ("3rd", "third"), ("−5", "-5"), ("≥ 5", ">= 5"), ("≤10", "<= 10"),
        ("~$3.50", "$3.50"), ("$3.50", "3.50 dollars"), ("€40", "40 euros"), ("2×", "2x"),
        ("2–3", "2-3"), ("2–3 years", "2 to 3 years"), ("10%–20%", "10-20%"), ("1/2", "1 / 2"),
      ]
    ),
    (
      "dates",
      [
        ("3 May 1887", "May 3, 1887"), ("3 May 1887", "3rd May 1887"), ("May 2026", "may 2026"),
        ("3 May 1887", "3 may 1887"), ("2 August 2025", "2 Aug 2025"), ("1990s", "1990s"),
        ("2 August 2025", "2nd of August 2025"), ("2025-08-02", "2 August 2025"),
        ("2 August 2025", "2025-08-02"),
      ]
    ),
    (
      "words",
      [
        ("the objective", "objective"), ("a hollow", "hollow"), ("naïve Bayes", "naive bayes"),
        ("behaviour", "behavior"), ("optimisation", "optimization"), ("centre", "center"),
        ("labelled data", "labeled data"), ("catalogue", "catalog"), ("defence", "defense"),
        ("analyse", "analyze"), ("matrices", "matrix"), ("indices", "index"),
        ("hypotheses", "hypothesis"),
        ("vertices", "vertex"), ("phenomena", "phenomenon"), ("boxes", "box"),
        ("policies", "policy"),
        ("leaves", "leaf"), ("data retrieval", "Data Retrieval."),
        ("state-of-the-art", "state of the art"),
        ("e-mail", "email"), ("GitHub", "github"), ("interpretability", "interpretabilty"),
        ("alignment", "alignement"), ("mechanistic", "mechanstic"),
        ("Constitutional AI", "constitutional ai"),
        ("hallucination", "halucination"), ("orchestration", "orchestation"), ("it’s", "its"),
        ("do not deploy", "don't deploy"), ("cannot", "can not"), ("cannot", "can't"),
        ("\"quoted\"", "quoted"), ("x = y", "x=y"), ("read/write", "read / write"),
        ("learnt", "learned"), ("programme", "program"), ("colour of the sky", "color of the sky"),
        ("towards", "toward"), ("judgement", "judgment"), ("cross-entropy", "cross entropy"),
        ("human feedback", "human-feedback"), ("Reinforcement Learning", "reinforcement learning"),
        ("Żubrówka", "Zubrowka"), ("Curaçao", "curacao"), ("São Paulo", "sao paulo"),
      ]
    ),
    (
      "brackets and short forms",
      [
        ("Responsible Scaling Policy (RSP)", "rsp"), ("RSP (Responsible Scaling Policy)", "RSP"),
        ("RSP (Responsible Scaling Policy)", "responsible scaling policy"),
        ("Retrieval-Augmented Generation (RAG)", "RAG"), ("`fixup` (or `f`)", "fixup"),
        ("orchestration (agents calling agents)", "orchestration"),
        ("MMLU (near-saturated)", "MMLU"),
      ]
    ),
    (
      "code",
      [
        ("`git push --force`", "git push --force"), ("`a+b`", "a + b"),
        ("`print(x)`", "print( x )"),
        ("`SELECT * FROM t`", "select * from t"), ("`SELECT * FROM t;`", "SELECT * FROM t"),
        ("`max_tokens`", "max_tokens"), ("`'x'`", "'x'"), ("`foo()`", "foo"),
      ]
    ),
    (
      "more",
      [
        ("1,000,000", "1e6"), ("1,000,000", "10^6"), ("100k", "100,000"),
        ("14K questions", "14,000 questions"),
        ("25 seconds", "25s"), ("25 seconds", "25 sec"), ("80 GB", "80gb"),
        ("4.8 TB/s", "4.8 tb/s"), ("700W", "700 w"),
        ("512 MiB", "512 mib"), ("24 hours a day", "24 h a day"), ("2 weeks", "two weeks"),
        ("20%", "20"),
        ("1 May 2024", "2024-05-01"), ("between 5 and 10", "between 5 and 10"),
        ("the model itself", "model itself"), ("search engines", "a search engine"),
        ("human oversight", "oversight by humans"),
        ("red and green", "green and red"), ("CPU, memory, disk", "disk, CPU, memory"),
        ("CI/CD configuration", "ci/cd configuration"),
        ("pre-training", "pretraining"), ("pretraining", "pre-training"), ("data set", "dataset"),
        ("time-out", "timeout"),
        ("open source", "open-source"), ("multi-agent", "multiagent"),
        ("anti-pattern", "antipattern"), ("K-means", "k means"),
        ("Bayes' theorem", "Bayes theorem"), ("Bayes’ theorem", "bayes' theorem"),
        ("Moore's law", "moores law"),
        ("Schrödinger", "Schrodinger"), ("Gödel", "Godel"), ("Müller", "Muller"), ("Łódź", "Lodz"),
        ("Pokémon", "pokemon"),
        ("fulfilment", "fulfillment"), ("aeroplane", "aeroplanes"),
        ("encyclopaedia", "encyclopedia"), ("grey", "gray"),
        ("cancelled", "canceled"), ("travelling", "traveling"), ("modelled", "modeled"),
        ("theatre", "theater"), ("honour", "honor"),
        ("organise", "organize"), ("dialogue", "dialog"), ("licence", "license"),
        ("practise", "practice"), ("tyre", "tire"),
        ("capability elicitation", "capabilty elicitation"), ("superalignment", "superalignement"),
        ("misalignment", "misalignement"),
        ("hydrogen", "hydrogn"), ("photosynthesis", "photosynthesys"),
        ("Constantinople", "Constantinopel"), ("parallel", "paralell"),
        ("accommodation", "accomodation"), ("separately", "seperately"),
        ("occurrence", "occurence"), ("necessary", "neccessary"),
      ]
    ),
  ]

  /// Amounts, levels and dates in other words: right.
  static let equal: [(String, String)] = [
    ("100 Mbps", "100 Mbit/s"), ("100 MB/s", "100 MBps"), ("10 MW", "10 megawatts"),
    ("10 mW", "10 milliwatts"), ("250 ml", "250 mL"), ("5 km/h", "5 kph"),
    ("5 m/s", "5 metres per second"), ("1 hour", "60 minutes"), ("90 minutes", "1.5 hours"),
    ("2 min", "120 s"), ("1 week", "7 days"), ("1 year", "12 months"), ("1 km", "1000 m"),
    ("4 kHz", "4000 Hz"), ("1.5 s", "1500 ms"), ("€1.50", "1.50€"), ("¥100", "100 yen"),
    ("3 × 10^8 m/s", "3e8 m/s"), ("3 × 10^8 m/s", "300,000,000 m/s"),
    ("6.022 × 10^23", "6.022e23"), ("1/2", "0.5"), ("1/4", "a quarter"), ("0.25", "1/4"),
    ("two thirds", "2/3"), ("10x", "10 times"), ("4–6", "between 4 and 6"),
    ("4–6 weeks", "from four to six weeks"), ("100+", "more than 100"), ("100+", "at least 100"),
    (">100", "over 100"), ("<5%", "less than 5%"), ("≥ 18", "18 or more"), ("≥ 18", "at least 18"),
    ("≤ 10", "up to 10"), ("≤ 10", "no more than 10"), ("a dozen", "12"),
    ("two", "a pair"), ("a pair of wings", "2 wings"),
    ("one hundred and fifty", "150"), ("21st century", "twenty-first century"), ("−40", "minus 40"),
    ("Phase II", "phase 2"), ("World War II", "World War 2"), ("Henry VIII", "Henry 8"),
    ("type I error", "type 1 error"), ("CO₂", "CO2"), ("x² + y²", "x^2 + y^2"),
    ("7 May 1824", "7.5.1824"), ("7 May 1824", "7/5/1824"), ("May 2026", "05/2026"),
    ("44 BC", "44 BCE"), ("AD 79", "79 CE"), ("1939–1945", "1939-45"), ("mice", "mouse"),
    ("children", "child"), ("feet", "foot"), ("sulphuric acid", "sulfuric acid"),
    ("pyjamas", "pajamas"), ("U.S.A.", "USA"), ("Ph.D.", "PhD"),
  ]

  /// The same in sight, and something else.
  static let unequal: [(String, String)] = [
    ("100 Mbps", "100 MBps"), ("100 Mbps", "100 Gbps"), ("10 MW", "10 mW"),
    ("10 minutes", "10 hours"), ("1 hour", "100 minutes"), ("1.5 hours", "15 minutes"),
    ("1 km", "100 m"), ("5 km/h", "5 m/s"), ("5 km/h", "5 km"), ("3 × 10^8", "3 × 10^7"),
    ("1/2", "1/4"), ("1/2", "0.2"), ("two thirds", "3/2"), ("a quarter", "a third"),
    ("the third", "1/3"), ("10x", "100 times"), ("4–6", "between 4 and 8"),
    ("from 4 to 6", "from 6 to 4"), ("100+", "under 100"), ("> 100", "≥ 100"),
    ("at least 18", "at most 18"), ("more than 100", "less than 100"), ("over 100", "100"),
    ("no more than 10", "more than 10"), ("one hundred and fifty", "105"),
    ("21st century", "22nd century"), ("minus 40", "40"), ("Phase II", "Phase III"),
    ("Phase II", "phase 3"), ("type I error", "type II error"), ("type I error", "type 2 error"),
    ("Henry VIII", "Henry VII"), ("CO₂", "CO"), ("x² + y²", "x² - y²"), ("x²", "x³"),
    ("7 May 1824", "8.5.1824"), ("7 May 1824", "7/6/1824"), ("May 2026", "06/2026"),
    ("44 BC", "AD 44"), ("AD 79", "79 BC"), ("1939–1945", "1939-46"), ("latitude", "altitude"),
    ("infection", "inflection"), ("larynx", "pharynx"), ("U.S.A.", "U.S.S.R."),
    ("a vitamin I", "a vitamin 2"),
  ]

  /// Times of the day, parts, and what else is written in two ways.
  static let equalParts: [(String, String)] = [
    ("2 pm", "14:00"), ("14:00", "2:00 p.m."), ("2:30 pm", "14:30"), ("2.30 pm", "14:30"),
    ("noon", "12:00"), ("12 noon", "12 pm"), ("midnight", "00:00"), ("9 a.m.", "09:00"),
    ("12 am", "00:00"), ("half", "50%"), ("half of the cells", "50 per cent of the cells"),
    ("a quarter", "25%"), ("three quarters", "75 %"), ("two fifths", "40%"), ("½", "0.5"),
    ("½ cup", "half a cup"), ("1½ hours", "90 minutes"), ("1.5 hours", "one and a half hours"),
    ("half an hour", "30 minutes"), ("2.5", "two and a half"), ("1 1/2", "1.5"), ("2 ¾", "2.75"),
    ("one hundred", "100"), ("2500", "two thousand five hundred"), ("a million", "1,000,000"),
    ("1,5", "1.5"), ("$2 million", "$2m"), ("10⁻³", "0.001"), ("10^-3", "10⁻³"),
    ("twice a week", "two times a week"), ("every day", "daily"), ("F sharp", "F#"),
    ("B flat", "B♭"), ("less than half", "less than 50%"), ("IV", "4"), ("3.5 h", "3 h 30 min"),
    ("90 minutes", "1 hour and 30 minutes"), ("two and a half million", "2,500,000"),
    ("Mount Everest", "Mt Everest"), ("St Petersburg", "Saint Petersburg"),
  ]

  static let unequalParts: [(String, String)] = [
    ("2 pm", "2 am"), ("2 pm", "02:00"), ("14:00", "4 pm"), ("14:30", "2 pm"), ("12 am", "12:00"),
    ("10:30:15", "10:30:16"), ("16:9", "9:16"), ("half", "5%"), ("half", "50"), ("a third", "30%"),
    ("50%", "0.5"), ("½ cup", "a cup"), ("½ cup", "¼ cup"), ("1½", "½"), ("1.5", "1,500"),
    ("1.5", "15"), ("10⁻³", "10⁻²"), ("10⁻³", "10³"), ("twice", "three times"), ("F#", "F"),
    ("C#", "D#"), ("B♭", "B"), ("less than half", "more than 50%"), ("$2m", "$2bn"),
    ("3 h 30 min", "3 h 20 min"), ("3 h 30 min", "33 min"), ("37 °C", "37 K"), ("IV", "6"),
    ("60 km/h", "60"), ("20%", "1/4"),
  ]

  /// Two names, or two words for two things, that differ in a few letters.
  static let namesApart: [(String, String)] = [
    ("Dominica", "Dominican"), ("Austria", "Australia"), ("Slovakia", "Slovenia"),
    ("Titanium", "Titania"), ("silicon", "silica"), ("magnesium", "magnesia"),
    ("World War II", "WWI"),
    ("WW1", "World War II"), ("World War I", "WW2"),
    ("Iran", "Iraq"), ("Niger", "Nigeria"), ("Gambia", "Zambia"), ("Colombia", "Columbia"),
    ("Mauritania", "Mauritius"), ("Thomson", "Thompson"), ("Lorentz", "Lorenz"),
    ("Hawking", "Hawkins"), ("Anderson", "Andersen"), ("Christian", "Christina"),
    ("Alexander", "Alexandra"), ("Johnson", "Johnston"), ("Freiburg", "Freiberg"),
    ("Stevenson", "Stephenson"), ("Livingston", "Livingstone"), ("Victoria", "Victorian"),
    ("Galileo", "Galilei"), ("Cordoba", "Cordova"), ("Palladium", "Palladio"),
    ("Darwin", "Darwen"), ("Claudius", "Claudia"), ("ontology", "oncology"),
    ("phonology", "phenology"), ("topography", "tomography"), ("monotheism", "monotheist"),
    ("stratus", "status"),
  ]

  /// Names as they are mistyped.
  static let namesMistyped: [(String, String)] = [
    ("Constantinople", "Constantinopel"), ("Constantinople", "Constantinoole"),
    ("Shakespeare", "Shakespere"), ("Philippines", "Phillipines"), ("Mississippi", "Missisippi"),
    ("Tchaikovsky", "Tchaikovksy"), ("Nietzsche", "Nietszche"), ("Pythagoras", "Pythogoras"),
    ("Massachusetts", "Massachusets"), ("Kierkegaard", "Kierkegard"), ("Copernicus", "Coprenicus"),
    ("Caribbean", "Carribean"), ("Cincinnati", "Cincinatti"), ("Psychology", "psycology"),
    ("Photosynthesis", "photosynthesys"), ("Interpretability", "interpretabilty"),
  ]

  @Test(arguments: equalParts) func theSameInOtherWordsIsRight(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "the other way round")
  }

  @Test(arguments: unequalParts + namesApart)
  func somethingElseIsWrong(answer: String, typed: String) {
    #expect(!TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(
      !TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "the other way round")
  }

  @Test(arguments: namesMistyped) func aSlipInANameIsForgiven(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
  }

  /// `70` for `70 kg`: nothing else can be meant, unless the prompt speaks of another unit.
  @Test func theUnitOfABareNumberMayBeLeftOut() {
    func isRight(_ typed: String, _ answer: String, prompt: String = "") -> Bool {
      TypedAnswer(prompt: prompt).judge(typed, answer: answer, kind: .cloze).isRight
    }
    #expect(isRight("70", "70 kg") && isRight("20", "20 °C"))
    #expect(!isRight("71", "70 kg") && !isRight("70 g", "70 kg"))
    #expect(!isRight("70", "70 kg", prompt: "How many grams?"))
    #expect(!isRight("90", "90 °C", prompt: "At how many °F?"))
    #expect(isRight("70", "70 kg", prompt: "It lifts […] in a day"), "a day is no weight")
    #expect(!isRight("10", "10 ms", prompt: "How many seconds does it take?"))
    #expect(!isRight("4.8", "4.8 TB/s") && !isRight("1990", "1990s"))
    #expect(!isRight("70 kg", "70") && isRight("70 kg", "70", prompt: "Weight in kg: […]"))
  }

  @Test(arguments: equal) func theSameAmountIsRight(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "the other way round")
  }

  @Test(arguments: unequal) func anotherAmountIsWrong(answer: String, typed: String) {
    #expect(!TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
    #expect(
      !TypedAnswer().judge(answer, answer: typed, kind: .cloze).isRight, "the other way round")
  }

  @Test(arguments: [
    ("World War II", "WWII"), ("World War II", "ww2"), ("WWII", "world war 2"),
    ("WW1", "World War One"), ("since World War II", "since WWII"),
  ])
  func aNameWithANumberMayBeShortened(answer: String, typed: String) {
    #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight)
  }

  @Test func classicalPluralsAreForgiven() {
    for (answer, typed) in [
      ("bacterium", "bacteria"), ("criteria", "criterion"), ("Medium", "media"),
      ("strata", "stratum"),
    ] {
      #expect(TypedAnswer().judge(typed, answer: answer, kind: .cloze).isRight, "\(answer)")
    }
  }

  @Test func aListOfWordsNeedsNothingBetweenThem() {
    let judge = TypedAnswer()
    let colours = "red, green, blue"
    #expect(judge.judge("blue red green", answer: colours, kind: .list).isRight)
    #expect(!judge.judge("blue red", answer: colours, kind: .list).isRight)
    #expect(!judge.judge("blue red green grey", answer: colours, kind: .list).isRight)
    let steps = "load → transform → save"
    #expect(judge.judge("load transform save", answer: steps, kind: .order).isRight)
    #expect(!judge.judge("save transform load", answer: steps, kind: .order).isRight)
  }

  /// Something else: wrong.
  static let wrong: [(group: String, pairs: [(String, String)])] = [
    (
      "numbers",
      [
        ("1,000", "1,00"), ("1000", "1001"), ("1000", "100"), ("1e3", "1e4"), ("10^3", "10^4"),
        ("50%", "5%"), ("50%", "50.5%"), ("50%", "0.5"), ("3.5 GB", "35 GB"), ("3.5 GB", "3.6 GB"),
        ("1.10", "1.1"), ("3.10", "3.1"), ("v1.10", "v1.1"), ("version 2.0.1", "version 2.0.10"),
        ("Python 3.10", "Python 3.1"), ("-5", "5"), ("5", "-5"), ("+5", "-5"), ("< 5", "> 5"),
        ("≤ 5", "< 5"), ("≥ 5", "≤ 5"), ("2–3", "2–4"), ("2–3", "3–2"), ("2–3", "2"), ("2–3", "23"),
        ("10–20%", "10%"), ("1 in 5", "5 in 1"), ("1:10", "10:1"), ("1/2", "2/1"),
        ("3 of 4", "4 of 3"),
        ("twelve", "twenty"), ("thirteen", "thirty"), ("fifteen", "fifty"), ("first", "second"),
        ("3rd", "4th"), ("1.5 million", "1.5 billion"), ("7B", "7M"), ("7B", "70B"),
        ("1e-3", "1e3"),
        ("0.001", "0.01"), ("10^-3", "10^3"), ("1887", "1878"), ("1990s", "1990"), ("404", "403"),
        ("2x", "3x"), ("half", "a third"), ("double", "triple"), ("hundreds", "thousands"),
      ]
    ),
    (
      "units",
      [
        ("10 ms", "10 s"), ("10 s", "10 ms"), ("5 GB", "5 GiB"), ("5 GB", "5 Gb"), ("5 GB", "5 TB"),
        ("5 MB/s", "5 Mb/s"), ("3 km", "3 m"), ("3 kg", "3 g"), ("70 °C", "70 °F"),
        ("5 min", "5 h"),
        ("2 days", "2 weeks"), ("2 months", "2 years"), ("$5", "£5"), ("€35M", "$35M"),
        ("10 kW", "10 kWh"),
        ("20 mg", "20 µg"), ("5 mW", "5 MW"), ("30 s", "30 min"), ("100 Hz", "100 kHz"),
        ("4 bits", "4 bytes"), ("3 tokens", "3 words"), ("50 mm", "50 cm"),
      ]
    ),
    (
      "levels and names",
      [
        ("ASL-2", "ASL-3"), ("ASL-3", "ASL-2"), ("ASL-3", "ASL-3+"), ("Level 1", "Level 2"),
        ("GPT-4", "GPT-3"),
        ("GPT-4", "GPT-4o"), ("GPT-4o", "GPT-4o-mini"), ("Claude 3.5", "Claude 3.7"),
        ("Llama 2", "Llama 3"),
        ("H100", "H200"), ("Type I error", "Type II error"), ("type I", "type II"),
        ("Phase II", "Phase III"),
        ("TCP", "TPC"), ("TCP", "UDP"), ("RLHF", "RLAIF"), ("SFT", "SFTP"), ("IPv4", "IPv6"),
        ("SHA-1", "SHA-256"),
        ("L1", "L2"), ("F1", "F2"), ("Vitamin A", "Vitamin B"), ("Plan A", "Plan B"),
        ("HTTP", "HTTPS"),
        ("Article 26", "Article 27"), ("p95", "p99"), ("BF16", "FP16"), ("INT4", "INT8"),
        ("C", "C++"),
        ("Java", "JavaScript"), ("Sonnet", "Sonnets of Opus"), ("Opus", "Sonnet"),
        ("Haiku 4.5", "Haiku 4.6"),
      ]
    ),
    (
      "negation",
      [
        ("approached", "not approached"), ("not yet approached", "approached"), ("never", "always"),
        ("no potential", "potential"), ("with mitigations", "without mitigations"),
        ("possible", "impossible"),
        ("stable", "unstable"), ("supervised", "unsupervised"), ("linear", "non-linear"),
        ("non-linear", "linear"),
        ("deterministic", "nondeterministic"), ("negative", "non-negative"), ("safe", "unsafe"),
        ("harmless", "harmful"), ("reversible", "irreversible"), ("legal", "illegal"),
        ("regular", "irregular"),
        ("aligned", "misaligned"), ("trust", "mistrust"), ("trust", "distrust"),
        ("is required", "isn't required"),
        ("can fail", "cannot fail"), ("can fail", "can't fail"), ("does scale", "does not scale"),
        ("any model", "no model"), ("useful", "useless"), ("encrypted", "unencrypted"),
        ("blocking", "non-blocking"),
        ("parametric", "nonparametric"), ("connected", "disconnected"), ("symmetric", "asymmetric"),
        ("neither", "either"), ("nobody", "somebody"), ("at least one", "none"),
        ("idempotent", "non idempotent"),
        ("retry is safe", "retry is never safe"), ("fails closed", "fails open"),
      ]
    ),
    (
      "opposites",
      [
        ("increase", "decrease"), ("increases latency", "decreases latency"), ("higher", "lower"),
        ("maximum", "minimum"), ("maximise", "minimise"), ("before", "after"), ("above", "below"),
        ("upper bound", "lower bound"), ("internal", "external"), ("implicit", "explicit"),
        ("import", "export"),
        ("input", "output"), ("inbound", "outbound"), ("ascending", "descending"),
        ("encoder", "decoder"),
        ("encode", "decode"), ("serialise", "deserialise"), ("prefix", "postfix"),
        ("prefix", "suffix"),
        ("lossy", "lossless"), ("inclusive", "exclusive"), ("include", "exclude"),
        ("horizontal", "vertical"),
        ("left", "right"), ("left join", "right join"), ("inner join", "outer join"),
        ("upload", "download"),
        ("upstream", "downstream"), ("push", "pull"), ("hot", "cold"),
        ("hypertension", "hypotension"),
        ("hyperbole", "hypobole"), ("macroscopic", "microscopic"), ("microscope", "macroscope"),
        ("convex", "concave"), ("emigrate", "immigrate"), ("emigration", "immigration"),
        ("synchronous", "asynchronous"),
        ("overfit", "underfit"), ("overestimate", "underestimate"), ("inductive", "deductive"),
        ("abduction", "adduction"),
        ("affect", "effect"), ("efferent", "afferent"), ("adsorption", "absorption"),
        ("interstate", "intrastate"),
        ("intranet", "internet"), ("precision", "recall"), ("true positive", "false positive"),
        ("true positives", "true negatives"), ("false negatives", "false positives"),
        ("positive", "negative"),
        ("more diverse", "less diverse"), ("faster", "slower"), ("forward", "backward"),
        ("enable", "disable"),
        ("first", "last"), ("open", "closed"), ("public", "private"), ("local", "global"),
        ("static", "dynamic"),
        ("strong", "weak"), ("row-major", "column-major"), ("server", "client"),
        ("producer", "consumer"),
        ("training", "inference"), ("attacker", "defender"), ("employer", "employee"),
        ("mentor", "mentee"),
        ("nitrate", "nitrite"), ("sulphate", "sulphide"), ("mitosis", "meiosis"),
        ("stalactite", "stalagmite"),
        ("complement", "compliment"), ("principal", "principle"), ("discreet", "discrete"),
        ("eminent", "imminent"),
        ("causal", "casual"), ("ingenious", "ingenuous"), ("perspective", "prospective"),
        ("prescribe", "proscribe"),
        ("conscious", "conscience"), ("adverse", "averse"), ("allusion", "illusion"),
        ("precede", "proceed"),
        ("formally", "formerly"), ("moral", "morale"), ("personal", "personnel"),
        ("stationary", "stationery"),
        ("evolution", "revolution"), ("version", "aversion"), ("tension", "tensor"),
        ("cardinality", "cordiality"),
      ]
    ),
    (
      "order and roles",
      [
        ("A before B", "B before A"), ("from client to server", "from server to client"),
        ("x → y", "y → x"),
        ("parent of child", "child of parent"), ("A causes B", "B causes A"),
        ("precision over recall", "recall over precision"),
        ("SQL rather than NoSQL", "NoSQL rather than SQL"), ("read then write", "write then read"),
        ("dog bites man", "man bites dog"), ("Anthropic judges OpenAI", "OpenAI judges Anthropic"),
        ("a minus b", "b minus a"), ("a divided by b", "b divided by a"),
        ("converts bytes to text", "converts text to bytes"),
        ("H(p, q)", "H(q, p)"), ("P(A|B)", "P(B|A)"), ("KL(p || q)", "KL(q || p)"),
        ("buy low, sell high", "buy high, sell low"),
      ]
    ),
    (
      "code",
      [
        ("`a < b`", "a > b"), ("`a == b`", "a = b"), ("`a == b`", "a != b"), ("`x && y`", "x || y"),
        ("`--force`", "--force-with-lease"), ("`git reset --soft`", "git reset --hard"),
        ("`chmod 644`", "chmod 664"),
        ("`max(a, b)`", "max(b, a)"), ("`range(1, 10)`", "range(1, 11)"), ("`arr[0]`", "arr[1]"),
        ("`arr[i]`", "arr[j]"),
        ("`foo.bar`", "foo_bar"), ("`x += 1`", "x -= 1"), ("`/etc/hosts`", "/etc/host"),
        ("`*.md`", "*.mdx"),
        ("`let`", "var"), ("`x`", "X"), ("`-v`", "-V"), ("`n`", "m"),
        ("`setTimeout`", "setInterval"),
        ("`\"a\"`", "'a'"), ("`1.10`", "1.1"), ("`null`", "undefined"), ("`HEAD~1`", "HEAD^1"),
        ("`a*b+c`", "a*(b+c)"),
      ]
    ),
    (
      "parts and additions",
      [
        ("deceptive alignment", "deceptive"), ("deceptive alignment", "alignment"),
        ("distribution shift", "shift"),
        ("distribution shift", "distribution shift and deceptive alignment"),
        ("Paris", "Paris or London"),
        ("Paris", "Paris, London"), ("Paris", "not Paris"), ("Paris", "Paris, no, London"),
        ("RAG", "RAG and fine-tuning"),
        ("5 GB", "5 GB or 6 GB"), ("5 GB", "between 5 and 6 GB"), ("yes", "yes and no"),
        ("debate", "debate amplification"),
        ("RSP and CAI", "RSP"), ("RSP and CAI", "RSP and RLHF"),
        ("red, green and blue", "red and green"),
        ("staged deployment, red-teaming", "staged deployment"),
        ("specification failure", "specification success"),
        ("average surprise", "surprise"), ("marginal uplift", "substantial uplift"),
        ("marginal uplift", "uplift"),
        ("third-party verification", "verification by the vendor"),
        ("observed failure modes", "anticipated failure modes"),
        ("most of the tokens", "all of the tokens"), ("some models", "all models"),
        ("at most five", "at least five"),
        ("only humans", "humans"), ("up to 7%", "7% or more"), ("more than 10", "less than 10"),
        ("exactly three", "about three"),
        ("before deployment", "deployment"), ("human judges", "human judges model"),
        ("", "anything"), ("x", ""),
      ]
    ),
    (
      "more",
      [
        ("100k", "100"), ("100k", "100M"), ("14K", "14"), ("25 s", "25 ms"), ("80 GB", "80 MB"),
        ("4.8 TB/s", "4.8 GB/s"), ("4.8 TB/s", "4.8 TB"),
        ("700W", "700 V"), ("512 MiB", "512 MB"), ("1 Gb", "1 GB"), ("24 h", "24 min"),
        ("1 May 2024", "2024-01-05"), ("1 May 2024", "2024-05-02"),
        ("2024-05-01", "2024-05-10"), ("2024-05-01", "5 January 2024"), ("May 2024", "May 2025"),
        ("1990s", "1980s"), ("20s", "30s"),
        ("between 5 and 10", "between 10 and 15"), ("5 to 10", "10 to 5"),
        ("no more than 5", "more than 5"), ("at least 5", "at most 5"),
        ("O(n)", "O(n log n)"), ("O(n)", "O(n^2)"), ("O(log n)", "O(n)"), ("n + 1", "n - 1"),
        ("n+1", "n"), ("x^2", "x^3"), ("x²", "x³"), ("2^10", "2^11"),
        ("10²⁵", "10²³"), ("a > b", "a < b"), ("a ≠ b", "a = b"), ("±5", "+5"), ("A ∪ B", "A ∩ B"),
        ("∀x", "∃x"), ("p ∧ q", "p ∨ q"),
        ("Article 26", "Article 62"), ("RFC 2119", "RFC 2191"), ("ISO 27001", "ISO 42001"),
        ("CVE-2025-54136", "CVE-2025-54994"), ("port 443", "port 80"),
        ("version 1.10", "version 1.1"), ("1.0.0", "1.0.1"), ("Swift 6", "Swift 5"),
        ("Claude 3 Opus", "Claude 3 Sonnet"), ("GPT-4", "GPT-4 Turbo"),
        ("Llama 2 7B", "Llama 2 13B"), ("Mixtral 8x7B", "Mixtral 8x22B"), ("FP8", "FP16"),
        ("ASL-3", "ASL-3 or ASL-4"), ("ASL-3", "not ASL-3"), ("ASL-3", "below ASL-3"),
        ("safe", "not safe"), ("not safe", "safe"), ("isn't safe", "is safe"),
        ("without a pause", "with a pause"), ("without a pause", "a pause"),
        ("nothing is stored", "something is stored"), ("hardly ever", "ever"), ("rarely", "often"),
        ("always", "sometimes"), ("must", "must not"),
        ("is allowed", "is not allowed"), ("is allowed", "is disallowed"), ("known", "unknown"),
        ("available", "unavailable"), ("certain", "uncertain"),
        ("finite", "infinite"), ("visible", "invisible"), ("complete", "incomplete"),
        ("consistent", "inconsistent"), ("dependent", "independent"),
        ("mutable", "immutable"), ("valid", "invalid"), ("sufficient", "insufficient"),
        ("ordered", "unordered"), ("biased", "unbiased"),
        ("bounded", "unbounded"), ("trained", "untrained"), ("normal", "abnormal"),
        ("typical", "atypical"), ("moral", "immoral"), ("moral", "amoral"),
        ("Anthropic", "OpenAI"), ("Serbia", "Siberia"), ("Austria", "Australia"), ("Iran", "Iraq"),
        ("Slovakia", "Slovenia"), ("Niger", "Nigeria"),
        ("Gambia", "Zambia"), ("Mali", "Malawi"), ("Dominica", "Dominican Republic"),
        ("Latvia", "Lithuania"), ("Uruguay", "Paraguay"),
        ("Monet", "Manet"), ("Franklin", "Frankfurt"), ("Roosevelt", "Rousseau"),
        ("Bernoulli", "Bernini"), ("Mercury", "Mercurius Major"),
        ("silicon", "silicone"), ("calcium", "calcite"), ("methane", "methanol"),
        ("ethane", "ethene"), ("ethanol", "ethanal"), ("propane", "propene"),
        ("butane", "butene"), ("fluorine", "fluoride"), ("chlorine", "chloride"),
        ("glucose", "glucase"), ("lactose", "lactase"), ("amylose", "amylase"),
        ("sodium", "podium"), ("arteries", "arterioles"), ("neuron", "neutron"),
        ("proton", "photon"), ("meteor", "meteorite"), ("planet", "planets and moons"),
        ("bishop", "biscuit"), ("astronomy", "astrology"), ("geology", "geography"),
        ("psychology", "physiology"), ("optimism", "optimum"),
        ("compiler", "compilers and interpreters"), ("interpreter", "interpretation"),
        ("authentication", "authorization"), ("authorisation", "authentication"),
        ("concurrency", "currency"), ("parallelism", "concurrency"), ("latency", "tenacity"),
        ("throughput", "throughout"), ("hashing", "caching"),
        ("hash", "cache"), ("stack", "heap"), ("queue", "stack"), ("thread", "process"),
        ("mutex", "semaphore"), ("class", "instance"), ("merge", "rebase"),
      ]
    ),
  ]

  @Test(arguments: right.map(\.group))
  func whatIsMeantIsRight(_ group: String) {
    for (answer, typed) in Self.right.first(where: { $0.group == group })?.pairs ?? [] {
      let judgement = TypedAnswer().judge(typed, answer: answer, kind: .cloze)
      #expect(judgement.isRight, "\(group): “\(answer)” ← “\(typed)”")
    }
  }

  @Test(arguments: wrong.map(\.group))
  func whatIsSomethingElseIsWrong(_ group: String) {
    for (answer, typed) in Self.wrong.first(where: { $0.group == group })?.pairs ?? [] {
      let judgement = TypedAnswer().judge(typed, answer: answer, kind: .cloze)
      #expect(!judgement.isRight, "\(group): “\(answer)” ← “\(typed)”")
    }
  }

  @Test func shortFormsThatTheNotesIntroduceStandForTheLongOnes() {
    var abbreviations = Abbreviations()
    abbreviations.add(from: "AI Safety › Responsible Scaling Policy (RSP)")
    abbreviations.add(
      from: "CAI (Constitutional Artificial Intelligence) and Retrieval-Augmented Generation (RAG)")
    abbreviations.add(from: "three things (not an abbreviation) and a bracket (that stays open")
    #expect(abbreviations.pairs.map(\.short) == ["RSP", "CAI", "RAG"])
    let judge = TypedAnswer(abbreviations: abbreviations)
    func isRight(_ typed: String, _ answer: String) -> Bool {
      judge.judge(typed, answer: answer, kind: .cloze).isRight
    }
    #expect(isRight("responsible scaling policy", "RSP"))
    #expect(isRight("RSP", "Responsible Scaling Policy"))
    #expect(isRight("RSP commitments", "Responsible Scaling Policy commitments"))
    #expect(isRight("retrieval augmented generation", "RAG"))
    #expect(!isRight("RAG", "RSP") && !isRight("responsible scaling", "RSP"))
    #expect(!TypedAnswer().judge("RSP", answer: "Responsible Scaling Policy", kind: .cloze).isRight)
    #expect(!isRight("Responsible Scaling Policy", "RSPs are many"))
  }

  @Test func listsGivenInPartOrWithMoreAreNotRight() {
    let answer = "specification failure, distribution shift, deceptive alignment"
    let judge = TypedAnswer()
    func verdict(_ typed: String) -> TypedJudgement.Verdict {
      judge.judge(typed, answer: answer, kind: .list).verdict
    }
    #expect(
      judge.judge(
        "Deceptive alignment; specification failures; distribution shift", answer: answer,
        kind: .list
      ).isRight)
    #expect(verdict("distribution shift, deceptive alignment") == .incomplete(found: 2, of: 3))
    #expect(verdict("distribution shift, deceptive alignment, debate") == .wrong)
    #expect(verdict(answer + ", debate") == .wrong)
    #expect(verdict("distribution shift, distribution shift, distribution shift") != .exact)
    #expect(!judge.judge("c → b → a", answer: "a → b → c", kind: .order).isRight)
    #expect(judge.judge("a -> b -> c", answer: "a → b → c", kind: .order).isRight)
    #expect(!judge.judge("a → b", answer: "a → b → c", kind: .order).isRight)
  }
}
