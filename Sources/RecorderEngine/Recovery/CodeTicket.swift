/// What a practice code is made for. It is no secret: the code is made of it under the practice
/// key by whoever must know it.
public struct CodeTicket: Hashable, Sendable, Codable {
  /// The method that takes the code.
  public let method: RecoveryMethod
  /// The hardware address of the recorder that takes the code.
  public let macAddress: String
  /// 1, 2, 3 … for the life of the recorder, resets included: no code comes twice.
  public let number: Int
  /// When it was made.
  public let time: Timestamp

  /// Makes a ticket.
  public init(method: RecoveryMethod, macAddress: String, number: Int, time: Timestamp) {
    self.method = method
    self.macAddress = macAddress
    self.number = number
    self.time = time
  }

  /// What a QR code of it holds: capitals and digits only, so that it stays small.
  public var payload: String {
    "RC1:" + macAddress.filter { $0.isHexDigit }.uppercased() + ":\(number):"
      + "\(time.milliseconds / 1_000)"
  }
}

/// A code that is on its way to somebody: the recorder takes it until then.
struct IssuedCode: Equatable, Sendable, Codable {
  let ticket: CodeTicket
  let until: Timestamp
}

/// What leaves the recorder for somebody far away, by the network; never a code, but what it is
/// made for.
public enum Outgoing: Equatable, Sendable, Codable {
  /// An e-mail with a code for Restore Password.
  case codeMail(CodeTicket, to: String, life: Interval)
  /// Tells the owner that somebody asked with another address and got no code. Where a real mail
  /// server is heard, it has to be heard for a wrong address as well: both look alike.
  case wrongAddressMail(to: String)
  /// A code for the app that asked for it.
  case appCode(CodeTicket, account: String, until: Timestamp)
}
