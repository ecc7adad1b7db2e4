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

  /// Every way that this firmware has, in the order of the tabs: the one place that lists them.
  var ways: [any RecoveryWay] {
    let all: [(any RecoveryWay)?] = [
      securityQuestions, email.map(EmailWay.init), dynamicPassword, qrCode, app,
      client.map(ClientWay.init), unlockCode,
    ]
    return all.compactMap(\.self)
  }

  /// The way of that method; nil where it does not exist.
  func way(of method: RecoveryMethod) -> (any RecoveryWay)? {
    ways.first { $0.method == method }
  }

  /// The methods of this firmware, in the order of their tabs.
  public var methods: [RecoveryMethod] { ways.map(\.method) }

  /// How often a method may be tried; nil where it does not exist.
  public func limit(of method: RecoveryMethod) -> TryLimit? { way(of: method)?.tries }

  /// What the codes of a method are like; nil where it has none of its own.
  public func code(of method: RecoveryMethod) -> CodeProfile? { way(of: method)?.codeRules }

  /// The rules of a method whose codes come by e-mail.
  public func mailed(_ method: RecoveryMethod) -> MailedCodeProfile? {
    way(of: method)?.mailRules
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

/// What every kind of code has in common: who may ask for it, how long it is and how often it may
/// be tried.
public struct CodeProfile: Equatable, Sendable, Codable {
  /// The first firmware that has the method.
  public let minimumFirmware: Sourced<FirmwareVersion>
  /// Characters of the code.
  public let length: Sourced<Int>
  public let limit: Sourced<TryLimit>

  public init(
    minimumFirmware: Sourced<FirmwareVersion>, length: Sourced<Int>, limit: Sourced<TryLimit>
  ) {
    self.minimumFirmware = minimumFirmware
    self.length = length
    self.limit = limit
  }
}
