/// The events that are known here.
public enum EventTopic: CaseIterable, Hashable, Sendable {
  case motion
  /// A lens that was covered or turned away.
  case tamper
  case videoLoss
  /// A contact at an input of the device.
  case digitalInput

  /// Its names from the root on, and what its messages hold.
  struct Facts {
    let path: [String]
    /// What tells where it happens, and the type of that.
    let source: String
    /// What tells whether it is so now.
    let state: String
  }

  /// The table of topics, as they are written.
  var facts: Facts {
    switch self {
    case .motion:
      Facts(path: ["VideoSource", "MotionAlarm"], source: "Source", state: "State")
    case .digitalInput:
      Facts(
        path: ["Device", "Trigger", "DigitalInput"], source: "InputToken", state: "LogicalState")
    case .tamper:
      Facts(
        path: ["VideoSource", "GlobalSceneChange", "ImagingService"], source: "Source",
        state: "State")
    case .videoLoss:
      Facts(path: ["VideoSource", "SignalLoss"], source: "Source", state: "State")
    }
  }

  /// The path as it is written, without prefixes.
  public var path: String { facts.path.joined(separator: "/") }

  /// The topic of a path without prefixes, as any of the devices writes it; nil: another.
  public init?(path: String) {
    let names = path.split(separator: "/")
    if let found = EventTopic.allCases.first(where: { $0.path == path }) {
      self = found
    } else if names.first == "RuleEngine", names.last == "Motion" {
      // CellMotionDetector, MotionRegionDetector …
      self = .motion
    } else if names.starts(with: ["RuleEngine", "TamperDetector"]) {
      self = .tamper
    } else if names.count > 1, names[0] == "VideoSource",
      ["GlobalSceneChange", "ImageTooDark", "ImageTooBright", "ImageTooBlurry"].contains(names[1])
    {
      self = .tamper
    } else if names.last == "VideoLoss" || names.last == "SignalLoss" {
      self = .videoLoss
    } else {
      return nil
    }
  }

  /// A path or an expression without its prefixes and blanks.
  static func withoutPrefixes(_ text: String) -> String {
    text.filter { !$0.isWhitespace }.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.split(separator: ":").last ?? "" }.joined(separator: "/")
  }
}

/// Which events somebody wants.
public struct TopicFilter: Equatable, Sendable {
  /// Paths with their prefixes, parted by |; `//.` at the end: and all below.
  public let expressions: [String]

  /// Makes a filter of expressions.
  public init(expressions: [String]) { self.expressions = expressions }

  /// Makes a filter of topics.
  public init(_ topics: [EventTopic]) {
    let paths = topics.map { ValueNamespaces.topics.prefix + ":" + $0.path }
    self.init(expressions: [paths.joined(separator: "|")])
  }

  /// Whether one of the expressions has the topic in it; all are wanted where there is none.
  public func matches(_ topic: EventTopic) -> Bool {
    guard !expressions.isEmpty else { return true }
    return expressions.flatMap { $0.split(separator: "|") }.contains { expression in
      let path = EventTopic.withoutPrefixes(String(expression))
      guard path.hasSuffix("//.") else { return path == topic.path }
      let root = path.dropLast("//.".count)
      return topic.path == root || topic.path.hasPrefix(root + "/")
    }
  }
}
