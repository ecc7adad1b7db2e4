import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Disk > Format: what the disk holds, and the way to empty it.
struct DiskFormatPage: Screen {
  private enum Field: Equatable, Sendable { case disk, used, go }

  // The bar is drawn into the gap.
  private var form = Form<Field>([
    FormField(.disk, "", .note(.text)), .gap,
    FormField(.used, "", .note(.text)),
    .heading(tr("Will be erased")),
    .note(tr("All recordings of all channels."), .warning),
    .heading(tr("Will be kept")),
    .note(tr("Accounts, settings and the log."), .success),
    .gap,
    FormField(.go, tr("Format disk …"), .button(.danger)),
  ])

  let name = "disk-format"
  let help = [
    "Formatting erases every recording. A disk that was full takes footage again. The recorder "
      + "asks for your password first."
  ]

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = presented(context)
    let response = shown.respond(to: input, in: context.area)
    form.focusedID = shown.focusedID
    switch response {
    case .pressed(.go):
      return .push(
        ApprovalDialog(
          title: tr("Format the disk?"), tr("All recordings are lost for good."),
          action: tr("Format disk"), done: .diskFormatted, context
        ) { .maintenance(.formatDisk($0)) })
    case .pressed(.disk), .pressed(.used), .changed: return .stay
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var shown = form
    shown.isFocused = context.hasFocus
    let disk = [Fact.diskModel, .diskCapacity, .diskState].map { $0.text(in: context) }
    shown.replaceNote(.disk, .verbatim(disk.joined(separator: " · ")), .strong)
    let used: Phrase = tr("Used: \(Fact.diskUsed.text(in: context))")
    let oldest: Phrase = tr("oldest recording: \(Fact.oldestRecording.text(in: context))")
    shown.replaceNote(.used, "\(used) · \(oldest)", .text)
    if let why = context.whyNot(.disk, .disk) {
      shown.setEnabled(.go, false, why: why)
    } else if context.recorder.disk.state == .missing {
      shown.setEnabled(.go, false, why: Words.of(.disk(.missing), at: context.now))
    }
    return shown
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
    let recorder = context.recorder
    guard recorder.diskCapacity > 0, area.rows > 1 else { return }
    let used = Double(recorder.diskUsed(at: context.now)) / Double(recorder.diskCapacity)
    ProgressBar(fraction: min(1, used), role: used > 0.9 ? .warning : .gauge)
      .draw(
        on: &canvas,
        in: Rect(
          row: area.row + 1, column: area.column + 2, rows: 1,
          columns: max(1, min(60, area.columns - 3))))
  }
}
