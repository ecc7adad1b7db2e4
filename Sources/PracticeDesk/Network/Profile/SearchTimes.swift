import RecorderEngine

/// How long a search of the laptop's takes.
public struct SearchTimes: Equatable, Sendable {
  /// How long answers come in.
  public let time: Interval
  /// How much longer with each thousand devices.
  public let timeOfThousand: Interval
  /// No device answers sooner; less than `time`.
  public let quickest: Interval

  /// Makes the times.
  public init(time: Interval, timeOfThousand: Interval, quickest: Interval) {
    self.time = time
    self.timeOfThousand = timeOfThousand
    self.quickest = quickest
  }

  /// How long answers come in from so many devices.
  func time(for devices: Int) -> Interval {
    time + .milliseconds(timeOfThousand.milliseconds * Int64(devices) / 1_000)
  }
}
