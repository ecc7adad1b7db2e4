import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The lines of an order's form.
struct OrderFields {
  enum Field: NewPasswordID {
    case current, new, again
    case first, step, mask, gateway
    case keep, file, source, server, parallel, stop
    case button(Button)
  }

  enum Button: Equatable, Sendable { case cancel, go }

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

  var fields: [FormField<Field>] {
    [.note(whom, .dialogQuiet), .gap] + current + own + [.gap] + parallelism
      + [
        FormField(
          .stop, tr("Stop"), .toggle(true), note: tr("at the first lock-out warning")),
        .gap, FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.go), tr("Dry run"), .button(.standard)),
      ]
  }

  /// `For 12 devices, 3 of them not activated.`
  private var whom: Phrase {
    let fresh = devices.count { $0.access == .notActivated }
    let silent = devices.count { $0.presence != .online }
    let lead: Phrase = tr("For \(Words.devices(devices.count))")
    let one = devices.count == 1 ? devices.first.map { " (“\($0.name)”)" } ?? "" : ""
    let fewer: Phrase = fresh > 0 ? tr(", \(fresh) not activated") : ""
    let mute: Phrase = silent > 0 ? tr(", \(silent) not answering") : ""
    return "\(lead)\(one)\(fewer)\(mute)."
  }

  private var current: [FormField<Field>] {
    if !context.capabilities.isPractice {
      return [.reading(tr("Signs in"), tr("each by the list of credentials"))]
    }
    var field = NewPasswordFields.current(Field.current)
    let isNeeded = devices.contains { $0.access != .notActivated }
    if act == .setPassword, !isNeeded {
      field.isEnabled = false
      field.whyDisabled = tr("These devices have no password yet.")
    }
    return [field]
  }

  private var own: [FormField<Field>] {
    switch act {
    case .setPassword: NewPasswordFields.fields()
    case .changeAddress: addresses
    case .factoryDefault: [FormField(.keep, tr("Keep network settings"), .toggle(true))]
    case .upgrade:
      [
        FormField(
          .file, tr("Firmware"),
          .choice(options: OrderFields.files(context).map { $0.title }, selected: 0))
      ]
    case .setTime:
      [
        FormField(
          .source, tr("Time from"),
          .choice(options: [tr("this laptop's clock"), tr("a time server")], selected: 0)),
        FormField(.server, tr("Time server"), .text(TextField(limit: 64, rule: .host))),
      ]
    case .restart: []
    }
  }

  private var parallelism: [FormField<Field>] {
    guard let setup = context.desk.surroundings.laptop.setup else { return [] }
    return [
      FormField(
        .parallel, tr("Devices at a time"),
        .number(value: setup.usualParallelism, range: setup.parallelism, unit: ""))
    ]
  }

  private var addresses: [FormField<Field>] {
    let told = devices.first { $0.details != nil || $0.mask.bits != 0 }
    let start = AddressProposal.start(for: devices, in: context.desk.surroundings.laptop)
    func field(_ id: Field, _ label: Phrase, _ address: IPAddress?) -> FormField<Field> {
      FormField(
        id, label, .text(TextField(address?.description ?? "", limit: 15, rule: .host)))
    }
    let range =
      planned.isEmpty
      ? [
        field(.first, tr("First address"), start),
        FormField(.step, tr("Step"), .number(value: 1, range: 1...255, unit: "")),
      ]
      : [
        .reading(tr("Addresses"), tr("as planned, from \(planned[0].description)"))
      ]
    return range + [
      field(.mask, tr("Subnet mask"), told?.mask),
      field(.gateway, tr("Gateway"), told?.gateway),
    ]
  }

  /// The firmware files to choose from; the first choice takes each device's own.
  static func files(_ context: ScreenContext) -> [(title: Phrase, choice: FirmwareChoice)] {
    let files = context.desk.surroundings.laptop.setup?.files ?? []
    return [(tr("newest for each model"), .newest)]
      + files.map { (.verbatim($0.name), .file($0.name)) }
  }
}
