/// A mail server as a URL names it: `smtp://mail.example.org` or `smtps://mail.example.org:465`.
public struct MailServer: Equatable, Sendable {
  /// When the line to the server is encrypted.
  public enum Encryption: Equatable, Sendable {
    /// By STARTTLS where the server offers it.
    case whenOffered
    /// By STARTTLS, or nothing is sent.
    case required
    /// From the first byte: `smtps`.
    case always
  }

  /// The name or address, without the brackets of an IPv6 address.
  public let host: String
  /// The port, 1 to 65535.
  public let port: Int
  /// When the line is encrypted.
  public let encryption: Encryption

  /// Reads a URL; without a port it is 587 for `smtp` and 465 for `smtps`, where letters are handed
  /// in (RFC 6409, RFC 8314).
  public init(_ url: String, requiresTLS: Bool = false) throws(MailServerFault) {
    // First of all: no message repeats what may be a secret.
    guard !url.contains("@") else { throw MailServerFault("(withheld)", .signIn) }
    let lowercased = url.lowercased()
    let scheme = ["smtp://", "smtps://"].first(where: lowercased.hasPrefix)
    guard let scheme else { throw MailServerFault(url, .scheme) }
    var rest = url.dropFirst(scheme.count)
    if rest.last == "/" { rest.removeLast() }
    let (host, port) = try Self.parts(of: rest, in: url)
    guard let host = Self.host(host) else { throw MailServerFault(url, .host) }
    self.host = host
    let isAlwaysEncrypted = scheme == "smtps://"
    self.port = port ?? (isAlwaysEncrypted ? 465 : 587)
    encryption = isAlwaysEncrypted ? .always : requiresTLS ? .required : .whenOffered
  }

  /// The URL as libcurl reads it.
  var url: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return "\(encryption == .always ? "smtps" : "smtp")://\(shown):\(port)"
  }

  /// Host and port, told apart by the last colon that is not inside brackets.
  private static func parts(
    of text: Substring, in url: String
  ) throws(MailServerFault) -> (Substring, Int?) {
    guard let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") else {
      return (text, nil)
    }
    let digits = text[text.index(after: colon)...]
    guard digits.allSatisfy(\.isASCII), let port = Int(digits), (1...65_535).contains(port) else {
      throw MailServerFault(url, .port)
    }
    return (text[..<colon], port)
  }

  private static func host(_ text: Substring) -> String? {
    if text.first == "[", text.last == "]" {
      let inside = text.dropFirst().dropLast()
      let isAddress = inside.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
      return isAddress && inside.contains(":") ? String(inside) : nil
    }
    let isName = text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
    }
    return !text.isEmpty && text.count <= 253 && isName ? String(text) : nil
  }
}

/// What is wrong with the URL of a mail server.
public struct MailServerFault: Error, Equatable, Sendable {
  enum Reason: Equatable, Sendable { case scheme, host, port, signIn }

  let url: String
  let reason: Reason

  init(_ url: String, _ reason: Reason) {
    self.url = url
    self.reason = reason
  }

  /// What was expected, what came, and what is wrong with it.
  public var message: String {
    "expected smtp://HOST[:PORT] or smtps://HOST[:PORT], and got “\(url)”: \(complaint)"
  }

  private var complaint: String {
    switch reason {
    case .scheme: "it begins with neither smtp:// nor smtps://"
    case .host: "the host is no name and no address (IPv6 in brackets)"
    case .port: "the port is no number from 1 to 65535"
    case .signIn: "a name and a secret do not belong there"
    }
  }
}
