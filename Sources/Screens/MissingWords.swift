import Notes

extension Library {
  /// What is said where a link leads to a page that nobody has written: who else wants it, and how it comes about.
  /// - Parameters:
  ///   - target: the page, as the link has it.
  ///   - path: the path of the page that has the link.
  func words(onMissing target: String, from path: String) -> String {
    let others = vault.wanting(target, from: path).filter { $0.page != path }
    let named = others.prefix(2).map(\.title)
    let more = others.count - named.count
    let list =
      more > 0
      ? named.joined(separator: ", ") + " and \(more) more" : named.joined(separator: " and ")
    let also =
      others.isEmpty
      ? "No other page links to it." : "\(list) link\(others.count == 1 ? "s" : "") to it too."
    return "“\(target)” is not written yet. \(also) \(remedy(for: target))"
  }

  private func remedy(for target: String) -> String {
    // A file alone has no other pages.
    if vault.isSingleFile { return "Open the folder of this page, and its other pages are there." }
    var file = target.split(separator: "/").filter { $0 != "." && $0 != ".." }
      .joined(separator: "/")
    if !VaultFolder.isPage(file) { file += ".md" }
    return "With a file \(file) in the vault, the link leads there."
  }
}
