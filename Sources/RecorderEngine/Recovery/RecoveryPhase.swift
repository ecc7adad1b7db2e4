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

  /// What the tab in front shows for somebody elsewhere who makes the code.
  public var challenge: (any SupportChallenge)? { tab?.challenge }
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
