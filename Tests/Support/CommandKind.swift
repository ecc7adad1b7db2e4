import RecorderEngine

/// Every command there is, without what it carries.
///
/// The two switches below have no default: a new command does not compile before it has a kind,
/// and a kind does not before it has examples, which every adapter must then answer.
public enum CommandKind: String, CaseIterable, Sendable {
  case passTime, stayAwake
  case switchPower, seeMotion, moveContact, plugCamera, seeRival, acknowledgeAlarms, plugNetwork
  case pressResetButton, releaseResetButton
  case signIn, signOut
  case openRecovery, chooseRecoveryMethod, refreshRecoveryScreen, answerQuestions
  case requestRecoveryMail, openCodeEntry, enterRecoveryCode, setRecoveredPassword, closeRecovery
  case changePassword, setPassword, setQuestions, addAccount, changeAccount, removeAccount
  case addGroup, changeGroup, removeGroup, setAccessList
  case signInRemotely, signOutRemotely, disconnectRemote, obeyRemotely
  case offerBinding, bind, unbind, startAppRecovery, registerClient, requestClientMail
  case slipClock, refuseAtCameras
  case setUp, factoryDefault, upgrade, exportConfiguration, formatDisk, connectDisk
  case restoreConfiguration, signInToCameras, changeSettings, setClock, searchRecordings, readLog
  case restart, shutDown

  public init(_ command: RecorderCommand) {
    self =
      switch command {
      case .passTime: .passTime
      case .stayAwake: .stayAwake
      case .switchPower: .switchPower
      case .seeMotion: .seeMotion
      case .moveContact: .moveContact
      case .plugCamera: .plugCamera
      case .seeRival: .seeRival
      case .acknowledgeAlarms: .acknowledgeAlarms
      case .plugNetwork: .plugNetwork
      case .pressResetButton: .pressResetButton
      case .releaseResetButton: .releaseResetButton
      case .signIn: .signIn
      case .signOut: .signOut
      case .openRecovery: .openRecovery
      case .chooseRecoveryMethod: .chooseRecoveryMethod
      case .refreshRecoveryScreen: .refreshRecoveryScreen
      case .answerQuestions: .answerQuestions
      case .requestRecoveryMail: .requestRecoveryMail
      case .openCodeEntry: .openCodeEntry
      case .enterRecoveryCode: .enterRecoveryCode
      case .setRecoveredPassword: .setRecoveredPassword
      case .closeRecovery: .closeRecovery
      case .changePassword: .changePassword
      case .setPassword: .setPassword
      case .setQuestions: .setQuestions
      case .addAccount: .addAccount
      case .changeAccount: .changeAccount
      case .removeAccount: .removeAccount
      case .addGroup: .addGroup
      case .changeGroup: .changeGroup
      case .removeGroup: .removeGroup
      case .setAccessList: .setAccessList
      case .signInRemotely: .signInRemotely
      case .signOutRemotely: .signOutRemotely
      case .disconnectRemote: .disconnectRemote
      case .obeyRemotely: .obeyRemotely
      case .offerBinding: .offerBinding
      case .bind: .bind
      case .unbind: .unbind
      case .startAppRecovery: .startAppRecovery
      case .registerClient: .registerClient
      case .requestClientMail: .requestClientMail
      case .slipClock: .slipClock
      case .refuseAtCameras: .refuseAtCameras
      case .setUp: .setUp
      case .factoryDefault: .factoryDefault
      case .upgrade: .upgrade
      case .exportConfiguration: .exportConfiguration
      case .formatDisk: .formatDisk
      case .connectDisk: .connectDisk
      case .restoreConfiguration: .restoreConfiguration
      case .signInToCameras: .signInToCameras
      case .changeSettings: .changeSettings
      case .setClock: .setClock
      case .searchRecordings: .searchRecordings
      case .readLog: .readLog
      case .restart: .restart
      case .shutDown: .shutDown
      }
  }

  /// Whether it may find nothing to do: its answer is then no event at all.
  var mayBeSilent: Bool {
    switch self {
    case .passTime, .stayAwake, .seeMotion, .moveContact, .plugCamera, .seeRival, .plugNetwork,
      .connectDisk, .releaseResetButton, .closeRecovery, .signOutRemotely, .disconnectRemote,
      .acknowledgeAlarms, .slipClock, .refuseAtCameras:
      true
    default: false
    }
  }
}
