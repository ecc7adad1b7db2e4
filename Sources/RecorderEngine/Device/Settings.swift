/// The settings as they stand. What the rules ask for with every command is read from them once,
/// when they change: looking twenty texts up and taking them apart costs more than most commands.
public struct Settings: Equatable, Sendable, Codable, ExpressibleByDictionaryLiteral {
  /// Every setting of the recorder with its value.
  public private(set) var values: [SettingKey: SettingValue]
  private(set) var rules: RuleSettings

  /// Makes settings of these values; left out, there are none.
  public init(_ values: [SettingKey: SettingValue] = [:]) {
    self.values = values
    rules = RuleSettings(values)
  }

  /// Makes settings of a literal; of two values for one key the later one counts.
  public init(dictionaryLiteral values: (SettingKey, SettingValue)...) {
    self.init(Dictionary(values) { $1 })
  }

  /// Reads the values alone and works out from them what the rules ask for.
  public init(from decoder: any Decoder) throws {
    self.init(try [SettingKey: SettingValue](from: decoder))
  }

  /// Writes the values alone.
  public func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

  /// The value of a setting; nil where the recorder has none of that name.
  public subscript(key: SettingKey) -> SettingValue? { values[key] }

  /// The settings as they would stand with new values.
  public func merging(_ new: [SettingKey: SettingValue]) -> Settings {
    guard !new.isEmpty else { return self }
    var settings = self
    settings.merge(new)
    return settings
  }

  /// Takes new values over.
  mutating func merge(_ new: [SettingKey: SettingValue]) {
    values.merge(new) { $1 }
    if new.keys.contains(where: RuleSettings.keys.contains) { rules = RuleSettings(values) }
  }

  /// Whether both hold the same values.
  public static func == (left: Settings, right: Settings) -> Bool { left.values == right.values }
}

/// What decides when the recorder will next do something by itself.
struct RuleSettings: Equatable, Sendable {
  /// What it is read from.
  static let keys: Set<SettingKey> = Set(
    [
      .sessionTime, .diskExpiry, .ntp, .ntpInterval, .recordMode, .alarmCameraOffline,
      .alarmOfflineTime, .autoRestart, .autoRestartTime, .autoRestartDay, .push, .cloud,
      .alarmEmail, .motionBuzzer, .alarmOutput, .combination,
    ] + SettingKey.holidays)

  /// Without a key for so long, the user is signed out; nil: as the profile says.
  let sessionTime: Interval?
  /// How long footage is kept at most; nil: as long as there is room.
  let footageLife: Interval?
  /// How often the clock is set by the network; nil: never.
  let clockCheckInterval: Interval?
  let recordsBySchedule: Bool
  /// For how long a camera has to be away to be an alarm; nil: it never is.
  let cameraOfflineTime: Interval?
  let autoRestart: AutoRestart?
  /// Whether somebody or something is told of a motion: it has to be noticed as it comes.
  let tellsOfMotion: Bool
  /// The holidays as the menu has them, and as they are read.
  let holidayTexts: [String]
  let holidays: [YearDays]

  init(_ values: [SettingKey: SettingValue]) {
    func number(_ key: SettingKey) -> Int64? { values[key].flatMap { Int64($0) } }
    sessionTime = number(.sessionTime).map { .minutes($0) }
    footageLife = number(.diskExpiry).flatMap { $0 > 0 ? .days($0) : nil }
    clockCheckInterval = values[.ntp] == "on" ? .hours(number(.ntpInterval) ?? 24) : nil
    recordsBySchedule = values[.recordMode] == "schedule"
    cameraOfflineTime =
      values[.alarmCameraOffline] == "off" ? nil : .seconds(number(.alarmOfflineTime) ?? 0)
    autoRestart = AutoRestart(values)
    holidayTexts = SettingKey.holidays.compactMap { values[$0] }.filter { !$0.isEmpty }
    holidays = holidayTexts.compactMap(YearDays.init)
    tellsOfMotion =
      values[.push] == "on" && values[.cloud] == "on"
      || [.alarmEmail, .motionBuzzer, .alarmOutput, .combination].contains { values[$0] == "on" }
  }
}
