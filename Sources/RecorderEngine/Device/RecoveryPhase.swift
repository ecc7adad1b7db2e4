/// How far somebody is in the Restore Password wizard.
public enum RecoveryPhase: Equatable, Sendable, Codable {
  case closed
  case open(RecoverySession)
  case granted(RecoveryGrant)
}

/// The wizard is open and waits for a proof.
public struct RecoverySession: Equatable, Sendable, Codable {
  public let account: AccountName
  /// The tab in front; nil where no method can be used.
  public var method: RecoveryMethod?
  /// The questions to be answered, in order.
  public var questions: [String]
  /// What the Dynamic Password tab shows while it is in front.
  public var challenge: DynamicChallenge?

  public init(
    account: AccountName, method: RecoveryMethod?, questions: [String],
    challenge: DynamicChallenge?
  ) {
    self.account = account
    self.method = method
    self.questions = questions
    self.challenge = challenge
  }
}

/// A proof was good: a new password may be set for a while.
public struct RecoveryGrant: Equatable, Sendable, Codable {
  public let account: AccountName
  public let method: RecoveryMethod
  public let until: Timestamp

  public init(account: AccountName, method: RecoveryMethod, until: Timestamp) {
    self.account = account
    self.method = method
    self.until = until
  }
}

/// What a Dynamic Password screen shows, frozen: the code belongs to exactly this.
public struct DynamicChallenge: Hashable, Sendable, Codable {
  public let model: String
  public let macAddress: String
  /// The recorder's own clock when the screen opened, to the second.
  public let time: Timestamp

  public init(model: String, macAddress: String, time: Timestamp) {
    self.model = model
    self.macAddress = macAddress
    self.time = time
  }

  /// The same as it can be told on the phone: capitals and blanks of the model and the separators
  /// of the address say nothing. Codes are made for this.
  public var spoken: DynamicChallenge {
    let digits = macAddress.uppercased().filter { $0.isASCII && $0.isHexDigit }
    return DynamicChallenge(
      model: model.filter { !$0.isWhitespace }.uppercased(), macAddress: digits, time: time)
  }
}

/// Why a recovery method cannot be used just now.
public enum Unavailability: Equatable, Sendable, Codable {
  case needsFirmware(FirmwareVersion, has: FirmwareVersion)
  case neverSetUp
  case paused(until: Timestamp)
  /// The firmware has it; the other end is not part of this practice.
  case noOtherEnd
}

extension RecorderSnapshot {
  /// Whether a method of this firmware can be used now, and why not.
  public func unavailability(of method: RecoveryMethod) -> Unavailability? {
    if let pause = recoveryPauses.first(where: { $0.method == method }) {
      return .paused(until: pause.until)
    }
    switch method {
    case .securityQuestions:
      return account(.admin)?.questions == 0 ? .neverSetUp : nil
    case .email:
      guard let email = profile.recovery.email else { return .neverSetUp }
      let has = firmware
      if has < email.minimumFirmware.value {
        return .needsFirmware(email.minimumFirmware.value, has: has)
      }
      return account(.admin)?.email.isEmpty == true ? .neverSetUp : .noOtherEnd
    case .dynamicPassword:
      return nil
    }
  }

  /// The first method that can be used.
  var firstUsableMethod: RecoveryMethod? {
    profile.recovery.methods.first { unavailability(of: $0) == nil }
  }
}
