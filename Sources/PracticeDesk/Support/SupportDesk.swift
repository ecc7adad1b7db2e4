import RecorderEngine

/// What somebody tells the support desk, as typed or read off a photo.
public struct SupportRequest: Equatable, Sendable, Codable {
  /// The way whose screen it is about.
  public var method: RecoveryMethod
  /// What was read off the screen.
  public var told: ToldDetails
  /// Whether the proof of purchase goes along.
  public var hasProof: Bool
  /// Whether a photo of the screen was sent, instead of what somebody typed.
  public var isPhoto = false

  /// Makes a request, with the proof of purchase unless said otherwise.
  public init(_ method: RecoveryMethod, _ told: ToldDetails, hasProof: Bool = true) {
    self.method = method
    self.told = told
    self.hasProof = hasProof
  }

  /// The request that sends a photo.
  public init(photo: Photo, hasProof: Bool = true) {
    self.init(photo.challenge.tab.method, photo.challenge.told, hasProof: hasProof)
    isPhoto = true
  }
}

/// What the support desk answers.
public enum SupportAnswer: Equatable, Sendable {
  /// The code for a screen that shows exactly this. Wrong details get a code as well: one that
  /// opens nothing. nil: it was told, and is not on the screen any more.
  case code(SpokenCode?, for: RecoveryTab)
  /// What cannot be read; nothing is made of guesses.
  case unreadable([UnreadableDetail])
  /// Without the bill nobody gets a code.
  case proofNeeded
  /// Nobody is there; nil: nobody knows until when.
  case closed(until: Timestamp?)
}

/// A code on its way from the support desk to the trainee: shown, never kept.
public struct SpokenCode: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The characters to be typed, capitals as they are.
  public let text: String
  /// Three dots, whatever the code is.
  public var description: String { "•••" }
  // Dumping shows what it reflects.
  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// Takes the code out of its secret, to be shown.
  public init(_ secret: Secret) { text = secret.revealed { $0 } }
}

/// The distributor's end, and that of the dealer's portal.
public enum SupportDesk {
  /// Characters of a code where the recorder's profile says nothing of the way.
  public static let usualLength = 10

  /// Answers a request with a code of `length` characters, or says what cannot be read.
  public static func answer(
    to request: SupportRequest, length: Int, with cryptography: any DeviceCryptography
  ) -> SupportAnswer {
    guard let type = request.method.challengeType else { return .unreadable([]) }
    do {
      let challenge = try type.init(told: request.told)
      let code = challenge.code(length: length, with: cryptography)
      return .code(SpokenCode(code), for: challenge.tab)
    } catch {
      return .unreadable(error.details)
    }
  }
}

extension Desk {
  /// What the support desk says at that hour.
  func answer(
    to request: SupportRequest, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> SupportAnswer {
    if surroundings.faults.has(.supportClosed) { return .closed(until: nil) }
    if let hours = surroundings.supportHours, !hours.isOpen(at: now) {
      return .closed(until: hours.nextOpening(after: now))
    }
    guard request.hasProof, surroundings.hasProof else { return .proofNeeded }
    let recovery = recorder.snapshot.profile.recovery
    return SupportDesk.answer(
      to: request, length: recovery.codeLength(of: request.method) ?? SupportDesk.usualLength,
      with: cryptography)
  }
}
