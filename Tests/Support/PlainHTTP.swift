import Foundation

/// Speaks HTTP with a server on loopback as rudely as a test wants: bytes out, and what comes back.
public struct PlainHTTP: Sendable {
  /// What came back.
  public struct Answer: Sendable {
    /// The number that says how it went.
    public let status: Int
    /// The head, line by line.
    public let head: [String]
    /// The body.
    public let body: [UInt8]

    /// The values of all headers of a name.
    public func headers(_ name: String) -> [String] {
      head.compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == name.lowercased() else { return nil }
        return parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private let port: Int

  /// Speaks with this port.
  public init(port: Int) { self.port = port }

  /// Asks something on a connection of its own; nil: the server closed it without a word.
  public func ask(
    _ path: String, by method: String = "POST", headers: [(String, String)] = [],
    body: [UInt8] = []
  ) async throws -> Answer? {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    lines += headers.map { "\($0): \($1)" }
    if method == "POST" { lines.append("Content-Length: \(body.count)") }
    return try await send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  /// Sends bytes, and reads until the server closes the connection, however they are answered.
  public func send(_ bytes: [UInt8]) async throws -> Answer? {
    // Beside the pool that tasks run on: a test that waits here must not keep the server from running.
    let received = try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread { done.resume(with: Result { try exchange(bytes) }) }
    }
    return PlainHTTP.answer(in: received)
  }

  private func exchange(_ bytes: [UInt8]) throws -> [UInt8] {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard connection >= 0 else { throw POSIXError(.EMFILE) }
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      // A server that refuses early does not read the rest.
      guard count > 0 else { break }
      sent += count
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      // Cut hard after it was answered: what came counts.
      guard count >= 0 || !received.isEmpty else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      guard count > 0 else { return received }
      received += buffer.prefix(count)
    }
  }

  private static func answer(in bytes: [UInt8]) -> Answer? {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let head = text[..<end.lowerBound].components(separatedBy: "\r\n")
    guard let status = head.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: end.upperBound)
    return Answer(status: status, head: Array(head.dropFirst()), body: Array(bytes[start...]))
  }
}
