import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The lines of an order's form.
struct OrderFields {
  private let act: RemoteAct
  private let planned: [IPAddress]
  private let context: ScreenContext
  /// What is known of the targets.
  private let devices: [KnownDevice]

  init(act: RemoteAct, targets: [Int], planned: [IPAddress], context: ScreenContext) {
    self.act = act
    self.planned = planned
    self.context = context
    devices = targets.compactMap { context.desk.surroundings.laptop.device($0) }
  }

  var fields: [Form.Field] {
    [Form.Field("whom", whom, .note(.dialogQuiet)), Form.Field("gap1", "", .gap)] + current + own
      + [
        Form.Field("gap2", "", .gap),
        Form.Field(
          "parallel", tr("At once, at most"),
          .number(
            value: NetworkTerms.usualParallelism, range: NetworkTerms.parallelism, unit: "")),
        Form.Field("stop", tr("Stop at a warning"), .toggle(true)),
        Form.Field("gap3", "", .gap), Form.Field("cancel", tr("Cancel"), .button(.normal)),
        Form.Field("go", tr("Dry run"), .button(.standard)),
      ]
  }

  /// `For 12 devices, 3 of them not activated.`
  private var whom: String {
    let fresh = devices.count { $0.access == .notActivated }
    let silent = devices.count { $0.presence != .online }
    var text = tr("For \(Words.devices(devices.count))")
    if devices.count == 1, let device = devices.first { text += " («\(device.name)»)" }
    if fresh > 0 { text += tr(", \(fresh) not activated") }
    if silent > 0 { text += tr(", \(silent) not answering") }
    return text + "."
  }

  private var current: [Form.Field] {
    var field = NewPasswordFields.current
    let isNeeded = devices.contains { $0.access != .notActivated }
    if act == .setPassword, !isNeeded {
      field.isEnabled = false
      field.whyDisabled = tr("These devices have no password yet.")
    }
    return [field]
  }

  private var own: [Form.Field] {
    switch act {
    case .setPassword: NewPasswordFields.fields
    case .changeAddress: addresses
    case .factoryDefault: [Form.Field("keep", tr("Keep network settings"), .toggle(true))]
    case .upgrade:
      [
        Form.Field(
          "file", tr("Firmware"),
          .choice(options: OrderFields.files(context).map(\.title), selected: 0))
      ]
    case .restart: []
    }
  }

  private var addresses: [Form.Field] {
    let first = devices.first
    let start = AddressProposal.start(for: devices, in: context.desk.surroundings.laptop)
    func field(_ id: String, _ label: String, _ address: IPAddress?) -> Form.Field {
      Form.Field(
        id, label, .text(TextField(address?.description ?? "", limit: 15, rule: .host)))
    }
    let range =
      planned.isEmpty
      ? [
        field("first", tr("First address"), start),
        Form.Field("step", tr("Step"), .number(value: 1, range: 1...255, unit: "")),
      ]
      : [
        Form.Field(
          "planned", tr("Addresses"),
          .reading(tr("as planned, from \(planned[0].description)")))
      ]
    return range + [
      field("mask", tr("Subnet mask"), first?.mask),
      field("gateway", tr("Gateway"), first?.gateway),
    ]
  }

  /// The firmware files to choose from; the first choice takes each device's own.
  static func files(_ context: ScreenContext) -> [(title: String, choice: FirmwareChoice)] {
    let own = context.profile.maintenance.firmwareFiles.value
    return [(tr("newest for each model"), .newest)]
      + (DeviceCatalogue.files + own).map { ($0.name, .file($0.name)) }
  }
}
