/// Which addresses may sign in from elsewhere.
public struct AccessList: Equatable, Sendable, Codable {
  /// What the addresses of the list are.
  public enum Mode: String, Sendable, Codable, CaseIterable { case off, block, allow }

  /// Whether the list counts, and which way.
  public var mode: Mode
  /// Internet addresses, each once.
  public var addresses: [String]

  /// Makes a list; left out, it is off and empty.
  public init(mode: Mode = .off, addresses: [String] = []) {
    self.mode = mode
    self.addresses = addresses
  }

  /// Whether somebody at this address may try to sign in.
  public func lets(_ address: String) -> Bool {
    switch mode {
    case .off: true
    case .block: !addresses.contains(address)
    case .allow: addresses.contains(address)
    }
  }
}

/// What is wrong with a list of addresses.
public enum AccessListProblem: Equatable, Sendable, Codable {
  case notAnAddress(String)
  case twice(String)
  case tooMany(most: Int)
}

/// Somebody is signed in from elsewhere.
public struct RemoteSession: Equatable, Sendable, Codable {
  /// Who is signed in.
  public let account: AccountName
  /// The Internet address that it came from.
  public let address: String
  /// When the session began.
  public let since: Timestamp
  /// What the recorder's clock showed then.
  public let shownSince: Timestamp
  /// When it is over unless another call comes; nil: it ends by being signed out.
  public let until: Timestamp?

  /// Makes a session that began at `since`, when the recorder's clock showed `shownSince`.
  public init(
    account: AccountName, address: String, since: Timestamp, shownSince: Timestamp,
    until: Timestamp? = nil
  ) {
    self.until = until
    self.account = account
    self.address = address
    self.since = since
    self.shownSince = shownSince
  }
}
