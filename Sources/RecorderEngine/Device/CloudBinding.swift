/// Who has the recorder by the cloud: an app account, client software.
public struct CloudStanding: Equatable, Sendable, Codable {
  /// The app account that has the recorder.
  public internal(set) var binding: CloudBinding?
  /// The QR code of Network > App, while it is shown.
  public internal(set) var offer: BindingOffer?
  /// Until when a code that the app asked for lives.
  public internal(set) var codeUntil: Timestamp?
  /// The address of the client software that has the recorder.
  public internal(set) var clientEmail: String?

  mutating func absorb(_ event: CloudEvent) {
    switch event {
    case .appCodeChanged(let until): codeUntil = until
    case .bindingOffered(let offer): self.offer = offer
    case .bindingChanged(let binding): self.binding = binding
    case .clientRegistered(let email): clientEmail = email
    }
  }
}

/// The app account that a recorder belongs to.
public struct CloudBinding: Equatable, Sendable, Codable {
  /// The name of the app account.
  public let account: String
  /// When the account took the recorder.
  public let since: Timestamp
  /// What the recorder's clock showed then.
  public let shownSince: Timestamp

  /// Makes a binding that began at `since`, when the recorder's clock showed `shownSince`.
  public init(account: String, since: Timestamp, shownSince: Timestamp) {
    self.account = account
    self.since = since
    self.shownSince = shownSince
  }
}

/// The QR code of Network > App: whoever scans it in time may bind the recorder.
public struct BindingOffer: Equatable, Sendable, Codable {
  /// 1, 2, 3 … for the life of the recorder.
  public let number: Int
  /// After that the QR code binds nobody.
  public let until: Timestamp

  /// Makes an offer that lasts until then.
  public init(number: Int, until: Timestamp) {
    self.number = number
    self.until = until
  }

  /// What its QR code holds: capitals and digits only, so that it stays small.
  public func payload(of identity: Identity) -> String {
    "RCB1:" + identity.macAddress.filter { $0.isHexDigit }.uppercased() + ":\(number)"
  }
}

/// Why the cloud and the app get a no.
public enum CloudProblem: Equatable, Sendable, Codable {
  /// This firmware knows no app.
  case notOffered
  /// The network cable hangs loose: nothing reaches the recorder, and nothing leaves it.
  case noNetwork
  /// Network > Cloud is switched off.
  case switchedOff
  case accountEmpty
  /// The QR code is not on the screen any more.
  case offerOver
  case boundToAnother
  case notBound
}

extension String {
  /// An e-mail address as a screen shows it to somebody who should know it already:
  /// `in•••@example.com`.
  public var maskedAddress: String {
    guard let at = lastIndex(of: "@") else { return "•••" }
    let name = self[..<at]
    return name.prefix(name.count > 3 ? 2 : 1) + "•••" + self[at...]
  }
}
