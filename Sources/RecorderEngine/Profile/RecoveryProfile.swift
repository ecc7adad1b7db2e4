/// The ways back in that a firmware has. A method that is nil does not exist on this recorder.
public struct RecoveryProfile: Equatable, Sendable, Codable {
  public var securityQuestions: SecurityQuestionsProfile?
  public var email: MailedCodeProfile?
  public var dynamicPassword: DynamicPasswordProfile?
  public var qrCode: ScannedCodeProfile?
  public var app: AppProfile?
  public var client: MailedCodeProfile?
  public var unlockCode: UnlockCodeProfile?
  /// How long the new password may take once a method has succeeded.
  public var newPasswordTime: Sourced<Interval>
  /// Whether wrong tries count for all methods together, and all of them pause.
  public var countsTogether: Sourced<Bool>

  public init(
    securityQuestions: SecurityQuestionsProfile? = nil, email: MailedCodeProfile? = nil,
    dynamicPassword: DynamicPasswordProfile? = nil, qrCode: ScannedCodeProfile? = nil,
    app: AppProfile? = nil, client: MailedCodeProfile? = nil,
    unlockCode: UnlockCodeProfile? = nil, newPasswordTime: Sourced<Interval>,
    countsTogether: Sourced<Bool> = Sourced(false, .assumed)
  ) {
    self.securityQuestions = securityQuestions
    self.email = email
    self.dynamicPassword = dynamicPassword
    self.qrCode = qrCode
    self.app = app
    self.client = client
    self.unlockCode = unlockCode
    self.newPasswordTime = newPasswordTime
    self.countsTogether = countsTogether
  }

  /// The methods of this firmware, in the order of their tabs.
  public var methods: [RecoveryMethod] {
    RecoveryMethod.allCases.filter { limit(of: $0) != nil }
  }

  /// How often a method may be tried; nil where it does not exist.
  public func limit(of method: RecoveryMethod) -> TryLimit? {
    switch method {
    case .securityQuestions: securityQuestions?.limit.value
    case .dynamicPassword: dynamicPassword?.limit.value
    case .email, .qrCode, .app, .client, .unlockCode: code(of: method)?.limit.value
    }
  }

  /// What the codes of a method are like; nil where it has none of its own.
  public func code(of method: RecoveryMethod) -> CodeProfile? {
    switch method {
    case .securityQuestions, .dynamicPassword: nil
    case .email: email?.code
    case .qrCode: qrCode?.code
    case .app: app?.code
    case .client: client?.code
    case .unlockCode: unlockCode?.code
    }
  }

  /// The rules of a method whose codes come by e-mail.
  public func mailed(_ method: RecoveryMethod) -> MailedCodeProfile? {
    switch method {
    case .email: email
    case .client: client
    default: nil
    }
  }
}

/// A way to prove that the recorder is yours without its password.
public enum RecoveryMethod: String, Sendable, Codable, CaseIterable {
  case securityQuestions, email, dynamicPassword, qrCode, app, client, unlockCode
}

/// How often a proof may be tried: after the last wrong try the method pauses.
public struct TryLimit: Equatable, Sendable, Codable {
  public let tries: Int
  public let pause: Interval

  public init(tries: Int, pause: Interval) {
    self.tries = tries
    self.pause = pause
  }
}

/// Security Questions.
public struct SecurityQuestionsProfile: Equatable, Sendable, Codable {
  /// How many questions are set, all of which must be answered.
  public let count: Sourced<Int>
  public let longestAnswer: Sourced<Int>
  public let limit: Sourced<TryLimit>
  /// The questions that the recorder offers.
  public let catalogue: Sourced<[String]>

  public init(
    count: Sourced<Int>, longestAnswer: Sourced<Int>, limit: Sourced<TryLimit>,
    catalogue: Sourced<[String]>
  ) {
    self.count = count
    self.longestAnswer = longestAnswer
    self.limit = limit
    self.catalogue = catalogue
  }
}

/// Dynamic Password.
public struct DynamicPasswordProfile: Equatable, Sendable, Codable {
  /// Characters of the code.
  public let length: Sourced<Int>
  public let limit: Sourced<TryLimit>

  public init(length: Sourced<Int>, limit: Sourced<TryLimit>) {
    self.length = length
    self.limit = limit
  }
}
