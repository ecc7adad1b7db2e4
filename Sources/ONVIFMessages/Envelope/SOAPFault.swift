import XMLDocuments

/// A no of a device, as far as it was told.
public struct SOAPFault: Error, Equatable, Sendable {
  /// The outer code: `Sender`, `Receiver` or another, without its prefix.
  public let code: String?
  /// The codes in it, the outermost first, without their prefixes.
  public let subcodes: [String]
  /// What is said of it: words of the device.
  public let reason: String?
  /// More words of the device.
  public let detail: String?
  /// How often one may still try, where the device says so.
  public let attemptsLeft: Int?

  /// Makes a fault of what was told.
  public init(
    code: String?, subcodes: [String] = [], reason: String? = nil, detail: String? = nil
  ) {
    self.init(
      code: code, subcodes: subcodes, reason: reason, detail: detail,
      attemptsLeft: SOAPFault.attempts(in: [reason, detail]))
  }

  private init(
    code: String?, subcodes: [String], reason: String?, detail: String?, attemptsLeft: Int?
  ) {
    self.code = code
    self.subcodes = subcodes
    self.reason = reason
    self.detail = detail
    self.attemptsLeft = attemptsLeft
  }

  /// The same no in other words: what they said of authority and of tries left stays known.
  public func reworded(
    code: (String) -> String?, words: (String) -> String?
  ) -> SOAPFault {
    func fault(_ subcodes: [String]) -> SOAPFault {
      SOAPFault(
        code: self.code.flatMap(code), subcodes: subcodes, reason: reason.flatMap(words),
        detail: detail.flatMap(words), attemptsLeft: attemptsLeft)
    }
    let subcodes = subcodes.compactMap(code)
    let new = fault(subcodes)
    return new.isNotAuthorized == isNotAuthorized ? new : fault(subcodes + ["NotAuthorized"])
  }

  /// Reads a fault of either version of SOAP.
  init(element: XMLElement) {
    var codes: [String] = []
    var code = element.child(SOAP.code)
    while let inner = code, codes.count < 8 {
      if let value = inner.text(SOAP.value) { codes.append(SOAPFault.withoutPrefix(value)) }
      code = inner.child(SOAP.subcode)
    }
    let told = element.child(SOAP.reason)
    let reason = told?.text(SOAP.text) ?? told.flatMap { SOAPFault.words($0.trimmedText) }
    self.init(
      code: codes.first ?? element.text(OldFault.code).map(SOAPFault.withoutPrefix),
      subcodes: Array(codes.dropFirst()), reason: reason ?? element.text(OldFault.text),
      detail: element.child(SOAP.detail).flatMap { SOAPFault.words(SOAPFault.allText(of: $0)) })
  }

  /// Whether it says that the proof was not good or the account not allowed: devices use several
  /// codes for it, and some only say it.
  public var isNotAuthorized: Bool {
    let codes = [
      "notauthorized", "failedauthentication", "invalidsecurity", "failedcheck",
      "invalidsecuritytoken",
    ]
    if subcodes.contains(where: { codes.contains($0.lowercased()) }) { return true }
    if let code, codes.contains(code.lowercased()) { return true }
    guard let words = reason?.lowercased() else { return false }
    return ["not authorized", "unauthorized", "authority failure"].contains(where: words.contains)
  }

  /// Whether the device does not know the operation.
  public var isNotSupported: Bool {
    let codes = ["actionnotsupported", "unknownaction", "optionalactionnotimplemented"]
    return subcodes.contains { codes.contains($0.lowercased()) }
  }

  private static func withoutPrefix(_ code: String) -> String {
    code.split(separator: ":").last.map(String.init) ?? code
  }

  private static func words(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func allText(of element: XMLElement) -> String {
    let texts = [element.trimmedText] + element.children.map(allText)
    return texts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `You still have 4 attempt(s)`
  private static func attempts(in texts: [String?]) -> Int? {
    for case let text? in texts {
      if let found = text.firstMatch(of: /(\d{1,3})\s+(?:more\s+)?(?:attempt|tries)/.ignoresCase())
      {
        return Int(found.1)
      }
    }
    return nil
  }
}

/// Elements of a fault of SOAP 1.1.
private enum OldFault: String, XMLElementName {
  static let namespace = XMLNamespace("", "")

  case code = "faultcode"
  case text = "faultstring"
}
