import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The back of the recorder: sockets, lights, the power switch, and the pinhole.
package struct BackPanel: Screen {
  package init() {}

  package let name = "back-panel"
  package let help = [
    "The reset hole lies between VGA and LAN. Space puts the paperclip in, Space again lets go; "
      + "the bar counts the seconds. What the button does, and after how long, differs from "
      + "recorder to recorder. The recorder must be on.",
    "The power switch cuts the power: no shutting down, whatever is going on.",
    "The network cable can be pulled out and put in again at any time. So can the cables of the "
      + "cameras, by the number of their sockets.",
    "C closes and opens the contact of sensor 1. The disk comes out and goes in while the power "
      + "is off.",
  ]

  package enum Action: Hashable, Sendable { case clip, power, cable, camera, contact, disk }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.character(" "), .enter], action: .clip, label: "Paperclip in",
      help: "Presses the reset button with the paperclip; again: lets go."),
    KeyBinding(
      keys: [.character("o")], action: .power, label: "Power switch",
      help: "Switches the power off or on."),
    KeyBinding(
      keys: [.character("n")], action: .cable, label: "Network cable",
      help: "Pulls the network cable out, or puts it in."),
    KeyBinding(
      keys: (1...9).map { .character(Character("\($0)")) }, action: .camera, label: "Camera cable",
      help: "Pulls the cable of that camera out of its socket, or puts it in.", isOnBar: false),
    KeyBinding(
      keys: [.character("c")], action: .contact, label: "Sensor",
      help: "Closes the contact of sensor 1, or opens it."),
    KeyBinding(
      keys: [.character("d")], action: .disk, label: "Disk",
      help: "Takes the disk out, or puts it in, while the power is off."),
  ])

  /// The last thing that happened at the back.
  private(set) var message: Notice?

  package func title(in context: ScreenContext) -> Phrase? {
    .verbatim(context.profile.identity.model)
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    var hints = BackPanel.map.hints { action in
      if let why = context.whyNot(.hands) { return why }
      if action == .disk, context.recorder.power != .off {
        return Words.of(.disk(.powerIsOn), at: context.now)
      }
      return action == .contact ? whyNoSensor(context) : nil
    }
    if held(context) != nil { hints[0].label = tr("Let go") }
    hints[1].label = context.recorder.power == .off ? tr("Power on") : tr("Power off")
    hints[2].label = context.recorder.hasNetworkLink ? tr("Pull cable") : tr("Plug cable")
    return hints
  }

  func held(_ context: ScreenContext) -> Interval? {
    guard case .pressed(let since, _) = context.recorder.resetButton else { return nil }
    return context.now - since
  }

  private func blinks(_ context: ScreenContext) -> Bool {
    guard !context.isCalm, context.recorder.power == .running,
      let lights = context.profile.power.lights?.value
    else { return false }
    return lights.power.isBlinking || lights.disk.isBlinking && context.recorder.disk.takesFootage
      || lights.network.isBlinking && context.recorder.hasNetworkLink
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    if let held = held(context) {
      guard context.isCalm else { return context.now + .milliseconds(100) }
      return context.now + .milliseconds(1_000 - held.milliseconds % 1_000)
    }
    if case .starting = context.recorder.power { return context.now + .milliseconds(500) }
    if blinks(context) {
      return context.now + .milliseconds(1_000 - context.now.milliseconds % 1_000)
    }
    return nil
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if let why = context.whyNot(.hands), isMine(input) {
      return .say(.warning(why))
    }
    if case .mouse(let event) = input, event.kind == .press {
      return click(event.point, context)
    }
    guard case .key(let key) = input, let action = BackPanel.map.action(for: key) else {
      return .ignored
    }
    guard action == .camera else { return act(action, context) }
    guard case .character(let character) = key, let channel = character.wholeNumberValue else {
      return .ignored
    }
    return pullCamera(channel, context)
  }

  private func isMine(_ input: InputEvent) -> Bool {
    if case .key(let key) = input { BackPanel.map.action(for: key) != nil } else { false }
  }

  private mutating func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    switch action {
    case .clip:
      message = nil
      return .recorder(
        held(context) == nil ? .hands(.pressResetButton) : .hands(.releaseResetButton))
    case .power:
      guard context.recorder.power == .off else { return .push(BackPanel.powerQuestion) }
      return .recorder(.hands(.switchPower(on: true)))
    case .cable:
      return .recorder(.hands(.plugNetwork(!context.recorder.hasNetworkLink)))
    case .contact:
      if let why = whyNoSensor(context) { return .say(.warning(why)) }
      let isClosed = context.recorder.alarms.closedContacts.contains(1)
      return .recorder(.hands(.moveContact(sensor: 1, isClosed: !isClosed)))
    case .disk: return .recorder(.hands(.connectDisk(context.recorder.disk.state == .missing)))
    case .camera: return .stay
    }
  }

  private func whyNoSensor(_ context: ScreenContext) -> Phrase? {
    context.profile.setting(.sensor(1)) == nil
      ? tr("This recorder has no contacts for sensors.") : nil
  }

  private func pullCamera(_ channel: Int, _ context: ScreenContext) -> Outcome {
    guard context.profile.channels.indices.contains(channel - 1) else {
      return .say(.warning(tr("This recorder has no such camera socket.")))
    }
    guard context.profile.channels[channel - 1].scene != nil else {
      return .say(.warning(tr("No camera is connected to socket \(channel).")))
    }
    let isOut = context.recorder.cameras.unplugged.contains { $0.channel == channel }
    return .recorder(.hands(.plugCamera(channel: channel, isOut)))
  }

  private static var powerQuestion: Question {
    Question(
      title: tr("Cut the power?"),
      tr("The recorder stops at once. What somebody set up or waits for on its screen is lost."),
      answers: [
        Question.Answer(tr("Power off"), .danger, .recorder(.hands(.switchPower(on: false)))),
        Question.Answer(tr("Leave it on"), .standard),
      ])
  }

  private mutating func click(_ point: Point, _ context: ScreenContext) -> Outcome {
    let picture = BackPanelPicture(area: context.area, context: context)
    if picture.switchPlace.contains(point) { return act(.power, context) }
    if picture.networkPlace.contains(point) { return act(.cable, context) }
    if picture.contactPlace?.contains(point) == true { return act(.contact, context) }
    if let channel = picture.channel(at: point) { return pullCamera(channel, context) }
    return picture.holePlace.contains(point) ? act(.clip, context) : .stay
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.refused(.resetHoldTooShort(let held))):
      let short = Words.of(.resetHoldTooShort(held: held), at: context.now)
      let longer: Phrase = tr(" This recorder wants a longer hold.")
      message = .warning("\(short)\(longer)")
      return .stay
    case .recorder(.refused(.resetHoldTooLong(let held))):
      message = .warning(Words.of(.resetHoldTooLong(held: held), at: context.now))
      return .stay
    case .recorder(.refused(.notRunning)):
      message = .warning(tr("The button does nothing now: the recorder is not running."))
      return .stay
    case .recorder(.remote(.linkChanged(let isIn))):
      message = isIn ? .success(tr("The network cable is in.")) : .warning(tr("The cable is out."))
      return .ignored
    case .recorder(.cameras(.unplugged(let cameras))):
      message =
        cameras.isEmpty
        ? .success(tr("All camera cables are in."))
        : .warning(
          tr("Camera cables out: \(cameras.map { "\($0.channel)" }.joined(separator: ", "))"))
      return .ignored
    case .recorder(.alarms(.contactsChanged(let closed))):
      message = .success(closed.isEmpty ? tr("The contact is open.") : tr("The contact is closed."))
      return .ignored
    case .recorder(.disk(.changed(let disk))) where context.recorder.power == .off:
      message =
        disk == .missing ? .warning(tr("The disk is out.")) : .success(tr("The disk is in."))
      return .ignored
    case .recorder(.refused(.disk(let problem))):
      message = .warning(Words.of(.disk(problem), at: context.now))
      return .stay
    case .recorder(.power(.resetDone)):
      message = .success(tr("The recorder restarts. Watch it at the monitor: F2."))
      return .ignored
    case .recorder(.power(.changed(.running))):
      message = .success(tr("The recorder runs. The monitor is at F2."))
      return .ignored
    default: return .ignored
    }
  }
}

extension ResetButton {
  /// Whether it is pressed and has been for long enough.
  package var isLongEnough: Bool {
    if case .pressed(_, true) = self { true } else { false }
  }
}
