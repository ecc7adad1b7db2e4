/// Everything that can be asked of a recorder, at its menu or with a hand on its case, by area: the
/// rules of an area obey its commands, each in one switch that has no `default`.
public enum RecorderCommand: Sendable {
  /// Lets the recorder do what is due by now.
  case passTime
  case session(SessionCommand)
  case hands(HandCommand)
  case recovery(RecoveryCommand)
  case accounts(AccountCommand)
  case groups(GroupCommand)
  case remote(RemoteCommand)
  case cloud(CloudCommand)
  case maintenance(MaintenanceCommand)
  /// A page of the start-up wizard.
  case setUp(SetupStep)
  case changeSettings([SettingKey: SettingValue])
  case setClock(Timestamp)
  /// Signs in to the cameras of channels 1, 2, 3 ….
  case signInToCameras([Int], user: String, Secret)
  case ptz(PTZCommand)
  case searchRecordings(day: Timestamp)
  /// Records channels 1, 2, 3 … by hand whatever the menu says, or no longer.
  case recordByHand([Int], Bool)
  /// Somebody has looked at the alarms: the buzzer is quiet.
  case acknowledgeAlarms
  case readLog
  /// Tries a service of the network with the settings that are saved.
  case testService(NetworkService)
}

/// Whoever is at the recorder's menu.
public enum SessionCommand: Sendable {
  case signIn(AccountName, Secret)
  case signOut
  /// A key was pressed at the menu: the session lives on.
  case stayAwake
}

/// A hand on the case, and what happens to the recorder from outside: no menu is needed for it, and
/// the power may be off.
public enum HandCommand: Sendable {
  case switchPower(on: Bool)
  case pressResetButton
  case releaseResetButton
  /// Puts the disk in or takes it out, while the power is off.
  case connectDisk(Bool)
  /// Puts the cable of the network in, or pulls it out.
  case plugNetwork(Bool)
  /// Puts the cable of the camera of channel 1, 2, 3 … in, or pulls it out.
  case plugCamera(channel: Int, Bool)
  /// Somebody covers the lens of the camera of channel 1, 2, 3 …, or takes off what covers it.
  case coverCamera(channel: Int, Bool)
  /// A contact at the back panel, 1, 2 …, closes or opens.
  case moveContact(sensor: Int, isClosed: Bool)
  /// Something begins or ceases to move in front of the camera of channel 1, 2, 3 …
  case seeMotion(channel: Int, isMoving: Bool)
  /// Another device of the network uses this address; nil: none does any more.
  case seeRival(at: String?)
  /// The recorder's clock is found to be off by so much more: its battery is flat.
  case slipClock(Interval)
  /// Somebody gave the cameras another password than the recorder knows.
  case refuseAtCameras
}

/// Restore Password, up to the new password.
public enum RecoveryCommand: Sendable {
  case open
  case choose(RecoveryMethod)
  /// New time or new QR code; a code for the old one is dead.
  case refresh
  case answer([Secret])
  /// Asks for a code by e-mail at this address; answered alike whether it is the registered one.
  case requestMail(String)
  /// Opens the page for a code that came by e-mail.
  case openCodeEntry
  /// The code that the tab in front asks for.
  case enterCode(Secret)
  case setPassword(NewPassword)
  case close
}

/// System > User: the accounts and what opens them.
public enum AccountCommand: Sendable {
  /// Changes the password of the account that is signed in.
  case changePassword(current: Secret, NewPassword)
  /// Sets the password of another account, and puts it into a group in the same step; nil: it stays.
  case setPassword(AccountName, NewPassword, group: String? = nil)
  /// Sets the security questions of the account that is signed in.
  case setQuestions([QuestionAndAnswer], current: Secret)
  case add(AccountDetails, NewPassword)
  case change(AccountName, AccountChange)
  case remove(AccountName)
}

/// What members of a group may do.
public enum GroupCommand: Sendable {
  /// Makes a group with the permissions of another one.
  case add(String, copyOf: String)
  case change(String, Group)
  case remove(String)
}

/// Whoever comes by the network, and who may.
public enum RemoteCommand: Sendable {
  case setAccessList(AccessList)
  /// Somebody signs in from the network.
  case signIn(AccountName, Secret, from: String)
  case signOut(from: String)
  /// Sends away whoever is signed in from this address.
  case disconnect(from: String)
  /// A tool on the network orders something as `admin`, whose password it was told.
  case obey(RemoteOrder, Secret, from: String)
  /// Somebody calls the recorder's network service.
  case call(RemoteCall)
}

/// The phone's app and the client software.
public enum CloudCommand: Sendable {
  /// Shows the QR code of Network > App.
  case offerBinding
  /// An app account binds the recorder with the QR code of that number.
  case bind(account: String, offer: Int)
  case unbind
  /// The app asks for a code for Restore Password.
  case startAppRecovery(account: String)
  /// Client software registers the recorder, signing in from its address.
  case registerClient(email: String, AccountName, Secret, from: String)
  /// The client software asks for the e-mail with a code.
  case requestClientMail
}

/// System > Maintenance, and what else sets the whole recorder to something.
public enum MaintenanceCommand: Sendable {
  case factoryDefault(keepsNetwork: Bool, Approval)
  /// Installs the firmware file of this name.
  case upgrade(with: String, Approval)
  case exportConfiguration
  case restoreConfiguration(Configuration, Approval)
  case formatDisk(Approval)
  case restart
  case shutDown
}

/// A camera that turns: each for the camera of channel 1, 2, 3 ….
public enum PTZCommand: Sendable {
  /// Turns it or zooms, as far as one press of a key goes.
  case turn(channel: Int, CameraMove, CameraSpeed)
  case goHome(channel: Int)
  /// Keeps where it looks as the preset of that number, in the place of what was there.
  case savePreset(Int, channel: Int)
  case goToPreset(Int, channel: Int)
  case removePreset(Int, channel: Int)
}
