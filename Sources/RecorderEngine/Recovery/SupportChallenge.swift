/// What a screen of Restore Password shows for somebody elsewhere, who makes the code for exactly
/// that: a support desk, a dealer's portal.
///
/// `RecoveryMethod.supported` lists the types; photos, requests, answers and forms go by their
/// details and know none of them.
public protocol SupportChallenge: Hashable, Sendable, Codable {
  /// The way whose screen it is.
  static var method: RecoveryMethod { get }
  /// What is shown, in the order in which people tell it.
  static var details: [SupportDetail] { get }
  /// The tab that shows it.
  var tab: RecoveryTab { get }
  /// A detail as the screen shows it; empty for one that it does not show.
  func text(of detail: SupportDetail) -> String
  /// Reads what somebody was told. Throws what cannot be read; nothing is made of guesses.
  init(told: ToldDetails) throws(UnreadableDetails)
  /// What its code is made of: the same for all that means the same when told on the phone.
  var message: String { get }
}

extension SupportChallenge {
  /// What is shown, in the order in which people tell it.
  public var details: [SupportDetail] { Self.details }

  /// All that is shown, as somebody reads it off the screen.
  public var told: ToldDetails {
    var told = ToldDetails()
    for detail in details { told[detail] = text(of: detail) }
    return told
  }

  /// The practice code for it: `length` characters.
  public func code(length: Int, with cryptography: any DeviceCryptography) -> Secret {
    cryptography.password(for: message, length: length)
  }
}

extension RecoveryMethod {
  /// What its screen shows for somebody elsewhere who makes the code; nil where nobody does.
  public var challengeType: (any SupportChallenge.Type)? {
    Self.supported.first { $0.method == self }
  }
}

/// Details of a screen as they were told: typed, or read off a photo.
public struct ToldDetails: Equatable, Sendable {
  private var texts: [(detail: SupportDetail, text: String)] = []

  /// Starts with nothing told.
  public init() {}

  /// Takes what was told, such as `[.model: "NVR8"]`.
  public init(_ told: KeyValuePairs<SupportDetail, String>) {
    for (detail, text) in told { self[detail] = text }
  }

  /// What was told of a detail; empty where nothing was.
  public subscript(detail: SupportDetail) -> String {
    get { texts.first { $0.detail == detail }?.text ?? "" }
    set {
      guard let place = texts.firstIndex(where: { $0.detail == detail }) else {
        return texts.append((detail, newValue))
      }
      texts[place].text = newValue
    }
  }

  /// All that was told, with each text changed.
  public func mapTexts(_ change: (String) -> String) -> ToldDetails {
    var changed = ToldDetails()
    for (detail, text) in texts { changed[detail] = change(text) }
    return changed
  }

  /// Whether the same was told of everything.
  public static func == (one: ToldDetails, other: ToldDetails) -> Bool {
    SupportDetail.allCases.allSatisfy { one[$0] == other[$0] }
  }
}

extension ToldDetails: Codable {
  /// Reads texts by the names of their details.
  public init(from decoder: any Decoder) throws {
    let texts = try [String: String](from: decoder)
    for detail in SupportDetail.allCases { self[detail] = texts[detail.rawValue] ?? "" }
  }

  /// Writes the texts by the names of their details.
  public func encode(to encoder: any Encoder) throws {
    var texts: [String: String] = [:]
    for (detail, text) in self.texts { texts[detail.rawValue] = text }
    try texts.encode(to: encoder)
  }
}

/// A detail that cannot be read.
public enum UnreadableDetail: Equatable, Sendable, Codable {
  case unreadable(SupportDetail)
  /// A time that says no second: the code is another one for each.
  case noSecond

  /// The detail that it is about.
  public var detail: SupportDetail {
    switch self {
    case .unreadable(let detail): detail
    case .noSecond: .time
    }
  }
}

/// What cannot be read of the details that were told, in their order.
public struct UnreadableDetails: Error, Equatable {
  /// One at least.
  public let details: [UnreadableDetail]
}

/// Reads details as people write them, and remembers what it could not read.
struct DetailReader {
  private let told: ToldDetails
  private var unreadable: [UnreadableDetail] = []

  init(_ told: ToldDetails) { self.told = told }

  mutating func model() -> String {
    let model = SupportDetail.folded(model: told[.model])
    if model.isEmpty { unreadable.append(.unreadable(.model)) }
    return model
  }

  /// Twelve hexadecimal digits in pairs, whatever stood between them.
  mutating func macAddress() -> String {
    let address = told[.macAddress]
    let digits = Array(address.uppercased().filter { $0.isASCII && $0.isHexDigit })
    guard digits.count == 12, address.allSatisfy({ $0.isHexDigit || ":-. ".contains($0) }) else {
      unreadable.append(.unreadable(.macAddress))
      return ""
    }
    return stride(from: 0, to: 12, by: 2).map { String(digits[$0...$0 + 1]) }
      .joined(separator: ":")
  }

  /// A time that says the second.
  mutating func time() -> Timestamp {
    guard let time = CivilTime(parsing: told[.time])?.timestamp else {
      unreadable.append(.unreadable(.time))
      return Timestamp(milliseconds: 0)
    }
    if told[.time].count(where: { $0 == ":" }) < 2 { unreadable.append(.noSecond) }
    return time
  }

  /// Digits, whatever blanks and hyphens stand between them.
  mutating func digits(of detail: SupportDetail, atLeast least: Int) -> String {
    let typed = told[detail]
    let digits = typed.filter { $0.isASCII && $0.isNumber }
    if digits.count < least
      || !typed.allSatisfy({ $0.isNumber || $0.isWhitespace || $0 == "-" })
    {
      unreadable.append(.unreadable(detail))
    }
    return digits
  }

  /// Throws where something could not be read.
  func finish() throws(UnreadableDetails) {
    guard unreadable.isEmpty else { throw UnreadableDetails(details: unreadable) }
  }
}

extension SupportDetail {
  /// A model as a support desk reads it: without blanks, in capitals.
  public static func folded(model: String) -> String {
    model.filter { !$0.isWhitespace }.uppercased()
  }
}
