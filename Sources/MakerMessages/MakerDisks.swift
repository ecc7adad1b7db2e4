import XMLDocuments

/// A disk of a device.
public struct MakerDisk: Equatable, Sendable {
  /// How it is, by the words that are published.
  public enum Status: String, CaseIterable, Equatable, Sendable {
    case readOnly = "read"
    case readWrite = "read/write"
    case unformatted = "unformat"
    case formatting
    case exception
    case locked
  }

  /// Its name.
  public let id: String?
  /// How much it holds, in MB.
  public let totalMegabytes: Int?
  /// How much of it is free, in MB.
  public let freeMegabytes: Int?
  /// How it is; nil: not told, or in another word.
  public let status: Status?
  /// The word that its state was told in.
  public let statusText: String?
  /// `SD` or `HDD`; older devices do not tell.
  public let kind: String?

  init(_ item: XMLElement) {
    id = item.text(Maker.id)
    totalMegabytes = item.count(.totalSpace)
    freeMegabytes = item.count(.freeSpace)
    // The newer version has the other name.
    statusText = item.text(Maker.diskStatus) ?? item.text(Maker.status)
    status = statusText.flatMap { Status(rawValue: $0) }
    kind = item.text(Maker.storageType)
  }
}

/// The disks of the device: none, where it says that there is none; nil: it does not say.
public struct GetDiskInfo: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getDiskInfo
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> [MakerDisk]? {
    root.child(Maker.diskInfo)?.children(Maker.item).map { MakerDisk($0) }
  }
}
