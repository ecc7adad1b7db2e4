import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Adds a user: name, group, password twice, e-mail and remark if wanted.
struct AddUserDialog: Screen {
  private enum Button: Equatable, Sendable { case cancel, add }

  private var panel: FormPanel<AccountField<Button>>

  init(_ context: ScreenContext) {
    let accounts = context.profile.accounts
    let groups = context.recorder.groups.map(\.name)
    panel = FormPanel(
      tr("Add user"), columns: 60,
      [
        FormField(
          .name, tr("User name"), .text(TextField(limit: 64)),
          note: context.capabilities.isPractice
            ? tr("at most \(accounts.longestName.value) characters") : nil),
        FormField(
          .group, tr("Group"),
          .choice(options: groups.map { .verbatim($0) }, selected: groups.count - 1)),
      ] + NewPasswordFields.fields() + AddUserDialog.details(context) + [
        .gap,
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.add), tr("Add"), .button(.standard)),
      ])
  }

  /// What a recorder that is real does not know of its users over the network is not asked for.
  private static func details(_ context: ScreenContext) -> [FormField<AccountField<Button>>] {
    guard context.whyNot(.accountDetails, changes: false) == nil else { return [] }
    let longest = context.profile.accounts.longestRemark.value
    return [
      FormField(.email, tr("E-mail"), .text(TextField(limit: 254, placeholder: tr("optional")))),
      FormField(
        .remark, tr("Remark"), .text(TextField(limit: longest, placeholder: tr("optional")))),
    ]
  }

  let name = "add-user"
  let isOverlay = true
  let help = ["A new user. The group says what the user may do; the password meets the level."]
  var takesText: Bool { panel.takesText }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.button(let button)): return press(button)
    case .pressed, .changed: return .stay
    case .escaped: return press(.cancel)
    case .handled(let outcome): return outcome
    }
  }

  private func press(_ button: Button) -> Outcome {
    switch button {
    case .add: add()
    case .cancel: panel.closing
    }
  }

  private func add() -> Outcome {
    let details = AccountDetails(
      name: AccountName(panel.form.text(.name)), group: panel.form.text(.group),
      email: panel.form.text(.email), remark: panel.form.text(.remark))
    return .recorder(.accounts(.add(details, NewPasswordFields.value(of: panel.form))))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accounts(.added(let account))):
      return .all([.pop, .say(.success(tr("User “\(account.name.text)” added.")))])
    case .recorder(.refused(let refusal)):
      return AccountForms.show(refusal, in: &panel.form, at: context.now) ? .stay : .ignored
    default: return .ignored
    }
  }

  /// The dialog with what is to be said of a password as far as it is typed.
  private func presented(_ context: ScreenContext) -> FormPanel<AccountField<Button>> {
    var shown = panel
    AccountForms.annotate(&shown.form, context)
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
