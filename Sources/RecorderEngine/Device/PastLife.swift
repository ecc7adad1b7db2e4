/// What was done at a practice recorder before somebody practises at it: the same for the same seed.
/// Nothing of it is kept but from when to when: its entries are made when somebody reads the log.
public struct PastLife: Equatable, Sendable, Codable {
  /// What all of it comes from.
  public let seed: UInt64
  /// When it was put up.
  public let since: Timestamp
  /// When practice began: from here on the log says what was done.
  public let until: Timestamp

  /// Makes the past between two moments.
  public init(seed: UInt64, since: Timestamp, until: Timestamp) {
    self.seed = seed
    self.since = since
    self.until = until
  }

  /// Something that kept a channel, or all of them, from being recorded.
  struct Outage: Equatable {
    /// nil: the recorder had no power.
    let channel: Int?
    let start: Timestamp
    let end: Timestamp
  }

  /// The times without power or without a camera, oldest first; `channels` are those with a camera.
  func outages(channels: [Int]) -> [Outage] {
    var outages: [Outage] = []
    for day in days {
      var random = chance(of: day, for: 1)
      let hit = random.next() % 30
      let start = day + .minutes(Int64(7 * 60 + random.next() % 720))
      if hit == 0 {
        outages.append(.init(channel: nil, start: start, end: start + length(&random, 3...40)))
      } else if hit < 4, !channels.isEmpty {
        let channel = channels[Int(random.next() % UInt64(channels.count))]
        outages.append(
          .init(channel: channel, start: start, end: start + length(&random, 2...90)))
      }
    }
    // What reaches into the present would have to go on in it.
    return outages.filter { $0.end < until - .hours(1) }
  }

  /// What the log would hold of it, oldest first, each by the time around the recorder.
  ///
  /// A camera away is an alarm at once where video inputs are looked at, and else after the
  /// usual ten seconds.
  func deeds(channels: [Int], losesVideo: Bool) -> [(
    time: Timestamp, account: AccountName?, action: LogAction
  )] {
    var deeds: [(time: Timestamp, account: AccountName?, action: LogAction)] = []
    for outage in outages(channels: channels) {
      guard let channel = outage.channel else {
        deeds.append((outage.start, nil, .powerLost))
        deeds.append((outage.end, nil, .started))
        continue
      }
      deeds.append(
        losesVideo
          ? (outage.start, nil, .alarm(.videoLoss(channel)))
          : (outage.start + .seconds(10), nil, .alarm(.cameraOffline(channel))))
    }
    for day in days { deeds += visits(on: day) }
    return deeds.filter { $0.time >= since && $0.time < until }.sorted { $0.time < $1.time }
  }

  /// Who came to the recorder on a day, at its menu or from elsewhere.
  private func visits(
    on day: Timestamp
  ) -> [(time: Timestamp, account: AccountName?, action: LogAction)] {
    var random = chance(of: day, for: 2)
    var deeds: [(time: Timestamp, account: AccountName?, action: LogAction)] = []
    func note(_ time: Timestamp, _ action: LogAction) { deeds.append((time, .admin, action)) }
    for _ in 0..<random.next() % 4 {
      let address = PastLife.addresses[Int(random.next() % UInt64(PastLife.addresses.count))]
      let start = day + .minutes(Int64(6 * 60 + random.next() % 1_000))
      note(start, .remoteSignedIn(address))
      note(start + length(&random, 1...25), .remoteSignedOut(address))
    }
    guard random.next() % 3 == 0 else { return deeds }
    var time = day + .minutes(Int64(8 * 60 + random.next() % 600))
    for _ in 0..<[0, 0, 0, 1, 1, 2][Int(random.next() % 6)] {
      note(time, .signInFailed)
      time = time + .seconds(Int64(8 + random.next() % 20))
    }
    note(time, .signedIn)
    time = time + .seconds(Int64(20 + random.next() % 90))
    switch random.next() % 5 {
    case 0: note(time, .configurationExported)
    case 1: note(time, .alarmsSeen)
    default: note(time, .recordingsSearched)
    }
    time = time + length(&random, 1...9)
    note(time, .signedOut(random.next() % 2 == 0 ? .asked : .timedOut))
    return deeds
  }

  /// Where people looked at the pictures from: two computers of the shop, and the app.
  private static let addresses = ["192.168.226.20", "192.168.226.34", "10.64.3.118"]

  /// The midnights of its days.
  private var days: [Timestamp] {
    var days: [Timestamp] = []
    var day = since.startOfDay
    while day < until {
      days.append(day)
      day = day + .days(1)
    }
    return days
  }

  private func chance(of day: Timestamp, for what: UInt64) -> SeededRandom {
    SeededRandom(
      seed: seed ^ what &* 0x9E6C_63D0_876A_68DE ^ UInt64(bitPattern: day.milliseconds))
  }

  private func length(
    _ random: inout SeededRandom, _ minutes: ClosedRange<UInt64>
  ) -> Interval {
    let count = UInt64(minutes.upperBound - minutes.lowerBound + 1)
    return .minutes(Int64(minutes.lowerBound + random.next() % count))
      + .seconds(Int64(random.next() % 60))
  }
}

extension RecorderState {
  /// Gives the recorder something to watch and a past: what moves in front of its cameras, what was
  /// done at it, what it lacks footage of. At the channel that is named something begins to move
  /// within seconds.
  public mutating func live(with seed: UInt64, now: Timestamp, movingAt channel: Int? = nil) {
    let moving = channel.flatMap { channel in
      snapshot.motionProfile(of: channel).map {
        MotionSource(near: seed, moving: channel, like: $0, at: now)
      }
    }
    snapshot.motionSource = moving ?? MotionSource(seed: seed)
    let kept = (now - .days(Int64(snapshot.profile.recording.daysKept.value))).startOfDay
    let since = max(kept, snapshot.recordings.oldest ?? kept)
    let past = PastLife(seed: seed, since: since, until: now)
    snapshot.past = past
    for outage in past.outages(channels: snapshot.channelsWithCamera) {
      snapshot.recordings.leaveOut(outage)
    }
    snapshot.cameras.watches = snapshot.watches(since: since)
    if snapshot.settings.rules.tellsOfMotion { snapshot.cameras.toldUntil = now }
    snapshot.disk.fullAt = snapshot.diskFullTime(at: now)
  }
}

extension RecorderSnapshot {
  /// The channels that have a camera, 1, 2, 3 ….
  var channelsWithCamera: [Int] {
    profile.channels.indices.filter { profile.channels[$0].scene != nil }.map { $0 + 1 }
  }
}

extension Recordings {
  /// Takes out what was not recorded.
  fileprivate mutating func leaveOut(_ outage: PastLife.Outage) {
    spans = spans.flatMap { span -> [RecordedSpan] in
      guard outage.channel ?? span.channel == span.channel, span.start < outage.start,
        span.end.map({ $0 > outage.end }) ?? true
      else { return [span] }
      return [
        span.cut(from: span.start, to: outage.start), span.cut(from: outage.end, to: span.end),
      ]
    }
  }
}
