extension RecorderSnapshot {
  /// How much of the disk is used, in megabytes.
  public func diskUsed(at now: Timestamp) -> Int64 {
    recordings.spans.reduce(0) { $0 + diskShare(of: $1, now) }
  }

  /// The disk's capacity in megabytes; 0 without one.
  public var diskCapacity: Int64 {
    disk.state == .missing ? 0 : Int64(profile.disk.capacity.value) * 1_000
  }

  private func diskShare(of span: RecordedSpan, _ now: Timestamp) -> Int64 {
    ((span.end ?? now) - span.start).milliseconds * diskShareOfADay(span) / 86_400_000
  }

  /// How much so many seconds of footage take, in megabytes, at a weight in thousandths of what the
  /// profile says of a channel.
  public func megabytes(ofSeconds seconds: Int, weight: Int) -> Int64 {
    Int64(seconds) * Int64(profile.disk.rate.value) * Int64(weight) / 86_400
  }

  /// The profile's gigabytes and the span's thousandths make megabytes; of what is kept for motion
  /// alone, as much as there is motion.
  private func diskShareOfADay(_ span: RecordedSpan) -> Int64 {
    let whole = Int64(profile.disk.rate.value) * Int64(span.weight)
    guard let margins = span.margins else { return whole }
    let motion = profile.channels[span.channel - 1].motion?.value
    return whole * (motion?.share(with: margins) ?? 0) / 1_000
  }

  /// How much of the disk is free, in megabytes.
  public func diskFree(at now: Timestamp) -> Int64 {
    max(0, diskCapacity - diskUsed(at: now))
  }

  /// When what is being recorded now will have filled the disk; nil where nothing is.
  public func diskFullTime(at now: Timestamp) -> Timestamp? {
    let perDay = recordings.spans.reduce(0) { $0 + ($1.end == nil ? diskShareOfADay($1) : 0) }
    guard perDay > 0, disk.takesFootage else { return nil }
    let left = diskFree(at: now)
    return now + Interval(milliseconds: left * 86_400_000 / perDay + 1)
  }
}

extension RecorderState {
  /// Finds out anew when the disk will be full.
  mutating func planDisk(_ turn: inout Turn) {
    let at = snapshot.diskFullTime(at: turn.now)
    if at != snapshot.disk.fullAt { emit(.disk(.planned(fullAt: at)), &turn) }
  }

  /// The disk is full: the oldest hour goes, or recording stops.
  mutating func meetFullDisk(_ turn: inout Turn) {
    if snapshot.settings[.diskOverwrite] != "off", let oldest = snapshot.recordings.oldest {
      var recordings = snapshot.recordings
      recordings.expire(before: oldest + .hours(1))
      emit(.recordings(.changed(recordings)), &turn)
      return planDisk(&turn)
    }
    emit(.disk(.changed(.full)), &turn)
    updateRecording(&turn)
    planDisk(&turn)
  }

  /// Erases the disk; the recordings are gone as soon as it begins. A full one takes footage again.
  mutating func formatDisk(_ approval: Approval, _ turn: inout Turn) {
    guard isAllowed(.disk, &turn) else { return }
    guard snapshot.disk.state != .missing else { return refuse(.disk(.missing), &turn) }
    guard snapshot.disk.formatting == nil, isApproved(approval, &turn) else { return }
    eraseDisk(&turn)
  }

  /// The wizard's formatting, before there is a password that could approve it.
  mutating func formatDiskAtSetup(_ turn: inout Turn) {
    guard snapshot.disk.state != .missing else { return refuse(.disk(.missing), &turn) }
    guard snapshot.disk.formatting == nil else { return }
    eraseDisk(by: .admin, &turn)
  }

  private mutating func eraseDisk(by account: AccountName? = nil, _ turn: inout Turn) {
    emit(.recordings(.changed(.none)), &turn)
    guard let time = snapshot.profile.disk.formatTime?.value, time > .zero else {
      return finishFormat(by: account, &turn)
    }
    emit(
      .disk(.formattingChanged(DiskFormatting(since: turn.now, until: turn.now + time))), &turn)
    planDisk(&turn)
  }

  /// The disk is empty, and takes footage.
  mutating func finishFormat(by account: AccountName? = nil, _ turn: inout Turn) {
    if snapshot.disk.formatting != nil { emit(.disk(.formattingChanged(nil)), &turn) }
    log(.diskFormatted, by: account, &turn)
    if snapshot.disk.state == .full { emit(.disk(.changed(.recording)), &turn) }
    updateRecording(&turn)
    planDisk(&turn)
  }

  /// Without power it is not written on; what was on it is gone all the same.
  mutating func breakOffFormat(_ turn: inout Turn) {
    if snapshot.disk.formatting != nil { emit(.disk(.formattingChanged(nil)), &turn) }
  }

  /// A hand at the case puts the disk in or takes it out, footage and all.
  mutating func connectDisk(_ isIn: Bool, _ turn: inout Turn) {
    guard snapshot.power == .off else { return refuse(.disk(.powerIsOn), &turn) }
    guard isIn != (snapshot.disk.state != .missing) else { return }
    emit(.disk(.changed(isIn ? .recording : .missing)), &turn)
  }

  /// Looks at the disk when the recorder comes up.
  mutating func checkDisk(_ turn: inout Turn) {
    // What was full may have room again: the days that are kept have gone by meanwhile.
    if snapshot.disk.state == .full, snapshot.diskUsed(at: turn.now) < snapshot.diskCapacity {
      emit(.disk(.changed(.recording)), &turn)
    }
  }
}
