import ArgumentParser

@main
struct Threshold: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Study your Markdown notes.")
}
