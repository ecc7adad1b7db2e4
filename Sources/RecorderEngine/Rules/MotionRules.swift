/// What is kept around a motion where nothing else is recorded.
public struct MotionMargins: Equatable, Sendable, Codable {
  /// What came just before it is in the recorder's memory, and kept with it.
  public let before: Interval
  /// How long recording goes on after it.
  public let after: Interval

  /// Makes margins.
  public init(before: Interval, after: Interval) {
    self.before = before
    self.after = after
  }
}

/// Something moves in front of a camera, or has just moved.
public struct Motion: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// When it began to move.
  public let began: Timestamp
  /// nil while it moves.
  public internal(set) var ended: Timestamp?

  /// Makes a motion; without an end it goes on.
  public init(channel: Int, began: Timestamp, ended: Timestamp? = nil) {
    self.channel = channel
    self.began = began
    self.ended = ended
  }
}

extension RecorderState {
  /// Something begins or ceases to move in front of a camera, beside what moves there anyway; what
  /// the recorder makes of it is a matter of its settings.
  mutating func seeMotion(_ channel: Int, _ isMoving: Bool, _ turn: inout Turn) {
    guard snapshot.isWatched(channel), isMoving != snapshot.isTold(channel) else { return }
    if isMoving {
      emit(.cameras(.motionBegan(Motion(channel: channel, began: turn.now))), &turn)
    } else {
      emit(.cameras(.motionEnded(channel: channel, at: turn.now)), &turn)
    }
    updateMotionAlarm(channel, isMoving: isMoving, &turn)
  }

  /// Looks for motion where the settings ask for it and a camera can be seen.
  mutating func updateWatches(_ turn: inout Turn) {
    var watches = snapshot.cameras.watches
    let holidays = snapshot.settings.rules.holidayTexts
    for channel in snapshot.cameras.channels.indices.map({ $0 + 1 }) {
      let hours = snapshot.canWatch(channel) ? snapshot.alarmHours(of: channel) : nil
      let place = watches.lastIndex { $0.channel == channel && $0.end == nil }
      let running = place.map { watches[$0] }
      guard
        running?.hours != hours || running.map({ $0.holidays ?? [] != holidays }) == true
          || (running?.clockOffset ?? snapshot.clock.offset)
            != snapshot.clock.offset
      else { continue }
      if let place { watches[place].end = turn.now }
      guard let hours else { continue }
      watches.append(
        MotionWatch(
          channel: channel, start: turn.now, hours: hours,
          holidays: holidays.isEmpty ? nil : holidays, clockOffset: snapshot.clock.offset))
    }
    if watches != snapshot.cameras.watches { emit(.cameras(.watchesChanged(watches)), &turn) }
    if snapshot.settings.rules.tellsOfMotion {
      // What moved before there was anybody to tell is nobody's news.
      emit(.cameras(.motionsTold(until: turn.now)), &turn)
    }
  }

  /// Without power nobody looks.
  mutating func stopWatching(_ turn: inout Turn) {
    var watches = snapshot.cameras.watches
    for place in watches.indices where watches[place].end == nil { watches[place].end = turn.now }
    if watches != snapshot.cameras.watches { emit(.cameras(.watchesChanged(watches)), &turn) }
  }

  /// Motions that came while nobody looked: those of the last day are told, the phone keeps no more.
  mutating func skipOldMotions(_ turn: inout Turn) {
    guard snapshot.settings.rules.tellsOfMotion, let told = snapshot.cameras.toldUntil,
      told < turn.now - .days(1)
    else { return }
    emit(.cameras(.motionsTold(until: turn.now - .days(1))), &turn)
  }

  /// Tells of the motion that begins now.
  mutating func tellOfMotion(_ channel: Int, _ turn: inout Turn) {
    emit(.cameras(.motionsTold(until: turn.now)), &turn)
    guard snapshot.isMotionAlarm(channel, at: turn.now) else { return }
    react(to: .motion(channel), &turn)
    combine("motion \(channel)", &turn)
  }
}

extension RecorderSnapshot {
  /// Whether the recorder can look for motion there, as settings, power and camera are.
  func canWatch(_ channel: Int) -> Bool {
    power == .running && cameras.channels.indices.contains(channel - 1)
      && cameras.channels[channel - 1] == .live
      && noticesMotion(channel)
  }

  /// Whether motion is reported there at all: readily enough, and where it passes.
  func noticesMotion(_ channel: Int) -> Bool {
    (settings[.motionSensitivity(channel)].flatMap { Int($0) } ?? 0) > 0
      && looksWhereItMoves(channel)
  }

  private func looksWhereItMoves(_ channel: Int) -> Bool {
    let across = motionProfile(of: channel)?.across ?? .whole
    guard let seen = across.seen(by: view(of: channel)) else { return false }
    return motionArea(of: channel)?.covers(seen) ?? true
  }

  /// The cells of the picture in which a channel reports motion; nil: everywhere.
  public func motionArea(of channel: Int) -> PictureArea? {
    guard let text = settings[.motionArea(channel)], text != "all",
      case .area(let columns, let rows)? = profile.setting(.motionArea(channel))?.kind
    else { return nil }
    return PictureArea(text, columns: columns, rows: rows)
  }

  /// The hours of the week in which motion there is an alarm, as the settings write them.
  func alarmHours(of channel: Int) -> String {
    settings[.alarmSchedule(channel)] ?? WeekSchedule.always.text
  }

  /// A watch for each channel where the recorder can look for motion, as if it always had.
  func watches(since start: Timestamp) -> [MotionWatch] {
    cameras.channels.indices.map { $0 + 1 }.filter(canWatch).map { channel in
      MotionWatch(
        channel: channel, start: start, hours: alarmHours(of: channel), clockOffset: clock.offset)
    }
  }

  fileprivate func isWatched(_ channel: Int) -> Bool {
    cameras.watches.contains { $0.channel == channel && $0.end == nil }
  }

  fileprivate func isTold(_ channel: Int) -> Bool {
    cameras.motions.contains { $0.channel == channel && $0.ended == nil }
  }

  /// What moves, or moved, in front of a camera between two moments, oldest first; the recorder may
  /// have looked away.
  public func motions(at channel: Int, from start: Timestamp, until end: Timestamp) -> [Motion] {
    var motions = cameras.motions.filter {
      $0.channel == channel && $0.began < end && ($0.ended.map { $0 > start } ?? true)
    }
    if let profile = motionProfile(of: channel), let source = motionSource {
      motions += source.motions(at: channel, like: profile, from: start, until: end)
      motions.sort { $0.began < $1.began }
    }
    return motions
  }

  func motionProfile(of channel: Int) -> MotionProfile? {
    guard profile.channels.indices.contains(channel - 1) else { return nil }
    let own = profile.channels[channel - 1]
    return own.scene == nil ? nil : own.motion?.value
  }

  /// What moves in front of a camera at this moment; nil: nothing.
  public func motion(at channel: Int, now: Timestamp) -> Motion? {
    motions(at: channel, from: now, until: now + .milliseconds(1)).last
  }

  /// Whether the recorder has noticed that something moves in front of the camera.
  public func isMoving(_ channel: Int, at now: Timestamp) -> Bool {
    isWatched(channel) && motion(at: channel, now: now) != nil
  }

  /// The motions that the recorder noticed at a channel between two moments, and whether each was an
  /// alarm by the hours of that time, with how far its clock was off; oldest first.
  public func noticedMotions(
    at channel: Int, from start: Timestamp, until end: Timestamp
  ) -> [(motion: Motion, isAlarm: Bool, clockOffset: Interval)] {
    cameras.watches.filter {
      $0.channel == channel && $0.start < end && ($0.end.map { $0 > start } ?? true)
    }.flatMap { watch in
      let hours = WeekSchedule(watch.hours) ?? .always
      let holidays = (watch.holidays ?? []).compactMap(YearDays.init)
      let from = max(start, watch.start)
      return motions(at: channel, from: from, until: min(end, watch.end ?? end)).map {
        let began = max($0.began, watch.start)
        return (
          Motion(channel: channel, began: began, ended: $0.ended),
          hours.isOn(at: began + watch.clockOffset, holidays: holidays), watch.clockOffset
        )
      }
    }
  }

  /// The motions that were noticed while the recorder's clock showed something between two times.
  func noticedMotions(
    at channel: Int, shownFrom start: Timestamp, until end: Timestamp, now: Timestamp
  ) -> [Motion] {
    guard motionSource != nil || !cameras.motions.isEmpty else { return [] }
    let offsets = Set(cameras.watches.lazy.filter { $0.channel == channel }.map(\.clockOffset))
    return offsets.flatMap { offset in
      noticedMotions(at: channel, from: start - offset, until: min(now, end - offset))
        .filter { $0.clockOffset == offset }
    }.map(\.motion).sorted { $0.began < $1.began }
  }

  /// Whether a motion was noticed at a channel on a day of the recorder's own clock, that of the
  /// midnight.
  public func hasMotion(at channel: Int, onShown day: Timestamp, now: Timestamp) -> Bool {
    !noticedMotions(at: channel, shownFrom: day, until: day + .days(1), now: now).isEmpty
  }

  /// The motions that are alarms at this moment, by channel.
  public func motionAlarms(at now: Timestamp) -> [Motion] {
    cameras.watches.filter { $0.end == nil }.compactMap { watch in
      motion(at: watch.channel, now: now).flatMap {
        isMotionAlarm(watch.channel, at: $0.began) ? $0 : nil
      }
    }
  }

  /// When a motion next begins that somebody or something is told of, and where that is.
  var nextToldMotion: (at: Timestamp, channel: Int)? {
    guard power == .running, settings.rules.tellsOfMotion, let source = motionSource,
      let told = cameras.toldUntil
    else { return nil }
    return cameras.watches.filter { $0.end == nil }.compactMap { watch in
      motionProfile(of: watch.channel).flatMap {
        source.motion(at: watch.channel, like: $0, after: max(told, watch.start))
      }.map { ($0.began, watch.channel) }
    }.min { $0.0 < $1.0 }.map { (at: $0.0, channel: $0.1) }
  }

  /// Footage between two moments of the recorder's own clock: of what was kept for motion alone, the
  /// stretches around each.
  public func footage(
    shownFrom start: Timestamp, until end: Timestamp, now: Timestamp
  ) -> [RecordedSpan] {
    recordings.shown(from: start, until: end, now: now).flatMap { span in
      guard let margins = span.margins else { return [span] }
      return stretches(of: span, margins, now: now)
    }
  }

  private func stretches(
    of span: RecordedSpan, _ margins: MotionMargins, now: Timestamp
  ) -> [RecordedSpan] {
    let end = span.end ?? now
    var stretches: [RecordedSpan] = []
    for motion in motions(
      at: span.channel, from: span.start - margins.after, until: end + margins.before)
    {
      let from = max(span.start, motion.began - margins.before)
      let until = min(end, (motion.ended ?? now) + margins.after)
      guard motion.began < end, from < until else { continue }
      if let last = stretches.last, let reached = last.end, reached >= from {
        stretches[stretches.count - 1].end = max(reached, until)
      } else {
        stretches.append(span.cut(from: from, to: until).withoutMargins)
      }
    }
    return stretches
  }

  /// Whether a channel is being recorded at this moment.
  public func isRecording(_ channel: Int, at now: Timestamp) -> Bool {
    guard let running = recordings.running(channel: channel) else { return false }
    guard let margins = running.margins else { return true }
    return motions(at: channel, from: now - margins.after, until: now + .milliseconds(1))
      .contains { $0.began <= now && ($0.ended.map { $0 + margins.after > now } ?? true) }
  }
}
