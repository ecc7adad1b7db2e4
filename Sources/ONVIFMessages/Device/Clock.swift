import RecorderEngine
import XMLDocuments

/// By whom a device's clock is set.
public enum ClockSource: String, CaseIterable, Equatable, Sendable {
  case manual = "Manual"
  case ntp = "NTP"
}

/// A device's clock, as far as it was told.
public struct DeviceClock: Equatable, Sendable {
  /// By whom it is set.
  public var source: Told<ClockSource>?
  /// Whether it is put forward in summer.
  public var observesSummerTime: Bool?
  /// The zone as POSIX writes it, or however the device does.
  public var zone: String?
  /// What it shows in UTC: some devices tell local time here.
  public var utc: CivilTime?
  /// What it shows where it stands.
  public var local: CivilTime?

  /// Makes a clock.
  public init(
    source: Told<ClockSource>? = nil, observesSummerTime: Bool? = nil, zone: String? = nil,
    utc: CivilTime? = nil, local: CivilTime? = nil
  ) {
    self.source = source
    self.observesSummerTime = observesSummerTime
    self.zone = zone
    self.utc = utc
    self.local = local
  }
}

/// What a device's clock shows.
public struct GetSystemDateAndTime: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getSystemDateAndTime
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> DeviceClock {
    let clock = try element.required(TDS.systemDateAndTime)
    return DeviceClock(
      source: clock.told(TT.dateTimeType), observesSummerTime: clock.flag(TT.daylightSavings),
      zone: clock.child(TT.timeZone)?.text(TT.tz), utc: clock.civilTime(TT.utcDateTime),
      local: clock.civilTime(TT.localDateTime))
  }

  /// Writes what comes back.
  public static func write(_ answer: DeviceClock, to writer: inout XMLWriter) {
    writer.element(TDS.systemDateAndTime) {
      $0.optional(TT.dateTimeType, answer.source?.text)
      $0.flag(TT.daylightSavings, answer.observesSummerTime)
      $0.zone(TT.timeZone, answer.zone)
      $0.civilTime(TT.utcDateTime, answer.utc)
      $0.civilTime(TT.localDateTime, answer.local)
    }
  }
}

/// Sets a device's clock.
public struct SetSystemDateAndTime: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setSystemDateAndTime
  /// What comes back.
  public typealias Answer = Done

  /// By whom it is to be set.
  public let source: ClockSource
  /// Whether it is to be put forward in summer.
  public let observesSummerTime: Bool
  /// The zone as POSIX writes it; nil: as it is.
  public let zone: String?
  /// What it is to show in UTC, where a person sets it.
  public let utc: CivilTime?

  /// Makes the operation.
  public init(
    _ source: ClockSource, observesSummerTime: Bool, zone: String? = nil, utc: CivilTime? = nil
  ) {
    self.source = source
    self.observesSummerTime = observesSummerTime
    self.zone = zone
    self.utc = utc
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    source = try request.validWord(TDS.dateTimeType)
    observesSummerTime = try request.requiredFlag(TDS.daylightSavings)
    zone = request.child(TDS.timeZone)?.text(TT.tz)
    let given = request.child(TDS.utcDateTime)
    utc = request.civilTime(TDS.utcDateTime)
    if let given, utc == nil { throw given.unexpected("a date and a time", found: "none") }
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TDS.dateTimeType, text: source.rawValue)
    writer.flag(TDS.daylightSavings, observesSummerTime)
    writer.zone(TDS.timeZone, zone)
    writer.civilTime(TDS.utcDateTime, utc)
  }
}

extension XMLElement {
  /// A date and a time in the first element of this name; nil where there is no such date or time.
  fileprivate func civilTime(_ name: some XMLElementName) -> CivilTime? {
    guard let both = child(name), let date = both.child(TT.date), let time = both.child(TT.time),
      let year = date.integer(TT.year), let month = date.integer(TT.month),
      let day = date.integer(TT.day), let hour = time.integer(TT.hour),
      let minute = time.integer(TT.minute), let second = time.integer(TT.second)
    else { return nil }
    let civil = CivilTime(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    return civil.timestamp == nil ? nil : civil
  }
}

extension XMLWriter {
  fileprivate mutating func zone(_ name: some XMLElementName, _ zone: String?) {
    guard let zone else { return }
    element(name) { $0.element(TT.tz, text: zone) }
  }

  fileprivate mutating func civilTime(_ name: some XMLElementName, _ civil: CivilTime?) {
    guard let civil else { return }
    element(name) {
      $0.element(TT.time) {
        $0.integer(TT.hour, civil.hour)
        $0.integer(TT.minute, civil.minute)
        $0.integer(TT.second, civil.second)
      }
      $0.element(TT.date) {
        $0.integer(TT.year, civil.year)
        $0.integer(TT.month, civil.month)
        $0.integer(TT.day, civil.day)
      }
    }
  }
}
