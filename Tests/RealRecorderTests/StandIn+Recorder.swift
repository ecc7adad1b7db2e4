import RecorderEngine
import Support
import Testing

@testable import RealRecorder

extension StandInDevice {
  /// An adapter before this device, as somebody with these credentials opens it.
  func recorder(
    user: String = "admin", password: String = StandInState.password, mayChange: Bool = true,
    isForOneOrder: Bool = false, host: String = "127.0.0.1", path: String = "",
    journal: Journal = Journal(folder: nil),
    later: @escaping @Sendable () -> Interval = { .zero },
    rest: (@Sendable (Interval) async -> Void)? = nil
  ) throws -> RealRecorder {
    var setup = try RealRecorder.Setup(
      patientlyAt: "http://\(host):\(port)" + path,
      as: Credentials(AccountName(user), Secret(password)), mayChange: mayChange,
      isForOneOrder: isForOneOrder, journal: journal,
      systemClock: { StandInState.now + later() }, localClock: { self.now })
    if let rest { setup.rest = rest }
    return RealRecorder(setup)
  }
}

/// Waits until something is so.
func wait(until isSo: () -> Bool) async {
  while !isSo() { await Task.yield() }
}

extension RealRecorder {
  /// Signs in and reads everything.
  func opened() async throws -> RecorderSnapshot {
    _ = try await open()
    return try await connect()
  }
}

extension [RecorderEvent] {
  /// What was refused, in order.
  var refusals: [Refusal] {
    compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }
  }

  /// Whether it was refused, with the words told.
  func isRefused(with words: String) -> Bool { refusals == [.told(words)] }
}

extension Conversation {
  /// A refusal is in doubt, as if it had just come.
  func doubt() { doubts += 1 }

  /// Another refusal is looked into.
  func beginSettling() { isSettling = true }

  /// That is over.
  func endSettling() {
    isSettling = false
    wakeAll()
  }

  /// Whether somebody waits for that to end.
  var isWaitedFor: Bool { !waiting.isEmpty }

  /// It is settled.
  func beCertain() { endDoubt() }

  /// Whether somebody waits for what is over.
  var isLeftWaiting: Bool { !waiting.isEmpty && doubts == 0 && !isHushed }
}
