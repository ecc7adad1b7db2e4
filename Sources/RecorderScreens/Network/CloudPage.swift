import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Network > App: the app account that has the recorder, and the QR code that binds it.
package struct CloudPage: Screen {
  package let name = "app-binding"
  package let help = [
    "A recorder that is bound to an app account tells the phone of alarms, shows it live pictures "
      + "and gives it a code where the password is lost. Show the QR code here and scan it with the "
      + "phone's app (F4). A reset of the network settings ends the binding."
  ]

  package enum Action: Hashable, Sendable { case offer, unbind, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.enter], action: .offer, label: "Show the QR code",
      help: "Shows the QR code that binds the recorder, for some minutes."),
    KeyBinding(
      keys: [.character("u")], action: .unbind, label: "Unbind",
      help: "Takes the recorder away from its app account, after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    CloudPage.map.hints { action in
      switch action {
      case .offer: whyNoOffer(context)
      case .unbind where context.recorder.cloud.binding == nil: tr("The recorder is not bound.")
      default: nil
      }
    }
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    context.recorder.cloud.offer.map { context.nextCount(until: $0.until) }
  }

  private func whyNoOffer(_ context: ScreenContext) -> Phrase? {
    let recorder = context.recorder
    guard let app = recorder.profile.recovery.app else { return Words.of(.notOffered) }
    if recorder.firmware < app.code.minimumFirmware.value {
      return Words.of(
        .needsFirmware(app.code.minimumFirmware.value, has: recorder.firmware), at: context.now)
    }
    return context.whyNot(.cloud, .network)
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    guard case .key(let key) = input, let action = CloudPage.map.action(for: key) else {
      return .ignored
    }
    switch action {
    case .back: return .pop
    case .offer:
      if let why = whyNoOffer(context) { return .say(.warning(why)) }
      return .recorder(.cloud(.offerBinding))
    case .unbind:
      guard context.recorder.cloud.binding != nil else {
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
        Question.Answer(tr("Unbind"), .danger, .recorder(.cloud(.unbind))),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let code = code(context)
    let beside = code.flatMap { besideText($0, in: area) }
    if let code, let beside { code.draw(on: &canvas, in: beside.code) }
    let text = beside?.text ?? area
    var used = 0
    for (sentence, role) in sentences(context) {
      used += canvas.writeWrapped(sentence, in: text.droppingTop(used), role) + 1
    }
    if beside == nil { code?.draw(on: &canvas, in: area.droppingTop(used)) }
  }

  package func outline(in context: ScreenContext) -> Outline {
    let sentences = sentences(context).map(\.text)
    var outline = Outline(sentences: sentences)
    guard let code = code(context), besideText(code, in: context.area) == nil else {
      return outline
    }
    let used = sentences.map { Canvas.wrap($0, columns: context.area.columns).count + 1 }
    let rest = context.area.droppingTop(used.reduce(0, +))
    outline.say(code.apology(in: rest, window: context.window)?.spoken ?? "")
    return outline
  }

  private func code(_ context: ScreenContext) -> QRCode? {
    guard let offer = context.recorder.cloud.offer else { return nil }
    let payload = offer.payload(of: context.profile.identity)
    return context.assets.qrCodes[payload].map { QRCode($0, in: context) }
  }

  /// The fewest columns that the text beside the QR code is readable in.
  private static let narrowestText = 22

  /// The QR code at the left, the text at the right; nil where there is no room for both.
  private func besideText(_ code: QRCode, in area: Rect) -> (code: Rect, text: Rect)? {
    let size = code.neededSize
    guard size.rows <= area.rows, size.columns + 2 + CloudPage.narrowestText <= area.columns
    else { return nil }
    return (area.left(size.columns).top(size.rows), area.droppingLeft(size.columns + 2))
  }

  /// Who has the recorder, and how it is bound.
  private func sentences(_ context: ScreenContext) -> [(text: String, role: Role)] {
    guard let offer = context.recorder.cloud.offer else {
      return [
        standing(context),
        (tr("Enter shows the QR code. Scan it with the phone's app: F4."), .quiet),
      ]
    }
    let left = context.countdown(until: offer.until)
    return [
      standing(context), (tr("Scan it with the phone's app (F4): valid for \(left)."), .strong),
    ]
  }

  private func standing(_ context: ScreenContext) -> (text: String, role: Role) {
    let recorder = context.recorder
    if let why = whyNoOffer(context), recorder.profile.recovery.app == nil {
      return (why.spoken, .quiet)
    }
    guard let binding = recorder.cloud.binding else {
      return (tr("▲ Not bound: no app can help when the password is lost."), .warning)
    }
    let since = context.clockFormat.text(binding.shownSince)
    return (tr("✓ Bound to the app account “\(binding.account)” since \(since)."), .success)
  }
}
