import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Asks for the password again before a dangerous act, and for a second user's where the
/// recorder checks twice.
struct ApprovalDialog: Screen {
  private enum Field: Equatable, Sendable {
    case password, second, secondPassword
    case go, cancel
  }

  private var panel: FormPanel<Field>
  /// What an event says of it where it is done, or well on its way; nil for any other event, and
  /// where the recorder restarts for it.
  private let done: @Sendable (RecorderEvent) -> Phrase?
  private let command: @Sendable (Approval) -> RecorderCommand

  /// Makes the dialog; `action` is what its button says, and `command` what is approved.
  init(
    title: Phrase, _ text: Phrase, action: Phrase,
    done: @escaping @Sendable (RecorderEvent) -> Phrase? = { _ in nil }, _ context: ScreenContext,
    _ command: @escaping @Sendable (Approval) -> RecorderCommand
  ) {
    self.command = command
    self.done = done
    let own = context.recorder.session?.account.text ?? ""
    var fields: [FormField<Field>] = [
      .note(text, .warning), .gap,
      FormField(.password, tr("Password of \(own)"), .text(TextField(limit: 64, isSecret: true))),
    ]
    if context.recorder.checksTwice {
      fields += [
        FormField(.second, tr("Second user"), .text(TextField(limit: 64))),
        FormField(
          .secondPassword, tr("Second password"), .text(TextField(limit: 64, isSecret: true))),
      ]
    }
    panel = FormPanel(
      title, columns: 58,
      fields + [
        .gap, FormField(.go, action, .button(.danger)),
        FormField(.cancel, tr("Cancel"), .button(.standard)),
      ])
    panel.form.focusedID = .password
  }

  let name = "approval"
  let isOverlay = true
  let help = [
    "This cannot be taken back, so the recorder asks who you are once more. A wrong password "
      + "counts towards the lock-out."
  ]
  var takesText: Bool { panel.takesText }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.go): return .recorder(command(approval))
    // Enter in the last field means the act and not the way out: it was asked for by name.
    case .pressed(.cancel) where panel.takesText: return .recorder(command(approval))
    case .pressed(.cancel), .escaped: return .pop
    case .pressed(.password), .pressed(.second), .pressed(.secondPassword): return .stay
    case .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private var approval: Approval {
    let own = Secret(panel.form.text(.password))
    guard panel.form[.second] != nil, !panel.form.text(.second).isEmpty else {
      return Approval(own)
    }
    return Approval(
      own,
      second: Approval.Second(
        name: AccountName(panel.form.text(.second)),
        password: Secret(panel.form.text(.secondPassword))))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    if case .recorder(let event) = event, let text = done(event) {
      return .all([.pop, .say(.success(text))])
    }
    guard case .recorder(.refused(let refusal)) = event else { return .ignored }
    let isAboutSecond = if case .approval = refusal { true } else { false }
    guard isAboutSecond || refusal == .wrongCurrentPassword else {
      return .all([.pop, .say(.warning(Words.of(refusal, at: context.now)))])
    }
    let id: Field =
      isAboutSecond && panel.form[.second] != nil ? .secondPassword : .password
    panel.form.setText(id, "")
    panel.form.refuse(id, Words.of(refusal, at: context.now))
    return .stay
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
