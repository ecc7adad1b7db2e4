import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// All text leaves for the engine in one spelling, however its letters were typed.
@Suite struct TextFormTests {
  private static let apart = "Contrasen\u{303}a1"
  private static let composed = "Contrase\u{F1}a1"

  @Sendable private static func form(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }

  @Test("A password set with one letter opens when it is typed as letter and accent")
  func password() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let new = NewPassword.twice(Secret(Self.composed))
    recorder.tell(
      RecorderCommand.accounts(.changePassword(current: TestRecorder.password, new)).written(
        in: Self.form))
    recorder.tell(.session(.signOut))
    let typed = RecorderCommand.session(.signIn(.admin, Secret(Self.apart)))
    #expect(recorder.tell(typed).refusals.count == 1)
    #expect(recorder.tell(typed.written(in: Self.form)).refusals.isEmpty)
  }

  /// Each command that carries what somebody typed, with an accent apart in every text.
  private static var commands: [DeskCommand] {
    let text = apart
    let (secret, name) = (Secret(text), AccountName(text))
    let new = NewPassword(secret, again: secret)
    let question = QuestionAndAnswer(question: text, answer: secret)
    let approval = Approval(secret, second: Approval.Second(name: name, password: secret))
    let group = Group(name: text, local: .none)
    let details = AccountDetails(name: name, group: text, email: text, remark: text)
    let change = AccountChange(name: name, group: text, email: text, remark: text)
    let list = AccessList(mode: .block, addresses: [text])
    let configuration = Configuration(
      model: text, firmware: TestProfile.classic.identity.firmware,
      settings: [.deviceName: text], groups: [group], accessList: list)
    let orders: [RecorderCommand] = [
      .hands(.seeRival(at: text)), .session(.signIn(name, secret)), .recovery(.answer([secret])),
      .recovery(.requestMail(text)), .recovery(.enterCode(secret)), .recovery(.setPassword(new)),
      .accounts(.changePassword(current: secret, new)), .accounts(.setPassword(name, new)),
      .accounts(.setQuestions([question], current: secret)), .accounts(.add(details, new)),
      .accounts(.change(name, change)), .accounts(.remove(name)), .groups(.add(text, copyOf: text)),
      .groups(.change(text, group)), .groups(.remove(text)), .remote(.setAccessList(list)),
      .remote(.signIn(name, secret, from: text)), .remote(.signOut(from: text)),
      .remote(.disconnect(from: text)),
      .remote(.obey(.setPassword(new), secret, from: text)),
      .remote(.obey(.changeAddress([.deviceName: text]), secret, from: text)),
      .remote(.obey(.upgrade(with: text), secret, from: text)),
      .cloud(.bind(account: text, offer: 1)), .cloud(.startAppRecovery(account: text)),
      .cloud(.registerClient(email: text, name, secret, from: text)),
      .setUp(.settings([.deviceName: text])), .setUp(.password(new)),
      .setUp(.questions([question])), .setUp(.email(text)),
      .maintenance(.factoryDefault(keepsNetwork: true, approval)),
      .maintenance(.upgrade(with: text, approval)),
      .maintenance(.formatDisk(approval)),
      .maintenance(.restoreConfiguration(configuration, approval)),
      .signInToCameras([1], user: text, secret), .changeSettings([.deviceName: text]),
    ]
    return orders.map { .recorder($0) } + [
      .writeNotes(text), .phone(.signInToApp(text, Secret(text))),
      .askSupport(
        SupportRequest(
          .dynamicPassword, ToldDetails([.model: text, .macAddress: text, .time: text]))),
      .askSupport(SupportRequest(.unlockCode, ToldDetails([.unlockCode: text]))),
      .network(.begin(JobRequest(.setPassword(new), targets: [1], current: secret))),
      .network(.rehearse(JobRequest(.upgrade(.file(text)), targets: [1], current: secret))),
      .reportMail(.failed(text)),
    ]
  }

  @Test("Every text of every command is brought to the one spelling")
  func everyKind() {
    for command in Self.commands {
      let shown = Self.texts(of: command)
      #expect(shown.contains { $0.utf8.elementsEqual(Self.apart.utf8) } || shown.isEmpty)
      for text in Self.texts(of: command.written(in: Self.form)) {
        #expect(!text.utf8.elementsEqual(Self.apart.utf8), "\(command)")
      }
    }
  }

  /// All the texts in a value, secrets included.
  private static func texts(of value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let secret as Secret: [secret.revealed { $0 }]
    case let key as SettingKey: [key.text]
    default: Mirror(reflecting: value).children.flatMap { texts(of: $0.value) }
    }
  }
}
