import RecorderEngine

extension RecorderCommand {
  /// The part of a recorder that the command needs; nil: every adapter has it.
  public var capability: Capability? {
    switch self {
    case .passTime, .stayAwake, .signIn, .signOut: nil
    case .switchPower, .connectDisk, .seeMotion, .plugNetwork, .plugCamera, .moveContact, .seeRival:
      .power
    case .pressResetButton, .releaseResetButton: .resetButton
    case .openRecovery, .chooseRecoveryMethod, .refreshDynamicPassword, .answerQuestions,
      .enterDynamicPassword, .setRecoveredPassword, .closeRecovery:
      .recovery
    case .changePassword, .setPassword, .setQuestions, .addAccount, .changeAccount,
      .removeAccount, .addGroup, .changeGroup, .removeGroup, .setAccessList, .signInRemotely,
      .signOutRemotely, .disconnectRemote:
      .accounts
    case .changeSettings, .setClock, .setUp, .signInToCameras, .acknowledgeAlarms: .settings
    case .searchRecordings: .recordings
    case .readLog: .log
    case .restart, .shutDown, .factoryDefault, .upgrade, .exportConfiguration, .formatDisk,
      .restoreConfiguration:
      .maintenance
    }
  }
}
