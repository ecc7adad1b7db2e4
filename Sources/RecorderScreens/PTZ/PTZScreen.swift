import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The control of a camera that turns, beside its picture.
package struct PTZScreen: Screen {
  private let channel: Int
  private var speed = CameraSpeed.normal
  /// What the next digit does.
  private var digitMeans = PTZPanel.Digit.goTo
  /// Whether nothing answered when the camera was last told to turn.
  private var isSilent = false
  /// What is said where a press changes nothing.
  private var unchanged: Phrase?

  /// Opens the control for channel 1, 2, 3 ….
  init(channel: Int) { self.channel = channel }

  package let name = "ptz-control"
  package let help = [
    "Turns the camera of this channel: the arrows turn it, + and - zoom, h goes back to where it "
      + "looked at first. v changes how far one press goes.",
    "A digit goes to the preset of that number; s and a digit keeps the present view as one, d and a "
      + "digit deletes one. The log tells of presets, not of every turn.",
    "A recorder does not know whether a camera hears it: with another protocol, address or baud rate "
      + "than the camera's nothing moves. At practice Information > Sources tells what the camera "
      + "answers to.",
    "Recordings do not keep where the camera looked: playback and backup show what it sees at home.",
  ]

  package enum Action: Hashable, Sendable {
    case turn, zoom, preset, save, remove, speed, home, back
  }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.left, .right, .up, .down], action: .turn, label: "Move", help: "Turns the camera."),
    KeyBinding(
      keys: [.character("+"), .character("-")], action: .zoom, label: "Zoom",
      help: "Shows less, larger; or more, smaller."),
    KeyBinding(
      keys: (1...9).map { .character(Character("\($0)")) }, action: .preset, label: "Preset",
      help: "Goes to the preset of that number."),
    KeyBinding(
      keys: [.character("s")], action: .save, label: "Save",
      help: "Keeps the present view as a preset: the digit follows."),
    KeyBinding(
      keys: [.character("d")], action: .remove, label: "Delete",
      help: "Deletes a preset: the digit follows."),
    KeyBinding(
      keys: [.character("v")], action: .speed, label: "Speed",
      help: "Slow, normal or fast: how far one press goes."),
    KeyBinding(
      keys: [.character("h"), .home], action: .home, label: "Home",
      help: "Back to where the camera looked at first."),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back", help: "Back to the live view."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("PTZ control") }
  package func hints(in context: ScreenContext) -> [KeyHint] { PTZScreen.map.hints() }

  // MARK: Who may

  /// Why the camera of a channel cannot be turned; nil where the recorder tries.
  static func whyNot(_ channel: Int, _ context: ScreenContext) -> Phrase? {
    if let why = context.whyNot(.ptz) { return why }
    guard context.recorder.session != nil else {
      return Words.of(.signInNeeded, at: context.now)
    }
    if let why = context.whyNot(.ptz, .camera) { return why }
    guard context.recorder.allows(.live, channel: channel) else {
      return Words.of(.notAllowed(.live), at: context.now)
    }
    return context.recorder.problem(turning: channel).map {
      Words.of(.camera($0), at: context.now)
    }
  }

  /// Opens the control, or says why not; whoever is not logged in may do so first.
  static func open(_ channel: Int, _ context: ScreenContext) -> Outcome {
    guard let why = whyNot(channel, context) else { return .push(PTZScreen(channel: channel)) }
    let says = Outcome.say(.warning(why))
    return context.recorder.session == nil ? .all([.push(SignInPanel()), says]) : says
  }

  // MARK: Keys

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    guard case .key(let key) = input, let action = PTZScreen.map.action(for: key) else {
      return .ignored
    }
    let meant = digitMeans
    digitMeans = .goTo
    switch action {
    case .turn, .zoom: return turn(key)
    case .preset: return usePreset(key, meant, context)
    case .save: digitMeans = .save
    case .remove: digitMeans = .remove
    case .speed:
      let all = CameraSpeed.allCases
      let place = all.firstIndex(of: speed) ?? 0
      speed = all[(place + 1) % all.count]
    case .home:
      unchanged = tr("The camera is at home.")
      return .recorder(.ptz(.goHome(channel: channel)))
    case .back: return meant == .goTo ? .pop : .stay
    }
    return .stay
  }

  private mutating func turn(_ key: Key) -> Outcome {
    let moves: [Key: CameraMove] = [
      .left: .left, .right: .right, .up: .up, .down: .down, .character("+"): .zoomIn,
      .character("-"): .zoomOut,
    ]
    guard let move = moves[key] else { return .ignored }
    unchanged = tr("The camera goes no further.")
    return .recorder(.ptz(.turn(channel: channel, move, speed)))
  }

  private func usePreset(
    _ key: Key, _ meant: PTZPanel.Digit, _ context: ScreenContext
  ) -> Outcome {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else {
      return .ignored
    }
    let isThere = context.recorder.presets(of: channel).contains { $0.number == number }
    switch meant {
    case .goTo: return .recorder(.ptz(.goToPreset(number, channel: channel)))
    case .save:
      let save = Outcome.recorder(.ptz(.savePreset(number, channel: channel)))
      guard isThere else { return save }
      return .push(
        Question(
          title: tr("Replace preset \(number)?"), tr("The view that it goes to now is lost."),
          answers: [
            Question.Answer(tr("Replace"), .danger, save),
            Question.Answer(tr("Cancel"), .standard),
          ]))
    case .remove:
      let remove = Outcome.recorder(.ptz(.removePreset(number, channel: channel)))
      guard isThere else { return remove }
      return .push(
        Question(
          title: tr("Delete preset \(number)?"), tr("The view that it goes to now is lost."),
          answers: [
            Question.Answer(tr("Delete"), .danger, remove),
            Question.Answer(tr("Cancel"), .standard),
          ]))
    }
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.cameras(.turned)):
      isSilent = false
      unchanged = nil
      return .stay
    case .recorder(.logged(let entry)): return tell(entry.action)
    case .recorder(.refused(let refusal)):
      isSilent = refusal == .camera(.doesNotTurn(channel))
      unchanged = nil
      return .ignored
    default: return .ignored
    }
  }

  private func tell(_ action: LogAction) -> Outcome {
    switch action {
    case .presetSaved(let number, channel): .say(.success(tr("Preset \(number) saved.")))
    case .presetCalled(let number, channel): .say(Notice(tr("Preset \(number).")))
    case .presetRemoved(let number, channel): .say(.success(tr("Preset \(number) deleted.")))
    default: .ignored
    }
  }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    guard let said = unchanged else { return .ignored }
    unchanged = nil
    return .say(Notice(said))
  }

  package mutating func unanswered(in context: ScreenContext) { unchanged = nil }

  // MARK: Drawing

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let width = PTZPanel.columns(in: area)
    CameraTile(live: channel, context).draw(on: &canvas, in: area.droppingRight(width + 1))
    panel(context).draw(on: &canvas, in: area.droppingLeft(area.columns - width))
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = CameraTile(live: channel, context).outline()
    outline.append(panel(context).outline())
    return outline
  }

  private func panel(_ context: ScreenContext) -> PTZPanel {
    PTZPanel(
      camera: context.profile.ptz(of: channel), view: context.recorder.view(of: channel),
      presets: context.recorder.presets(of: channel), speed: speed, digit: digitMeans,
      isSilent: isSilent)
  }
}
