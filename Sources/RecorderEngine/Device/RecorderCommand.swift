/// Everything that can be asked of a recorder, at its menu or with a hand on its case.
public enum RecorderCommand: Sendable {
  /// Lets the recorder do what is due by now.
  case passTime
  /// A key was pressed at the menu: the session lives on.
  case stayAwake

  case switchPower(on: Bool)
  /// Something begins or ceases to move in front of the camera of channel 1, 2, 3 …
  case seeMotion(channel: Int, isMoving: Bool)
  /// A contact at the back panel, 1, 2 …, closes or opens.
  case moveContact(sensor: Int, isClosed: Bool)
  /// Puts the cable of the camera of channel 1, 2, 3 … in, or pulls it out.
  case plugCamera(channel: Int, Bool)
  /// Somebody gave the cameras another password than the recorder knows.
  case refuseAtCameras
  /// The recorder's clock is found to be off by so much more: its battery is flat.
  case slipClock(Interval)
  /// Another device of the network uses this address; nil: none does any more.
  case seeRival(at: String?)
  /// Somebody has looked at the alarms: the buzzer is quiet.
  case acknowledgeAlarms
  /// Puts the cable of the network in, or pulls it out.
  case plugNetwork(Bool)
  case pressResetButton
  case releaseResetButton

  case signIn(AccountName, Secret)
  case signOut

  case openRecovery
  case chooseRecoveryMethod(RecoveryMethod)
  /// New time or new QR code; a code for the old one is dead.
  case refreshRecoveryScreen
  case answerQuestions([Secret])
  /// Asks for a code by e-mail at this address; answered alike whether it is the registered one.
  case requestRecoveryMail(String)
  /// Opens the page for a code that came by e-mail.
  case openCodeEntry
  /// The code that the tab in front asks for.
  case enterRecoveryCode(Secret)
  case setRecoveredPassword(NewPassword)
  case closeRecovery

  /// Changes the password of the account that is signed in.
  case changePassword(current: Secret, NewPassword)
  /// Sets the password of another account.
  case setPassword(AccountName, NewPassword)
  /// Sets the security questions of the account that is signed in.
  case setQuestions([QuestionAndAnswer], current: Secret)
  case addAccount(AccountDetails, NewPassword)
  case changeAccount(AccountName, AccountChange)
  case removeAccount(AccountName)
  /// Makes a group with the permissions of another one.
  case addGroup(String, copyOf: String)
  case changeGroup(String, Group)
  case removeGroup(String)
  case setAccessList(AccessList)

  /// Somebody signs in from the network.
  case signInRemotely(AccountName, Secret, from: String)
  case signOutRemotely(from: String)
  /// Sends away whoever is signed in from this address.
  case disconnectRemote(from: String)
  /// A tool on the network orders something as `admin`, whose password it was told.
  case obeyRemotely(RemoteOrder, Secret, from: String)

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

  /// A page of the start-up wizard.
  case setUp(SetupStep)
  case factoryDefault(keepsNetwork: Bool, Approval)
  /// Installs the firmware file of this name.
  case upgrade(with: String, Approval)
  case exportConfiguration
  case formatDisk(Approval)
  /// Puts the disk in or takes it out, while the power is off.
  case connectDisk(Bool)
  case restoreConfiguration(Configuration, Approval)

  /// Signs in to the cameras of channels 1, 2, 3 ….
  case signInToCameras([Int], user: String, Secret)
  case changeSettings([SettingKey: SettingValue])
  case setClock(Timestamp)
  case searchRecordings(day: Timestamp)
  case readLog
  case restart
  case shutDown
}

/// A new password, typed twice.
public struct NewPassword: Sendable {
  /// What was typed first.
  public let password: Secret
  /// What was typed the second time.
  public let again: Secret

  /// Makes a new password of both entries, which need not agree.
  public init(_ password: Secret, again: Secret) {
    self.password = password
    self.again = again
  }
}

/// A security question and what answers it.
public struct QuestionAndAnswer: Sendable {
  /// The question as the recorder asks it.
  public let question: String
  /// What was typed as its answer.
  public let answer: Secret

  /// Makes a question with its answer.
  public init(question: String, answer: Secret) {
    self.question = question
    self.answer = answer
  }
}

/// What an account is made with.
public struct AccountDetails: Equatable, Sendable {
  /// What it signs in with.
  public var name: AccountName
  /// The name of the group that says what it may do.
  public var group: String
  /// Its e-mail address; empty: none.
  public var email: String
  /// What somebody noted about it; may be empty.
  public var remark: String

  /// Makes the details; e-mail and remark may be left out.
  public init(name: AccountName, group: String, email: String = "", remark: String = "") {
    self.name = name
    self.group = group
    self.email = email
    self.remark = remark
  }
}

/// What shall be different about an account; nil leaves it as it is.
public struct AccountChange: Equatable, Sendable {
  /// The new name.
  public var name: AccountName?
  /// The name of the new group.
  public var group: String?
  /// Whether it may sign in from now on.
  public var isEnabled: Bool?
  /// The new e-mail address; empty: none any more.
  public var email: String?
  /// The new remark; empty: none any more.
  public var remark: String?

  /// Makes a change; what is left out stays as it is.
  public init(
    name: AccountName? = nil, group: String? = nil, isEnabled: Bool? = nil,
    email: String? = nil, remark: String? = nil
  ) {
    self.name = name
    self.group = group
    self.isEnabled = isEnabled
    self.email = email
    self.remark = remark
  }
}
