import MakerMessages
import RecorderEngine

/// What the maker's own API has told: it fills what ONVIF leaves out, and nothing else.
struct MakerTelling: Equatable, Sendable {
  /// What it says that it is.
  var information: MakerDeviceInformation
  /// Its channels; nil: not told.
  var channels: [MakerChannel]?
  /// Its disks; nil: not told.
  var disks: [MakerDisk]?
  /// Its ports, where ONVIF does not tell them; nil: not told.
  var ports: MakerPorts?
  /// Its clock, where ONVIF does not tell all of it; nil: not told.
  var clock: MakerClock?

  /// Makes one that knows only what the device is.
  init(information: MakerDeviceInformation) { self.information = information }

  /// Its serial number; nil: not told.
  var serialNumber: String? { ForeignText.words(information.serialNumber) }
  /// The number of its network card; nil: not told.
  var macAddress: String? { ForeignText.words(information.hardwareAddress) }
  /// Its model; nil: not told.
  var model: String? { ForeignText.words(information.model) }

  /// The disks as the screens know them; nil: not told.
  var toldDisks: [ToldDisk]? {
    disks?.prefix(MakerTelling.mostDisks).map { disk in
      ToldDisk(
        name: ForeignText.words(disk.id).map { String($0.prefix(24)) },
        megabytes: disk.totalMegabytes, freeMegabytes: disk.freeMegabytes,
        state: MakerTelling.state(of: disk))
    }
  }

  /// More than any recorder has room for.
  private static let mostDisks = 64

  private static func state(of disk: MakerDisk) -> ToldDisk.State? {
    switch disk.status {
    case .readOnly: .readOnly
    case .readWrite: .readWrite
    case .unformatted: .unformatted
    case .formatting: .formatting
    case .exception: .broken
    case .locked: .locked
    case nil: ForeignText.words(disk.statusText).map { .told(String($0.prefix(24))) }
    }
  }

  /// A channel where both ways of asking count the same channels; nil: which one it is nobody knows.
  func channel(_ number: Int, of count: Int) -> MakerChannel? {
    guard let channels, channels.count == count else { return nil }
    return channels.first { $0.number == number }
  }

  /// What an input shows; one of which nothing is told shows a picture.
  func state(of channel: Int, of count: Int) -> ChannelState {
    switch self.channel(channel, of: count)?.status {
    case .offline, .videoLoss: .noSignal
    case .online, .videoOn, nil: .live
    }
  }
}

extension MakerClock {
  /// How far its standard time is ahead of UTC; nil: not told, or not in a form that is known.
  var standardZone: Interval? { zone.flatMap { TimeZoneText(posix: $0)?.offset } }
}

extension MakerAlarm {
  /// What goes on by it; nil: nothing, or nothing that is told apart here.
  func cause(channels: Int) -> AlarmCause? {
    guard isActive, let kind, let number, number > 0 else { return nil }
    switch kind {
    case .motion: return number <= channels ? .motion(number) : nil
    case .sensor: return number <= 999 ? .sensor(number) : nil
    }
  }
}
