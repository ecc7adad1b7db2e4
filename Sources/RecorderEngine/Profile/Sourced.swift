/// How well a number of a profile is known.
public enum Confidence: String, Sendable, Codable, CaseIterable {
  /// A manual of the vendor or an OEM says so.
  case documented
  /// How-to pages and installers' stories say so.
  case reported
  /// Nobody says; it is our choice.
  case assumed
}

/// A value of a profile with the word for how well it is known.
public struct Sourced<Value: Equatable & Sendable & Codable>: Equatable, Sendable, Codable {
  /// What the rules go by.
  public let value: Value
  /// How well it is known.
  public let confidence: Confidence

  /// Makes a value with the word for how well it is known.
  public init(_ value: Value, _ confidence: Confidence) {
    self.value = value
    self.confidence = confidence
  }
}
