import RecorderEngine

/// What a service is told beside its recorder.
public struct DeviceOptions: Sendable {
  /// What may be taken of it at most.
  public var bounds = ServiceBounds()
  /// What it does wrong on purpose.
  public var misbehaviours: [Misbehaviour] = []
  /// Whether somebody answers searches for it, as long as no client forbids that.
  public var isDiscoverable = false
  /// Who made the device, as it says.
  public var manufacturer = "RecorderConsole"
  /// A line of the log in words.
  public var words: @Sendable (LogEntry) -> String = { "\($0.action)" }
  /// What a channel shows now as JPEG; nil: no picture.
  public var picture: @Sendable (_ channel: Int, RemoteReply) async -> [UInt8]? = { _, _ in nil }

  /// Makes the usual ones.
  public init() {}
}
