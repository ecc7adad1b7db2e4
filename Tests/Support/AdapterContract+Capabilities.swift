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

extension Capability {
  /// Some commands that need it.
  var commands: [RecorderCommand] {
    switch self {
    case .accounts:
      [
        .removeAccount("nobody"), .changeAccount("nobody", AccountChange()),
        .changePassword(current: "a", .twice("b")), .setQuestions([], current: "a"),
        .addGroup("a", copyOf: "b"), .removeGroup("a"), .setAccessList(AccessList()),
        .disconnectRemote(from: "10.0.0.1"),
      ]
    case .settings: [.changeSettings([:]), .setClock(TestRecorder.start)]
    case .recovery: [.openRecovery, .closeRecovery, .refreshDynamicPassword]
    case .recordings: [.searchRecordings(day: TestRecorder.start)]
    case .log: [.readLog]
    case .maintenance:
      [
        .restart, .shutDown, .factoryDefault(keepsNetwork: true, Approval("a")),
        .upgrade(with: "a", Approval("b")), .exportConfiguration,
      ]
    case .power: [.switchPower(on: false), .switchPower(on: true)]
    case .resetButton: [.pressResetButton, .releaseResetButton]
    }
  }
}
