/// What moves in front of a practice recorder's cameras: the same at the same time for the same
/// seed, whether somebody looks or not. Nothing of it is kept: it is reckoned when it is asked for.
public struct MotionSource: Equatable, Sendable, Codable {
  /// What all of it comes from.
  public let seed: UInt64

  /// Makes the source of this seed.
  public init(seed: UInt64) { self.seed = seed }

  /// Makes a source near a seed in which something begins to move at a channel within seconds: the
  /// seed itself where none of many does so.
  init(near seed: UInt64, moving channel: Int, like profile: MotionProfile, at now: Timestamp) {
    let wanted = now + .seconds(2)..<now + .seconds(8)
    let parts = [now, wanted.upperBound].map {
      floorDivide($0.milliseconds, max(1, profile.every.milliseconds))
    }
    let found = (0..<100_000 as Range<UInt64>).first { step in
      let source = MotionSource(seed: seed &+ step)
      return parts.contains { part in
        source.motion(at: channel, like: profile, in: part).map { wanted.contains($0.began) }
          ?? false
      }
    }
    self.init(seed: seed &+ (found ?? 0))
  }

  /// The motions at channel 1, 2, 3 … of which any part lies between two moments, oldest first.
  ///
  /// Time is cut into lengths of `every`; each of them holds one motion, or none where few pass by
  /// night.
  func motions(
    at channel: Int, like profile: MotionProfile, from start: Timestamp, until end: Timestamp
  ) -> [Motion] {
    let every = max(1, profile.every.milliseconds)
    let first = floorDivide(start.milliseconds, every)
    let last = floorDivide(end.milliseconds, every)
    guard first <= last else { return [] }
    var motions: [Motion] = []
    for part in first...last {
      guard let motion = motion(at: channel, like: profile, in: part),
        motion.began < end, motion.ended.map({ $0 > start }) ?? true
      else { continue }
      motions.append(motion)
    }
    return motions
  }

  /// The first motion that begins after a moment, within some days; nil where none does.
  func motion(at channel: Int, like profile: MotionProfile, after time: Timestamp) -> Motion? {
    let every = max(1, profile.every.milliseconds)
    var part = floorDivide(time.milliseconds, every)
    for _ in 0..<MotionSource.patience {
      if let motion = motion(at: channel, like: profile, in: part), motion.began > time {
        return motion
      }
      part += 1
    }
    return nil
  }

  /// More lengths than a night has, at ten seconds each.
  private static let patience = 3_600

  /// The motion of one length of time: it ends within that length.
  private func motion(
    at channel: Int, like profile: MotionProfile, in part: Int64
  ) -> Motion? {
    var random = SeededRandom(
      seed: seed ^ UInt64(bitPattern: Int64(channel) &* 0x51_7c_c1_b7_27_22_0a_95)
        ^ UInt64(bitPattern: part &* 0x2545_F491_4F6C_DD1D))
    let bits = random.next()
    let every = max(1, profile.every.milliseconds)
    let lasting = min(every, profile.lasting.milliseconds)
    let room = UInt64(max(1, every - lasting))
    let began = Timestamp(milliseconds: part * every + Int64(bits >> 16 % room))
    if began.isByNight, Int(bits & 0xffff) % 100 >= profile.byNight { return nil }
    return Motion(
      channel: channel, began: began, ended: began + Interval(milliseconds: lasting))
  }
}

extension Timestamp {
  /// Whether most people sleep: from 22:00 to 06:00.
  fileprivate var isByNight: Bool { !(6 * 3_600..<22 * 3_600).contains(secondOfDay) }
}

/// A length of time in which the recorder looks for motion at one channel.
public struct MotionWatch: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// When it began to look.
  public internal(set) var start: Timestamp
  /// nil while it looks.
  public internal(set) var end: Timestamp?
  /// The hours of the week in which motion is an alarm, as `WeekSchedule` writes them.
  public let hours: String
  /// The holidays of that time, as `YearDays` writes them; nil: there were none.
  public let holidays: [String]?
  /// How far the recorder's clock was from the time around it.
  public let clockOffset: Interval

  /// Makes a watch; `end` is nil while it goes on.
  public init(
    channel: Int, start: Timestamp, end: Timestamp? = nil, hours: String,
    holidays: [String]? = nil, clockOffset: Interval
  ) {
    self.holidays = holidays
    self.channel = channel
    self.start = start
    self.end = end
    self.hours = hours
    self.clockOffset = clockOffset
  }
}
