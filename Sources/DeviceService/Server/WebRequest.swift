import RecorderEngine

/// A request of HTTP that has come in whole.
struct WebRequest: Sendable {
  /// `POST`, `GET` …
  var method: String
  /// What is asked for, exactly as it was sent.
  var target: String
  /// By which name the client reaches the service.
  var host: String?
  /// Who says to be asking.
  var authorization: String?
  /// The body.
  var body: [UInt8]
  /// The Internet address that it comes from.
  var address: String

  /// The target without what stands behind a question mark.
  var path: Substring { target.prefix { $0 != "?" } }
}

extension String {
  /// An Internet address as lists and logs have it: where one socket takes both kinds, the system calls
  /// `192.168.1.10` `::ffff:192.168.1.10`.
  var unmapped: String {
    let prefix = "::ffff:"
    guard lowercased().hasPrefix(prefix) else { return self }
    let rest = dropFirst(prefix.count)
    return IPAddress(rest) == nil ? self : String(rest)
  }
}

/// What is answered by HTTP.
struct WebAnswer: Equatable, Sendable {
  /// What becomes of the connection.
  enum Ending: Sendable {
    /// It stays, where the client wants it to.
    case kept
    case closed
    /// It is closed without a word.
    case silent
    /// Half of the answer is sent, and then it is closed.
    case cut
  }

  /// The number that says how it went.
  var status: Int
  /// What the body is; nil: there is none.
  var type: String?
  /// The body.
  var body: [UInt8] = []
  /// The values of `WWW-Authenticate`, one header each.
  var challenges: [String] = []
  /// The value of `Date`; nil: none.
  var date: String?
  /// What becomes of the connection.
  var ending = Ending.kept

  /// No answer at all.
  static let silence = WebAnswer(status: 0, ending: .silent)

  /// An answer without a body.
  static func status(_ status: Int) -> WebAnswer { WebAnswer(status: status) }
}
