import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The client software on the laptop: it has the recorder once somebody who could sign in
/// registered it, and asks for the e-mail with a code where the password is lost.
package struct ClientPage: Screen {
  private enum Field: Equatable, Sendable { case email, user, password, register, mail }

  private var registration = Form<Field>([
    FormField(.email, tr("E-mail of the client"), .text(TextField(limit: 64))),
    FormField(.user, tr("User name"), .text(TextField("admin", limit: 24))),
    FormField(.password, tr("Password"), .text(TextField(limit: 24, isSecret: true))),
    .gap, FormField(.register, tr("Register"), .button(.standard)),
  ])
  private var reset = Form<Field>([
    FormField(.mail, tr("Forgot password: send the e-mail"), .button(.standard))
  ])
  private var message: (text: Phrase, role: Role)?
  /// Whether the recorder's answer is awaited: what a job of the IP Manager is refused comes here too.
  private var isAsking = false

  package let name = "client"
  package let help = [
    "Client software on a laptop logs in to recorders over the network. Registered with an e-mail "
      + "address, it can have a recorder send a code there; the code is typed at the recorder, "
      + "Restore Password, tab Client.",
    "Wrong passwords count like those at the recorder itself.",
  ]
  package var takesText: Bool { isRegistering && registration.takesText }
  /// Kept from the last event or key.
  private var isRegistering = true

  package func hints(in context: ScreenContext) -> [KeyHint] {
    FormKeys.hints(for: isRegistering ? registration : reset)
      .filter { !$0.keys.contains(.escape) }
  }

  private func isRegistered(_ context: ScreenContext) -> Bool {
    context.recorder.cloud.clientEmail != nil
  }

  package mutating func entered(in context: ScreenContext) -> Outcome {
    isRegistering = !isRegistered(context)
    return .stay
  }

  /// Where the form stands, below what is known of the recorder.
  private func formArea(_ area: Rect) -> Rect {
    area.inset(rows: 0, columns: 2).droppingTop(7).left(min(70, area.columns - 4))
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    isRegistering = !isRegistered(context)
    let area = formArea(context.area)
    var reset = presented(context)
    let response =
      isRegistering
      ? registration.respond(to: input, in: area) : reset.respond(to: input, in: area)
    switch response {
    case .pressed(.register): return register(context)
    case .pressed(.mail):
      message = nil
      isAsking = true
      return .recorder(.cloud(.requestClientMail))
    case .pressed(.email), .pressed(.user), .pressed(.password), .changed: return .stay
    case .escaped: return .go(.monitor)
    case .handled(let outcome): return outcome
    }
  }

  private mutating func register(_ context: ScreenContext) -> Outcome {
    message = nil
    guard context.recorder.hasNetworkLink, context.recorder.power == .running else {
      return .say(.warning(tr("The recorder does not answer: look at its power and its cable.")))
    }
    guard let laptop = context.desk.surroundings.laptop.setup else {
      return .perform(.network(.discover))
    }
    isAsking = true
    let outcome = Outcome.recorder(
      .cloud(
        .registerClient(
          email: registration.text(.email), AccountName(registration.text(.user)),
          Secret(registration.text(.password)), from: laptop.address.description)))
    registration.setText(.password, "")
    return outcome
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    isRegistering = !isRegistered(context)
    switch event {
    case .recorder(.cloud(.clientRegistered(let email))):
      message = email.map { (tr("✓ Registered: codes go to \($0)."), .success) }
      return .stay
    case .recorder(.logged(let entry)) where entry.action == .recoveryMailAsked(.client):
      message = (
        tr("✓ Asked for: the code goes to the client's address. Type it at the recorder."), .success
      )
      return .stay
    case .recorder(.refused(let refusal)) where isAsking:
      isAsking = false
      message = ("▲ \(Words.of(refusal, at: context.now))", .error)
      return .stay
    default: return .ignored
    }
  }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    isAsking = false
    return .ignored
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var form = reset
    form.setEnabled(.mail, context.recorder.unavailability(of: .client) == nil, why: why(context))
    return form
  }

  private func why(_ context: ScreenContext) -> Phrase {
    context.recorder.unavailability(of: .client).map { Words.of($0, in: context) } ?? ""
  }

  /// What is known of the recorder.
  private func facts(_ context: ScreenContext) -> [(label: String, text: String, role: Role)] {
    let recorder = context.recorder
    let address = recorder.settings[.networkAddress] ?? "-"
    let answers = recorder.hasNetworkLink && recorder.power == .running
    return [
      (tr("Recorder"), recorder.settings[.deviceName] ?? recorder.profile.identity.model, .strong),
      (tr("Web page"), "http://\(address):\(recorder.settings[.httpPort] ?? "80")", .text),
      (
        tr("State"), answers ? tr("● online") : tr("○ does not answer"),
        answers ? .success : .warning
      ),
      (
        tr("Registered"),
        recorder.cloud.clientEmail.map { tr("✓ codes go to \($0)") } ?? tr("not by this client"),
        recorder.cloud.clientEmail == nil ? .quiet : .success
      ),
    ]
  }

  /// The form that there is at the moment.
  private func form(_ context: ScreenContext) -> Form<Field> {
    isRegistered(context) ? presented(context) : registration
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline()
    for fact in facts(context) {
      outline.add(OutlineItem(fact.label, .reading, value: .text(fact.text)))
    }
    outline.append(form(context).outline())
    outline.say(message?.text.spoken ?? "")
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let inner = area.inset(rows: 0, columns: 2)
    for (row, fact) in facts(context).enumerated() {
      canvas.writeFitted(
        fact.label, row: inner.row + 1 + row, column: inner.column, columns: 14, .quiet)
      canvas.writeFitted(
        fact.text, row: inner.row + 1 + row, column: inner.column + 15,
        columns: inner.columns - 15, fact.role)
    }
    let form = form(context)
    let formArea = formArea(area)
    form.draw(on: &canvas, in: formArea)
    guard let message else { return }
    let used = form.neededRows(columns: formArea.columns) + 1
    canvas.writeWrapped(message.text.spoken, in: formArea.droppingTop(used), message.role)
  }
}
