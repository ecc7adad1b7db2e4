import RecorderEngine

extension CommandKind {
  /// What somebody may ask of a recorder whose admin has this password: the well-meant first.
  func examples(password: Secret) -> [RecorderCommand] {
    switch self {
    case .passTime: [.passTime]
    case .stayAwake: [.stayAwake]
    case .signIn: [.signIn(.admin, password), .signIn(.admin, "certainly wrong")]
    case .signOut: [.signOut]
    case .switchPower, .seeMotion, .moveContact, .plugCamera, .seeRival, .plugNetwork,
      .connectDisk, .pressResetButton, .releaseResetButton, .slipClock, .refuseAtCameras:
      handsOnTheCase
    case .offerBinding, .bind, .unbind, .startAppRecovery, .registerClient, .requestClientMail:
      cloud(password)
    case .openRecovery, .chooseRecoveryMethod, .refreshRecoveryScreen, .answerQuestions,
      .requestRecoveryMail, .openCodeEntry, .enterRecoveryCode, .setRecoveredPassword,
      .closeRecovery:
      recovery
    case .changePassword, .setPassword, .setQuestions, .addAccount, .changeAccount,
      .removeAccount:
      accounts(password)
    case .addGroup, .changeGroup, .removeGroup, .setAccessList, .signInRemotely,
      .signOutRemotely, .disconnectRemote, .obeyRemotely:
      access(password)
    case .setUp, .factoryDefault, .upgrade, .exportConfiguration, .formatDisk,
      .restoreConfiguration, .restart, .shutDown:
      maintenance(password)
    case .acknowledgeAlarms: [.acknowledgeAlarms]
    case .signInToCameras: [.signInToCameras([1], user: "admin", "certainly wrong")]
    case .changeSettings:
      [.changeSettings([.deviceName: "Shop"]), .changeSettings(["no.such": ""])]
    case .setClock: [.setClock(TestRecorder.start)]
    case .searchRecordings: [.searchRecordings(day: TestRecorder.start)]
    case .readLog: [.readLog]
    }
  }

  private var handsOnTheCase: [RecorderCommand] {
    switch self {
    case .switchPower: [.switchPower(on: false), .switchPower(on: true)]
    case .seeMotion:
      [.seeMotion(channel: 1, isMoving: true), .seeMotion(channel: 0, isMoving: true)]
    case .moveContact: [.moveContact(sensor: 1, isClosed: true)]
    case .plugCamera: [.plugCamera(channel: 1, false), .plugCamera(channel: 99, false)]
    case .seeRival: [.seeRival(at: "10.0.0.1")]
    case .plugNetwork: [.plugNetwork(false)]
    case .connectDisk: [.connectDisk(false)]
    case .slipClock: [.slipClock(.minutes(-5))]
    case .refuseAtCameras: [.refuseAtCameras]
    case .pressResetButton: [.pressResetButton]
    case .releaseResetButton: [.releaseResetButton]
    default: []
    }
  }

  private var recovery: [RecorderCommand] {
    switch self {
    case .openRecovery: [.openRecovery]
    case .chooseRecoveryMethod: RecoveryMethod.allCases.map { .chooseRecoveryMethod($0) }
    case .refreshRecoveryScreen: [.refreshRecoveryScreen]
    case .answerQuestions: [.answerQuestions(["wrong"]), .answerQuestions([])]
    case .requestRecoveryMail: [.requestRecoveryMail("a@b.cd"), .requestRecoveryMail("")]
    case .openCodeEntry: [.openCodeEntry]
    case .enterRecoveryCode: [.enterRecoveryCode("wrong")]
    case .setRecoveredPassword: [.setRecoveredPassword(.twice("Brand-New-7"))]
    case .closeRecovery: [.closeRecovery]
    default: []
    }
  }

  private func accounts(_ password: Secret) -> [RecorderCommand] {
    switch self {
    case .changePassword:
      [
        .changePassword(current: "certainly wrong", .twice("Brand-New-7")),
        .changePassword(current: password, .twice("Brand-New-7")),
      ]
    case .setPassword: [.setPassword("nobody", .twice("Brand-New-7"))]
    case .setQuestions: [.setQuestions([], current: password)]
    case .addAccount:
      [.addAccount(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1"))]
    case .changeAccount: [.changeAccount(.admin, AccountChange(remark: "seen"))]
    case .removeAccount: [.removeAccount(.admin), .removeAccount("nobody")]
    default: []
    }
  }

  private func access(_ password: Secret) -> [RecorderCommand] {
    let address = "10.0.0.9"
    return switch self {
    case .addGroup: [.addGroup("Night shift", copyOf: "Ordinary"), .addGroup("", copyOf: "nobody")]
    case .changeGroup:
      [.changeGroup("Ordinary", Group(name: "Ordinary", local: .none))]
    case .removeGroup: [.removeGroup("Ordinary"), .removeGroup("nobody")]
    case .setAccessList: [.setAccessList(AccessList(mode: .block, addresses: [address]))]
    case .signInRemotely:
      [
        .signInRemotely(.admin, password, from: address),
        .signInRemotely(.admin, "certainly wrong", from: address),
      ]
    case .signOutRemotely: [.signOutRemotely(from: address)]
    case .disconnectRemote: [.disconnectRemote(from: address)]
    case .obeyRemotely:
      [
        .obeyRemotely(.restart, "certainly wrong", from: address),
        .obeyRemotely(.factoryDefault(keepsNetwork: true), password, from: address),
      ]
    default: []
    }
  }

  private func cloud(_ password: Secret) -> [RecorderCommand] {
    switch self {
    case .offerBinding: [.offerBinding]
    case .bind: [.bind(account: "owner", offer: 1)]
    case .unbind: [.unbind]
    case .startAppRecovery: [.startAppRecovery(account: "owner")]
    case .registerClient:
      [.registerClient(email: "a@b.cd", .admin, "certainly wrong", from: "10.0.0.9")]
    case .requestClientMail: [.requestClientMail]
    default: []
    }
  }

  private func maintenance(_ password: Secret) -> [RecorderCommand] {
    let wrong = Approval("certainly wrong")
    return switch self {
    case .setUp: setup
    case .factoryDefault:
      [
        .factoryDefault(keepsNetwork: true, wrong),
        .factoryDefault(keepsNetwork: false, Approval(password)),
      ]
    case .upgrade: [.upgrade(with: "no such file", Approval(password))]
    case .exportConfiguration: [.exportConfiguration]
    case .formatDisk: [.formatDisk(wrong), .formatDisk(Approval(password))]
    case .restoreConfiguration:
      [
        .restoreConfiguration(
          Configuration(
            model: "another", firmware: .known("1.0.0"), settings: [:], groups: [],
            accessList: AccessList()), Approval(password))
      ]
    case .restart: [.restart]
    case .shutDown: [.shutDown]
    default: []
    }
  }

  private var setup: [RecorderCommand] {
    [
      .setUp(.settings([.deviceName: "Shop"])), .setUp(.clock(TestRecorder.start)),
      .setUp(.password(.twice("First-Pass1"))), .setUp(.questions([])), .setUp(.email("a@b.cd")),
      .setUp(.formatDisk), .setUp(.finish), .setUp(.skip),
    ]
  }
}
