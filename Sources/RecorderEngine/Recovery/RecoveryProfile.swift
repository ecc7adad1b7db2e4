/// The ways back in that a firmware has. A method that is nil does not exist on this recorder.
public struct RecoveryProfile: Equatable, Sendable, Codable {
  /// By answers that were set beforehand.
  public let securityQuestions: SecurityQuestionsProfile?
  /// By a code that comes by e-mail.
  public let email: MailedCodeProfile?
  /// By a code for what the screen shows, told by a support desk.
  public let dynamicPassword: DynamicPasswordProfile?
  /// By a QR code that the phone's app scans.
  public let qrCode: ScannedCodeProfile?
  /// By a code that the phone's app shows.
  public let app: AppProfile?
  /// By a code whose mail is asked for in the client software.
  public let client: MailedCodeProfile?
  /// By the dealer portal's answer to a code on the screen.
  public let unlockCode: UnlockCodeProfile?
  /// How long the new password may take once a method has succeeded.
  public let newPasswordTime: Sourced<Interval>
  /// Whether wrong tries count for all methods together, and all of them pause.
  public let countsTogether: Sourced<Bool>

  private let list: WayList

  /// Makes the ways back in; a method that is left out does not exist.
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
    let ways: [(any RecoveryWay)?] = [
      securityQuestions, email.map(EmailWay.init), dynamicPassword, qrCode, app,
      client.map(ClientWay.init), unlockCode,
    ]
    list = WayList(ways.compactMap(\.self))
  }

  /// Every way that this firmware has, in the order of the tabs.
  var ways: [any RecoveryWay] { list.ways }

  /// The way of that method; nil where it does not exist.
  func way(of method: RecoveryMethod) -> (any RecoveryWay)? {
    ways.first { $0.method == method }
  }

  /// The methods of this firmware, in the order of their tabs.
  public var methods: [RecoveryMethod] { list.methods }

  /// How often a method may be tried; nil where it does not exist.
  public func limit(of method: RecoveryMethod) -> TryLimit? { way(of: method)?.tries }

  /// How many characters a code of a method has; nil where it takes none.
  public func codeLength(of method: RecoveryMethod) -> Int? { way(of: method)?.codeLength }

  /// What the codes of a method are like; nil where it has none of its own.
  public func code(of method: RecoveryMethod) -> CodeProfile? { way(of: method)?.codeRules }

  /// The rules of a method whose codes come by e-mail.
  public func mailed(_ method: RecoveryMethod) -> MailedCodeProfile? {
    way(of: method)?.mailRules
  }
}

/// What is kept of it are the rules; the list follows from them.
extension RecoveryProfile {
  private enum CodingKeys: CodingKey {
    case securityQuestions, email, dynamicPassword, qrCode, app, client, unlockCode
    case newPasswordTime, countsTogether
  }

  /// Reads the rules of every way that is there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func rules<Rules: Decodable>(_ key: CodingKeys) throws -> Rules? {
      try container.decodeIfPresent(Rules.self, forKey: key)
    }
    self.init(
      securityQuestions: try rules(.securityQuestions), email: try rules(.email),
      dynamicPassword: try rules(.dynamicPassword), qrCode: try rules(.qrCode),
      app: try rules(.app), client: try rules(.client), unlockCode: try rules(.unlockCode),
      newPasswordTime: try container.decode(Sourced<Interval>.self, forKey: .newPasswordTime),
      countsTogether: try container.decode(Sourced<Bool>.self, forKey: .countsTogether))
  }
}

/// The ways of a profile, made once: the rules ask for them with every command.
private struct WayList: Equatable, Sendable {
  let ways: [any RecoveryWay]
  let methods: [RecoveryMethod]

  init(_ ways: [any RecoveryWay]) {
    self.ways = ways
    methods = ways.map(\.method)
  }

  /// Two profiles with the same rules have the same ways.
  static func == (one: WayList, other: WayList) -> Bool { one.methods == other.methods }
}

/// A way to prove that the recorder is yours without its password.
public enum RecoveryMethod: String, Sendable, Codable, CaseIterable {
  case securityQuestions, email, dynamicPassword, qrCode, app, client, unlockCode

  /// The ways whose code somebody elsewhere makes, for what their screen shows.
  public static let supported: [any SupportChallenge.Type] = [
    DynamicChallenge.self, UnlockChallenge.self,
  ]
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

  /// What somebody elsewhere makes the code for, at a support desk or a dealer's portal; nil where
  /// nobody does.
  public var challenge: (any SupportChallenge)? {
    switch self {
    case .dynamicPassword(let challenge): challenge
    case .unlockCode(let challenge): challenge
    case .securityQuestions, .email, .qrCode, .app, .client: nil
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

/// What a screen of Restore Password shows to be told elsewhere.
public enum SupportDetail: String, Equatable, Sendable, CaseIterable, Codable {
  case model, macAddress, time, unlockCode
}

/// How often a proof may be tried: after the last wrong try the method pauses.
public struct TryLimit: Equatable, Sendable, Codable {
  /// How many wrong tries in a row there may be: the last of them makes the method pause.
  public let tries: Int
  /// How long it pauses then.
  public let pause: Interval

  /// Makes a limit.
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
  /// How often a code may be tried.
  public let limit: Sourced<TryLimit>

  /// Makes the rules for a kind of code.
  public init(
    minimumFirmware: Sourced<FirmwareVersion>, length: Sourced<Int>, limit: Sourced<TryLimit>
  ) {
    self.minimumFirmware = minimumFirmware
    self.length = length
    self.limit = limit
  }
}
