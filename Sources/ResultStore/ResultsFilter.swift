import Foundation

/// Which attempts are wanted.
public struct ResultsFilter: Equatable, Sendable {
  /// Of this trainee; nil: of all.
  public var trainee: String?
  /// At this scenario; nil: at all.
  public var scenario: String?
  /// Begun at this moment or later.
  public var since: Date?

  /// Wants all of them.
  public init(trainee: String? = nil, scenario: String? = nil, since: Date? = nil) {
    self.trainee = trainee
    self.scenario = scenario
    self.since = since
  }
}
