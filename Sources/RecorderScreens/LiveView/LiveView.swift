import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the recorder's monitor shows when no menu is open: its cameras, or how it starts.
package struct LiveView: Screen {
  private(set) var layout = LiveLayout()

  package init() {}

  /// The panel to log in at.
  package static var signIn: any Screen { SignInPanel() }

  package let name = "live-view"
  package let help = [
    "The cameras of this recorder. Enter opens the login panel, or the Start menu for whoever "
      + "is logged in; the Start menu is also where to search recordings and to shut down.",
    "The arrows choose a channel: Enter then fills the screen with it, Esc goes back. 1, 4, 9 and 0 "
      + "show so many channels at once (0: sixteen), n and p the next and the previous ones; r has "
      + "them go round by themselves.",
    "b plays the last five minutes of the chosen channel, i writes its picture to the USB stick; + "
      + "and - zoom in the full screen. m records the chosen channel by hand, or all of them where "
      + "none is chosen, until m again or until the power goes.",
    "t turns the chosen channel's camera, where it is one that turns: Camera > PTZ says so.",
  ]

  package enum Action: Hashable, Sendable {
    case open, startMenu, choose, layout, turn, round, zoom, snapshot, instant, record, ptz, back,
      skip
  }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.enter], action: .open, label: "Log in",
      help: "The login panel; for whoever is logged in, the Start menu."),
    KeyBinding(
      keys: [.character(" "), .character("s")], action: .startMenu, label: "Start menu",
      help: "The Start menu at the bottom left."),
    KeyBinding(
      keys: [.left, .right, .up, .down], action: .choose, label: "Channel",
      help: "Chooses a channel; Enter then fills the screen with it."),
    KeyBinding(
      keys: [.character("1"), .character("4"), .character("9"), .character("0")], action: .layout,
      label: "Layout", help: "Shows 1, 4, 9 or 16 channels at once.", isOnBar: false),
    KeyBinding(
      keys: [.character("n"), .character("p")], action: .turn, label: "Next",
      help: "The next channels, or the previous ones, where not all fit.", isOnBar: false),
    KeyBinding(
      keys: [.character("r")], action: .round, label: "Sequence",
      help: "The channels follow one another by themselves; again: they stay.", isOnBar: false),
    KeyBinding(
      keys: [.character("b")], action: .instant, label: "Last 5 min",
      help: "Plays the last five minutes of the chosen channel.", isOnBar: false),
    KeyBinding(
      keys: [.character("i")], action: .snapshot, label: "Snapshot",
      help: "Writes the chosen channel's picture to the USB stick.", isOnBar: false),
    KeyBinding(
      keys: [.character("m")], action: .record, label: "Record",
      help: "Begins or ends recording the chosen channel by hand; all where none is chosen.",
      isOnBar: false),
    KeyBinding(
      keys: [.character("t")], action: .ptz, label: "PTZ",
      help: "Turns the chosen channel's camera, where it is one that turns.", isOnBar: false),
    KeyBinding(
      keys: [.character("+"), .character("-")], action: .zoom, label: "Zoom",
      help: "Larger and smaller, in the full screen; the arrows then move the part that shows.",
      isOnBar: false),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "Back from the full screen, the sequence or the choice.", isOnBar: false),
  ])

  static let startingMap = KeyMap<Action>([
    KeyBinding(
      keys: [.character(" "), .enter], action: .skip, label: "Don't wait",
      help: "Practice time goes on to the moment when the recorder runs.")
  ])

  package func title(in context: ScreenContext) -> Phrase? {
    switch context.recorder.power {
    case .off: tr("no picture")
    case .starting: tr("starting")
    case .upgrading: tr("upgrading")
    case .resetting: tr("resetting")
    case .running: tr("Live view")
    }
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    switch context.recorder.power {
    case .off: []
    case .starting, .upgrading, .resetting:
      context.capabilities.isPractice ? LiveView.startingMap.hints() : []
    case .running:
      Array(runningHints.dropFirst(context.recorder.session == nil ? 0 : 1))
    }
  }

  private var runningHints: [KeyHint] {
    var back = layout
    let leads = back.stepBack()
    var hints = LiveView.map.hints { action in
      action == .back && !leads ? tr("Nothing lies behind the live view.") : nil
    }
    for place in hints.indices where leads && hints[place].keys.contains(.escape) {
      hints[place].isOnBar = true
    }
    return hints
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    switch context.recorder.power {
    case .starting, .upgrading, .resetting: context.now + .milliseconds(250)
    case .running:
      effective(context).nextTurn(
        context.profile.channels.count, at: context.now, each: sequenceTime(context))
    case .off: nil
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch context.recorder.power {
    case .off: return .ignored
    case .starting(_, let until), .upgrading(_, let until, _), .resetting(_, let until):
      return skip(input, until: until, context)
    case .running: break
    }
    if case .mouse(let event) = input { return click(event, context) }
    guard case .key(let key) = input, let action = LiveView.map.action(for: key) else {
      return .ignored
    }
    let channels = context.profile.channels.count
    layout = effective(context)
    switch action {
    case .open:
      guard layout.chosen != nil, !layout.isFull else { return open(context) }
      layout.fill()
    case .startMenu: return .push(StartMenu(channel: channelAtHand(context)))
    case .choose: layout.move(key, channels)
    case .layout: return choose(layout: key, channels)
    case .turn: layout.turn(key == .character("n") ? 1 : -1, channels)
    case .round: return goRound(context)
    case .zoom: return zoom(key)
    case .instant: return playLast(context)
    case .snapshot: return takeSnapshot(context)
    case .record: return recordByHand(context)
    case .ptz: return PTZScreen.open(channelAtHand(context), context)
    case .back: return layout.stepBack() ? .stay : .ignored
    case .skip: return .ignored
    }
    return .stay
  }

  private mutating func choose(layout key: Key, _ channels: Int) -> Outcome {
    let counts: [Key: Int] = [
      .character("1"): 1, .character("4"): 4, .character("9"): 9, .character("0"): 16,
    ]
    guard let count = counts[key], LiveLayout.offered(channels).contains(count) else {
      return .say(
        .warning(
          channels == 1
            ? tr("This recorder has 1 channel: one tile shows it.")
            : tr("This recorder has \(channels) channels: fewer tiles show them all.")))
    }
    layout.choose(tiles: count, channels)
    return .stay
  }

  private mutating func zoom(_ key: Key) -> Outcome {
    guard layout.isFull else {
      return .say(Notice(tr("Choose a channel and fill the screen with it: Enter. Then + and -.")))
    }
    layout.magnify(by: key == .character("+") ? 1 : -1)
    let level = layout.zoom.level
    return .say(Notice(level == 1 ? tr("The whole picture.") : tr("Zoom: \(level) times.")))
  }

  /// The chosen channel, 1, 2, 3 …, or the first that shows.
  private func channelAtHand(_ context: ScreenContext) -> Int {
    let shown = layout.shown(
      context.profile.channels.count, at: context.now, each: sequenceTime(context))
    return (layout.chosen ?? shown.first ?? 0) + 1
  }

  private func playLast(_ context: ScreenContext) -> Outcome {
    guard context.recorder.session != nil else { return .push(SignInPanel()) }
    return .push(
      Playback(channel: channelAtHand(context), from: context.deviceTime - .minutes(5)))
  }

  private func takeSnapshot(_ context: ScreenContext) -> Outcome {
    let recorder = context.recorder
    let channel = channelAtHand(context)
    guard recorder.session != nil else { return .push(SignInPanel()) }
    guard recorder.allows(.backup, channel: channel) else {
      return .say(.warning(Words.of(.notAllowed(.backup), at: context.now)))
    }
    let name = context.profile.channels[channel - 1].scene
    guard recorder.cameras.channels[channel - 1] != .covered else {
      return .say(.warning(Words.of(.tampered(channel))))
    }
    guard recorder.cameras.channels[channel - 1] == .live,
      let scene = name.flatMap({ context.assets.scenes[$0] })
    else { return .say(.warning(tr("Channel \(channel) has no picture."))) }
    let time = recorder.deviceTime(at: context.motionTime)
    let motion = recorder.motion(at: channel, now: context.motionTime)
    let snapshot = Snapshot(
      channel: channel, scene: scene, time: time,
      frame: motion.flatMap { ScenePainter.frame(of: scene, in: $0, at: context.motionTime) },
      settings: PictureSettings(recorder.settings, channel: channel, at: time),
      view: recorder.view(of: channel))
    return .file(.write(name: snapshot.name, text: snapshot.text))
  }

  private func recordByHand(_ context: ScreenContext) -> Outcome {
    let recorder = context.recorder
    guard recorder.session != nil else { return .push(SignInPanel()) }
    if let why = context.whyNot(.recordings, .record) { return .say(.warning(why)) }
    let withPicture = recorder.cameras.channels.indices.filter {
      recorder.cameras.channels[$0].hasPicture
    }
    if let chosen = layout.chosen, !withPicture.contains(chosen) {
      return .say(.warning(tr("Channel \(chosen + 1) has no picture.")))
    }
    let channels = layout.chosen.map { [$0 + 1] } ?? withPicture.map { $0 + 1 }
    let isOn = !channels.allSatisfy(recorder.recordings.byHand.contains)
    return .recorder(.recordByHand(channels, isOn))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.logged(let entry)) = event, case .recordedByHand = entry.action else {
      return .ignored
    }
    return .say(.success(Words.of(entry.action)))
  }

  private mutating func goRound(_ context: ScreenContext) -> Outcome {
    let channels = context.profile.channels.count
    guard layout.count(channels) < channels else {
      return .say(Notice(tr("All channels are on the screen. Choose fewer: 1 or 4.")))
    }
    layout.goRound(channels, at: context.now, each: sequenceTime(context))
    return .say(
      Notice(layout.roundSince == nil ? tr("The channels stay.") : tr("The channels go round.")))
  }

  /// The layout with as many tiles as the menu is set to, until somebody chooses others.
  func effective(_ context: ScreenContext) -> LiveLayout {
    var layout = layout
    if layout.tiles == nil {
      layout.tiles = Int(context.recorder.settings[.liveLayout] ?? "")
    }
    return layout
  }

  /// How long each channel or group shows while they go round.
  func sequenceTime(_ context: ScreenContext) -> Interval {
    .seconds(context.recorder.settings[.sequenceTime].flatMap { Int64($0) } ?? 5)
  }

  private mutating func click(_ event: MouseEvent, _ context: ScreenContext) -> Outcome {
    guard event.kind == .press || event.kind == .doubleClick else { return .ignored }
    guard event.row < context.area.endRow - 1 else {
      return .push(StartMenu(channel: channelAtHand(context)))
    }
    guard context.recorder.session != nil else { return open(context) }
    layout = effective(context)
    let channels = context.profile.channels.count
    let shown = layout.shown(channels, at: context.now, each: sequenceTime(context))
    let tiles = context.area.droppingBottom(1)
    let hit = shown.indices.first {
      LiveLayout.spot($0, of: layout.count(channels), in: tiles).contains(event.point)
    }
    if let hit { layout.pick(shown[hit]) }
    return .stay
  }

  private func open(_ context: ScreenContext) -> Outcome {
    context.recorder.session == nil
      ? .push(SignInPanel()) : .push(StartMenu(channel: channelAtHand(context)))
  }

  private func skip(
    _ input: InputEvent, until: Timestamp, _ context: ScreenContext
  ) -> Outcome {
    guard case .key(let key) = input, LiveView.startingMap.action(for: key) != nil,
      context.capabilities.isPractice, until > context.now
    else { return .ignored }
    return .perform(.letPass(until - context.now))
  }
}
