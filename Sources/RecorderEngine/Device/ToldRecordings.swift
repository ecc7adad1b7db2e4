/// The recordings of a recorder that is real, in all, as it tells of them.
public struct ToldRecordings: Equatable, Sendable {
  /// When the oldest begins, by the recorder's clock; nil: not told.
  public let oldest: Timestamp?
  /// When the newest ends, by the recorder's clock; nil: not told.
  public let newest: Timestamp?
  /// How many there are; nil: not told.
  public let count: Int?

  /// Makes what is told of them.
  public init(oldest: Timestamp?, newest: Timestamp?, count: Int?) {
    (self.oldest, self.newest, self.count) = (oldest, newest, count)
  }

  /// How many days lie between the oldest and the newest, begun ones counted; nil: not told.
  public var days: Int? {
    guard let oldest, let newest, newest >= oldest else { return nil }
    return Int((newest - oldest).milliseconds / 86_400_000) + 1
  }
}
