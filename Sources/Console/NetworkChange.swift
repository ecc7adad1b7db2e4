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
    let count = request.targets.count
    title = tr("\(Words.job(act)) of \(Words.devices(count))?")
    let named = request.targets.prefix(NetworkChange.mostNamed).enumerated().map { place, number in
      NetworkChange.line(known.device(number), number, request.order.address(of: place))
    }
    let more = count - named.count
    let rest: [Phrase] = more > 0 ? [tr("and \(Words.devices(more)) more")] : []
    lines = named + rest + [tr("These are real devices.")]
    guard act.isGrave else {
      typed = nil
      return
    }
    if count == 1, let device = request.targets.first.flatMap({ known.device($0) }) {
      let name = TypedAnswer.name(device.name, device.model, device.place)
      typed = TypedAnswer(
        name, label: tr("Name"), tr("Type the device's name to go on: \(name)"),
        wrong: tr("That is not its name. Nothing was sent."))
    } else {
      let count = String(count)
      typed = TypedAnswer(
        count, label: tr("Number"), tr("Type the number of devices to go on: \(count)"),
        wrong: tr("That is not their number. Nothing was sent."))
    }
  }

  private static func line(_ device: KnownDevice?, _ number: Int, _ new: IPAddress?) -> Phrase {
    let name = device?.name ?? "#\(number)"
    guard let new else { return "\(name), \(device?.place ?? "-")" }
    return tr("\(name): now \(device?.address.description ?? "-"), then \(new.description)")
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
