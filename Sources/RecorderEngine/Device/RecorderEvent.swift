/// Something that happened at the recorder. Whoever folds all of them over the first snapshot
/// knows what the device shows; nothing secret is ever in one.
public enum RecorderEvent: Equatable, Sendable, Codable {
  case powerChanged(PowerPhase)
  case beeped(Beep)

  case signedIn(Session)
  case sessionTouched(Timestamp)
  case signedOut(SignOutReason)
  case lockedOut(LockOut)
  case lockOutEnded(AccountName)
  /// The account that signed in still has its factory password.
  case defaultPasswordInUse(AccountName)

  case accountAdded(AccountSummary)
  /// The account of that name is now like this (the summary may carry a new name).
  case accountChanged(AccountName, AccountSummary)
  case accountRemoved(AccountName)
  case accountsRestored([AccountSummary])
  /// The account of the session has the new password that it owed.
  case passwordRenewed
  case groupsChanged([Group])
  case accessListChanged(AccessList)
  case remoteSessionsChanged([RemoteSession])
  case setupChanged(SetupPhase)
  case firmwareChanged(FirmwareVersion)
  case configurationExported(Configuration)

  case recoveryChanged(RecoveryPhase)
  case recoveryPaused(RecoveryPause)
  case recoveryPauseEnded(RecoveryMethod)
  /// The code that somebody may be waiting for is worthless from now on.
  case codeDied(CodeDeath)
  /// The page for a code that came by e-mail closed by itself.
  case codeEntryClosed(RecoveryMethod)
  /// The app asked for a code, which lives until then; nil: there is none.
  case appCodeChanged(until: Timestamp?)
  case bindingOffered(BindingOffer?)
  case bindingChanged(CloudBinding?)
  /// The client software with this address has the recorder; nil: none.
  case clientRegistered(email: String?)

  case settingsChanged([SettingKey: SettingValue])
  case settingsRestored(Store, [SettingKey: SettingValue])
  case clockChanged(offset: Interval)
  case summerTimeChanged(SummerTimeState)
  case networkLinkChanged(Bool)

  case resetButtonChanged(ResetButton)
  case resetDone([Store])
  case channelsChanged([ChannelState])
  case recordingsChanged(Recordings)
  /// The answer to a search: what is kept of that day, by channel.
  case recordingsFound(day: Timestamp, [RecordedSpan])
  case logRead
  case cameUp(Timestamp)
  case diskChanged(DiskState)
  case diskWorn(DiskWear)
  /// When the disk will be full as things go; nil: never.
  case diskPlanned(fullAt: Timestamp?)
  case motionBegan(Motion)
  case motionEnded(channel: Int, at: Timestamp)
  /// The recording after a motion is over as well.
  case motionOver(channel: Int)
  case alarmBegan(Alarm)
  case alarmEnded(AlarmCause, at: Timestamp)
  case alarmsSeen
  /// The buzzer sounds until then; nil: it is quiet.
  case buzzerChanged(until: Timestamp?)
  /// The relay at the back panel is on until then; nil: off.
  case alarmOutputChanged(until: Timestamp?)
  /// Somebody far away is told of an alarm.
  case notified(AlarmCause, NotificationWay, at: Timestamp)
  case combinationChanged(CombinationProgress)
  /// The contacts at the back panel that are closed.
  case contactsChanged([Int])
  case camerasUnplugged([UnpluggedCamera])
  /// The address that another device of the network uses as well.
  case rivalChanged(String?)
  /// The clock was compared with the network's.
  case clockChecked(Timestamp)
  /// The hour of the schedule was looked at.
  case scheduleChecked(Timestamp)

  case logged(LogEntry)
  case refused(Refusal)
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
