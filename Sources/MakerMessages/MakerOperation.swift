import XMLDocuments

/// An operation of the maker's HTTP API, as its vendor publishes it: `POST /Name`, with Basic or
/// Digest in the head. Only these nine, and nothing that opens or restores a recorder.
///
/// ```swift
/// let operation = GetDiskInfo()
/// // POST operation.path, Content-Type: MakerBody.contentType, operation.body
/// switch try GetDiskInfo.reply(status: status, body: bytes) {
/// case .answered(let disks): …
/// case .refused(let refusal): …          // refusal.code, refusal.words
/// case .status(let status): …            // no document: 401 with a challenge, 404 …
/// }
/// ```
public protocol MakerOperation: Sendable {
  /// What comes back.
  associatedtype Answer: Equatable, Sendable

  /// Which one it is.
  static var name: MakerOperationName { get }
  /// What is sent; nil: nothing.
  var body: [UInt8]? { get }
  /// Reads what came back: what is missing is unknown.
  static func readAnswer(_ root: XMLElement) -> Answer
}

extension MakerOperation {
  /// Nothing is sent.
  public var body: [UInt8]? { nil }
  /// Where it is sent.
  public var path: String { Self.name.path }
}

/// The operations, by the names that they are published under.
public enum MakerOperationName: String, CaseIterable, Hashable, Sendable {
  case getDeviceInfo = "GetDeviceInfo"
  case getChannelList = "GetChannelList"
  case getDiskInfo = "GetDiskInfo"
  case getDateAndTime = "GetDateAndTime"
  case setDateAndTime = "SetDateAndTime"
  case getNetBasicConfig = "GetNetBasicConfig"
  case getPortConfig = "GetPortConfig"
  case getAlarmStatus = "GetAlarmStatus"
  case reboot = "Reboot"

  /// Where it is sent.
  public var path: String { "/" + rawValue }

  /// The operation of a path; nil: it is none of these.
  public init?(path: String) {
    guard path.hasPrefix("/") else { return nil }
    self.init(rawValue: String(path.dropFirst()))
  }

  /// Whether it changes something.
  public var changesDevice: Bool { self == .setDateAndTime || self == .reboot }
}

/// The answer of an operation that has nothing to tell: it was done.
public struct MakerDone: Equatable, Sendable {
  /// Makes the answer.
  public init() {}
}

/// Restarts the device.
public struct MakerReboot: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.reboot
  /// Makes the operation.
  public init() {}
  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> MakerDone { MakerDone() }
}
