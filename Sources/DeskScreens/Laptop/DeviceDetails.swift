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
    filled.title = device.name
    let facts: [(String, String)] = [
      (tr("Model"), device.model), (tr("Serial number"), device.serialNumber),
      (tr("Firmware"), device.firmware.description),
      (tr("MAC address"), device.macAddress.description),
      (tr("IP address"), device.address.description),
      (tr("Subnet mask"), device.mask.description), (tr("Gateway"), device.gateway.description),
      (tr("State"), Words.of(DeviceState(device, at: context.now))),
      (tr("Password"), access(of: device)), (tr("Wrong tries left"), tries(of: device, context)),
    ]
    filled.form = Form(
      facts.map { .reading($0.0, $0.1) }
        + (device.isOwn
          ? [.note(tr("This is the recorder on the desk."), .dialogQuiet)] : [])
        + [.gap] + panel.form.fields)
    return filled
  }

  private func access(of device: KnownDevice) -> String {
    switch device.access {
    case .notActivated: tr("none yet: set one to activate it")
    case .factoryPassword: tr("the factory's ▲")
    case .inUse: tr("set")
    }
  }

  private func tries(of device: KnownDevice, _ context: ScreenContext) -> String {
    guard let until = device.lockedUntil, device.isLocked(at: context.now) else {
      return "\(device.triesLeft)" + (device.isAtLastTry ? " ▲" : "")
    }
    let wait = until - context.now
    return wait > .days(1)
      ? tr("locked until it is restarted") : tr("locked for \(wait.countdown)")
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    filled(context).draw(on: &canvas, in: area)
  }
}
