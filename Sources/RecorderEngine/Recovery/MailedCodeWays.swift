/// Recovery by a code that comes by e-mail, asked for at the recorder or in the client software.
public struct MailedCodeProfile: Equatable, Sendable, Codable {
  /// What its codes are like.
  public let code: CodeProfile
  /// How long a code may be used after it was sent.
  public let life: Sourced<Interval>
  /// How long the page for the code stays open, new password included.
  public let entryTime: Sourced<Interval>
  /// How many mails may be asked for within 24 hours.
  public let mailsPerDay: Sourced<Int>

  /// Makes the rules for mailed codes.
  public init(
    code: CodeProfile, life: Sourced<Interval>, entryTime: Sourced<Interval>,
    mailsPerDay: Sourced<Int>
  ) {
    self.code = code
    self.life = life
    self.entryTime = entryTime
    self.mailsPerDay = mailsPerDay
  }
}

extension MailedCodeProfile {
  fileprivate func sourcedValues(_ name: String) -> [SourcedValue] {
    code.sourcedValues(name) + [
      SourcedValue("\(name): life of the code", life) { "\($0)" },
      SourcedValue("\(name): time for the entry", entryTime) { "\($0)" },
      SourcedValue("\(name): mails in 24 hours", mailsPerDay) { "\($0)" },
    ]
  }
}

/// A code by e-mail to the address that was registered at the recorder.
struct EmailWay: RecoveryWay {
  let rules: MailedCodeProfile

  var method: RecoveryMethod { .email }
  var tries: TryLimit { rules.code.limit.value }
  var codeRules: CodeProfile? { rules.code }
  var mailRules: MailedCodeProfile? { rules }
  var sourcedValues: [SourcedValue] { rules.sourcedValues("E-mail") }

  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability? {
    recorder.account(.admin)?.email.isEmpty == true ? .neverSetUp : nil
  }

  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab { .email(nil) }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    tab.entry == nil ? nil : recorder.livingCode(of: self, turn)
  }
}

/// A code by e-mail to the address of the client software that has the recorder.
struct ClientWay: RecoveryWay {
  let rules: MailedCodeProfile

  var method: RecoveryMethod { .client }
  var tries: TryLimit { rules.code.limit.value }
  var codeRules: CodeProfile? { rules.code }
  var mailRules: MailedCodeProfile? { rules }
  var sourcedValues: [SourcedValue] { rules.sourcedValues("Client software") }

  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability? {
    recorder.cloud.clientEmail == nil ? .notRegistered : nil
  }

  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab { .client(nil) }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    tab.entry == nil ? nil : recorder.livingCode(of: self, turn)
  }
}
