import PracticeDesk
import RecorderEngine
import TextUI

/// What the recorder's monitor shows when no menu is open: its cameras, or how it starts.
struct LiveView: Screen {
  let name = "live-view"
  let help = [
    "The cameras of this recorder. Enter opens the sign-in panel, or the Start menu for whoever "
      + "is signed in; the Start menu is also where to search recordings and to shut down."
  ]

  enum Action: Hashable, Sendable { case open, startMenu, skip }

  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.enter], action: .open, label: "Sign in",
      help: "The sign-in panel; for whoever is signed in, the Start menu."),
    KeyBinding(
      keys: [.character(" "), .character("s")], action: .startMenu, label: "Start menu",
      help: "The Start menu at the bottom left."),
  ])

  private static let startingMap = KeyMap<Action>([
    KeyBinding(
      keys: [.character(" "), .enter], action: .skip, label: "Don't wait",
      help: "Practice time goes on to the moment when the recorder runs.")
  ])

  func title(in context: ScreenContext) -> String? {
    switch context.recorder.power {
    case .off: "no picture"
    case .starting: "starting"
    case .upgrading: tr("upgrading")
    case .running: "Live view"
    }
  }

  func hints(in context: ScreenContext) -> [KeyHint] {
    switch context.recorder.power {
    case .off: []
    case .starting, .upgrading:
      context.capabilities.isPractice ? LiveView.startingMap.hints() : []
    case .running:
      context.recorder.session == nil
        ? LiveView.map.hints() : Array(LiveView.map.hints().dropFirst())
    }
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    switch context.recorder.power {
    case .starting, .upgrading: context.now + .milliseconds(250)
    case .off, .running: nil
    }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch context.recorder.power {
    case .off: return .ignored
    case .starting(_, let until), .upgrading(_, let until, _):
      return skip(input, until: until, context)
    case .running: break
    }
    if case .mouse(let event) = input, event.kind == .press {
      return event.row >= context.area.endRow - 1 ? .push(StartMenu()) : open(context)
    }
    guard case .key(let key) = input else { return .ignored }
    switch LiveView.map.action(for: key) {
    case .open: return open(context)
    case .startMenu: return .push(StartMenu())
    default: return .ignored
    }
  }

  private func open(_ context: ScreenContext) -> Outcome {
    context.recorder.session == nil ? .push(SignInPanel()) : .push(StartMenu())
  }

  private func skip(
    _ input: InputEvent, until: Timestamp, _ context: ScreenContext
  ) -> Outcome {
    guard case .key(let key) = input, LiveView.startingMap.action(for: key) != nil,
      context.capabilities.isPractice, until > context.now
    else { return .ignored }
    return .perform(.letPass(until - context.now))
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    switch context.recorder.power {
    case .off: drawOff(on: &canvas, in: area)
    case .starting(let since, let until):
      let whole = max(1, (until - since).milliseconds)
      let percent = (context.now - since).milliseconds * 100 / whole
      drawStart(percent: percent, on: &canvas, in: area, context)
    case .upgrading(let since, let until, let version):
      let whole = max(1, (until - since).milliseconds)
      let percent = (context.now - since).milliseconds * 100 / whole
      UpgradePicture(percent: percent, version: version, model: context.profile.identity.model)
        .draw(on: &canvas, in: area)
    case .running:
      if context.hidesPreview {
        drawHidden(on: &canvas, in: area.droppingBottom(1))
      } else {
        drawTiles(on: &canvas, in: area.droppingBottom(1), context)
      }
      StatusBar(context: context).draw(on: &canvas, in: area.bottom(1))
    }
  }

  private func drawOff(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .backdrop)
    canvas.writeFitted(
      "The recorder is off. Its power switch is at the back: F3.",
      row: area.row + area.rows / 2, column: area.column, columns: area.columns, .quiet,
      align: .centre)
    canvas.cursor = Point(row: area.row, column: area.column)
  }

  private func drawHidden(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .backdrop)
    canvas.writeFitted(
      tr("This recorder shows no picture before somebody signs in: Enter."),
      row: area.row + area.rows / 2, column: area.column, columns: area.columns, .quiet,
      align: .centre)
  }

  private func drawStart(
    percent: Int64, on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) {
    canvas.fill(area, .text)
    let identity = context.profile.identity
    let box = area.centred(rows: 7, columns: min(52, area.columns - 4))
    let lines: [(Int, String, Role)] = [
      (0, identity.model, .accent), (1, "firmware \(context.recorder.firmware)", .quiet),
      (5, startStage(percent), .quiet),
    ]
    for (row, text, role) in lines {
      canvas.writeFitted(
        text, row: box.row + row, column: box.column, columns: box.columns, role, align: .centre)
    }
    ProgressBar(fraction: Double(percent) / 100).draw(on: &canvas, in: box.droppingTop(3).top(1))
    canvas.cursor = Point(row: box.row + 5, column: box.column)
  }

  private func startStage(_ percent: Int64) -> String {
    switch percent {
    case ..<25: "checking memory"
    case ..<55: "looking for the disk"
    case ..<80: "opening the recordings"
    default: "connecting the cameras"
    }
  }

  private func drawTiles(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    let channels = context.profile.channels
    let side = channels.count <= 1 ? 1 : channels.count <= 4 ? 2 : channels.count <= 9 ? 3 : 4
    canvas.fill(area, .text)
    for place in 0..<min(channels.count, side * side) {
      let top = area.rows * (place / side) / side
      let left = area.columns * (place % side) / side
      let spot = Rect(
        row: area.row + top, column: area.column + left,
        rows: area.rows * (place / side + 1) / side - top,
        // A blank column keeps neighbours apart; lines at both sides would cost more bytes than
        // the pictures.
        columns: area.columns * (place % side + 1) / side - left - (place % side < side - 1 ? 1 : 0)
      )
      tile(place, context).draw(on: &canvas, in: spot)
    }
  }

  private func tile(_ place: Int, _ context: ScreenContext) -> CameraTile {
    let channel = context.profile.channels[place]
    let recorder = context.recorder
    return CameraTile(
      number: place + 1,
      name: recorder.settings["camera.osdName"] == "off"
        ? "" : recorder.settings[.channelName(place + 1)] ?? channel.name,
      state: recorder.channels.indices.contains(place) ? recorder.channels[place] : .noSignal,
      isMoving: recorder.isMoving(place + 1),
      isAllowed: recorder.session == nil || recorder.allows(.live, channel: place + 1),
      scene: channel.scene.flatMap { context.assets.scenes[$0] },
      time: recorder.deviceTime(at: context.pictureTime),
      isRecording: recorder.recordings.isRunning(channel: place + 1),
      isCalm: context.isCalm, depth: context.depth)
  }
}
