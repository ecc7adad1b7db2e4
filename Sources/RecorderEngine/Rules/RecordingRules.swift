/// What makes a recorder record.
public enum RecordingTrigger: String, Equatable, Sendable, Codable, CaseIterable {
  case always, schedule, motion
  /// Somebody at the recorder began it by hand.
  case manual
}

extension SettingKey {
  /// When the recorder records: always, by schedule, or at a motion.
  public static let recordMode: SettingKey = "record.mode"
  /// The hours in which channel 1, 2, 3 … records by schedule.
  public static func recordSchedule(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).schedule")
  }
  /// How good the pictures are that are kept.
  public static let recordQuality: SettingKey = "record.quality"
  /// How many kilobits a second of channel 1, 2, 3 … are kept.
  public static func bitRate(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).bitRate")
  }
  /// How the pictures of channel 1, 2, 3 … are compressed.
  public static func codec(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).codec")
  }
  /// How large the pictures of channel 1, 2, 3 … are.
  public static func resolution(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).resolution")
  }
  /// How many pictures a second of channel 1, 2, 3 … are kept.
  public static func frameRate(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).frameRate")
  }
  /// How large the pictures of channel 1, 2, 3 … are that go to phones.
  public static func subResolution(_ channel: Int) -> SettingKey {
    SettingKey("record.\(channel).subResolution")
  }
  /// How readily channel 1, 2, 3 … reports motion; 0: never.
  public static func motionSensitivity(_ channel: Int) -> SettingKey {
    SettingKey("camera.\(channel).motion")
  }
  /// The part of the picture in which channel 1, 2, 3 … reports motion.
  public static func motionArea(_ channel: Int) -> SettingKey {
    SettingKey("camera.\(channel).motionArea")
  }
}

extension RecorderSnapshot {
  /// Why a channel records at this moment; nil: it does not.
  func recordingTrigger(of channel: Int, at now: Timestamp) -> RecordingTrigger? {
    guard power == .running, cameras.channels.indices.contains(channel - 1),
      cameras.channels[channel - 1].hasPicture, disk.takesFootage
    else { return nil }
    if recordings.byHand.contains(channel) { return .manual }
    switch settings[.recordMode] {
    case "schedule": return isOn(schedule(of: channel), at: now) ? .schedule : nil
    case "motion": return noticesMotion(channel) ? .motion : nil
    default: return .always
    }
  }

  private func schedule(of channel: Int) -> WeekSchedule {
    settings[.recordSchedule(channel)].flatMap(WeekSchedule.init) ?? .always
  }

  /// How much of the disk a channel fills as the menu is set, in thousandths of what the profile
  /// says: a better picture and a higher bit rate take more.
  func weight(of channel: Int) -> Int {
    let rules = profile.recording
    var weight = RecordedSpan.plainWeight
    if let shares = rules.quality?.value, let quality = settings[.recordQuality],
      let share = shares[quality]
    {
      weight = weight * share / 100
    }
    if let usual = rules.bitRate?.value, let rate = settings[.bitRate(channel)].flatMap({ Int($0) })
    {
      weight = weight * rate / max(1, usual)
    }
    func share(_ shares: Sourced<[String: Int]>?, _ key: SettingKey) -> Int {
      settings[key].flatMap { shares?.value[$0] } ?? 100
    }
    weight = weight * share(rules.codec, .codec(channel)) / 100
    weight = weight * share(rules.resolution, .resolution(channel)) / 100
    if let usual = rules.frameRate?.value,
      let rate = settings[.frameRate(channel)].flatMap({ Int($0) })
    {
      weight = weight * rate / max(1, usual)
    }
    return max(1, weight)
  }

  /// What is kept around a motion.
  fileprivate var margins: MotionMargins {
    func seconds(_ key: SettingKey) -> Interval {
      .seconds(settings[key].flatMap { Int64($0) } ?? 0)
    }
    return MotionMargins(before: seconds(.recordPreTime), after: seconds(.recordPostTime))
  }

  /// When a schedule next begins or ends an hour that matters; nil where none does.
  var nextScheduleEdge: Timestamp? {
    guard power == .running, settings.rules.recordsBySchedule else { return nil }
    let shown = deviceTime(at: .init(milliseconds: 0)).milliseconds
    guard let checked = scheduleCheckedAt else { return nil }
    // The edges are those of the recorder's own hours.
    let own = checked.milliseconds + shown
    let next = (floorDivide(own, 3_600_000) + 1) * 3_600_000
    return Timestamp(milliseconds: next - shown)
  }
}

extension RecorderState {
  /// Footage goes on under the time that the clock shows now, and keeps the one it was made under.
  mutating func splitRecordings(from offset: Interval, _ turn: inout Turn) {
    if offset != snapshot.clock.offset { updateRecording(&turn) }
  }

  /// Records channels by hand whatever the menu says, or no longer.
  mutating func recordByHand(_ channels: [Int], _ isOn: Bool, _ turn: inout Turn) {
    guard isAllowed(.record, &turn) else { return }
    if isOn, snapshot.disk.state != .recording {
      return refuse(.disk(snapshot.disk.state == .missing ? .missing : .full), &turn)
    }
    var recordings = snapshot.recordings
    let changed = Set(channels).sorted().filter {
      snapshot.cameras.channels.indices.contains($0 - 1)
        && recordings.byHand.contains($0) != isOn
    }
    guard !changed.isEmpty else { return }
    let others = recordings.byHand.filter { !changed.contains($0) }
    recordings.byHand = isOn ? (others + changed).sorted() : others
    emit(.recordings(.changed(recordings)), &turn)
    log(.recordedByHand(changed, isOn), &turn)
    updateRecording(&turn)
  }

  /// Begins and ends recordings so that they are what settings, schedule and motion ask for.
  mutating func updateRecording(_ turn: inout Turn) {
    if snapshot.settings.rules.recordsBySchedule {
      emit(.recordings(.scheduleChecked(turn.now)), &turn)
    }
    var recordings = snapshot.recordings
    for channel in snapshot.cameras.channels.indices.map({ $0 + 1 }) {
      let wanted = snapshot.recordingTrigger(of: channel, at: turn.now)
      let running = recordings.running(channel: channel)
      let weight = snapshot.weight(of: channel)
      let margins = wanted == .motion ? snapshot.margins : nil
      let isCovered = snapshot.cameras.channels[channel - 1] == .covered
      let isAsBefore =
        running?.trigger == wanted && (running?.weight ?? weight) == weight
        && running?.margins == margins && (running?.isCovered ?? isCovered) == isCovered
        && (running?.clockOffset ?? snapshot.clock.offset) == snapshot.clock.offset
      guard !isAsBefore else { continue }
      recordings.end(channel: channel, at: turn.now)
      guard let wanted else { continue }
      recordings.begin(
        channel: channel, at: turn.now, because: wanted, weight: weight,
        clockOffset: snapshot.clock.offset, margins: margins, isCovered: isCovered)
    }
    if recordings != snapshot.recordings { emit(.recordings(.changed(recordings)), &turn) }
    updateWatches(&turn)
    planDisk(&turn)
  }
}
