import ConsoleData
import RecorderEngine
import TextUI

extension Words {
  /// A line of the log.
  public static func of(_ action: LogAction) -> Phrase {
    switch action {
    case .started: tr("Recorder started")
    case .powerLost: tr("Power lost")
    case .restarted: tr("Restart from the menu")
    case .shutDown: tr("Shut down from the menu")
    case .signedIn: tr("Logged in")
    case .signInFailed: tr("Login failed")
    case .signInWhileLocked: tr("Login refused: account locked")
    case .lockedOut: tr("Account locked after wrong passwords")
    case .lockOutEnded: tr("Account unlocked")
    case .signedOut(let reason): tr("Logged out\(of(reason))")
    case .recoveryOpened: tr("Restore Password opened")
    case .recoveryFailed(let method): tr("\(of(method)): wrong answer or code")
    case .recoveryPaused(let method): tr("\(of(method)): paused after wrong answers or codes")
    case .recoveryGranted(let method): tr("\(of(method)): proof accepted")
    case .passwordRecovered(let method): tr("Password restored by \(of(method))")
    case .passwordChanged(let name): tr("Password of \(name.text) changed")
    case .questionsSet(let name): tr("Security questions of \(name.text) set")
    case .accountAdded(let name): tr("User \(name.text) added")
    case .accountChanged(let name): tr("User \(name.text) changed")
    case .accountRemoved(let name): tr("User \(name.text) deleted")
    case .settingChanged(let key): tr("Setting changed: \(key.text)")
    case .clockChanged: tr("Clock set")
    case .resetByButton(let stores):
      tr("Reset button: \(list(stores.map(of))) back to factory state")
    case .recordingsSearched: tr("Recordings searched")
    case .recordedByHand(let channels, true): tr("Manual record begun: \(channelList(channels))")
    case .recordedByHand(let channels, false): tr("Manual record ended: \(channelList(channels))")
    case .logRead: tr("Log read")
    case .groupAdded(let name): tr("Group \(name) added")
    case .groupChanged(let name): tr("Group \(name) changed")
    case .groupRemoved(let name): tr("Group \(name) deleted")
    case .accessListChanged: tr("Block/allow list changed")
    case .remoteSignedIn(let address): tr("Logged in from \(address)")
    case .remoteSignedOut(let address): tr("Logged out from \(address)")
    case .remoteSignInFailed(let address): tr("Login from \(address) failed")
    case .remoteSignInWhileLocked(let address):
      tr("Login from \(address) refused: account locked")
    case .remoteSignInBlocked(let address): tr("Login from \(address) blocked")
    case .remoteOrder(let act, let address): tr("\(of(act)) from \(address)")
    case .setUp: tr("Start-up wizard finished")
    case .factoryDefault(let stores):
      tr("Factory default: \(list(stores.map(of)))")
    case .upgradeStarted(let version): tr("Upgrade to \(version.description) begun")
    case .upgraded(let version): tr("Upgraded to \(version.description)")
    case .resetInterrupted: tr("Reset interrupted by a power cut: nothing was reset")
    case .recoveryMailAsked(let method): tr("\(of(method)): mail with a code asked for")
    case .appRecoveryStarted: tr("The app asked for a code")
    case .cloudBound(let account): tr("Bound to the app account \(account)")
    case .cloudUnbound: tr("No longer bound to an app account")
    case .clientRegistered(let address): tr("Registered by the client software at \(address)")
    case .upgradeInterrupted: tr("Upgrade interrupted: the old firmware stays")
    case .configurationExported: tr("Configuration written to a file")
    case .configurationRestored: tr("Configuration restored from a file")
    case .passwordExpired: tr("Password expired")
    case .summerTime(let isOn):
      isOn ? tr("Daylight saving: clock forward 1 h") : tr("Daylight saving: clock back 1 h")
    case .timeServerSilent: tr("NTP: no answer from the server")
    case .networkLost: tr("Network cable pulled out")
    case .networkBack: tr("Network cable put in")
    case .cameraOpened(let channel): tr("Logged in to the camera of channel \(channel)")
    case .cameraRefused(let channel): tr("The camera of channel \(channel) refused the login")
    case .presetSaved(let number, let channel): tr("Preset \(number) of channel \(channel) saved")
    case .presetCalled(let number, let channel):
      tr("Preset \(number) of channel \(channel) called")
    case .presetRemoved(let number, let channel):
      tr("Preset \(number) of channel \(channel) deleted")
    case .told(let words): .verbatim(words)
    case .serviceTested(let service, let worked):
      worked ? tr("\(of(service)) tested: works") : tr("\(of(service)) tested: failed")
    case .alarm(let cause): of(cause)
    case .alarmsSeen: tr("Alarms acknowledged")
    case .diskFormatted: tr("Disk formatted")
    case .autoRestarted: tr("Restarted by auto maintenance")
    case .clockSetByNetwork: tr("Clock set by NTP")
    }
  }

  /// An order over the network.
  package static func of(_ act: RemoteAct) -> Phrase {
    switch act {
    case .setPassword: tr("Password set")
    case .changeAddress: tr("Address changed")
    case .factoryDefault: tr("Factory default")
    case .restart: tr("Restart")
    case .upgrade: tr("Upgrade")
    case .setTime: tr("Time set")
    }
  }

  private static func of(_ reason: SignOutReason) -> Phrase {
    switch reason {
    case .asked: tr("")
    case .timedOut: tr(": no key for too long")
    case .powerLost: tr(": power lost")
    case .restarted: tr(": restart")
    case .lockedOut: tr(": account locked")
    case .accountGone: tr(": account gone")
    }
  }

  /// A store as people call it.
  public static func of(_ store: Store) -> Phrase {
    switch store {
    case .adminPassword: tr("admin password")
    case .accounts: tr("all accounts")
    case .network: tr("network")
    case .system: tr("system")
    case .cameras: tr("cameras")
    case .recordings: tr("recordings")
    }
  }

  /// A kind of log lines, as the filter calls it.
  public static func of(_ category: LogCategory) -> Phrase {
    switch category {
    case .power: tr("Power")
    case .signIn: tr("Login")
    case .recovery: tr("Recovery")
    case .accounts: tr("Accounts")
    case .settings: tr("Settings")
    case .recordings: tr("Recordings")
    case .alarms: tr("Alarms")
    }
  }
}

extension Words {
  /// What an alarm is about.
  package static func of(_ cause: AlarmCause) -> Phrase {
    switch cause {
    case .motion(let channel): tr("Motion at channel \(channel)")
    case .sensor(let number): tr("Sensor \(number)")
    case .combination: tr("Combination")
    case .cameraOffline(let channel): tr("Channel \(channel): no picture")
    case .videoLoss(let channel): tr("Channel \(channel): video loss")
    case .tampered(let channel): tr("Channel \(channel): camera covered")
    case .diskFull: tr("Disk full: no recording")
    case .diskMissing: tr("No disk")
    case .networkLost: tr("Network lost")
    case .addressConflict: tr("IP address conflict")
    case .illegalSignIn: tr("Illegal login")
    }
  }
}
