import RecorderEngine

/// Something that goes wrong in the field; a scenario or a trainer switches it on.
public enum Fault: String, Sendable, Codable, CaseIterable {
  /// E-mail takes its time.
  case mailDelay
  /// E-mail from the recorder goes to the spam folder.
  case spam
  /// The inbox has no room: what comes goes back to where it came from.
  case inboxFull
  /// The recorder's clock runs somewhere else.
  case clockWrong
  /// Nobody answers at the support desk.
  case supportClosed
  /// Nobody has the bill of the recorder.
  case noProof
  /// An automation keeps signing in with the old password, and locks the account again.
  case relocking
  /// The cameras have other passwords than the recorder thinks.
  case cameraPasswords
  /// Somebody has covered the lens of the first camera.
  case coveredLens
  /// No power from the wall.
  case powerCut

  /// How long, how far or how often, where nobody says; zero where it has no length.
  public var usualLength: Interval {
    switch self {
    case .mailDelay: .minutes(40)
    case .clockWrong: .hours(-7)
    case .relocking: .minutes(2)
    case .spam, .inboxFull, .supportClosed, .noProof, .cameraPasswords, .coveredLens, .powerCut:
      .zero
    }
  }
}

/// The faults that are switched on, each with its length.
public struct Faults: Equatable, Sendable, Codable {
  private var lengths: [Fault: Interval] = [:]

  /// Starts with every fault switched off.
  public init() {}

  /// Whether the fault is switched on.
  public func has(_ fault: Fault) -> Bool { lengths[fault] != nil }

  /// How long, how far or how often; nil while the fault is off.
  public func length(of fault: Fault) -> Interval? { lengths[fault] }

  mutating func set(_ fault: Fault, _ length: Interval?) { lengths[fault] = length }
}

extension Surroundings {
  /// Whether somebody has the bill of the recorder.
  public var hasProof: Bool { !faults.has(.noProof) }
}
