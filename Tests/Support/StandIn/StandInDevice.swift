import DeviceProofs
import Foundation
import Glibc
import ONVIFMessages
import RecorderEngine
import Synchronization

/// A device on loopback that speaks ONVIF, with the habits of real ones. It counts what it is asked.
public final class StandInDevice: Sendable {
  /// A request as it came.
  public struct Asked: Equatable, Sendable {
    public let operation: String
    /// Whether a proof was in it.
    public let isSigned: Bool
    public let target: String
    /// The server that was meant, `127.0.0.1:80`.
    public let host: String

    init(_ operation: String, _ request: StandInRequest, isSigned: Bool) {
      self.operation = operation
      self.isSigned = isSigned
      target = request.target
      host = request.header("Host") ?? ""
    }
  }

  /// Where it listens.
  public let port: Int
  private let socket: Int32
  private let state: Mutex<StandInState>
  private let news = StandInNews()

  /// Makes one at 127.0.0.1; `isEverywhere`: at every address of this computer, as one that is given
  /// another.
  public init(_ habits: StandInHabits = StandInHabits(), isEverywhere: Bool = false) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr(isEverywhere ? "0.0.0.0" : "127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (listener, size) = (socket, length)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    precondition(isBound, "no place on loopback")
    port = Int(UInt16(bigEndian: address.sin_port))
    state = Mutex(StandInState(habits))
    let thread = Thread { [weak self] in
      while true {
        let line = accept(listener, nil, nil)
        // A computer that is short of something for a moment does not end it.
        if line < 0, [EINTR, ECONNABORTED, EMFILE, ENFILE].contains(errno) { continue }
        guard line >= 0 else {
          // Nobody else: its number may be another one's as soon as it is closed.
          close(listener)
          return
        }
        guard let self else {
          close(line)
          return
        }
        self.serve(line)
      }
    }
    thread.start()
  }

  deinit { goAway() }

  /// Answers nobody who comes from now on.
  public func goAway() {
    let wasGone = state.withLock { state in
      defer { state.isGone = true }
      return state.isGone
    }
    news.note()
    // Once only: its number is another one's as soon as the thread that listens has closed it.
    if !wasGone { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  /// How many connections to it there were so far.
  public var lines: Int { state.withLock { $0.lineCount } }

  /// Hangs up on everybody who is connected.
  public func hangUp() {
    state.withLock { for line in $0.lines { shutdown(line, Int32(SHUT_RDWR)) } }
  }

  private func serve(_ line: Int32) {
    state.withLock {
      $0.lines.insert(line)
      $0.lineCount += 1
    }
    let connection = Thread { [weak self] in
      StandInLine(line).serve { self?.answer($0) }
      // Its number is another one's as soon as it is closed.
      self?.state.withLock { _ = $0.lines.remove(line) }
      close(line)
    }
    connection.start()
  }

  /// Its URL.
  public var url: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far, in order.
  public var asked: [Asked] { state.withLock { $0.asked } }

  /// How many requests with a proof were refused.
  public var refusals: Int { state.withLock { $0.refusals } }

  /// What it is now; a test may change it.
  public func change<Result: Sendable>(_ body: @Sendable (inout StandInState) -> Result) -> Result {
    defer { news.note() }
    return state.withLock { body(&$0) }
  }

  private func answer(_ request: StandInRequest) -> StandInAnswer? {
    guard let reply = state.withLock({ $0.reply(to: request) }) else { return nil }
    var answer = reply.answer
    while state.withLock({ $0.habits.holds.contains(reply.operation) && !$0.isGone }) {
      news.waitForMore()
    }
    while let fetch = answer.fetch {
      news.waitForMore()
      guard !state.withLock({ $0.dropsFetch() }) else { return nil }
      let found = state.withLock { $0.fetched(fetch) }
      answer.status = found.status
      answer.body = found.body
      answer.fetch = found.fetch
    }
    return answer
  }
}

/// A request of HTTP.
public struct StandInRequest: Sendable {
  let method: String
  let target: String
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// An answer of HTTP, and how it leaves.
public struct StandInAnswer: Sendable {
  var status = 200
  var headers: [(String, String)] = []
  var body: [UInt8] = []
  var delivery = StandInHabits.Delivery.whole
  /// A fetch that has found nothing yet.
  var fetch: StandInFetch?
}
