import RecorderEngine

extension RecorderCommand {
  /// The part of a recorder that the command needs; nil: every adapter has it.
  public var capability: Capability? {
    switch self {
    case .passTime, .stayAwake, .signIn, .signOut: nil
    case .switchPower, .connectDisk, .seeMotion, .plugNetwork, .plugCamera, .moveContact, .seeRival,
      .slipClock, .refuseAtCameras:
      .power
    case .pressResetButton, .releaseResetButton: .resetButton
    case .openRecovery, .chooseRecoveryMethod, .refreshRecoveryScreen, .answerQuestions,
      .requestRecoveryMail, .openCodeEntry, .enterRecoveryCode, .setRecoveredPassword,
      .closeRecovery:
      .recovery
    case .changePassword, .setPassword, .setQuestions, .addAccount, .changeAccount,
      .removeAccount, .addGroup, .changeGroup, .removeGroup, .setAccessList, .signInRemotely,
      .signOutRemotely, .disconnectRemote, .obeyRemotely:
      .accounts
    case .offerBinding, .bind, .unbind, .startAppRecovery, .registerClient, .requestClientMail,
      .changeSettings, .setClock, .setUp, .signInToCameras, .acknowledgeAlarms:
      .settings
    case .searchRecordings: .recordings
    case .readLog: .log
    case .restart, .shutDown, .factoryDefault, .upgrade, .exportConfiguration, .formatDisk,
      .restoreConfiguration:
      .maintenance
    }
  }
}
