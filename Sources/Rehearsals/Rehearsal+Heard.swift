import Training

/// What an author is told of a step that was not done, beside the screen where its solution ended.
extension Rehearsal {
  /// What the step at hand still waits for, as its file has it.
  var lacking: String {
    guard let scenario, let progress else { return "" }
    return progress.lacking(known, in: scenario, at: now).map(\.text).joined(separator: ", ")
  }

  /// What the message line has said meanwhile, the latest last; empty where that is nothing.
  var saidOnTheWay: String {
    let said = heard?.suffix(Rehearsal.mostHeard) ?? []
    return said.isEmpty
      ? "" : "; the console said: " + said.map { "“\($0)”" }.joined(separator: ", ")
  }

  private static let mostHeard = 4
}
