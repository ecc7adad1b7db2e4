import RecorderEngine

/// What a server's answer means for the statements it was asked about.
public enum ServerAnswer: Equatable, Sendable {
  /// They are there.
  case accepted
  /// Another statement has the id of one of them.
  case taken
  /// One of them is none to the server, or they are too many or too long.
  case malformed(String)
  /// The one that was asked for is there: the same one, or another.
  case found(isSame: Bool)
  /// The one that was asked for is not there.
  case missing
  /// Nothing more is to be sent until a person has looked after it.
  case denied(String)
  /// Later, after so many milliseconds where the server has said so.
  case unavailable(after: Int64?, String)

  /// The answer to statements that were sent.
  public init(toSending status: Int, after: Int64? = nil, _ words: String) {
    self =
      switch status {
      case 200, 204: .accepted
      case 409: .taken
      case 400, 413: .malformed(words)
      default: ServerAnswer(other: status, after, words)
      }
  }

  /// The answer to the question for one statement that was not found.
  public init(toReading status: Int, after: Int64? = nil, _ words: String) {
    self = status == 404 ? .missing : ServerAnswer(other: status, after, words)
  }

  /// An address that was left, a sign-in that is not taken, a path where nothing is: all that is left
  /// would fare the same, and none of it is at fault.
  private init(other status: Int, _ after: Int64?, _ words: String) {
    self =
      switch status {
      case 408, 429, 500...: .unavailable(after: after, words)
      default: .denied(words)
      }
  }

  /// The milliseconds that a `Retry-After` asks for, in seconds or as a date; nil: it asks for none.
  public static func wait(_ header: String?, now: Int64) -> Int64? {
    guard let header else { return nil }
    if let seconds = Int64(header) { return max(0, min(seconds, 1_000_000)) * 1_000 }
    return CivilTime(httpDate: header)?.timestamp.map { max(0, $0.milliseconds - now) }
  }
}
