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

/// A part of a recorder that an adapter may be unable to reach.
public enum Capability: String, Sendable, CaseIterable {
  case accounts, settings, recovery, recordings, log, maintenance, power, resetButton
}

/// What an adapter can do; the rest is greyed on screen, with the reason.
public struct Capabilities: Equatable, Sendable {
  /// A practice recorder: SIMULATED on screen, and time may be let pass.
  public let isPractice: Bool
  /// What is missing, each with a sentence that says why.
  public let missing: [Capability: String]

  public init(isPractice: Bool, missing: [Capability: String] = [:]) {
    self.isPractice = isPractice
    self.missing = missing
  }

  /// A practice recorder can do everything.
  public static let practice = Capabilities(isPractice: true)
}

/// The device did not answer.
public enum DeviceFault: Error, Equatable, Sendable {
  case notConnected
  case unreachable(String)
  case unsupported(String)
}
