import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The forms, rows and questions about accounts.
enum AccountForms {
  /// The form of the users' page.
  typealias Field = AccountField<Button>

  enum Button: Equatable, Sendable { case delete, cancel, save }

  /// A row of the list of users.
  static func row(_ account: AccountSummary) -> ListRow {
    let password: (text: String, role: Role) =
      switch account.password {
      case .factoryDefault: (tr("▲ default password"), .warning)
      case .set(let level): (tr("strength: \(Words.of(level))"), account.isEnabled ? .text : .quiet)
      case .untold: ("-", .quiet)
      }
    let state = account.isEnabled ? tr("on") : tr("off")
    return ListRow(
      [
        account.name.text, account.group, account.password == .untold ? "" : state,
        password.text,
      ],
      role: account.password == .factoryDefault ? .warning : account.isEnabled ? .text : .quiet)
  }

  /// What can be changed about an account by whoever is signed in.
  static func form(for account: AccountSummary, _ context: ScreenContext) -> Form<Field> {
    let isSelf = context.recorder.session?.account == account.name
    let manages = context.recorder.allows(.accounts)
    guard isSelf || manages else {
      return Form([
        .note(tr("Your group may only see the users, not change them."), .quiet)
      ])
    }
    var fields = account.name == .admin ? adminHead(account) : head(account, isSelf, context)
    if isSelf {
      fields.append(NewPasswordFields.current(.current))
    }
    if isSelf || account.name != .admin { fields += NewPasswordFields.fields() }
    if isSelf, context.profile.recovery.securityQuestions != nil {
      fields.append(questions(account))
    }
    if manages { fields += tail(account, context) }
    return Form(fields + buttons(account, isSelf, manages))
  }

  private static func adminHead(_ account: AccountSummary) -> [FormField<Field>] {
    [.reading(tr("Group"), tr("\(account.group) (fixed)"))]
  }

  private static func head(
    _ account: AccountSummary, _ isSelf: Bool, _ context: ScreenContext
  ) -> [FormField<Field>] {
    let groups = context.recorder.groups.map(\.name)
    guard !isSelf else {
      return [.reading(tr("Group"), .verbatim(account.group))]
    }
    return [
      FormField(
        .group, tr("Group"),
        .choice(
          options: groups.map { .verbatim($0) }, selected: groups.firstIndex(of: account.group) ?? 0
        ))
    ]
      + (context.whyNot(.accountDetails, changes: false) == nil
        ? [FormField(.enabled, tr("May log in"), .toggle(account.isEnabled))] : [])
  }

  private static func questions(_ account: AccountSummary) -> FormField<Field> {
    FormField(.questions, tr("Questions"), questionsKind(account))
  }

  /// The row that opens the security questions, as they are set now.
  static func questionsKind(_ account: AccountSummary) -> FieldKind {
    .action(
      account.questions == 0 ? tr("not set ▲ · Set …") : tr("\(account.questions) set · Edit …"))
  }

  private static func tail(
    _ account: AccountSummary, _ context: ScreenContext
  ) -> [FormField<Field>] {
    guard context.whyNot(.accountDetails, changes: false) == nil else { return [] }
    let label: Phrase = account.name == .admin ? tr("Recovery e-mail") : tr("E-mail")
    let email = TextField(account.email, limit: 254, placeholder: tr("not set"))
    let remark = TextField(
      account.remark, limit: context.profile.accounts.longestRemark.value)
    return [
      FormField(.email, label, .text(email)), FormField(.remark, tr("Remark"), .text(remark)),
    ]
  }

  private static func buttons(
    _ account: AccountSummary, _ isSelf: Bool, _ manages: Bool
  ) -> [FormField<Field>] {
    let isRemovable = manages && !isSelf && account.name != .admin
    return [.gap]
      + (isRemovable ? [FormField(.button(.delete), tr("Delete"), .button(.danger))] : []) + [
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.save), tr("Save"), .button(.standard)),
      ]
  }

  /// Writes beside the fields how strong a typed password is.
  static func annotate<Own: Equatable>(
    _ form: inout Form<AccountField<Own>>, _ context: ScreenContext
  ) {
    guard form[.new] != nil else { return }
    let rules = context.profile.passwords
    NewPasswordFields.annotate(
      &form, under: rules, level: context.recorder.requiredPasswordLevel)
  }

  /// The fields of the password.
  static let passwords: [Field] = [.current, .new, .again]

  /// What must be asked of the recorder so that the account becomes what the form says.
  static func commands(
    saving form: Form<Field>, of account: AccountSummary, _ context: ScreenContext
  ) -> [RecorderCommand] {
    var commands: [RecorderCommand] = []
    let change = change(in: form, of: account)
    let isTyped = passwords.contains { !form.text($0).isEmpty }
    let new = NewPasswordFields.value(of: form)
    // A recorder that is real takes both in one order, or neither.
    if isTyped, form[.current] == nil, !context.capabilities.isPractice,
      change == AccountChange(group: change.group)
    {
      return [.accounts(.setPassword(account.name, new, group: change.group))]
    }
    if change != AccountChange() { commands.append(.accounts(.change(account.name, change))) }
    guard isTyped else { return commands }
    commands.append(
      form[.current] == nil
        ? .accounts(.setPassword(account.name, new))
        : .accounts(.changePassword(current: Secret(form.text(.current)), new)))
    return commands
  }

  private static func change(in form: Form<Field>, of account: AccountSummary) -> AccountChange {
    var change = AccountChange()
    if form[.group] != nil, form.text(.group) != account.group {
      change.group = form.text(.group)
    }
    if form[.enabled] != nil, form.isOn(.enabled) != account.isEnabled {
      change.isEnabled = form.isOn(.enabled)
    }
    if form[.email] != nil, form.text(.email) != account.email {
      change.email = form.text(.email)
    }
    if form[.remark] != nil, form.text(.remark) != account.remark {
      change.remark = form.text(.remark)
    }
    return change
  }

  /// Shows a refusal at the field it is about; false where it is about none.
  static func show<Own: Equatable>(
    _ refusal: Refusal, in form: inout Form<AccountField<Own>>, at now: Timestamp
  ) -> Bool {
    switch refusal {
    case .password(let problem): NewPasswordFields.show(problem, in: &form)
    case .wrongCurrentPassword:
      form.setText(.current, "")
      form.refuse(.current, Words.of(refusal, at: now))
    case .account(.emailUnlikely):
      form.refuse(.email, Words.of(refusal, at: now))
    case .account(.nameEmpty), .account(.nameTooLong), .account(.nameTaken),
      .account(.nameUnprintable), .account(.nameLetter):
      guard form[.name] != nil else { return false }
      form.refuse(.name, Words.of(refusal, at: now))
    default: return false
    }
    return true
  }

  static func removeQuestion(_ name: AccountName) -> Question {
    Question(
      title: tr("Delete user?"), tr("“\(name.text)” will not be able to log in any more."),
      answers: [
        Question.Answer(tr("Delete"), .danger, .recorder(.accounts(.remove(name)))),
        Question.Answer(tr("Cancel"), .standard),
      ])
  }
}
