import Foundation
import HTTPRequests
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

extension StandInDevice {
  /// An adapter before this device, as somebody with these credentials opens it.
  func recorder(
    user: String = "admin", password: String = StandInState.password, mayChange: Bool = true,
    isForOneOrder: Bool = false, path: String = "", journal: Journal = Journal(folder: nil),
    later: @escaping @Sendable () -> Interval = { .zero },
    rest: (@Sendable (Interval) async -> Void)? = nil
  ) throws -> RealRecorder {
    var setup = RealRecorder.Setup(
      address: try HTTPAddress(url + path),
      credentials: Credentials(AccountName(user), Secret(password)), mayChange: mayChange,
      isForOneOrder: isForOneOrder, profile: try RepositoryAssets().recorder("onvif"),
      journal: journal, systemClock: { StandInState.now + later() }, localClock: { self.now })
    // Whether this machine is quick or slow is no matter here.
    setup.limits.connecting = .seconds(90)
    setup.limits.overall = .seconds(90)
    if let rest { setup.rest = rest }
    return RealRecorder(setup)
  }

  /// The time here; whoever asks this device for it keeps the device.
  var now: Timestamp { StandInState.now }

  /// The operations that were asked, without those that came before.
  func operations(after count: Int = 0) -> [String] {
    asked.dropFirst(count).map { $0.operation + ($0.isSigned ? "" : " (unsigned)") }
  }

  /// How many requests carried a proof.
  var proofs: Int { asked.count { $0.isSigned } }
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
