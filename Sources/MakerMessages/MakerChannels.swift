import XMLDocuments

/// A channel of a device.
public struct MakerChannel: Equatable, Sendable {
  /// How it is, by the words that are published.
  public enum Status: String, CaseIterable, Equatable, Sendable {
    case online
    case offline
    case videoOn
    case videoLoss
  }

  /// Its number, from 1.
  public let number: Int
  /// Its name; older devices have none here.
  public let name: String?
  /// How it is; nil: not told, or in another word.
  public let status: Status?

  /// Makes a channel.
  public init(_ number: Int, name: String? = nil, status: Status? = nil) {
    self.number = number
    self.name = name
    self.status = status
  }

  /// Reads an entry of either version: the older one has the number as its text.
  init?(_ item: XMLElement) {
    let told = item.text(Maker.channelId) ?? item.trimmedText
    guard let number = Int(told), number > 0 else { return nil }
    let status = item.text(Maker.status) ?? item.attribute(MakerAttribute.channelStatus)
    self.init(
      number, name: item.text(Maker.name), status: status.flatMap { Status(rawValue: $0) })
  }
}

/// The channels of a recorder. Not for cameras of the older version.
public struct GetChannelList: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getChannelList
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> [MakerChannel] {
    // The older version closes its list before the first entry.
    let lists = [root.child(Maker.channelList), root.child(Maker.channelIDList), root]
    return lists.compactMap { $0 }.flatMap { $0.children(Maker.item) }.compactMap {
      MakerChannel($0)
    }
  }
}
