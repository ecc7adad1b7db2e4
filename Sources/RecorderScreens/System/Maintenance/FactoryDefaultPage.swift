import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Factory default: the reset button's twin in the menu.
struct FactoryDefaultPage: Screen {
  private var form = Form([
    Form.Field("keep", tr("Keep network settings"), .toggle(true)),
    Form.Field("lostHeading", tr("What goes"), .heading),
    Form.Field("lost", "", .note(.text)),
    Form.Field("keptHeading", tr("What stays"), .heading),
    Form.Field("kept", "", .note(.text)),
    Form.Field("gap", "", .gap),
    Form.Field("go", tr("Factory default …"), .button(.danger)),
  ])

  let name = "factory-default"
  let help = [
    "Puts the recorder back into the state it left the factory in. Recordings stay. The recorder "
      + "asks for your password, and restarts."
  ]

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = presented(context)
    let outcome = shown.handle(input, in: context.area)
    form.setOn("keep", shown.isOn("keep"))
    form.focusedID = shown.focusedID
    switch outcome {
    case .activated("go"): return .push(dialog(context))
    case .refused(let why): return .say(.warning(why))
    case .ignored: return input == .key(.escape) ? .pop : .ignored
    default: return .stay
    }
  }

  private func dialog(_ context: ScreenContext) -> ApprovalDialog {
    let keeps = form.isOn("keep")
    return ApprovalDialog(
      title: tr("Factory default?"),
      tr("Accounts, passwords and settings go back to factory state. Recordings stay."),
      action: tr("Factory default"), context
    ) { .factoryDefault(keepsNetwork: keeps, $0) }
  }

  private func presented(_ context: ScreenContext) -> Form {
    var shown = form
    shown.isFocused = context.hasFocus
    let network = form.isOn("keep") ? "" : tr(", the network")
    shown.replaceNote(
      "lost",
      tr("All users and groups, passwords, security questions, cameras, system\(network)."),
      .warning)
    shown.replaceNote(
      "kept",
      form.isOn("keep")
        ? tr("The recordings, and the network settings.") : tr("The recordings."), .success)
    if !context.recorder.allows(.maintenance) {
      let why = Words.of(.notAllowed(.maintenance), at: context.now)
      shown.setEnabled("go", false, why: why)
      shown.setEnabled("keep", false, why: why)
    }
    return shown
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
