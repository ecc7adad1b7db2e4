/// The recorder's own clock.
public struct ClockStanding: Equatable, Sendable, Codable {
  /// How far it is from the time around it.
  public internal(set) var offset = Interval.zero
  /// How daylight saving stands.
  public internal(set) var summerTime = SummerTimeState(isOn: false, changesAt: nil)
  /// When it was last compared with the network's, where it is.
  public internal(set) var checkedAt: Timestamp?

  mutating func absorb(_ event: ClockEvent) {
    switch event {
    case .changed(let offset): self.offset = offset
    case .summerTimeChanged(let state): summerTime = state
    case .checked(let time): checkedAt = time
    }
  }
}
