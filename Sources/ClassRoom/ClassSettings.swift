/// How a class is held, as it is kept in a file of lines such as `port: 2222`.
public struct ClassSettings: Equatable, Sendable {
  /// What the class is called.
  public var title = "Class"
  /// The port of its sshd.
  public var port = 2_222
  /// The address that sshd listens at; nil: each of the host's.
  public var address: String?
  /// After so many minutes without a key a session ends.
  public var idleMinutes = 20
  /// After so many minutes a session ends.
  public var wholeMinutes = 180
  /// Whether a kernel without Landlock is refused.
  public var needsLandlock = true
  /// What each session begins with; nil: a practice of the usual recorder.
  public var scenario: String?
  /// Whether it is over.
  public var hasEnded = false

  /// The usual ones.
  public init() {}

  /// Reads settings; what is missing or makes no sense is as usual.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { String($0.drop { $0 == " " }) }
      guard parts.count == 2, !parts[1].isEmpty else { continue }
      let number = Int(parts[1])
      switch parts[0] {
      case "title": title = parts[1]
      case "port": if let number, (1...65_535).contains(number) { port = number }
      case "address": address = parts[1]
      case "idle": if let number, ClassSettings.minutes.contains(number) { idleMinutes = number }
      case "whole": if let number, ClassSettings.minutes.contains(number) { wholeMinutes = number }
      case "landlock": needsLandlock = parts[1] != "not needed"
      case "scenario": scenario = parts[1]
      case "ended": hasEnded = parts[1] == "yes"
      default: continue
      }
    }
  }

  /// How long limits can be, in minutes.
  public static let minutes = 1...1_440

  /// The settings as they are kept.
  public var text: String {
    var lines = ["title: \(title)", "port: \(port)"]
    if let address { lines.append("address: \(address)") }
    lines += ["idle: \(idleMinutes)", "whole: \(wholeMinutes)"]
    lines.append("landlock: \(needsLandlock ? "needed" : "not needed")")
    if let scenario { lines.append("scenario: \(scenario)") }
    lines.append("ended: \(hasEnded ? "yes" : "no")")
    return lines.map { $0 + "\n" }.joined()
  }
}
