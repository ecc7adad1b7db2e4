import RecorderEngine

/// The practice mailbox on the phone.
public struct Mailbox: Equatable, Sendable, Codable {
  /// A letter that has left and has not arrived.
  struct Underway: Equatable, Sendable, Codable {
    var letter: Letter
    let arrivesAt: Timestamp
  }

  /// How many letters the inbox has room for.
  public static let capacity = 12

  /// What the mailbox takes: everything, or only what is sent to this address.
  public internal(set) var address: String?
  /// Oldest first.
  public internal(set) var letters: [Letter] = []
  var underway: [Underway] = []
  private(set) var lastNumber = 0
  /// What has become of a code that a real server carries.
  public internal(set) var standing: MailStanding?
  /// The letter that lies open, with its code: shown, never kept in the file.
  public internal(set) var open: OpenLetter?

  private enum CodingKeys: CodingKey { case address, letters, underway, lastNumber }

  init() {}

  /// The letters of a folder, newest first.
  public func letters(in folder: Letter.Folder) -> [Letter] {
    letters.filter { $0.folder == folder }.reversed()
  }

  /// The letter of that number; nil where it has not arrived or was deleted.
  public func letter(_ number: Int) -> Letter? { letters.first { $0.number == number } }

  /// How many letters of the inbox nobody has read.
  public var unread: Int { letters.count { !$0.isRead && $0.folder == .inbox } }

  var isFull: Bool { letters.count { $0.folder == .inbox } >= Mailbox.capacity }
  var nextNumber: Int { lastNumber + 1 }
  var nextArrival: Timestamp? { nextUnderway?.arrivesAt }
  /// The letter that arrives next: of those due at one moment the one that was sent first.
  var nextUnderway: Underway? {
    underway.min { ($0.arrivesAt, $0.letter.number) < ($1.arrivesAt, $1.letter.number) }
  }

  mutating func absorb(_ event: PhoneEvent) {
    switch event {
    case .letterSent(let letter, let arrivesAt):
      lastNumber = max(lastNumber, letter.number)
      underway.append(Underway(letter: letter, arrivesAt: arrivesAt))
    case .letterHandedOver(let letter):
      lastNumber = max(lastNumber, letter.number)
      if letter.isAwaited { standing = .sending(since: letter.sentAt) }
    case .mailReported(let standing): self.standing = standing
    case .letterArrived(let letter):
      underway.removeAll { $0.letter.number == letter.number }
      lastNumber = max(lastNumber, letter.number)
      letters.append(letter)
    case .letterLost(let number): underway.removeAll { $0.letter.number == number }
    case .letterOpened(let number, let code):
      change(number) { $0.isRead = true }
      open = OpenLetter(number: number, code: code)
    case .letterMoved(let number): change(number) { $0.folder = .inbox }
    case .letterDeleted(let number):
      letters.removeAll { $0.number == number }
      if open?.number == number { open = nil }
    case .notified, .appSignedIn, .appSignedOut, .appRefused, .codeShown, .scanFailed,
      .notificationsRead, .notificationsCleared,
      .scanAnsweredByMail:
      break
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Letter) -> Void) {
    for place in letters.indices where letters[place].number == number { body(&letters[place]) }
  }
}

/// The letter that lies open.
public struct OpenLetter: Equatable, Sendable {
  /// The letter's number in the mailbox.
  public let number: Int
  /// The code in it, if it has one.
  public let code: SpokenCode?
}
