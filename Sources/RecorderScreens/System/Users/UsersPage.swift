import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > User: all accounts, and everything about the one that is chosen.
package struct UsersPage: Screen {
  private var selected = 0
  private var isInForm = false
  private var form: Form<AccountForms.Field>
  /// The account that the form was made for, as it was then.
  private var shown: AccountSummary

  package init(_ context: ScreenContext) {
    shown = context.recorder.accounts[0]
    form = AccountForms.form(for: shown, context)
  }

  package let name = "users"
  package let help = [
    "All accounts of this recorder. admin keeps its name, its group and its place; only its "
      + "password, its security questions and its recovery e-mail can change.",
    "A new password is typed twice; the bar beside it says how strong it is. Whoever is logged in "
      + "types the current password first.",
  ]
  package var takesText: Bool { isInForm && form.takesText }
  package var holdsUnsaved: Bool { form.isTouched }

  package enum Action: Hashable, Sendable { case choose, edit, add, remove, toggle, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a user."),
    KeyBinding(
      keys: [.enter, .tab, .right], action: .edit, label: "Edit", help: "Edit this user."),
    KeyBinding(keys: [.character("a")], action: .add, label: "Add", help: "Add a user."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .remove, label: "Delete",
      help: "Delete this user, after a question."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "On/off",
      help: "Lets this user log in, or no longer."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  /// Shown as people call the path: System > User > Admin.
  package func title(in context: ScreenContext) -> Phrase? {
    shown.name == .admin ? "Admin" : .verbatim(shown.name.text)
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    guard !isInForm else { return FormKeys.hints(for: form) }
    return UsersPage.map.hints { whyDisabled($0, context) }
  }

  private func whyDisabled(_ action: Action, _ context: ScreenContext) -> Phrase? {
    switch action {
    case .add, .remove, .toggle:
      if let why = context.whyNot(.accounts, .accounts) { return why }
      let isAdmin = action != .add && shown.name == .admin
      return isAdmin ? Words.of(.account(.adminIsFixed), at: context.now) : nil
    default: return nil
    }
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    refresh(context)
    return .stay
  }

  /// Keeps the form with the chosen account; what is typed stays while the account is the same.
  private mutating func refresh(_ context: ScreenContext) {
    let accounts = context.recorder.accounts
    if let place = accounts.firstIndex(where: { $0.name == shown.name }), place != selected,
      form.isTouched
    {
      selected = place
    }
    selected = min(selected, accounts.count - 1)
    guard accounts[selected] != shown else { return }
    let isOther = accounts[selected].name != shown.name
    shown = accounts[selected]
    guard isOther || !form.isTouched else {
      // What is typed stays; what a dialog of its own sets is shown as it is.
      return form.setKind(.questions, AccountForms.questionsKind(shown))
    }
    let focus = isOther ? nil : form.focusedID
    form = AccountForms.form(for: shown, context).focusing(focus)
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accounts(.changed(let name, let account))) where name == shown.name:
      shown = account
      guard context.isOwnAnswer || !form.isTouched else { return .stay }
      let typed = form
      form = AccountForms.form(for: account, context).focusing(form.focusedID)
      guard context.isBusy else { return .say(.success(tr("Saved."))) }
      // The password went along with the other changes, and may yet be refused.
      for id in AccountForms.passwords { form.setText(id, typed.text(id)) }
      return .stay
    case .recorder(.accounts(.added)), .recorder(.accounts(.removed)),
      .recorder(.accounts(.restored)):
      refresh(context)
      return .stay
    case .recorder(.refused(let refusal)):
      return AccountForms.show(refusal, in: &form, at: context.now) ? .stay : .ignored
    default: return .ignored
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    refresh(context)
    let layout = layout(context)
    if case .mouse(let event) = input, event.kind == .press {
      isInForm = layout.form.contains(event.point)
    }
    return isInForm
      ? handleForm(input, in: layout.form, context) : handleList(input, in: layout.list, context)
  }

  private mutating func handleList(
    _ input: InputEvent, in area: Rect, _ context: ScreenContext
  ) -> Outcome {
    var list = list(context)
    if case .key(let key) = input, let action = UsersPage.map.action(for: key),
      action != .choose
    {
      return act(action, context)
    }
    let outcome = list.handle(input, in: area)
    guard list.selected == selected || !form.isTouched else {
      return .say(.warning(tr("Unsaved changes: save or cancel them first.")))
    }
    selected = list.selected
    refresh(context)
    return outcome == .ignored ? .ignored : .stay
  }

  private mutating func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    if let why = whyDisabled(action, context) { return .say(.warning(why)) }
    switch action {
    case .edit:
      isInForm = form.focused != nil
      return isInForm ? .stay : .say(.warning(tr("Nothing about this user is yours to change.")))
    case .add: return .push(AddUserDialog(context))
    case .remove: return .push(AccountForms.removeQuestion(shown.name))
    case .toggle:
      return .recorder(
        .accounts(.change(shown.name, AccountChange(isEnabled: !shown.isEnabled))))
    case .back: return .pop
    case .choose: return .stay
    }
  }

  private mutating func handleForm(
    _ input: InputEvent, in area: Rect, _ context: ScreenContext
  ) -> Outcome {
    switch form.respond(to: input, in: area) {
    case .pressed(.button(let button)): return press(button, context)
    case .pressed(.questions): return .push(QuestionsDialog(context))
    case .pressed, .changed: return .stay
    case .escaped: return leaveForm()
    case .handled(let outcome): return outcome
    }
  }

  private mutating func press(_ button: AccountForms.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .save: return save(context)
    case .delete: return act(.remove, context)
    case .cancel:
      form = AccountForms.form(for: shown, context)
      isInForm = false
      return .stay
    }
  }

  private mutating func leaveForm() -> Outcome {
    guard !form.isTouched else {
      return .say(.warning(tr("Unsaved changes: save or cancel them first.")))
    }
    isInForm = false
    return .stay
  }

  private mutating func save(_ context: ScreenContext) -> Outcome {
    let commands = AccountForms.commands(saving: form, of: shown, context)
    guard !commands.isEmpty else { return .say(Notice(tr("Nothing was changed."))) }
    let isTyped = !form.text(.new).isEmpty || !form.text(.again).isEmpty
    if isTyped, NewPasswordFields.refuseEmpty(.current, in: &form) { return .stay }
    return .all(commands.map { .recorder($0) })
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    var list = ListView(
      columns: [
        ListColumn(tr("User")), ListColumn(tr("Group"), width: .fixed(14)),
        ListColumn("", width: .fixed(4)), ListColumn(tr("Password"), width: .fixed(20)),
      ], rows: context.recorder.accounts.map(AccountForms.row), selected: selected)
    list.isFocused = !isInForm && context.hasFocus
    return list
  }

  private func layout(_ context: ScreenContext) -> (list: Rect, rule: Int, form: Rect) {
    let area = context.area
    let needed = form.neededRows(columns: area.columns)
    let most = max(3, area.rows - 1 - needed)
    let rows = min(context.recorder.accounts.count + 1, most)
    return (area.top(rows), area.row + rows, area.droppingTop(rows + 1))
  }

  /// The form with what is to be said of a password as far as it is typed.
  private func presented(_ context: ScreenContext) -> Form<AccountForms.Field> {
    var form = form
    AccountForms.annotate(&form, context)
    form.isFocused = isInForm && context.hasFocus
    return form
  }

  package func outline(in context: ScreenContext) -> Outline {
    var current = self
    current.refresh(context)
    var outline = current.list(context).outline()
    outline.append(current.presented(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var current = self
    current.refresh(context)
    let layout = current.layout(context)
    current.list(context).draw(on: &canvas, in: layout.list)
    let cursor = canvas.cursor
    canvas.rule(row: layout.rule, column: area.column - 1, columns: area.columns + 2)
    current.presented(context).draw(on: &canvas, in: layout.form)
    if !isInForm { canvas.cursor = cursor }
  }
}
