import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Factory default: the reset button's twin in the menu.
struct FactoryDefaultPage: Screen {
  private enum Field: Equatable, Sendable { case keep, lost, kept, go }

  private var form = Form<Field>([
    FormField(.keep, tr("Keep network settings"), .toggle(true)),
    .heading(tr("Will be erased")),
    FormField(.lost, "", .note(.text)),
    .heading(tr("Will be kept")),
    FormField(.kept, "", .note(.text)),
    .gap,
    FormField(.go, tr("Factory default …"), .button(.danger)),
  ])

  let name = "factory-default"
  let help = [
    "Puts the recorder back into the state it left the factory in. Recordings stay. The recorder "
      + "asks for your password, and restarts."
  ]

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = presented(context)
    let response = shown.respond(to: input, in: context.area)
    form.setOn(.keep, shown.isOn(.keep))
    form.focusedID = shown.focusedID
    switch response {
    case .pressed(.go): return .push(dialog(context))
    case .pressed(.keep), .pressed(.lost), .pressed(.kept), .changed: return .stay
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  private func dialog(_ context: ScreenContext) -> ApprovalDialog {
    let keeps = form.isOn(.keep)
    return ApprovalDialog(
      title: tr("Factory default?"),
      tr("Accounts, passwords and settings go back to factory state. Recordings stay."),
      action: tr("Factory default"), context
    ) { .maintenance(.factoryDefault(keepsNetwork: keeps, $0)) }
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var shown = form
    shown.isFocused = context.hasFocus
    let network = form.isOn(.keep) ? "" : tr(", the network")
    shown.replaceNote(
      .lost,
      tr("All users and groups, passwords, security questions, cameras, system\(network)."),
      .warning)
    shown.replaceNote(
      .kept,
      form.isOn(.keep)
        ? tr("The recordings, and the network settings.") : tr("The recordings."), .success)
    if let why = context.whyNot(.factoryDefault, .maintenance) {
      shown.setEnabled(.go, false, why: why)
      shown.setEnabled(.keep, false, why: why)
    }
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
