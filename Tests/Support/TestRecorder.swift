import RecorderEngine
import Testing

/// A recorder under test with a clock in hand: it is told something and answers with events.
public struct TestRecorder {
  /// A Friday at 22:58 and some milliseconds.
  public static let start = Timestamp(milliseconds: 1_795_215_480_250)
  /// A password that meets every level of the test profiles.
  public static let password: Secret = "Right-Pass1"

  public private(set) var state: RecorderState
  public private(set) var now = TestRecorder.start
  public private(set) var random: SeededRandom

  /// A recorder as the preparation leaves it.
  public init(
    _ profile: RecorderProfile = TestProfile.classic,
    _ preparation: Preparation = Preparation(), seed: UInt64 = 1
  ) {
    random = SeededRandom(seed: seed)
    state = RecorderState(
      profile: profile, prepared: preparation, now: now, with: PlainCryptography(),
      using: &random)
  }

  /// A recorder whose `admin` has `password`, its questions answered "one", "two" and so on.
  public static func installed(
    _ profile: RecorderProfile = TestProfile.classic, accounts: [Preparation.Account] = [],
    withEveryMethod: Bool = false
  ) -> TestRecorder {
    var preparation = Preparation(
      adminPassword: .known(password), questions: profile.answeredQuestions, accounts: accounts)
    if withEveryMethod {
      preparation.email = email
      preparation.appAccount = appAccount
      preparation.clientEmail = "client@example.com"
    }
    return TestRecorder(profile, preparation)
  }

  /// The registered address of a recorder with every method.
  public static let email = "installer@example.com"
  /// The app account that has it.
  public static let appAccount = "owner"

  public var snapshot: RecorderSnapshot { state.snapshot }
  public var profile: RecorderProfile { state.snapshot.profile }

  /// Gives it something to watch and a past.
  public mutating func live(with seed: UInt64 = 5) { state.live(with: seed, now: now) }

  /// Waits, tells the recorder, and returns what happened.
  @discardableResult
  public mutating func tell(
    _ command: RecorderCommand, after wait: Interval = .zero
  ) -> [RecorderEvent] {
    now = now + wait
    return state.apply(command, at: now, with: PlainCryptography(), using: &random)
  }

  /// Lets time go by.
  @discardableResult
  public mutating func pass(_ wait: Interval) -> [RecorderEvent] { tell(.passTime, after: wait) }

  /// Signs `admin` in with the installed password.
  @discardableResult
  public mutating func signIn(
    _ name: AccountName = .admin, _ password: Secret = TestRecorder.password
  ) -> [RecorderEvent] {
    tell(.session(.signIn(name, password)))
  }

  /// Types so many wrong passwords; returns what the last one brought about.
  @discardableResult
  public mutating func signInWrongly(
    _ name: AccountName = .admin, times: Int
  ) -> [RecorderEvent] {
    var last: [RecorderEvent] = []
    for _ in 0..<times { last = tell(.session(.signIn(name, "not this one"))) }
    return last
  }

  /// Holds the paperclip in for so long, takes it out and waits until the reset is written.
  @discardableResult
  public mutating func holdResetButton(_ hold: Interval) -> [RecorderEvent] {
    let pressed = pressResetButton()
    let released = tell(.hands(.releaseResetButton), after: hold)
    return pressed + released + tell(.passTime, after: profile.resetButton.writeTime.value)
  }

  /// Puts the paperclip in; a model that reads the button only then is switched off and on with it.
  @discardableResult
  public mutating func pressResetButton() -> [RecorderEvent] {
    guard profile.resetButton.whenSwitchingOn?.value == true else {
      return tell(.hands(.pressResetButton))
    }
    return tell(.hands(.switchPower(on: false))) + tell(.hands(.pressResetButton))
      + tell(.hands(.switchPower(on: true)))
  }

  /// Waits until the recorder runs after a restart.
  public mutating func finishStart() { pass(profile.power.startTime.value) }

  /// The newest code that left the recorder, for whoever may know it.
  public var sentCode: Secret? {
    guard let last = state.outgoing.last else { return nil }
    let ticket: CodeTicket
    switch last {
    case .codeMail(let mailed, _, _): ticket = mailed
    case .appCode(let asked, _, _): ticket = asked
    case .wrongAddressMail: return nil
    }
    return code(for: ticket)
  }

  /// The code that is made of a ticket.
  public func code(for ticket: CodeTicket, scan: Int = 0) -> Secret {
    let length = profile.recovery.code(of: ticket.method)?.length.value ?? 6
    return PlainCryptography().digits(for: ticket, scan: scan, length: length)
  }

  /// The tab of Restore Password that is in front.
  public var tab: RecoveryTab? {
    if case .open(let session) = snapshot.recovery { session.tab } else { nil }
  }

  /// Whether Restore Password is open with this tab in front; nil: with none.
  public func isOpen(with tab: RecoveryTab?) -> Bool {
    if case .open(let session) = snapshot.recovery { session.tab == tab } else { false }
  }

  /// What the Dynamic Password screen shows, while it is in front.
  public var challenge: DynamicChallenge? {
    if case .open(let session) = snapshot.recovery { session.tab?.dynamicChallenge } else { nil }
  }

  /// Takes up an older state, as for another try.
  public mutating func goBack(to older: RecorderState) {
    state.goBack(to: older, at: now, with: PlainCryptography(), using: &random)
  }

  /// Whether a new password may be set now.
  public var isGranted: Bool {
    if case .granted = snapshot.recovery { true } else { false }
  }

  /// Opens Restore Password with this tab in front.
  @discardableResult
  public mutating func open(_ method: RecoveryMethod) -> [RecorderEvent] {
    tell(.recovery(.open)) + tell(.recovery(.choose(method)))
  }

  /// The code that opens the Dynamic Password screen as it is now.
  public var rightCode: Secret? {
    guard let challenge, let length = profile.recovery.dynamicPassword?.length.value
    else { return nil }
    return challenge.code(length: length, with: PlainCryptography())
  }
}

extension RecoveryTab {
  /// What the Dynamic Password tab shows.
  public var dynamicChallenge: DynamicChallenge? {
    if case .dynamicPassword(let challenge) = self { challenge } else { nil }
  }
}

extension RecorderProfile {
  /// The first questions of the catalogue, as many as the recorder asks, answered in words.
  public var answeredQuestions: [QuestionAndAnswer] {
    guard let rules = recovery.securityQuestions else { return [] }
    return zip(rules.catalogue.value.prefix(rules.count.value), rightAnswers).map {
      QuestionAndAnswer(question: $0, answer: $1)
    }
  }

  /// What answers `answeredQuestions`.
  public var rightAnswers: [Secret] {
    let words: [Secret] = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    return Array(words.prefix(recovery.securityQuestions?.count.value ?? 0))
  }
}

extension [RecorderEvent] {
  /// The refusals among the events.
  public var refusals: [Refusal] {
    compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }
  }

  /// What was written to the log.
  public var logged: [LogAction] {
    compactMap { if case .logged(let entry) = $0 { entry.action } else { nil } }
  }

  /// What the beeper said.
  public var beeps: [Beep] {
    compactMap { if case .power(.beeped(let beep)) = $0 { beep } else { nil } }
  }

  /// What killed a code.
  public var deaths: [CodeDeath] {
    compactMap { if case .recovery(.codeDied(let death)) = $0 { death } else { nil } }
  }
}

extension NewPassword {
  /// The same password typed twice.
  public static func twice(_ password: Secret) -> NewPassword {
    NewPassword(password, again: password)
  }
}

extension Secret: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension AccountName: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension RecorderProfile: CustomTestStringConvertible {
  public var testDescription: String { id }
}
