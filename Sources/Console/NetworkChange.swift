import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What is asked before many real devices are changed: which ones, what is there now and what will be.
struct NetworkChange {
  let title: Phrase
  let lines: [Phrase]
  /// What has to be typed; nil: nothing.
  let typed: TypedAnswer?

  /// So many are named; the others are counted.
  private static let mostNamed = 6

  init(_ request: JobRequest, _ known: LaptopKnowledge) {
    let act = request.order.act
    let devices = request.targets.compactMap { known.device($0) }
    title = tr("\(Words.job(act)) of \(Words.devices(devices.count))?")
    let named = devices.prefix(NetworkChange.mostNamed).enumerated().map { place, device in
      NetworkChange.line(device, place, request.order)
    }
    let more = devices.count - named.count
    let rest: [Phrase] = more > 0 ? [tr("and \(Words.devices(more)) more")] : []
    lines = named + rest + [tr("These are real devices.")]
    guard act.isGrave else {
      typed = nil
      return
    }
    if devices.count == 1, let device = devices.first {
      typed = TypedAnswer(
        device.name, label: tr("Name"), tr("Type the device's name to go on: \(device.name)"),
        wrong: tr("That is not its name. Nothing was sent."))
    } else {
      let count = String(devices.count)
      typed = TypedAnswer(
        count, label: tr("Number"), tr("Type the number of devices to go on: \(count)"),
        wrong: tr("That is not their number. Nothing was sent."))
    }
  }

  private static func line(_ device: KnownDevice, _ place: Int, _ order: DeviceOrder) -> Phrase {
    guard case .changeAddress(let plan) = order, plan.addresses.indices.contains(place) else {
      return "\(device.name), \(device.place)"
    }
    let (old, new) = (device.address.description, plan.addresses[place].description)
    return tr("\(device.name): now \(old), then \(new)")
  }
}

extension RemoteAct {
  /// Whether nobody could put it right from here.
  fileprivate var isGrave: Bool {
    switch self {
    case .changeAddress, .factoryDefault, .restart, .upgrade: true
    case .setPassword, .setTime: false
    }
  }
}
