/// The name of a setting: `network.address`.
public struct SettingKey: Hashable, Sendable, Codable, CodingKeyRepresentable,
  ExpressibleByStringLiteral
{
  /// The name as files write it, with a dot behind the category.
  public let text: String

  /// Makes the key of that name.
  public init(_ text: String) { self.text = text }
  /// Makes a key of a literal.
  public init(stringLiteral value: String) { text = value }

  /// Reads the key from its name.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the key as its name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Makes a key of one in a dictionary.
  public init?<Key: CodingKey>(codingKey: Key) { text = codingKey.stringValue }
  /// The name as a dictionary's key.
  public var codingKey: any CodingKey { NameKey(stringValue: text) }

  /// The name the device goes by on its screens.
  public static let deviceName: SettingKey = "system.deviceName"
  /// The language of the menu by its own name, or `automatic`.
  public static let language: SettingKey = "system.language"
  /// The recorder's own clock, by the name that refusals use; its years are 1970 to 9999.
  public static let clock: SettingKey = "system.clock"
  /// The right that changing it takes: that of the menu's category.
  public var right: Right {
    switch Substring(text.utf8.prefix { $0 != UInt8(ascii: ".") }) {
    case "camera", "liveview": .camera
    case "record": .record
    case "alarm": .alarm
    case "disk": .disk
    case "network": .network
    case "security": .accounts
    default: .system
    }
  }

  /// The key of one channel, where this is that of every channel: `camera.*.name`.
  public func numbered(_ channel: Int) -> SettingKey {
    isOfEveryChannel ? SettingKey(text.numbered(channel)) : self
  }

  /// Whether it stands for a setting that every channel has.
  public var isOfEveryChannel: Bool { text.utf8.contains(UInt8(ascii: "*")) }

  /// The name of channel 1, 2, 3 … on the live view.
  public static func channelName(_ number: Int) -> SettingKey {
    SettingKey("camera.\(number).name")
  }
}

extension String {
  /// The text with a channel's number in the place of every `*`.
  public func numbered(_ channel: Int) -> String {
    guard utf8.contains(UInt8(ascii: "*")) else { return self }
    var numbered = ""
    for character in self {
      if character == "*" { numbered += String(channel) } else { numbered.append(character) }
    }
    return numbered
  }
}

/// The value of a setting, as text: what the menu shows and a file holds.
public typealias SettingValue = String

/// A setting that a recorder has: where it is kept, what it may be, what it is from the factory.
public struct SettingDefinition: Equatable, Sendable, Codable {
  /// What it is called.
  public let key: SettingKey
  /// What it is kept in, and so which reset takes it.
  public let store: Store
  /// Which values it takes.
  public let kind: SettingKind
  /// Its value from the factory.
  public let initial: Sourced<SettingValue>

  /// Makes a definition.
  public init(key: SettingKey, store: Store, kind: SettingKind, initial: Sourced<SettingValue>) {
    self.key = key
    self.store = store
    self.kind = kind
    self.initial = initial
  }
}

/// What values a setting takes.
public enum SettingKind: Equatable, Sendable, Codable {
  case text(longest: Int)
  case number(lowest: Int, highest: Int, unit: String)
  case toggle
  case choice([String])
  case address
  /// A port of the network, up to 65535.
  case port(lowest: Int)
  /// A time of day, `07:30`.
  case time
  /// Hours of the week, as `WeekSchedule` writes them.
  case schedule
  /// Days of every year, as `YearDays` writes them; may be empty.
  case days
  /// Cells of a grid over the picture, as `PictureArea` writes them.
  case area(columns: Int, rows: Int)
}
