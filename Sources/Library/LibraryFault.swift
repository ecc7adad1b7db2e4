/// Why the library could not give what it was asked for.
public enum LibraryFault: Error, Equatable, Sendable {
  /// Nothing of that name; `what` is a word such as `recorder`.
  case notFound(what: String, name: String, available: [String])
  case unreadable(path: String, reason: String)
  /// The file was read and is wrong: every mistake in it, in the order of the file.
  case problems([FileProblem])
  case noAssets(searched: [String])

  /// What to tell the user: what is wrong and what to do.
  public var message: String {
    switch self {
    case .notFound(let what, let name, let available): missing(what, name, available)
    case .unreadable(let path, let reason): "cannot read \(printable(path)): \(reason)"
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    case .noAssets(let searched):
      "the data files (a folder Assets with Recorders in it) are not in "
        + listed(searched.map { printable($0) })
        + "; name their folder with --assets or RECORDER_CONSOLE_ASSETS"
    }
  }

  private func missing(_ what: String, _ name: String, _ available: [String]) -> String {
    let start = "no \(what) \(quoted(name))"
    if let nearest = nearestName(to: name, among: available) {
      return "\(start). Did you mean \(quoted(nearest))?"
    }
    if available.isEmpty { return "\(start), nor any other" }
    return "\(start). Available: " + listed(available.map { printable($0) }, last: "and") + "."
  }
}

extension LibraryFault: CustomStringConvertible {
  /// What to tell the user.
  public var description: String { message }
}
