/// What the lights at the front of a recorder look like.
public struct LightsProfile: Equatable, Sendable, Codable {
  /// Shines while there is power.
  public let power: Light
  /// Shines, or blinks, while footage is written.
  public let disk: Light
  /// Shines, or blinks, while the network cable is in.
  public let network: Light

  /// Makes the lights.
  public init(power: Light, disk: Light, network: Light) {
    self.power = power
    self.disk = disk
    self.network = network
  }
}

/// One light, as a file writes it: `blue`, or `blue blinking`.
public struct Light: Equatable, Sendable, Codable {
  /// What it shines in.
  public enum Colour: String, Equatable, Sendable, Codable, CaseIterable {
    case green, blue, amber
  }

  /// What it shines in.
  public let colour: Colour
  /// Whether it goes on and off, a second each.
  public let isBlinking: Bool

  /// Makes a light; left out, it does not blink.
  public init(_ colour: Colour, isBlinking: Bool = false) {
    self.colour = colour
    self.isBlinking = isBlinking
  }

  /// Reads a light; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first, let colour = Colour(rawValue: String(first)),
      words.count == 1 || words.dropFirst() == ["blinking"]
    else { return nil }
    self.init(colour, isBlinking: words.count > 1)
  }

  /// As a file writes it.
  public var text: String { isBlinking ? "\(colour.rawValue) blinking" : colour.rawValue }

  /// Whether it is lit at a moment, where it shines at all.
  public func isLit(at now: Timestamp) -> Bool {
    !isBlinking || now.milliseconds / 1_000 % 2 == 0
  }
}
