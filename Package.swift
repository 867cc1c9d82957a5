// swift-tools-version: 6.2
import PackageDescription

/// `make check` sets THRESHOLD_STRICT: there a warning is an error, but never for somebody who
/// builds with a newer compiler that has learned to warn about more.
let strict = Context.environment["THRESHOLD_STRICT"] == "1"
let swiftSettings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []
let cSettings: [CSetting] = strict ? [.treatAllWarnings(as: .error)] : []

/// A library target of this package. Targets are listed in the order of the architecture: each one
/// may depend only on targets above it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

/// The tests of a target; `files` are what they compare with, read from where they stand.
func tests(
  of name: String, _ more: [Target.Dependency] = [], files: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name), "Support"] + more,
    exclude: files, swiftSettings: swiftSettings)
}

/// Built to run at a fixed address: elsewhere the loader adjusts 94,000 pointers before `main`, and
/// touches as many pages again as all the rest up to there.
let fixedAddress: [LinkerSetting] = [
  .unsafeFlags(["-Xlinker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "threshold",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "threshold", targets: ["threshold"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .target(
      name: "CTerminal", cSettings: cSettings,
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    room("Notes", ["CMarkdown"]),
    room("Cards", ["Notes"]),
    room("FSRS"),
    room("Study", ["Notes", "Cards", "FSRS"]),
    room(
      "Collection",
      ["Notes", "Cards", "FSRS", "Study", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    room("Surface"),
    room("Screens", ["Notes", "Cards", "FSRS", "Study", "Surface"]),
    .executableTarget(
      name: "threshold",
      dependencies: [
        "CTerminal", "Notes", "Cards", "FSRS", "Study", "Collection", "Surface", "Screens",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "TOMLKit",
      ],
      swiftSettings: swiftSettings, linkerSettings: fixedAddress),

    .executableTarget(
      name: "Bench",
      dependencies: [
        "Notes", "Cards", "FSRS", "Study", "Collection", "Surface", "Screens", "SupportC",
      ],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "CBaseline", dependencies: ["CMarkdown"], cSettings: cSettings,
      linkerSettings: [
        .linkedLibrary("sqlite3"),
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),

    .target(name: "SupportC", path: "Tests/SupportC", cSettings: cSettings),
    .target(
      name: "Support", dependencies: ["SupportC"], path: "Tests/Support",
      swiftSettings: swiftSettings),
    tests(of: "Notes", files: ["Fixtures"]),
    tests(of: "Cards", ["Notes"]),
    tests(of: "FSRS", files: ["Fixtures"]),
    tests(of: "Study", ["Notes", "Cards", "FSRS"]),
    tests(of: "Collection", ["Notes", "Cards", "FSRS", "Study"]),
    tests(of: "Surface"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CTerminal"], path: "Tests/TerminalProbe",
      cSettings: cSettings),
    .testTarget(
      name: "TerminalTests", dependencies: ["Support", "TerminalProbe"],
      swiftSettings: swiftSettings),
    tests(of: "Screens", ["Notes", "Cards", "FSRS", "Study", "Surface"], files: ["Snapshots"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["Support", "Screens", "threshold"],
      swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
