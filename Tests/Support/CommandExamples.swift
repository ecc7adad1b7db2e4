import RecorderEngine

/// What somebody may ask of a recorder whose admin has a given password, by area: the well-meant
/// first. `CommandExamplesTests` finds a command that has none.
public struct CommandExamples {
  private let password: Secret
  private let wrong: Secret = "certainly wrong"
  private let address = "10.0.0.9"

  public init(password: Secret) { self.password = password }

  /// Every command there is, at least once.
  public var all: [RecorderCommand] {
    [.passTime] + session.map { .session($0) } + hands.map { .hands($0) }
      + recovery.map { .recovery($0) } + accounts.map { .accounts($0) }
      + groups.map { .groups($0) } + remote.map { .remote($0) } + cloud.map { .cloud($0) }
      + maintenance.map { .maintenance($0) } + setup.map { .setUp($0) } + ptz.map { .ptz($0) }
      + singles
  }

  private var session: [SessionCommand] {
    [.signIn(.admin, password), .signIn(.admin, wrong), .signOut, .stayAwake]
  }

  private var hands: [HandCommand] {
    [
      .switchPower(on: false), .switchPower(on: true), .pressResetButton, .releaseResetButton,
      .connectDisk(false), .plugNetwork(false), .plugCamera(channel: 1, false),
      .plugCamera(channel: 99, false), .coverCamera(channel: 1, true),
      .coverCamera(channel: 99, true), .moveContact(sensor: 1, isClosed: true),
      .seeMotion(channel: 1, isMoving: true), .seeMotion(channel: 0, isMoving: true),
      .seeRival(at: "10.0.0.1"), .slipClock(.minutes(-5)), .refuseAtCameras,
    ]
  }

  private var recovery: [RecoveryCommand] {
    [.open] + RecoveryMethod.allCases.map { .choose($0) } + [
      .refresh, .answer(["wrong"]), .answer([]), .requestMail("a@b.cd"), .requestMail(""),
      .openCodeEntry, .enterCode("wrong"), .setPassword(.twice("Brand-New-7")), .close,
    ]
  }

  private var accounts: [AccountCommand] {
    [
      .changePassword(current: wrong, .twice("Brand-New-7")),
      .changePassword(current: password, .twice("Brand-New-7")),
      .setPassword("nobody", .twice("Brand-New-7")), .setQuestions([], current: password),
      .add(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1")),
      .change(.admin, AccountChange(remark: "seen")), .remove(.admin), .remove("nobody"),
    ]
  }

  private var groups: [GroupCommand] {
    [
      .add("Night shift", copyOf: "Ordinary"), .add("", copyOf: "nobody"),
      .change("Ordinary", Group(name: "Ordinary", local: .none)), .remove("Ordinary"),
      .remove("nobody"),
    ]
  }

  private var remote: [RemoteCommand] {
    [
      .setAccessList(AccessList(mode: .block, addresses: [address])),
      .signIn(.admin, password, from: address), .signIn(.admin, wrong, from: address),
      .signOut(from: address), .disconnect(from: address), .obey(.restart, wrong, from: address),
      .call(RemoteCall(.read(.user), as: .admin, .password(wrong), from: address)),
      .obey(.factoryDefault(keepsNetwork: true), password, from: address),
      .obey(.setTime(.clock), password, from: address),
      .obey(.setTime(.server("pool.ntp.org")), password, from: address),
    ]
  }

  private var cloud: [CloudCommand] {
    [
      .offerBinding, .bind(account: "owner", offer: 1), .unbind,
      .startAppRecovery(account: "owner"),
      .registerClient(email: "a@b.cd", .admin, wrong, from: address), .requestClientMail,
    ]
  }

  private var maintenance: [MaintenanceCommand] {
    let another = Configuration(
      model: "another", firmware: .known("1.0.0"), settings: [:], groups: [],
      accessList: AccessList())
    return [
      .factoryDefault(keepsNetwork: true, Approval(wrong)),
      .factoryDefault(keepsNetwork: false, Approval(password)),
      .upgrade(with: "no such file", Approval(password)), .exportConfiguration,
      .restoreConfiguration(another, Approval(password)), .formatDisk(Approval(wrong)),
      .formatDisk(Approval(password)), .restart, .shutDown,
    ]
  }

  private var setup: [SetupStep] {
    [
      .settings([.deviceName: "Shop"]), .clock(TestRecorder.start),
      .password(.twice("First-Pass1")), .questions([]), .email("a@b.cd"), .formatDisk, .finish,
      .skip,
    ]
  }

  private var ptz: [PTZCommand] {
    [
      .turn(channel: 1, .left, .fast), .turn(channel: 99, .zoomIn, .slow), .goHome(channel: 1),
      .savePreset(1, channel: 1), .savePreset(1, channel: 0), .goToPreset(1, channel: 1),
      .removePreset(9, channel: 1), .removePreset(1, channel: 2),
    ]
  }

  private var singles: [RecorderCommand] {
    [
      .changeSettings([.deviceName: "Shop"]), .changeSettings(["no.such": ""]),
      .setClock(TestRecorder.start), .signInToCameras([1], user: "admin", wrong),
      .searchRecordings(day: TestRecorder.start), .acknowledgeAlarms, .readLog,
      .testService(.mail), .testService(.ftp), .recordByHand([1, 2, 99], true),
      .recordByHand([1], false),
    ]
  }
}

extension RecorderCommand {
  /// Whether it may find nothing to do: its answer is then no event at all.
  var mayBeSilent: Bool {
    switch self {
    case .hands(.switchPower), .hands(.pressResetButton): false
    case .passTime, .session(.stayAwake), .hands, .recovery(.close), .remote(.signOut), .ptz,
      .remote(.disconnect), .acknowledgeAlarms, .recordByHand(_, false),
      // Where no service is offered nobody answers, not even no.
      .remote(.call):
      true
    default: false
    }
  }
}
