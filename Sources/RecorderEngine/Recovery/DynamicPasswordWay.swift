/// Dynamic Password.
public struct DynamicPasswordProfile: Equatable, Sendable, Codable {
  /// Characters of the code.
  public let length: Sourced<Int>
  /// How often a code may be tried.
  public let limit: Sourced<TryLimit>

  /// Makes the rules for Dynamic Password.
  public init(length: Sourced<Int>, limit: Sourced<TryLimit>) {
    self.length = length
    self.limit = limit
  }
}

/// What a Dynamic Password screen shows, frozen: the code belongs to exactly this.
public struct DynamicChallenge: Hashable, Sendable, Codable {
  /// The recorder's model as the screen shows it.
  public let model: String
  /// The recorder's hardware address as the screen shows it.
  public let macAddress: String
  /// The recorder's own clock when the screen opened, to the second; a later second where that one
  /// was on a screen before.
  public let time: Timestamp

  /// Makes what a screen shows.
  public init(model: String, macAddress: String, time: Timestamp) {
    self.model = model
    self.macAddress = macAddress
    self.time = time
  }
}

extension DynamicChallenge: SupportChallenge {
  public static var method: RecoveryMethod { .dynamicPassword }
  public static var details: [SupportDetail] { [.model, .macAddress, .time] }

  public var tab: RecoveryTab { .dynamicPassword(self) }

  public func text(of detail: SupportDetail) -> String {
    switch detail {
    case .model: model
    case .macAddress: macAddress
    case .time: CivilTime(time).text
    default: ""
    }
  }

  public init(told: ToldDetails) throws(UnreadableDetails) {
    var reader = DetailReader(told)
    let model = reader.model()
    let address = reader.macAddress()
    let time = reader.time()
    try reader.finish()
    self.init(model: model, macAddress: address, time: time)
  }

  /// Capitals and blanks of the model and the separators of the address say nothing.
  public var message: String {
    let digits = macAddress.uppercased().filter { $0.isASCII && $0.isHexDigit }
    return "dynamic-password/1\n\(SupportDetail.folded(model: model))\n\(digits)\n"
      + CivilTime(time).text
  }
}

extension DynamicPasswordProfile: RecoveryWay {
  var method: RecoveryMethod { .dynamicPassword }
  var tries: TryLimit { limit.value }
  var codeRules: CodeProfile? { nil }
  var codeLength: Int? { length.value }

  var sourcedValues: [SourcedValue] {
    [
      SourcedValue("Length of the dynamic password", length) { "\($0)" },
      SourcedValue("Tries at the dynamic password", limit) { "\($0.tries) in \($0.pause)" },
    ]
  }

  /// A screen shows a later second than any before, and at most a minute ahead of the clock.
  func nextScreen(of recorder: RecorderState, _ turn: Turn) -> Timestamp? {
    let clock = recorder.snapshot.deviceTime(at: turn.now)
    let ahead = recorder.codes.firstFreeTime(from: clock) - clock.wholeSecond
    guard ahead > CodeRegister.furthestAhead else { return nil }
    return turn.now + (ahead - CodeRegister.furthestAhead) - (clock - clock.wholeSecond)
  }

  /// A time that was on a screen never comes again: a code for it may be on its way.
  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab {
    let identity = recorder.snapshot.profile.identity
    let time = recorder.codes.firstFreeTime(from: recorder.snapshot.deviceTime(at: turn.now))
    recorder.codes.show(time)
    return .dynamicPassword(
      DynamicChallenge(model: identity.model, macAddress: identity.macAddress, time: time))
  }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    guard case .dynamicPassword(let challenge) = tab else { return nil }
    return [challenge.code(length: length.value, with: turn.cryptography)]
  }
}
