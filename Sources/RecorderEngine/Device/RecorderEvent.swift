/// Something that happened at the recorder, by area: each part of the snapshot absorbs its own in
/// one switch that has no `default`. Whoever folds all of them over the first snapshot knows what
/// the device shows; nothing secret is ever in one.
public enum RecorderEvent: Equatable, Sendable, Codable {
  case power(PowerEvent)
  case session(SessionEvent)
  case accounts(AccountEvent)
  case remote(RemoteEvent)
  case recovery(RecoveryEvent)
  case cloud(CloudEvent)
  case clock(ClockEvent)
  case disk(DiskEvent)
  case recordings(RecordingEvent)
  case cameras(CameraEvent)
  case alarms(AlarmEvent)

  case setupChanged(SetupPhase)
  case settingsChanged([SettingKey: SettingValue])
  case settingsRestored(Store, [SettingKey: SettingValue])
  case configurationExported(Configuration)
  case logRead
  /// The service was tried, and works.
  case serviceTested(NetworkService)
  case logged(LogEntry)
  case refused(Refusal)
}

/// What happened to the case: power, beeper, button, firmware.
public enum PowerEvent: Equatable, Sendable, Codable {
  case changed(PowerPhase)
  case cameUp(Timestamp)
  case firmwareChanged(FirmwareVersion)
  case resetButtonChanged(ResetButton)
  case resetDone([Store])
  case beeped(Beep)
}

/// Who is at the menu.
public enum SessionEvent: Equatable, Sendable, Codable {
  case signedIn(Session)
  case touched(Timestamp)
  case signedOut(SignOutReason)
  /// The account of the session has the new password that it owed.
  case passwordRenewed
  /// The account that signed in still has its factory password.
  case defaultPasswordInUse(AccountName)
}

/// What became of accounts and groups.
public enum AccountEvent: Equatable, Sendable, Codable {
  case added(AccountSummary)
  /// The account of that name is now like this (the summary may carry a new name).
  case changed(AccountName, AccountSummary)
  case removed(AccountName)
  case restored([AccountSummary])
  case groupsChanged([Group])
  case lockedOut(LockOut)
  case lockOutEnded(AccountName)
}

/// What became of those who come by the network.
public enum RemoteEvent: Equatable, Sendable, Codable {
  case accessListChanged(AccessList)
  case sessionsChanged([RemoteSession])
  case linkChanged(Bool)
  /// Whoever calls as this account has proved it, and is let in; what they may do is another matter.
  case callLetIn(AccountName)
}

/// What happened at Restore Password.
public enum RecoveryEvent: Equatable, Sendable, Codable {
  case changed(RecoveryPhase)
  case paused(RecoveryPause)
  case pauseEnded(RecoveryMethod)
  /// The code that somebody may be waiting for is worthless from now on.
  case codeDied(CodeDeath)
  /// The page for a code that came by e-mail closed by itself.
  case codeEntryClosed(RecoveryMethod)
}

/// What became of the app and the client software.
public enum CloudEvent: Equatable, Sendable, Codable {
  /// The app asked for a code, which lives until then; nil: there is none.
  case appCodeChanged(until: Timestamp?)
  case bindingOffered(BindingOffer?)
  case bindingChanged(CloudBinding?)
  /// The client software with this address has the recorder; nil: none.
  case clientRegistered(email: String?)
}

/// What became of the recorder's clock.
public enum ClockEvent: Equatable, Sendable, Codable {
  case changed(offset: Interval)
  case summerTimeChanged(SummerTimeState)
  /// The clock was compared with the network's.
  case checked(Timestamp)
}

/// What became of the disk.
public enum DiskEvent: Equatable, Sendable, Codable {
  case changed(DiskState)
  case worn(DiskWear)
  /// When the disk will be full as things go; nil: never.
  case planned(fullAt: Timestamp?)
  /// It is being formatted; nil: no longer.
  case formattingChanged(DiskFormatting?)
}

/// What became of the footage.
public enum RecordingEvent: Equatable, Sendable, Codable {
  case changed(Recordings)
  /// The answer to a search: what is kept of that day, by channel, and the motions noticed in it.
  case found(day: Timestamp, [RecordedSpan], [Motion])
  /// The hour of the schedule was looked at.
  case scheduleChecked(Timestamp)
}

/// What the cameras show.
public enum CameraEvent: Equatable, Sendable, Codable {
  case channelsChanged([ChannelState])
  case unplugged([UnpluggedCamera])
  case motionBegan(Motion)
  case motionEnded(channel: Int, at: Timestamp)
  /// The cameras that somebody has turned, or that have presets, by channel.
  case turned([TurnedCamera])
  /// When the recorder looked for motion, and looks.
  case watchesChanged([MotionWatch])
  /// Whoever is to be told of motions has been told of those until then.
  case motionsTold(until: Timestamp)
}

/// What sets off alarms, and what alarms set off.
public enum AlarmEvent: Equatable, Sendable, Codable {
  case began(Alarm)
  case ended(AlarmCause, at: Timestamp)
  case seen
  /// The buzzer sounds until then; nil: it is quiet.
  case buzzerChanged(until: Timestamp?)
  /// The relay at the back panel is on until then; nil: off.
  case outputChanged(until: Timestamp?)
  /// Somebody far away is told of an alarm.
  case notified(AlarmCause, NotificationWay, at: Timestamp)
  case combinationChanged(CombinationProgress)
  /// The contacts at the back panel that are closed.
  case contactsChanged([Int])
  /// The address that another device of the network uses as well.
  case rivalChanged(String?)
}

/// What the beeper says.
public enum Beep: Equatable, Sendable, Codable {
  /// Long and low: a refusal with consequences.
  case angry
  /// Short and high, so many times.
  case confirming(times: Int)
}

/// Why a session ended.
public enum SignOutReason: String, Equatable, Sendable, Codable {
  case asked, timedOut, powerLost, restarted, lockedOut, accountGone
}

/// What killed a code that somebody may be waiting for.
public enum CodeDeath: String, Equatable, Sendable, Codable, CaseIterable {
  case tabLeft, refreshed, wizardClosed, restarted, powerLost, used, triesUsedUp, clockChanged
  case tooOld
}
