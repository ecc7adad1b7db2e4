/// The dealer portal: an answer to the unlock code that the recorder shows.
public struct UnlockCodeProfile: Equatable, Sendable, Codable {
  /// What the portal's answers are like.
  public let code: CodeProfile
  /// Digits of the unlock code that the recorder shows.
  public let shownLength: Sourced<Int>

  /// Makes the rules for unlock codes.
  public init(code: CodeProfile, shownLength: Sourced<Int>) {
    self.code = code
    self.shownLength = shownLength
  }
}

/// What the dealer portal asks for: the screen keeps showing the same until a code was used.
public struct UnlockChallenge: Hashable, Sendable, Codable {
  /// The recorder's model as the screen shows it.
  public let model: String
  /// Digits.
  public let unlockCode: String

  /// Makes what a screen shows.
  public init(model: String, unlockCode: String) {
    self.model = model
    self.unlockCode = unlockCode
  }
}

extension UnlockChallenge: SupportChallenge {
  public static var method: RecoveryMethod { .unlockCode }
  public static var details: [SupportDetail] { [.model, .unlockCode] }

  public var tab: RecoveryTab { .unlockCode(self) }

  public func text(of detail: SupportDetail) -> String {
    switch detail {
    case .model: model
    case .unlockCode: unlockCode
    default: ""
    }
  }

  public init(told: ToldDetails) throws(UnreadableDetails) {
    var reader = DetailReader(told)
    let model = reader.model()
    let digits = reader.digits(of: .unlockCode, atLeast: 4)
    try reader.finish()
    self.init(model: model, unlockCode: digits)
  }

  /// Capitals and blanks of the model and whatever stands between the digits say nothing.
  public var message: String {
    "unlock/1\n\(SupportDetail.folded(model: model))\n"
      + unlockCode.filter { $0.isASCII && $0.isNumber }
  }
}

extension UnlockCodeProfile: RecoveryWay {
  var method: RecoveryMethod { .unlockCode }
  var tries: TryLimit { code.limit.value }
  var codeRules: CodeProfile? { code }

  var sourcedValues: [SourcedValue] {
    code.sourcedValues("Unlock code") + [
      SourcedValue("Unlock code: digits shown", shownLength) { "\($0)" }
    ]
  }

  /// Shows one unlock code until an answer to it was used.
  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab {
    let ticket = recorder.codes.unlockTicket ?? recorder.newTicket(for: .unlockCode, turn)
    recorder.codes.unlockTicket = ticket
    let digits = turn.cryptography.digits(for: ticket, scan: 0, length: shownLength.value)
    return .unlockCode(
      UnlockChallenge(
        model: recorder.snapshot.profile.identity.model, unlockCode: digits.revealed { $0 }))
  }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    guard case .unlockCode(let challenge) = tab else { return nil }
    return [challenge.code(length: code.length.value, with: turn.cryptography)]
  }

  func wasUsed(at recorder: inout RecorderState, _ turn: inout Turn) {
    recorder.codes.unlockTicket = nil
  }
}
