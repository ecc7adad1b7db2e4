import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Asks before anything is changed at a recorder that is real: what is there now and what will be, and
/// the recorder's name where nobody could put it right from here.
struct ChangeQuestion: Asking {
  private enum Field: Equatable, Sendable { case name, go, cancel }

  private var panel: FormPanel<Field>
  private let command: DeskCommand
  /// What has to be typed; nil: nothing.
  private let typed: TypedAnswer?

  /// Makes the question; nil where the command changes nothing, or all is for practice.
  init?(_ command: DeskCommand, _ context: ScreenContext) {
    guard !context.capabilities.isPractice else { return nil }
    switch command {
    case .recorder(let own):
      guard own.changes else { return nil }
      if case .accounts(.change) = own { return nil }
      let recorder = context.recorder
      let name = TypedAnswer.name(
        recorder.settings[.deviceName] ?? "", context.profile.identity.model,
        context.profile.title)
      self.init(
        command, tr("Change the real recorder?"),
        ChangeQuestion.lines(of: own, recorder, context),
        typed: own.isGrave
          ? TypedAnswer(
            name, label: tr("Name"), tr("Type the recorder's name to go on: \(name)"),
            wrong: tr("That is not its name. Nothing was sent.")) : nil)
    case .network(.begin(let request)):
      let question = NetworkChange(request, context.desk.surroundings.laptop)
      self.init(command, question.title, question.lines, typed: question.typed)
    default: return nil
    }
  }

  private init(
    _ command: DeskCommand, _ title: Phrase, _ lines: [Phrase], typed: TypedAnswer?
  ) {
    self.command = command
    self.typed = typed
    var fields = lines.map { FormField<Field>.note($0, .text) }
    if let typed {
      fields += [
        .gap, .note(typed.why, .warning),
        FormField(.name, typed.label, .text(TextField(limit: TypedAnswer.longest))),
      ]
    }
    panel = FormPanel(
      title, columns: 60,
      fields + [
        .gap, FormField(.go, tr("Change it"), .button(.danger)),
        FormField(.cancel, tr("Cancel"), .button(.standard)),
      ])
    panel.form.focusedID = typed == nil ? .cancel : .name
  }

  let name = "change-question"
  let isOverlay = true
  var isShown = false
  let help = [
    "This recorder is real. What you see here is what will be sent; nothing is sent before you say so."
  ]
  var takesText: Bool { panel.takesText }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.go): return go()
    case .pressed(.cancel) where panel.takesText: return go()
    case .pressed(.cancel), .escaped:
      // Whoever asked waits no longer.
      return .all([.pop, .declined, .say(Notice(tr("Nothing was changed.")))])
    case .pressed(.name), .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private mutating func go() -> Outcome {
    if let typed, panel.form.text(.name) != typed.text {
      panel.form.refuse(.name, typed.wrong)
      return .stay
    }
    return .all([.pop, .confirmed(command)])
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }

  /// What is there now, and what will be.
  private static func lines(
    of command: RecorderCommand, _ recorder: RecorderSnapshot, _ context: ScreenContext
  ) -> [Phrase] {
    switch command {
    case .changeSettings(let values):
      return values.sorted { $0.key.text < $1.key.text }
        .map { key, new in
          tr("\(key.text): now \(recorder.settings[key] ?? "-"), then \(new)")
        }
    case .setClock(let time):
      let format = context.clockFormat
      return [
        tr("Its clock: now \(format.text(context.deviceTime)), then \(format.text(time))"),
        tr("Recordings keep the time that it showed when they were made."),
      ]
    case .accounts(let command): return lines(of: command, recorder)
    case .maintenance(.restart):
      return [tr("It restarts: nothing is recorded until it is back.")]
    case .maintenance(.factoryDefault(let keepsNetwork, _)):
      return [
        tr("Accounts, passwords and settings go back to factory state."),
        keepsNetwork
          ? tr("Its network settings stay.") : tr("Its address goes too: look for it afterwards."),
      ]
    default: return [tr("Something is changed at the recorder.")]
    }
  }

  private static func lines(
    of command: AccountCommand, _ recorder: RecorderSnapshot
  ) -> [Phrase] {
    switch command {
    case .add(let details, _):
      return [tr("User \(details.name.text): now none, then \(details.group)")]
    case .remove(let name):
      return [tr("User \(name.text): now \(recorder.account(name)?.group ?? "-"), then none")]
    case .setPassword(let name, _, let group):
      let now = recorder.account(name)?.group ?? "-"
      return [tr("User \(name.text): now \(now), then \(group ?? now), with a new password")]
        + passwordLines
    case .changePassword:
      let name = recorder.session?.account.text ?? "-"
      return [tr("User \(name): a new password, and you go on with it")] + passwordLines
    case .setQuestions, .change: return passwordLines
    }
  }

  private static var passwordLines: [Phrase] {
    [
      tr("The password of an ONVIF account is changed at once, for everybody who uses it."),
      tr("The account of its own menu may be another one."),
    ]
  }
}

extension RecorderCommand {
  /// Whether nobody could put it right from here: the recorder's name is typed before it.
  fileprivate var isGrave: Bool {
    switch self {
    case .maintenance, .accounts(.remove): true
    case .changeSettings(let values): values.keys.contains { $0.text.hasPrefix("network.") }
    default: false
    }
  }
}

/// What has to be typed before something grave is done.
struct TypedAnswer: Sendable {
  let text: String
  let label: Phrase
  /// What is asked for.
  let why: Phrase
  /// What is said of another answer.
  let wrong: Phrase

  /// As much as anybody is asked to type.
  static let longest = 64

  /// The first of these names that is one, as far as it is typed. Never nothing: an empty answer would be
  /// given by Enter alone.
  static func name(_ candidates: String...) -> String {
    let named = candidates.lazy.map { name in
      var cut = name.prefix(longest)
      while cut.last == " " { cut.removeLast() }
      return String(cut.drop { $0 == " " })
    }
    return named.first { name in name.contains { $0.isLetter || $0.isNumber } } ?? "recorder"
  }

  init(_ text: String, label: Phrase, _ why: Phrase, wrong: Phrase) {
    self.text = text
    self.label = label
    self.why = why
    self.wrong = wrong
  }
}
