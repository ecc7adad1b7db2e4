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
          action: tr("Format disk"), done: DiskFormatPage.word, context
        ) { .maintenance(.formatDisk($0)) })
    case .pressed(.disk), .pressed(.used), .changed: return .stay
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  /// What an event says of formatting.
  @Sendable private static func word(of event: RecorderEvent) -> Phrase? {
    switch event {
    case .disk(.formattingChanged(.some)): tr("The disk is being formatted.")
    case .logged(let entry) where entry.action == .diskFormatted: Words.of(entry.action)
    default: nil
    }
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    context.recorder.disk.formatting.map { min($0.until, context.now + .milliseconds(500)) }
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.logged(let entry)) = event, entry.action == .diskFormatted else {
      return .ignored
    }
    return .say(.success(Words.of(entry.action)))
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var shown = form
    shown.isFocused = context.hasFocus
    let disk = [Fact.diskModel, .diskCapacity, .diskState].map { $0.text(in: context) }
    shown.replaceNote(.disk, .verbatim(disk.joined(separator: " · ")), .strong)
    if let formatting = context.recorder.disk.formatting {
      let left = max(0, (formatting.until - context.now).milliseconds + 999) / 1_000
      shown.replaceNote(.used, tr("Formatting: \("\(left)") s left"), .warning)
      shown.setEnabled(.go, false, why: tr("The disk is being formatted."))
      return shown
    }
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

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
    let recorder = context.recorder
    guard recorder.diskCapacity > 0, area.rows > 1 else { return }
    if let formatting = recorder.disk.formatting {
      let percent = context.percent(from: formatting.since, to: formatting.until)
      return drawBar(Double(percent) / 100, .gauge, on: &canvas, in: area)
    }
    let used = Double(recorder.diskUsed(at: context.now)) / Double(recorder.diskCapacity)
    drawBar(min(1, used), used > 0.9 ? .warning : .gauge, on: &canvas, in: area)
  }

  private func drawBar(
    _ fraction: Double, _ role: Role, on canvas: inout Canvas, in area: Rect
  ) {
    ProgressBar(fraction: fraction, role: role).draw(
      on: &canvas,
      in: Rect(
        row: area.row + 1, column: area.column + 2, rows: 1,
        columns: max(1, min(60, area.columns - 3))))
  }
}
