import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The recorder's app: an account, the recorder bound to it, and the codes it gives.
package struct PhoneAppScreen: Screen {
  private enum Field: Equatable, Sendable { case account, password, signIn }

  private var form = Form<Field>([
    FormField(.account, tr("Account"), .text(TextField(limit: 32))),
    FormField(.password, tr("Password"), .text(TextField(limit: 32, isSecret: true))),
    .gap, FormField(.signIn, tr("Log in"), .button(.standard)),
  ])
  private var selected = 0
  private var problem: Phrase?

  package let name = "app"
  package let help = [
    "The recorder's app, behind an account of its own with a password, which is not the recorder's: "
      + "an account that nobody has used before is opened with what is typed. A recorder is bound by the QR code of its "
      + "Network > Cloud page, while somebody is logged in there.",
    "A bound recorder gives the app a code for Restore Password, tab App. On a recorder with the tab "
      + "QR code the app scans what the monitor shows.",
    "After a reset of the network settings the binding is gone: bind it again.",
  ]
  package var takesText: Bool { isFormShown && form.takesText }
  /// Kept from the last event or key: whether the form for the account is in front.
  private var isFormShown = false

  private enum Item: CaseIterable { case scan, code, live, note, signOut }

  package enum Action: Hashable, Sendable { case choose, act, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose."),
    KeyBinding(keys: [.enter], action: .act, label: "Do it", help: "Does it."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the phone's home."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Recorder app") }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    app(context).account == nil ? FormKeys.hints(for: form) : PhoneAppScreen.map.hints()
  }
  package func nextChange(in context: ScreenContext) -> Timestamp? {
    app(context).code?.until.map { context.nextCount(until: $0) }
  }

  private func app(_ context: ScreenContext) -> PhoneApp { context.desk.surroundings.phone.app }

  private func isBound(_ context: ScreenContext) -> Bool {
    app(context).account != nil && context.recorder.cloud.binding?.account == app(context).account
  }

  /// The code on the app's screen, while it lives.
  private func code(_ context: ScreenContext) -> ShownCode? {
    guard let shown = app(context).code else { return nil }
    if let until = shown.until, until <= context.now { return nil }
    return shown
  }

  private func list(_ context: ScreenContext) -> MenuList {
    let isBound = isBound(context)
    let unbound: Phrase = tr("This account has no recorder: scan the QR code at its Network > App.")
    let items = Item.allCases.map { item -> MenuList.Item in
      switch item {
      case .scan: MenuList.Item(tr("Scan the QR code on the monitor"))
      case .code:
        MenuList.Item(
          tr("Forgot the password: get a code"), whyDisabled: isBound ? nil : unbound)
      case .live: MenuList.Item(tr("Live view"), whyDisabled: isBound ? nil : unbound)
      case .note:
        MenuList.Item(
          tr("Note the code"),
          whyDisabled: code(context) == nil ? tr("There is no code to note yet.") : nil)
      case .signOut: MenuList.Item(tr("Log out of the app"))
      }
    }
    return MenuList(items, selected: selected)
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    isFormShown = app(context).account == nil
    return .stay
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if PhoneAppScreen.map.action(for: input) == .back { return .pop }
    isFormShown = app(context).account == nil
    if isFormShown { return signIn(input, context) }
    var list = list(context)
    let outcome = list.handle(input, in: menuArea(context))
    selected = list.selected
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .stay
    case .activated:
      if let why = list.whyDisabled { return .say(.warning(why)) }
      problem = nil
      return act(context)
    }
  }

  private mutating func signIn(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    switch form.respond(to: input, in: PhoneFrame.inner(of: context.area).droppingTop(2)) {
    case .pressed(.signIn):
      let account = form.text(.account)
      guard !account.allSatisfy(\.isWhitespace) else {
        form.setProblem(.account, tr("The account needs a name."))
        return .stay
      }
      return .perform(.phone(.signInToApp(account, Secret(form.text(.password)))))
    case .pressed(.account), .pressed(.password), .changed: return .stay
    case .escaped: return .ignored
    case .handled(let outcome): return outcome
    }
  }

  private func act(_ context: ScreenContext) -> Outcome {
    switch Item.allCases[selected] {
    case .scan: return .perform(.phone(.scan))
    case .code: return .perform(.phone(.askForCode))
    case .live: return .push(PhoneLive(channel: 0))
    case .note:
      return code(context).map { Notebook.note("Code from the app: \($0.code.text)", context) }
        ?? .stay
    case .signOut: return .push(PhoneAppScreen.signOutQuestion)
    }
  }

  private static var signOutQuestion: Question {
    Question(
      title: tr("Log out of the app?"),
      tr("Its code goes from the screen. The recorder stays bound to the account."),
      answers: [
        Question.Answer(tr("Log out"), .danger, .perform(.phone(.signOutOfApp))),
        Question.Answer(tr("Stay"), .standard),
      ])
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .phone(.appSignedIn), .phone(.appSignedOut):
      isFormShown = app(context).account == nil
      form.setText(.password, "")
      return .stay
    case .phone(.appRefused(let why)):
      form.setText(.password, "")
      form.refuse(.password, Words.of(why))
      return .stay
    case .phone(.scanFailed(let why)):
      problem = Words.of(why)
      return .stay
    case .phone(.scanAnsweredByMail):
      problem = tr("The code is on its way to the registered address.")
      return .stay
    case .recorder(.cloud(.bindingChanged(let binding))) where binding != nil:
      problem = nil
      return .stay
    case .recorder(.refused(.cloud(let why))):
      problem = Words.of(why)
      return .stay
    default: return .ignored
    }
  }

  // MARK: Drawing

  private func menuArea(_ context: ScreenContext) -> Rect {
    let inner = PhoneFrame.inner(of: context.area)
    let size = list(context).size
    return inner.droppingTop(3).top(size.rows).left(min(inner.columns, size.columns))
  }

  private static var invitation: String { tr("Log in to the app") }
  private static func line(of account: String) -> String { tr("Account") + ": " + account }
  private var warning: String? { problem.map { "▲ " + $0.spoken } }

  private func life(of code: ShownCode, _ context: ScreenContext) -> String {
    code.until.map { tr("valid for \(context.countdown(until: $0))") } ?? ""
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: tr("Recorder app"), context)
    guard let account = app(context).account else {
      outline.say(PhoneAppScreen.invitation)
      outline.append(form.outline())
      return outline
    }
    outline.say(PhoneAppScreen.line(of: account))
    outline.say(state(context).0)
    outline.append(list(context).outline())
    if let warning {
      outline.say(warning)
    } else if let shown = code(context) {
      outline.add(OutlineItem(tr("Code"), .reading, value: .text(shown.code.text)))
      outline.say(life(of: shown, context))
    }
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: tr("Recorder app"), context)
    let inner = PhoneFrame.inner(of: area)
    guard let account = app(context).account else {
      canvas.writeFitted(
        PhoneAppScreen.invitation, row: inner.row, column: inner.column, columns: inner.columns,
        .strong)
      return form.draw(on: &canvas, in: inner.droppingTop(2))
    }
    canvas.writeFitted(
      PhoneAppScreen.line(of: account), row: inner.row, column: inner.column,
      columns: inner.columns, .strong)
    let (state, role) = state(context)
    canvas.writeFitted(
      state, row: inner.row + 1, column: inner.column, columns: inner.columns, role)
    list(context).draw(on: &canvas, in: menuArea(context))
    drawCode(on: &canvas, in: inner.droppingTop(4 + list(context).size.rows), context)
  }

  private func state(_ context: ScreenContext) -> (String, Role) {
    guard isBound(context) else { return (tr("no recorder bound"), .quiet) }
    let name = context.recorder.settings[.deviceName] ?? context.profile.identity.model
    let isOnline =
      context.recorder.power == .running && context.recorder.hasNetworkLink
      && context.recorder.settings[.cloud] != "off"
    return isOnline
      ? ("● \(name) · " + tr("online"), .success) : ("○ \(name) · " + tr("offline"), .warning)
  }

  private func drawCode(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    if let warning {
      canvas.writeWrapped(warning, in: area, .warning)
      return
    }
    guard let shown = code(context) else { return }
    ShownDigits(code: shown.code).draw(on: &canvas, in: area.top(3))
    canvas.writeFitted(
      life(of: shown, context), row: area.row + 3, column: area.column, columns: area.columns,
      .quiet)
  }
}
