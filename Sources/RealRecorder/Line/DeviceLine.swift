import Dispatch
import Foundation
import HTTPRequests
import Synchronization

/// The way to one device: a few requests at once, never a burst, and the connections are kept.
actor DeviceLine {
  /// How much a device is asked at once: cameras hang where they are asked much.
  struct Pace: Sendable {
    /// How many requests may be under way.
    var atOnce = 2
    /// What lies between the beginnings of two at least.
    var gap = Duration.milliseconds(5)
  }

  /// What one answer may take.
  static let limits = HTTPClient.Limits(
    connecting: .seconds(5), overall: .seconds(10), answer: 2 << 20)

  /// Whether the device is still there, for a line and for all that lie beside it.
  private final class Place: Sendable {
    private let isOver = Mutex(false)
    var isLeft: Bool { isOver.withLock { $0 } }
    func leave() { isOver.withLock { $0 = true } }
  }

  /// Where the device is, without a path.
  let address: HTTPAddress
  private let pin: KeyPin?
  private let limits: HTTPClient.Limits
  private let pace: Pace
  private let place: Place
  private var free: [Lane]
  private var waiting: [CheckedContinuation<Lane, Never>] = []
  private var nextStart = ContinuousClock.now

  /// Makes the way; nothing is opened yet. `pin` is the key to trust where the line is encrypted.
  init(
    _ address: HTTPAddress, pin: KeyPin?, pace: Pace = Pace(),
    limits: HTTPClient.Limits = DeviceLine.limits
  ) {
    self.init(address, pin, pace, limits, Place())
  }

  private init(
    _ address: HTTPAddress, _ pin: KeyPin?, _ pace: Pace, _ limits: HTTPClient.Limits,
    _ place: Place
  ) {
    self.place = place
    self.address = address
    self.pin = pin
    self.limits = limits
    self.pace = pace
    free = (0..<max(1, pace.atOnce)).map { _ in Lane(limits, pin) }
  }

  /// Waits until the device may be asked something more. Who has a turn ends it.
  func turn() async -> Turn {
    let lane = await takeLane()
    return Turn(address: address, line: self, lane: lane)
  }

  /// A connection beside the others for something that is waited for: it keeps none of them. An answer
  /// may come so much later than others.
  nonisolated func aside(waiting: Duration) -> DeviceLine {
    var limits = limits
    limits.overall += waiting
    return DeviceLine(address, pin, Pace(atOnce: 1), limits, place)
  }

  /// The way to the same device at another address.
  nonisolated func at(_ address: HTTPAddress) -> DeviceLine {
    DeviceLine(address, pin, pace, limits, Place())
  }

  /// The device has another address by now: nothing more is said to whoever has this one, over this
  /// line and those beside it.
  nonisolated func leave() { place.leave() }

  /// Whether the device has another address by now.
  nonisolated var isLeft: Bool { place.isLeft }

  /// Waits until all that was asked is answered. One at a time waits for that.
  func becomeQuiet() async {
    var lanes: [Lane] = []
    for _ in 0..<max(1, pace.atOnce) { lanes.append(await takeLane()) }
    for lane in lanes { giveBack(lane) }
  }

  private func takeLane() async -> Lane {
    if let lane = free.popLast() { return lane }
    return await withCheckedContinuation { waiting.append($0) }
  }

  fileprivate func giveBack(_ lane: Lane) {
    if waiting.isEmpty {
      free.append(lane)
    } else {
      waiting.removeFirst().resume(returning: lane)
    }
  }

  fileprivate func keepPace() async {
    let now = ContinuousClock.now
    let start = max(now, nextStart)
    nextStart = start + pace.gap
    if start > now { try? await Task.sleep(until: start) }
  }
}

/// A turn to ask one device. What is said in it is made when it has come: until then another answer may
/// have changed what may be said.
struct Turn: Sendable {
  /// Where the device is, without a path.
  let address: HTTPAddress
  fileprivate let line: DeviceLine
  fileprivate let lane: Lane

  /// Whether the device has another address by now.
  var isLeft: Bool { line.isLeft }

  /// Waits until another request may begin. Whoever asks does that first, and then looks whether it may
  /// still be said.
  func keepPace() async { await line.keepPace() }

  /// Asks, and waits for the answer without keeping any thread from its work. What changes the device
  /// is sent once, whatever becomes of it.
  func answer(
    to request: HTTPRequest, isSentOnce: Bool
  ) async throws(HTTPConnection.Failure) -> HTTPAnswer {
    guard !isLeft else { throw HTTPConnection.Failure(unsent: .unreachable("it is elsewhere")) }
    return try await lane.answer(to: request, isSentOnce: isSentOnce).get()
  }

  /// Lets the next one ask.
  func end() async { await line.giveBack(lane) }
}

/// One connection with a thread for its waiting.
private struct Lane: Sendable {
  private let connection: HTTPConnection
  private let queue = DispatchQueue(label: "device line", qos: .userInitiated)

  init(_ limits: HTTPClient.Limits, _ pin: KeyPin?) {
    connection = HTTPConnection(limits: limits, pin: pin)
  }

  func answer(
    to request: HTTPRequest, isSentOnce: Bool
  ) async -> Result<HTTPAnswer, HTTPConnection.Failure> {
    await withCheckedContinuation { continuation in
      queue.async {
        let result = Result { () throws(HTTPConnection.Failure) in
          try connection.answer(to: request, isSentOnce: isSentOnce)
        }
        continuation.resume(returning: result)
      }
    }
  }
}
