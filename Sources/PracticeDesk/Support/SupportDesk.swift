import RecorderEngine

/// What somebody tells the support desk, as typed or read off a photo.
public struct SupportRequest: Equatable, Sendable {
  /// What the recorder's screen shows beside its model.
  public enum Subject: Equatable, Sendable {
    case dynamicPassword(macAddress: String, time: String)
    case unlockCode(String)
  }

  /// The recorder's model, as it was told.
  public var model: String
  /// What was read off the screen.
  public var subject: Subject
  /// Whether the proof of purchase goes along.
  public var hasProof: Bool

  /// Makes a request, with the proof of purchase unless said otherwise.
  public init(model: String, subject: Subject, hasProof: Bool = true) {
    self.model = model
    self.subject = subject
    self.hasProof = hasProof
  }

  /// Makes a request about a Dynamic Password screen.
  public init(model: String, macAddress: String, time: String, hasProof: Bool = true) {
    self.init(
      model: model, subject: .dynamicPassword(macAddress: macAddress, time: time),
      hasProof: hasProof)
  }

  /// The request that sends a photo.
  public init(photo: Photo, hasProof: Bool = true) {
    switch photo {
    case .dynamicPassword(let shown):
      self.init(
        model: shown.model, macAddress: shown.macAddress, time: CivilTime(shown.time).text,
        hasProof: hasProof)
    case .unlockCode(let shown):
      self.init(
        model: shown.model, subject: .unlockCode(shown.unlockCode), hasProof: hasProof)
    }
  }
}

/// A detail of a request.
public enum SupportDetail: String, Equatable, Sendable, CaseIterable {
  case model, macAddress, time, unlockCode
  /// A time that says no second: the code is another one for each.
  case seconds
}

/// What the support desk answers.
public enum SupportAnswer: Equatable, Sendable {
  /// The code for exactly these details. Wrong details get a code as well: one that opens nothing.
  case code(SpokenCode, for: DynamicChallenge)
  /// The dealer portal's code for an unlock code.
  case unlock(SpokenCode, for: UnlockChallenge)
  /// What cannot be read; nothing is made of guesses.
  case unreadable([SupportDetail])
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

/// How long the codes are that a support desk gives.
public struct SupportCodeLengths: Equatable, Sendable {
  /// Characters of the code for a Dynamic Password screen.
  public var dynamicPassword: Int
  /// Characters of the code for an unlock code.
  public var unlockCode: Int

  /// Makes lengths; left out, each is 10 characters.
  public init(dynamicPassword: Int = 10, unlockCode: Int = 10) {
    self.dynamicPassword = dynamicPassword
    self.unlockCode = unlockCode
  }

  /// Those that the recorder's profile says.
  public init(_ profile: RecorderProfile) {
    self.init(
      dynamicPassword: profile.recovery.dynamicPassword?.length.value ?? 10,
      unlockCode: profile.recovery.unlockCode?.code.length.value ?? 10)
  }
}

/// The distributor's end of Dynamic Password and of the dealer portal.
public enum SupportDesk {
  /// Answers a request with a code, or says what cannot be read.
  public static func answer(
    to request: SupportRequest, lengths: SupportCodeLengths,
    with cryptography: any DeviceCryptography
  ) -> SupportAnswer {
    let model = SupportDesk.folded(model: request.model)
    let unreadableModel: [SupportDetail] = model.isEmpty ? [.model] : []
    switch request.subject {
    case .dynamicPassword(let macAddress, let time):
      let digits = hexadecimalDigits(of: macAddress)
      let civil = CivilTime(parsing: time)?.timestamp
      let unreadableTime: [SupportDetail] =
        civil == nil ? [.time] : time.count { $0 == ":" } < 2 ? [.seconds] : []
      guard !model.isEmpty, let digits, let civil, unreadableTime.isEmpty else {
        return .unreadable(
          unreadableModel + (digits == nil ? [.macAddress] : []) + unreadableTime)
      }
      let challenge = DynamicChallenge(model: model, macAddress: pairs(of: digits), time: civil)
      let code = cryptography.dynamicPassword(
        for: challenge.spoken, length: lengths.dynamicPassword)
      return .code(SpokenCode(code), for: challenge)
    case .unlockCode(let typed):
      let challenge = UnlockChallenge(model: model, unlockCode: typed).spoken
      let isReadable =
        challenge.unlockCode.count >= 4
        && typed.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "-" }
      guard !model.isEmpty, isReadable else {
        return .unreadable(unreadableModel + (isReadable ? [] : [.unlockCode]))
      }
      let code = cryptography.unlockPassword(for: challenge, length: lengths.unlockCode)
      return .unlock(SpokenCode(code), for: challenge)
    }
  }

  /// A model as the support desk reads it: without blanks, in capitals.
  public static func folded(model: String) -> String {
    model.filter { !$0.isWhitespace }.uppercased()
  }

  /// The twelve digits of a MAC address, whatever stands between them; nil where it is none.
  private static func hexadecimalDigits(of address: String) -> String? {
    let digits = address.uppercased().filter { $0.isASCII && $0.isHexDigit }
    let isAddress =
      digits.count == 12 && address.allSatisfy { $0.isHexDigit || ":-. ".contains($0) }
    return isAddress ? digits : nil
  }

  /// `0018AE4C112F` as `00:18:AE:4C:11:2F`.
  private static func pairs(of digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, place.isMultiple(of: 2) { text.append(":") }
      text.append(digit)
    }
    return text
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
    return SupportDesk.answer(
      to: request, lengths: SupportCodeLengths(recorder.snapshot.profile), with: cryptography)
  }
}
