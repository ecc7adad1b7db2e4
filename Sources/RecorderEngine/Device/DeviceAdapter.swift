/// The seam between the console and a recorder, practised or real.
public protocol DeviceAdapter: Sendable {
  /// What this device can be asked for.
  var capabilities: Capabilities { get }
  /// Opens the connection and tells all that can be known.
  func connect() async throws(DeviceFault) -> RecorderSnapshot
  /// Asks for one thing. The events are what happened, a refusal included; a fault is thrown
  /// where the device did not answer.
  func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent]
  /// What happens without being asked for; ends with the connection.
  func events() -> AsyncStream<RecorderEvent>
  func disconnect() async
}

/// The device did not do what was asked, or nobody knows whether it did.
public enum DeviceFault: Error, Equatable, Sendable {
  case notConnected
  case unreachable(String)
  case unsupported(String)
  /// It was asked, and said nothing in time.
  case tooSlow
  /// The order left, and no answer came: it may have been carried out. What is so now has to be
  /// read before anybody asks again.
  case unsure
  /// It answered, and not in a way that this program understands.
  case misunderstood(String)
  /// It is somebody whose certificate has another fingerprint than the one known here.
  case untrusted(fingerprint: String)
  /// Not sent at all: the last password was refused, or not answered, and another try may lock the account.
  case heldBack
}
