import ConsoleData
import DeviceService
import RecorderEngine
import ScreenKit
import SessionStore

extension DeviceOptions {
  /// What a practice recorder's service is told.
  static func practice(
    _ wish: ServiceWish, assets: LibraryAssets
  ) -> DeviceOptions {
    var options = DeviceOptions()
    options.misbehaviours = wish.misbehaviours
    options.isDiscoverable = wish.discoveryPort != nil
    options.words = { entry in Phrases.english.spoken { Words.of(entry.action).spoken } }
    let pictures = ChannelPictures(assets)
    options.picture = { channel, reply in pictures.jpeg(of: channel, reply) }
    return options
  }

  /// The settings of a recorder that is offered: it answers ONVIF, and goes by the zone of this
  /// computer, where its menu has that.
  static var factorySettings: [SettingKey: SettingValue] {
    let minutes = WallClock.zone.milliseconds / 60_000
    let hours = minutes.magnitude / 60
    let rest = minutes.magnitude % 60
    let sign = minutes < 0 ? "-" : "+"
    let tail = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + String(rest)
    return [.onvif: "on", .timeZone: minutes == 0 ? "GMT" : "GMT\(sign)\(hours)\(tail)"]
  }
}
