import RecorderEngine

/// The phone on the desk: mailbox, notifications, photos, and the recorder's app.
public struct Phone: Equatable, Sendable, Codable {
  /// The mailbox, with what is still on its way to it.
  public internal(set) var mailbox = Mailbox()
  /// Oldest first; at most `mostNotifications`.
  public internal(set) var notifications: [PhoneNotification] = []
  /// How many of them nobody has looked at; nil where an older program kept it: all.
  private var unreadNotifications: Int?
  /// Newest last; at most `mostPhotos`.
  public internal(set) var photos: [Photo] = []
  /// The recorder's app.
  public internal(set) var app = PhoneApp()

  static let mostNotifications = 50
  static let mostPhotos = 9

  init() {}

  /// How many things nobody has looked at.
  public var unseen: Int { mailbox.unread + unread }

  /// How many notifications nobody has looked at.
  public var unread: Int { min(notifications.count, unreadNotifications ?? notifications.count) }

  mutating func absorb(_ event: PhoneEvent) {
    mailbox.absorb(event)
    app.absorb(event)
    switch event {
    case .notified(let notification):
      unreadNotifications = unread + 1
      notifications = Array((notifications + [notification]).suffix(Phone.mostNotifications))
    case .notificationsRead: unreadNotifications = 0
    case .notificationsCleared:
      notifications = []
      unreadNotifications = nil
    case .letterSent, .letterHandedOver, .mailReported, .letterArrived, .letterLost,
      .letterOpened, .letterMoved, .letterDeleted, .appSignedIn, .appSignedOut, .appRefused,
      .codeShown,
      .scanFailed, .scanAnsweredByMail:
      break
    }
  }

  mutating func add(_ photo: Photo) {
    photos = Array((photos.filter { $0 != photo } + [photo]).suffix(Phone.mostPhotos))
  }
}

/// A picture of what the monitor showed for a support desk.
public struct Photo: Equatable, Sendable {
  /// What can be read off it.
  public let challenge: any SupportChallenge

  /// Takes a picture of that.
  public init(of challenge: some SupportChallenge) { self.challenge = challenge }

  /// Whether both show the same.
  public static func == (one: Photo, other: Photo) -> Bool {
    one.challenge.tab == other.challenge.tab
  }
}

extension Photo: Codable {
  /// Reads the tab that it shows.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let challenge = try container.decode(RecoveryTab.self).challenge else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a screen that nobody takes a photo of")
    }
    self.challenge = challenge
  }

  /// Writes the tab that it shows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(challenge.tab)
  }
}

/// Something that the app tells by itself.
public struct PhoneNotification: Equatable, Sendable, Codable {
  /// The alarm that it is about.
  public let cause: AlarmCause
  /// When the app told of it.
  public let at: Timestamp
}

/// The recorder's app.
public struct PhoneApp: Equatable, Sendable, Codable {
  /// Who is signed in to the app; nil: nobody.
  public internal(set) var account: String?
  /// How many codes each QR code has given, the oldest first; at most `mostScans` QR codes.
  private var scans: [ScanCount] = []
  /// The code on the app's screen: shown, never kept in the file.
  public internal(set) var code: ShownCode?

  private enum CodingKeys: CodingKey { case account, scans }

  static let mostScans = 1_000

  init() {}

  mutating func absorb(_ event: PhoneEvent) {
    switch event {
    case .appSignedIn(let account): self.account = account
    case .appSignedOut:
      account = nil
      code = nil
    case .codeShown(let shown):
      code = shown
      if case .qrCode(let ticket) = shown.source { countScan(of: ticket) }
    case .letterSent(let letter, _), .letterHandedOver(let letter):
      if case .code(let ticket, 1..., _) = letter.content { countScan(of: ticket) }
    case .mailReported, .letterArrived, .letterLost, .letterOpened, .letterMoved,
      .letterDeleted, .notified, .notificationsRead, .notificationsCleared, .appRefused,
      .scanFailed,
      .scanAnsweredByMail:
      break
    }
  }

  /// How many codes a QR code has given.
  func scans(of ticket: CodeTicket) -> Int { scans.last { $0.ticket == ticket }?.count ?? 0 }

  private mutating func countScan(of ticket: CodeTicket) {
    let count = scans(of: ticket) + 1
    scans.removeAll { $0.ticket == ticket }
    scans = scans.suffix(Self.mostScans - 1) + [ScanCount(ticket: ticket, count: count)]
  }

  private struct ScanCount: Equatable, Sendable, Codable {
    let ticket: CodeTicket
    let count: Int
  }
}

/// A code on the app's screen.
public struct ShownCode: Equatable, Sendable {
  /// Where it is from.
  public enum Source: Equatable, Sendable {
    /// The recorder's QR code was scanned.
    case qrCode(CodeTicket)
    /// The app asked the recorder for it.
    case app(CodeTicket)
  }

  /// The code itself, which nobody keeps.
  public let code: SpokenCode
  /// What the code was made for.
  public let source: Source
  /// nil: as long as the screen it belongs to.
  public let until: Timestamp?
}
