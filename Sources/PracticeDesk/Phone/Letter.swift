import RecorderEngine

/// An e-mail in the practice mailbox.
public struct Letter: Equatable, Sendable, Codable {
  /// What it is about.
  public enum Content: Equatable, Sendable, Codable {
    /// A code for Restore Password: made of the ticket when somebody opens the letter.
    /// `scan` counts the codes of one QR code, from 1; 0 for a method that gives only one.
    case code(CodeTicket, scan: Int, life: Interval)
    /// Somebody asked for a code with an address that is not the registered one.
    case wrongAddress
    case alarm(AlarmCause)
    /// Something that has nothing to do with the recorder: 0, 1, 2 …
    case other(Int)
  }

  /// Whether somebody waits for it at Restore Password.
  public var isAwaited: Bool {
    switch content {
    case .code, .wrongAddress: true
    case .alarm, .other: false
    }
  }

  /// Where in the mailbox it lies.
  public enum Folder: String, Sendable, Codable, CaseIterable {
    case inbox, spam
  }

  /// 1, 2, 3 … for the life of the mailbox.
  public let number: Int
  /// The address it was sent to.
  public let to: String
  /// The recorder's name at that time.
  public let from: String
  /// When it left the recorder.
  public let sentAt: Timestamp
  /// What it is about.
  public let content: Content
  /// Where it lies now.
  public internal(set) var folder: Folder
  /// Whether somebody has opened it.
  public internal(set) var isRead = false

  init(
    number: Int, to: String, from: String, sentAt: Timestamp, content: Content,
    folder: Folder = .inbox
  ) {
    self.number = number
    self.to = to
    self.from = from
    self.sentAt = sentAt
    self.content = content
    self.folder = folder
  }
}

/// What has become of the last letter that Restore Password had sent.
public enum MailStanding: Equatable, Sendable, Codable {
  /// A real mail server has it.
  case sending(since: Timestamp)
  case sent
  /// A sentence that says why it did not leave.
  case failed(String)
}
