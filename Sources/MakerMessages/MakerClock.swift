import RecorderEngine
import XMLDocuments

/// By whom a device's clock is set, by the words that are published.
public enum MakerClockSource: String, CaseIterable, Equatable, Sendable {
  case manually
  case ntp = "NTP"
  case computer = "PC"
}

/// A device's clock.
public struct MakerClock: Equatable, Sendable {
  /// Its zone as POSIX writes it: `CST-8`.
  public var zone: String?
  /// By whom it is set; nil: not told, or in another word.
  public var source: MakerClockSource?
  /// Whom it asks for the time.
  public var ntpServer: String?
  /// What it shows where it stands; nil: not told, or no date.
  public var now: CivilTime?

  /// Makes a clock.
  public init(
    zone: String? = nil, source: MakerClockSource? = nil, ntpServer: String? = nil,
    now: CivilTime? = nil
  ) {
    self.zone = zone
    self.source = source
    self.ntpServer = ntpServer
    self.now = now
  }

  init(_ root: XMLElement) {
    let time = root.part(.time)
    let synchronization = time.part(.synchronizeInfo)
    self.init(
      zone: time.part(.timezoneInfo).text(Maker.timeZone),
      source: synchronization.text(Maker.synchronizeType).flatMap {
        MakerClockSource(rawValue: $0)
      },
      ntpServer: synchronization.text(Maker.ntpServer),
      now: synchronization.text(Maker.currentTime).flatMap { CivilTime(parsing: $0) })
  }
}

/// What the device's clock shows.
public struct GetDateAndTime: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getDateAndTime
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> MakerClock { MakerClock(root) }
}

/// Sets the device's clock by hand: the only form whose example is published.
public struct SetDateAndTime: MakerOperation, Equatable {
  /// Which operation it is.
  public static let name = MakerOperationName.setDateAndTime

  /// The zone as POSIX writes it.
  public let zone: String
  /// What it is to show.
  public let now: CivilTime

  /// Makes the operation.
  public init(zone: String, now: CivilTime) {
    self.zone = zone
    self.now = now
  }

  /// Reads a request; nil: something is missing in it.
  public init?(body: some Collection<UInt8>) {
    guard let root = try? MakerBody.root(body), root.name.local == Maker.config.rawValue else {
      return nil
    }
    let clock = MakerClock(root)
    guard clock.source == .manually, let zone = clock.zone, let now = clock.now else { return nil }
    self.init(zone: zone, now: now)
  }

  /// What is sent.
  public var body: [UInt8]? {
    MakerBody.document {
      $0.plainElement(Maker.time) {
        $0.plainElement(Maker.timezoneInfo) {
          $0.plainElement(Maker.timeZone) { $0.text(zone) }
        }
        $0.plainElement(Maker.synchronizeInfo) {
          $0.plainElement(Maker.synchronizeType) { $0.text(MakerClockSource.manually.rawValue) }
          $0.plainElement(Maker.currentTime) { $0.text(now.text) }
        }
      }
    }
  }

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> MakerDone { MakerDone() }
}
