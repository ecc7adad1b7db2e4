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
    guard let offer = context.recorder.cloud.offer else {
      let used = drawStanding(on: &canvas, in: area, context)
      canvas.writeWrapped(
        tr("Enter shows the QR code. Scan it with the phone's app: F4."),
        in: area.droppingTop(used + 1), .quiet)
      return
    }
    let payload = offer.payload(of: context.profile.identity)
    let code = context.assets.qrCodes[payload].map { QRCode($0, in: context) }
    guard let code, code.neededSize.rows <= area.rows,
      code.neededSize.columns + 2 + CloudPage.narrowestText <= area.columns
    else {
      let used = drawText(of: offer, on: &canvas, in: area, context)
      code?.draw(on: &canvas, in: area.droppingTop(used + 1))
      return
    }
    let size = code.neededSize
    code.draw(on: &canvas, in: area.left(size.columns).top(size.rows))
    drawText(of: offer, on: &canvas, in: area.droppingLeft(size.columns + 2), context)
  }

  /// The fewest columns that the text beside the QR code is readable in.
  private static let narrowestText = 22

  /// Writes who has the recorder and how long the QR code binds; returns the rows that it took.
  @discardableResult
  private func drawText(
    of offer: BindingOffer, on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) -> Int {
    let used = drawStanding(on: &canvas, in: area, context) + 1
    let left = context.countdown(until: offer.until)
    return used
      + canvas.writeWrapped(
        tr("Scan it with the phone's app (F4): valid for \(left)."),
        in: area.droppingTop(used), .strong)
  }

  /// Writes who has the recorder; returns the rows that it took.
  private func drawStanding(
    on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) -> Int {
    let recorder = context.recorder
    if let why = whyNoOffer(context), recorder.profile.recovery.app == nil {
      return canvas.writeWrapped(why.spoken, in: area, .quiet)
    }
    guard let binding = recorder.cloud.binding else {
      return canvas.writeWrapped(
        tr("▲ Not bound: no app can help when the password is lost."), in: area, .warning)
    }
    let since = context.clockFormat.text(binding.shownSince)
    return canvas.writeWrapped(
      tr("✓ Bound to the app account “\(binding.account)” since \(since)."), in: area, .success)
  }
}
