/// The ways back in that a firmware has. A method that is nil does not exist on this recorder.
public struct RecoveryProfile: Equatable, Sendable, Codable {
  public let securityQuestions: SecurityQuestionsProfile?
  public let email: EmailProfile?
  public let dynamicPassword: DynamicPasswordProfile?
  /// How long the new password may take once a method has succeeded.
  public let newPasswordTime: Sourced<Interval>

  public init(
    securityQuestions: SecurityQuestionsProfile?, email: EmailProfile?,
    dynamicPassword: DynamicPasswordProfile?, newPasswordTime: Sourced<Interval>
  ) {
    self.securityQuestions = securityQuestions
    self.email = email
    self.dynamicPassword = dynamicPassword
    self.newPasswordTime = newPasswordTime
  }

  /// The methods of this firmware, in the order of their tabs.
  public var methods: [RecoveryMethod] {
    RecoveryMethod.allCases.filter { method in
      switch method {
      case .securityQuestions: securityQuestions != nil
      case .email: email != nil
      case .dynamicPassword: dynamicPassword != nil
      }
    }
  }
}

/// A way to prove that the recorder is yours without its password.
public enum RecoveryMethod: String, Sendable, Codable, CaseIterable {
  case securityQuestions, email, dynamicPassword
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

/// Recovery by e-mail.
public struct EmailProfile: Equatable, Sendable, Codable {
  public let minimumFirmware: Sourced<FirmwareVersion>

  public init(minimumFirmware: Sourced<FirmwareVersion>) {
    self.minimumFirmware = minimumFirmware
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
