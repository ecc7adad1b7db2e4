import PracticeDesk
import RecorderEngine
import TextUI

/// Network > App: the app account that has the recorder, and the QR code that binds it.
struct CloudPage: Screen {
  let name = "app-binding"
  let help = [
    "A recorder that is bound to an app account tells the phone of alarms, shows it live pictures "
      + "and gives it a code where the password is lost. Show the QR code here and scan it with the "
      + "phone's app (F4). A reset of the network settings ends the binding.",
  ]

  enum Action: Hashable, Sendable { case offer, unbind, back }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.enter], action: .offer, label: "Show the QR code",
      help: "Shows the QR code that binds the recorder, for some minutes."),
    KeyBinding(
      keys: [.character("u")], action: .unbind, label: "Unbind",
      help: "Takes the recorder away from its app account, after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] {
    CloudPage.map.hints { action in
      switch action {
      case .offer: whyNoOffer(context)
      case .unbind where context.recorder.binding == nil: tr("The recorder is not bound.")
      default: nil
      }
    }
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    context.recorder.bindingOffer == nil ? nil : context.now + .seconds(1)
  }

  private func whyNoOffer(_ context: ScreenContext) -> String? {
    let recorder = context.recorder
    guard let app = recorder.profile.recovery.app else { return Words.of(.notOffered) }
    if recorder.firmware < app.code.minimumFirmware.value {
      return Words.of(
        .needsFirmware(app.code.minimumFirmware.value, has: recorder.firmware), at: context.now)
    }
    guard recorder.allows(.network) else {
      return Words.of(.notAllowed(.network), at: context.now)
    }
    return nil
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    guard case .key(let key) = input, let action = CloudPage.map.action(for: key) else {
      return .ignored
    }
    switch action {
    case .back: return .pop
    case .offer:
      if let why = whyNoOffer(context) { return .say(.warning(why)) }
      return .recorder(.offerBinding)
    case .unbind:
      guard context.recorder.binding != nil else {
        return .say(.warning(tr("The recorder is not bound.")))
      }
      return .push(CloudPage.unbindQuestion)
    }
  }

  private static var unbindQuestion: Question {
    Question(
      title: tr("Unbind?"),
      tr("The app loses the recorder: no live view, no alarms, no code when the password is lost."),
      answers: [
        Question.Answer(tr("Unbind"), .danger, .recorder(.unbind)),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let recorder = context.recorder
    var lines: [(String, Role)] = []
    if let why = whyNoOffer(context), recorder.profile.recovery.app == nil {
      lines.append((why, .quiet))
    } else if let binding = recorder.binding {
      let since = context.clockFormat.text(recorder.deviceTime(at: binding.since))
      lines.append((tr("✓ Bound to the app account «\(binding.account)» since \(since)."), .success))
    } else {
      lines.append((tr("▲ Not bound: no app can help when the password is lost."), .warning))
    }
    var row = area.row
    for (text, role) in lines {
      row += canvas.writeWrapped(text, in: area.droppingTop(row - area.row), role)
    }
    let rest = area.droppingTop(row - area.row + 1)
    guard let offer = recorder.bindingOffer else {
      canvas.writeWrapped(
        tr("Enter shows the QR code. Scan it with the phone's app: F4."), in: rest, .quiet)
      return
    }
    draw(offer, on: &canvas, in: rest, context)
  }

  private func draw(
    _ offer: BindingOffer, on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) {
    let left = (offer.until - context.now).countdown
    canvas.writeFitted(
      tr("Scan it with the phone's app (F4): it binds for \(left)."), row: area.row,
      column: area.column, columns: area.columns, .strong)
    let payload = offer.payload(of: context.profile.identity)
    guard let matrix = context.assets.qrCodes[payload] else { return }
    QRCode(matrix, in: context).draw(on: &canvas, in: area.droppingTop(1))
  }
}
