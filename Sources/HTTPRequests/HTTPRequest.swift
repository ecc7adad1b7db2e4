import Foundation

/// What a server is asked.
public struct HTTPRequest: Sendable {
  /// What is to be done.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  /// A line of the head.
  public struct Header: Equatable, Sendable {
    /// What the line is about.
    public let name: String
    /// What it says.
    public let value: String

    /// Makes a line; whatever would end it is left out.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value.filter { !$0.isNewline }
    }
  }

  /// What is to be done.
  public let method: Method
  /// Where.
  public let address: HTTPAddress
  /// What stands behind the question mark, by name.
  public let query: [String: String]
  /// The lines of the head.
  public let headers: [Header]
  /// What is sent, byte for byte; nil: nothing.
  public let body: Data?

  /// Makes a request.
  public init(
    _ method: Method, _ address: HTTPAddress, query: [String: String] = [:],
    headers: [Header] = [], body: Data? = nil
  ) {
    self.method = method
    self.address = address
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The URL with its query.
  var url: String {
    guard !query.isEmpty else { return address.text }
    let plain = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "!"..."~"))
      .union(CharacterSet(charactersIn: "-._~"))
    func encoded(_ text: String) -> String {
      text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
    let pairs = query.sorted { $0.key < $1.key }.map { "\(encoded($0))=\(encoded($1))" }
    return address.text + "?" + pairs.joined(separator: "&")
  }
}

/// What a server has answered.
public struct HTTPAnswer: Equatable, Sendable {
  /// The number of the answer: 200, 404 …
  public let status: Int
  /// What stands in it.
  public let body: Data
  private let head: String

  init(status: Int, head: String, body: Data) {
    self.status = status
    self.head = head
    self.body = body
  }

  /// What the first line of the head of that name says; nil: there is no such line.
  public func header(_ name: String) -> String? { headers(name).first }

  /// What all lines of the head of that name say, in order.
  public func headers(_ name: String) -> [String] {
    head.split(whereSeparator: \.isNewline).compactMap { line in
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == name.lowercased()
      else { return nil }
      return line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }
}

/// Why there was no answer. Words are printable ASCII.
public enum HTTPFault: Error, Equatable, Sendable {
  case unreachable(String)
  /// No encryption, or a certificate that nobody vouches for.
  case noTrust(String)
  case tooSlow
  /// The answer was larger than what is read of one.
  case tooLarge
  case missingLibrary
  /// The server hung up in the middle of its answer, or without one.
  case cut
  /// The server is not the one whose key is pinned; nothing was sent.
  case otherKey
  case other(String)
}
