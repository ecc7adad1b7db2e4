import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// All that the laptop knows of one device.
struct DeviceDetails: Screen {
  private enum Field: Equatable, Sendable { case close }

  private let number: Int
  private var panel: FormPanel<Field>

  init(_ number: Int) {
    self.number = number
    panel = FormPanel(
      "", columns: 56,
      [FormField(.close, tr("Close"), .button(.standard))])
  }

  let name = "device"
  let isOverlay = true
  let help = ["What the device said of itself when it was last asked."]

  func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = filled(context)
    switch shown.respond(to: input, in: context.area) {
    case .pressed(.close), .escaped: return .pop
    case .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private func filled(_ context: ScreenContext) -> FormPanel<Field> {
    var filled = panel
    guard let device = context.desk.surroundings.laptop.device(number) else { return filled }
    filled.title = .verbatim(device.name)
    let facts: [(Phrase, Phrase)] =
      device.details.map { whole(device, $0, context) }
      ?? [
        (tr("Model"), .verbatim(device.model)), (tr("IP address"), .verbatim(device.place)),
        (tr("All else"), tr("not told in an answer to a search")),
      ]
    var fields = facts.map { FormField<Field>.reading($0.0, $0.1) }
    if device.isOwn {
      fields.append(.note(tr("This is the recorder on the desk."), .dialogQuiet))
    }
    filled.form = Form(fields + [.gap] + panel.form.fields)
    return filled
  }

  private func whole(
    _ device: KnownDevice, _ details: KnownDevice.Details, _ context: ScreenContext
  ) -> [(Phrase, Phrase)] {
    [
      (tr("Model"), .verbatim(device.model)),
      (tr("Serial number"), .verbatim(details.serialNumber)),
      (tr("Firmware"), "\(details.firmware)"),
      (tr("MAC address"), "\(details.macAddress)"),
      (tr("IP address"), "\(device.address)"),
      (tr("Subnet mask"), "\(device.mask)"), (tr("Gateway"), "\(device.gateway)"),
      (tr("State"), Words.of(DeviceState(device, at: context.now))),
      (tr("Password"), access(of: device)), (tr("Wrong tries left"), tries(of: device, context)),
    ]
  }

  private func access(of device: KnownDevice) -> Phrase {
    switch device.access {
    case .notActivated: tr("none yet: set one to activate it")
    case .factoryPassword: tr("the factory's ▲")
    case .inUse: tr("set")
    }
  }

  private func tries(of device: KnownDevice, _ context: ScreenContext) -> Phrase {
    guard let until = device.lockedUntil, device.isLocked(at: context.now) else {
      return "\(device.triesLeft)\(device.isAtLastTry ? " ▲" : "")"
    }
    let wait = until - context.now
    return wait > .days(1)
      ? tr("locked until it is restarted") : tr("locked for \(wait.countdown)")
  }

  func outline(in context: ScreenContext) -> Outline { filled(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    filled(context).draw(on: &canvas, in: area)
  }
}
