/// What somebody elsewhere asks the recorder for over the network, with who they say they are and how
/// they prove it.
public struct RemoteCall: Sendable {
  /// What is asked for.
  public let request: RemoteRequest
  /// Who is said to ask.
  public let account: AccountName
  /// How they prove it.
  public let proof: RemoteProof
  /// The Internet address that it comes from.
  public let address: String

  /// Makes a call.
  public init(
    _ request: RemoteRequest, as account: AccountName, _ proof: RemoteProof, from address: String
  ) {
    self.request = request
    self.account = account
    self.proof = proof
    self.address = address
  }
}

/// How somebody elsewhere proves to know a password.
public enum RemoteProof: Sendable {
  /// By the password itself.
  case password(Secret)
  /// By something that was made of it.
  case evidence(any RemoteEvidence)
}

/// What was made of a password and can be compared with what the right one would give: the digest of
/// a WS-UsernameToken, the response of HTTP Digest.
public protocol RemoteEvidence: Sendable {
  /// Whether it was made of this secret, in constant time.
  func isMade(of secret: Secret) -> Bool
}

/// What somebody elsewhere may be, by the rights of the group; ONVIF knows these three.
public enum RemoteLevel: Int, Sendable, Comparable, CaseIterable {
  /// Sees live pictures.
  case user
  /// Plays recordings back as well.
  case `operator`
  /// May change the accounts, and all else.
  case administrator

  /// Whether one may do less than the other.
  public static func < (left: RemoteLevel, right: RemoteLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What can be asked for over the network. Each is done whole or not at all.
public enum RemoteRequest: Sendable {
  /// To read what somebody of at least this level may read; nothing changes.
  case read(RemoteLevel)
  case addAccounts([RemoteAccount])
  /// New passwords and levels; without a password it stays.
  case changeAccounts([RemoteAccount])
  case removeAccounts([AccountName])
  /// Settings of the clock, and then the time in UTC; nil: the clock is not set by hand.
  case setClock(utc: Timestamp?, [SettingKey: SettingValue])
  case changeSettings([SettingKey: SettingValue])
  case restart
  case factoryDefault(keepsNetwork: Bool)
}

/// An account as ONVIF knows it: a name, a password and a level.
public struct RemoteAccount: Sendable {
  /// What it signs in with.
  public let name: AccountName
  /// The password; nil: none was sent.
  public let password: Secret?
  /// What it may do.
  public let level: RemoteLevel

  /// Makes an account.
  public init(name: AccountName, password: Secret?, level: RemoteLevel) {
    self.name = name
    self.password = password
    self.level = level
  }
}

extension RecorderSnapshot {
  /// What an account may do from elsewhere; nil where it may do nothing, or is not there.
  public func remoteLevel(of name: AccountName) -> RemoteLevel? {
    group(of: name)?.remoteLevel
  }

  /// Whether it answers ONVIF at all: it runs, its cable is in, and the setting is on.
  public var answersONVIF: Bool {
    power == .running && hasNetworkLink && settings[.onvif] == "on"
  }
}

extension Group {
  /// What its accounts may do from elsewhere; nil: nothing.
  public var remoteLevel: RemoteLevel? {
    RemoteLevel.allCases.last { remote.allows($0.right) }
  }
}
