import RecorderEngine

extension Words {
  /// A line of the log.
  public static func of(_ action: LogAction) -> String {
    switch action {
    case .started: "Recorder started"
    case .powerLost: "Power lost"
    case .restarted: "Restart from the menu"
    case .shutDown: "Shut down from the menu"
    case .signedIn: "Signed in"
    case .signInFailed: "Sign-in failed"
    case .signInWhileLocked: "Sign-in refused: account locked"
    case .lockedOut: "Account locked after wrong passwords"
    case .lockOutEnded: "Account unlocked"
    case .signedOut(let reason): "Signed out\(of(reason))"
    case .recoveryOpened: "Restore Password opened"
    case .recoveryFailed(let method): "\(of(method)): wrong proof"
    case .recoveryPaused(let method): "\(of(method)): paused after wrong proofs"
    case .recoveryGranted(let method): "\(of(method)): proof accepted"
    case .passwordRecovered(let method): "Password restored by \(of(method))"
    case .passwordChanged(let name): "Password of \(name.text) changed"
    case .questionsSet(let name): "Security questions of \(name.text) set"
    case .accountAdded(let name): "User \(name.text) added"
    case .accountChanged(let name): "User \(name.text) changed"
    case .accountRemoved(let name): "User \(name.text) deleted"
    case .settingChanged(let key): "Setting changed: \(key.text)"
    case .clockChanged: "Clock set"
    case .resetByButton(let stores):
      "Reset button: \(list(stores.map(of))) back to factory state"
    case .recordingsSearched: "Recordings searched"
    case .logRead: "Log read"
    case .groupAdded(let name): tr("Group \(name) added")
    case .groupChanged(let name): tr("Group \(name) changed")
    case .groupRemoved(let name): tr("Group \(name) deleted")
    case .accessListChanged: tr("Block/allow list changed")
    case .remoteSignedIn(let address): tr("Signed in from \(address)")
    case .remoteSignedOut(let address): tr("Signed out from \(address)")
    case .remoteSignInBlocked(let address): tr("Sign-in from \(address) blocked")
    case .setUp: tr("Start-up wizard finished")
    case .factoryDefault(let stores):
      tr("Factory default: \(list(stores.map(of)))")
    case .upgradeStarted(let version): tr("Upgrade to \(version.description) begun")
    case .upgraded(let version): tr("Upgraded to \(version.description)")
    case .upgradeInterrupted: tr("Upgrade interrupted: the old firmware stays")
    case .configurationExported: tr("Configuration written to a file")
    case .configurationRestored: tr("Configuration restored from a file")
    case .passwordExpired: tr("Password expired")
    case .summerTime(let isOn):
      isOn ? tr("Daylight saving: clock forward 1 h") : tr("Daylight saving: clock back 1 h")
    case .timeServerSilent: tr("NTP: no answer from the server")
    case .networkLost: tr("Network cable pulled out")
    case .networkBack: tr("Network cable put in")
    case .motion(let channel): tr("Motion at channel \(channel)")
    case .autoRestarted: tr("Restarted by auto maintenance")
    case .clockSetByNetwork: tr("Clock set by NTP")
    }
  }

  private static func of(_ reason: SignOutReason) -> String {
    switch reason {
    case .asked: ""
    case .timedOut: ": no key for too long"
    case .powerLost: ": power lost"
    case .restarted: ": restart"
    case .lockedOut: ": account locked"
    case .accountGone: ": account gone"
    }
  }

  /// A recovery method as its tab is called.
  public static func of(_ method: RecoveryMethod) -> String {
    switch method {
    case .securityQuestions: "Security Questions"
    case .email: "E-mail"
    case .dynamicPassword: "Dynamic Password"
    }
  }

  /// A store as people call it.
  public static func of(_ store: Store) -> String {
    switch store {
    case .adminPassword: "admin password"
    case .accounts: "all accounts"
    case .network: "network"
    case .system: "system"
    case .cameras: "cameras"
    case .recordings: "recordings"
    }
  }

  /// A kind of log lines, as the filter calls it.
  public static func of(_ category: LogCategory) -> String {
    switch category {
    case .power: "Power"
    case .signIn: "Sign-in"
    case .recovery: "Recovery"
    case .accounts: "Accounts"
    case .settings: "Settings"
    case .recordings: "Recordings"
    case .alarms: tr("Alarms")
    }
  }

  /// What a dead code's owner should know.
  public static func of(_ death: CodeDeath) -> String {
    switch death {
    case .tabLeft: "You left the tab: a code for the old time is dead now."
    case .refreshed: "The time is new: a code for the old one is dead now."
    case .wizardClosed: "Restore Password was closed: a code for its time is dead now."
    case .restarted: "The recorder restarted: the code you may be waiting for is dead."
    case .powerLost: "The power went: the code you may be waiting for is dead."
    case .used: "The code was used; it opens nothing any more."
    case .triesUsedUp: "Too many wrong codes: this one is dead, and the method pauses."
    }
  }
}
