import RecorderEngine

/// Where a rehearsal could not go on.
public struct Stuck: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was to be done, as the script has it.
  public let word: String
  /// Why it could not be done.
  public let why: String
  /// What stood on the screen, a row each.
  public let screen: [String]

  /// The reason with the screen under it.
  public var description: String {
    "\(why) (at “\(word)”)\n" + screen.map { "  | " + $0 }.joined(separator: "\n")
  }
}
