/// How far somebody is in the Restore Password wizard.
public enum RecoveryPhase: Equatable, Sendable, Codable {
  case closed
  case open(RecoverySession)
  case granted(RecoveryGrant)
}

/// The wizard is open and waits for a proof.
public struct RecoverySession: Equatable, Sendable, Codable {
  /// Whose password is lost.
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

  /// The method that the tab belongs to.
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

  /// The tab of a method whose codes come by e-mail; nil for any other.
  init?(of method: RecoveryMethod, entry: CodeEntry?) {
    switch method {
    case .email: self = .email(entry)
    case .client: self = .client(entry)
    default: return nil
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

  /// Makes a page that closes then.
  public init(until: Timestamp) { self.until = until }
}

/// A proof was good: a new password may be set for a while.
public struct RecoveryGrant: Equatable, Sendable, Codable {
  /// Whose password may be set.
  public let account: AccountName
  /// The method whose proof was good.
  public let method: RecoveryMethod
  /// By then the new password is set, or the grant is lost.
  public let until: Timestamp

  /// Makes a grant that ends then.
  public init(account: AccountName, method: RecoveryMethod, until: Timestamp) {
    self.account = account
    self.method = method
    self.until = until
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
    guard let way = profile.recovery.way(of: method) else { return .neverSetUp }
    if let needed = way.codeRules?.minimumFirmware.value, firmware < needed {
      return .needsFirmware(needed, has: firmware)
    }
    return way.whyNotOffered(by: self)
  }

  /// The first method that can be used.
  var firstUsableMethod: RecoveryMethod? {
    profile.recovery.methods.first { unavailability(of: $0) == nil }
  }
}
