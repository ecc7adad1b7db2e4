/// How far somebody is in the Restore Password wizard.
public enum RecoveryPhase: Equatable, Sendable, Codable {
  case closed
  case open(RecoverySession)
  case granted(RecoveryGrant)
}

/// The wizard is open and waits for a proof.
public struct RecoverySession: Equatable, Sendable, Codable {
  public let account: AccountName
  /// 1, 2, 3 … for the life of the recorder: what was made for one screen is good for no other.
  public let screen: Int
  /// The tab in front; nil where no method can be used.
  public let tab: RecoveryTab?

  /// Makes a session with a tab in front.
  public init(account: AccountName, screen: Int, tab: RecoveryTab?) {
    self.account = account
    self.screen = screen
    self.tab = tab
  }

  /// The method of the tab in front.
  public var method: RecoveryMethod? { tab?.method }

  /// The questions to be answered, in order.
  public var questions: [String] {
    if case .securityQuestions(let questions) = tab { questions } else { [] }
  }

  /// What the Dynamic Password tab shows while it is in front.
  public var challenge: DynamicChallenge? {
    if case .dynamicPassword(let challenge) = tab { challenge } else { nil }
  }
}

/// What a tab of the wizard shows.
public enum RecoveryTab: Equatable, Sendable, Codable {
  case securityQuestions([String])
  /// The page for the registered address, or that for the code while `entry` is there.
  case email(CodeEntry?)
  case dynamicPassword(DynamicChallenge)
  /// The QR code holds this ticket.
  case qrCode(CodeTicket)
  case app
  /// As with e-mail, but the mail is asked for in the client software.
  case client(CodeEntry?)
  case unlockCode(UnlockChallenge)

  public var method: RecoveryMethod {
    switch self {
    case .securityQuestions: .securityQuestions
    case .email: .email
    case .dynamicPassword: .dynamicPassword
    case .qrCode: .qrCode
    case .app: .app
    case .client: .client
    case .unlockCode: .unlockCode
    }
  }

  /// The page for a code that came by e-mail, while it is open.
  public var entry: CodeEntry? {
    switch self {
    case .email(let entry), .client(let entry): entry
    default: nil
    }
  }

  /// Whether a code is made for exactly what this tab shows, and dies with it.
  public var isFrozen: Bool {
    switch self {
    case .dynamicPassword, .qrCode: true
    default: false
    }
  }
}

/// The page for a code that came by e-mail; it closes by itself.
public struct CodeEntry: Equatable, Sendable, Codable {
  /// By then the code is in and the new password set.
  public let until: Timestamp

  public init(until: Timestamp) { self.until = until }
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
  /// The recorder's own clock when the screen opened, to the second; a later second where that one
  /// was on a screen before.
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
  /// Every second that could be shown was on a screen already.
  case tooManyScreens(until: Timestamp)
  /// No app account has this recorder.
  case notBound
  /// No client software has this recorder.
  case notRegistered
}

extension RecorderSnapshot {
  /// Whether a method of this firmware can be used now, and why not.
  public func unavailability(of method: RecoveryMethod) -> Unavailability? {
    if let pause = recoveryPauses.first(where: { $0.method == method }) {
      return pause.cause == .tries
        ? .paused(until: pause.until) : .tooManyScreens(until: pause.until)
    }
    guard profile.recovery.methods.contains(method) else { return .neverSetUp }
    if let needed = profile.recovery.code(of: method)?.minimumFirmware.value, firmware < needed {
      return .needsFirmware(needed, has: firmware)
    }
    switch method {
    case .securityQuestions: return account(.admin)?.questions == 0 ? .neverSetUp : nil
    case .email: return account(.admin)?.email.isEmpty == true ? .neverSetUp : nil
    case .app: return binding == nil ? .notBound : nil
    case .client: return clientEmail == nil ? .notRegistered : nil
    case .dynamicPassword, .qrCode, .unlockCode: return nil
    }
  }

  /// The first method that can be used.
  var firstUsableMethod: RecoveryMethod? {
    profile.recovery.methods.first { unavailability(of: $0) == nil }
  }
}
