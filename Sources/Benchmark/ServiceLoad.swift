import DeviceProofs
import Foundation
import Glibc
import ONVIFMessages
import RecorderEngine
import Synchronization

/// Clients that ask a recorder on loopback what it is, signed by WS-Security, as fast as it answers.
final class ServiceLoad: Sendable {
  private struct State {
    var times: [Double] = []
    var refused = 0
    var isOver = false
    var connections: Int
    /// Who waits for so many answers.
    var waiting: (count: Int, signal: DispatchSemaphore)?

    /// Lets whoever waits go on where there are so many, or no more will come.
    mutating func tell() {
      guard let (count, signal) = waiting, times.count >= count || connections == 0 else { return }
      waiting = nil
      signal.signal()
    }
  }

  private let state: Mutex<State>
  private let done = DispatchGroup()

  /// Begins with so many connections, each on a thread of its own.
  init(port: Int, connections: Int) {
    state = Mutex(State(connections: connections))
    for _ in 0..<connections {
      done.enter()
      Thread.detachNewThread { [self] in
        ask(port)
        done.leave()
      }
    }
  }

  /// Waits until so many answers have come in all, or no connection is left.
  func wait(for count: Int) {
    let signal = DispatchSemaphore(value: 0)
    state.withLock {
      $0.waiting = (count, signal)
      $0.tell()
    }
    signal.wait()
  }

  /// Ends it; the milliseconds of each answer, and how many were none.
  func end() -> (times: [Double], refused: Int) {
    state.withLock { $0.isOver = true }
    done.wait()
    return state.withLock { ($0.times, $0.refused) }
  }

  private func ask(_ port: Int) {
    let connection = ServiceLoad.connected(to: port)
    defer { close(connection) }
    defer {
      state.withLock {
        $0.connections -= 1
        $0.tell()
      }
    }
    var random = SystemRandomNumberGenerator()
    while !state.withLock({ $0.isOver }) {
      let token = UsernameToken(
        user: .admin, secret: Secret("12345"), nonce: Nonce(using: &random),
        at: Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)))
      let body = GetDeviceInformation().request(token: token)
      let head =
        "POST /onvif/device_service HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + "Content-Length: \(body.count)\r\n\r\n"
      let start = ContinuousClock.now
      guard let status = ServiceLoad.exchange(Array(head.utf8) + body, on: connection) else {
        break
      }
      let time = start.duration(to: .now) / .milliseconds(1)
      state.withLock {
        $0.times.append(time)
        if status != 200 { $0.refused += 1 }
        $0.tell()
      }
    }
  }

  private static func connected(to port: Int) -> Int32 {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var isOn: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, 4)
    return connection
  }

  /// Sends a request and reads its answer; the status, or nil where the connection has ended.
  private static func exchange(_ bytes: [UInt8], on connection: Int32) -> Int? {
    guard send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      return nil
    }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      received += buffer.prefix(count)
      let text = String(decoding: received, as: Unicode.ASCII.self)
      guard let end = text.range(of: "\r\n\r\n"),
        let length = text.firstMatch(of: /Content-Length: (\d+)/).flatMap({ Int($0.1) }),
        text.utf8.distance(from: end.upperBound, to: text.endIndex) >= length
      else { continue }
      return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }
  }
}
