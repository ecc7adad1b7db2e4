import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The drawing of the recorder, to be recognised by whoever has seen one: its lights and USB
/// sockets in front, and its sockets, cables and pinhole behind.
struct BackPanelPicture {
  let layout: BackPanelLayout
  private let area: Rect
  let context: ScreenContext

  init(area: Rect, context: ScreenContext) {
    self.area = area
    self.context = context
    layout = BackPanelLayout(area: area, profile: context.profile)
  }

  func draw(on canvas: inout Canvas) {
    canvas.clipped(to: area) { canvas in
      drawFront(on: &canvas)
      drawBack(on: &canvas)
    }
  }

  var recorder: RecorderSnapshot { context.recorder }
  var isOn: Bool { recorder.power != .off }
  var isLinked: Bool { recorder.hasNetworkLink }
}

// MARK: Where a click means what

extension BackPanelPicture {
  /// The pinhole and its label.
  var holePlace: Rect {
    Rect(
      row: layout.hole.row - 1, column: layout.reset.column, rows: 3,
      columns: layout.reset.columns)
  }

  /// The power switch, and the inlet below it.
  var switchPlace: Rect { layout.power.droppingTop(layout.labelRow - layout.power.row) }

  /// The socket of the network and its label.
  var networkPlace: Rect {
    layout.lan.droppingTop(layout.labelRow - layout.lan.row).top(layout.boxRows + 1)
  }

  /// The terminals of the sensors; nil where the recorder has none.
  var contactPlace: Rect? {
    guard sensors > 0 else { return nil }
    return Rect(
      row: layout.labelRow, column: layout.alarm.column, rows: 3, columns: layout.alarm.columns)
  }

  /// The channel whose socket is there.
  func channel(at point: Point) -> Int? {
    layout.cameras.channel(at: point, corner: corner)
  }

  /// The top left of the back's inside.
  private var corner: Point {
    Point(row: layout.back.row + 1, column: layout.back.column + 2)
  }

  /// How many sensors can be connected.
  var sensors: Int {
    (1...16).prefix { context.profile.setting(.sensor($0)) != nil }.count
  }
}

// MARK: The front

extension BackPanelPicture {
  var state: String {
    switch recorder.power {
    case .off: tr("off")
    case .starting: tr("starting")
    case .upgrading: tr("upgrading: keep the power on")
    case .resetting: tr("resetting: keep the power on")
    case .running: tr("running")
    }
  }

  /// What the lights say of power, disk, network and alarm.
  var lamps: [(name: String, role: Role)] {
    let lights = context.profile.power.lights?.value
    let (power, disk): (Role, Role) =
      switch recorder.power {
      case .off: (.ledOff, .ledOff)
      case .starting, .upgrading, .resetting: (.ledBusy, .ledBusy)
      case .running:
        (look(of: lights?.power) ?? .ledOn, look(of: lights?.disk) ?? .ledBusy)
      }
    let network = power == .ledOff ? .ledOff : look(of: lights?.network) ?? power
    return [
      ("PWR", power), ("HDD", recorder.disk.state == .missing ? .ledOff : disk),
      ("NET", isLinked ? network : .ledOff),
      ("ALARM", recorder.hasActiveAlarm(at: context.motionTime) ? .ledAlarm : .ledOff),
    ]
  }

  /// A light at this moment; one that blinks stands still on a calm screen.
  private func look(of light: Light?) -> Role? {
    guard let light else { return nil }
    guard context.isCalm || light.isLit(at: context.now) else { return .ledOff }
    return switch light.colour {
    case .green: .ledOn
    case .blue: .ledBlue
    case .amber: .ledBusy
    }
  }

  private func drawFront(on canvas: inout Canvas) {
    let front = layout.front
    canvas.box(front, style: .rounded, .border, title: tr("Front"))
    drawEdge(on: &canvas, front, state, role: isOn ? .success : .quiet)
    let inside = front.inset(rows: 1, columns: 2)
    let isTall = inside.rows > 2
    let row = inside.row + inside.rows / 2
    canvas.write(brand, row: row, column: inside.column + 1, .heading)
    let gap = layout.scale == .small ? 2 : 5
    var column = inside.column + brand.count + (layout.scale == .small ? 4 : 8)
    for (name, role) in lamps {
      let isLit = role != .ledOff
      canvas.put(isLit ? "●" : "○", row: row, column: column, role)
      canvas.write(
        name, row: isTall ? row + 1 : row,
        column: isTall ? column - name.count / 2 : column + 2, isLit ? .text : .quiet)
      column += isTall ? max(8, inside.columns / 10) : name.count + 2 + gap
    }
    drawMouse(on: &canvas, inside, row: row)
  }

  /// The USB sockets; the mouse is in the second.
  private func drawMouse(on canvas: inout Canvas, _ inside: Rect, row: Int) {
    let socket = inside.endColumn - 2
    let isTall = inside.rows > 2
    canvas.write(
      "USB", row: isTall ? row - 1 : row, column: isTall ? socket - 3 : socket - 7, .text)
    canvas.put("▯", row: row, column: socket - 3, .quiet)
    canvas.put("▮", row: row, column: socket, .text)
    guard layout.mouseRows > 0 else { return }
    let end = layout.front.endRow + layout.mouseRows - 1
    for place in row + 1..<end { canvas.put("┃", row: place, column: socket, .quiet) }
    let mouse = tr("mouse") + " (▒)━━"
    canvas.put("╯", row: end, column: socket, .quiet)
    canvas.write(mouse, row: end, column: socket - TextWidth.of(mouse), .quiet)
  }

  /// Writes into the upper edge of a case, at its right.
  private func drawEdge(on canvas: inout Canvas, _ frame: Rect, _ text: String, role: Role) {
    let room = frame.columns - 16
    let shown = " " + TextWidth.fitted(text, columns: room) + " "
    canvas.write(
      shown, row: frame.row, column: frame.endColumn - 2 - TextWidth.of(shown), role)
  }
}

// MARK: The back

extension BackPanelPicture {
  private func drawBack(on canvas: inout Canvas) {
    canvas.box(layout.back, style: .rounded, .border, title: tr("Rear"))
    let isWide = TextWidth.of(plate) <= layout.back.columns - 16
    drawEdge(on: &canvas, layout.back, isWide ? plate : numbers, role: .quiet)
    layout.cameras.draw(on: &canvas, corner: corner, end: layout.cableEnd, recorder)
    drawVideo(on: &canvas)
    drawNetwork(on: &canvas)
    drawAlarm(on: &canvas)
    drawPower(on: &canvas)
    drawHole(on: &canvas)
  }

  private func label(_ text: String, in column: Rect, row: Int, on canvas: inout Canvas) {
    canvas.writeFitted(
      text, row: row, column: column.column, columns: column.columns, .text, align: .centre)
  }

  private func drawCable(
    on canvas: inout Canvas, from row: Int, column: Int, _ role: Role = .quiet
  ) {
    for place in row..<max(row, layout.cableEnd) {
      canvas.put("┃", row: place, column: column, role)
    }
  }

  /// VGA, and HDMI with the cable of the monitor below it.
  private func drawVideo(on canvas: inout Canvas) {
    let column = layout.video
    label("VGA", in: column, row: layout.labelRow, on: &canvas)
    let rows = min(layout.boxRows, layout.lowerRow - layout.labelRow - 1)
    let pins = String(repeating: ":", count: column.columns - 4)
    if rows < 3 {
      label("(:\(pins):)", in: column, row: layout.labelRow + 1, on: &canvas)
    } else {
      let box = Rect(
        row: layout.labelRow + 1, column: column.column, rows: rows, columns: column.columns)
      canvas.box(box, style: .double, .text)
      let shown = min(3, rows - 2)
      for row in 0..<shown {
        label(pins, in: column, row: box.row + 1 + (rows - 2 - shown) / 2 + row, on: &canvas)
      }
    }
    label("HDMI", in: column, row: layout.lowerRow, on: &canvas)
    let width = column.columns - 2
    label(
      "╘" + String(repeating: "═", count: width - 2) + "╛", in: column, row: layout.lowerRow + 1,
      on: &canvas)
    drawCable(
      on: &canvas, from: layout.lowerRow + 2, column: column.column + column.columns / 2)
  }

  /// The link's light shines while the cable is in and the recorder has power.
  private func drawNetwork(on canvas: inout Canvas) {
    let box = layout.lanBox
    let middle = box.column + box.columns / 2
    label("LAN", in: layout.lan, row: layout.labelRow, on: &canvas)
    canvas.box(box, style: .single, .text)
    let isLit = isLinked && isOn
    canvas.put(
      isLit ? "●" : "○", row: box.row, column: middle, isLit ? .ledOn : .ledOff)
    let contacts = String(repeating: "▒", count: box.columns > 5 ? box.columns - 4 : 3)
    label(contacts, in: box, row: box.row + 1, on: &canvas)
    if isLinked {
      canvas.put("█", row: box.row + 1, column: middle, .strong)
      // In a tall socket more of the plug is seen than its end.
      for row in box.row + 2..<max(box.row + 2, box.endRow - 1) {
        canvas.write("▐█▌", row: row, column: middle - 1, .strong)
      }
    }
    if isLinked {
      drawCable(on: &canvas, from: box.endRow - 1, column: middle, .strong)
    } else if layout.cableEnd > layout.back.endRow {
      // The plug hangs below the case.
      drawCable(on: &canvas, from: layout.back.endRow + 1, column: middle, .warning)
      canvas.put("╻", row: layout.back.endRow, column: middle, .warning)
    }
  }

  /// The terminals of sensors, ground and relay; below them the sockets for sound.
  private func drawAlarm(on canvas: inout Canvas) {
    let column = layout.alarm
    if sensors > 0 {
      label("ALARM", in: column, row: layout.labelRow, on: &canvas)
      let hasRelay = context.profile.setting(.alarmOutput) != nil
      let room = (column.columns + 1) / 2 - (hasRelay ? 2 : 1)
      let alarms = recorder.alarms
      var terminals = (1...min(sensors, room)).map { sensor in
        (name: "\(sensor)", isClosed: alarms.closedContacts.contains(sensor))
      }
      terminals.append(("G", false))
      if hasRelay { terminals.append(("R", alarms.outputUntil != nil)) }
      var place = column.column + (column.columns - terminals.count * 2 + 1) / 2
      for (name, isClosed) in terminals {
        let role: Role = isClosed ? .warning : .text
        canvas.write(
          name, row: layout.labelRow + 1, column: place, isClosed ? .warning : .quiet, limit: 1)
        canvas.put(isClosed ? "■" : "□", row: layout.labelRow + 2, column: place, role)
        place += 2
      }
    }
    let row = sensors > 0 ? layout.lowerRow : layout.labelRow
    label("AUDIO", in: column, row: row, on: &canvas)
    label(column.columns > 7 ? "◎   ◎" : "◎ ◎", in: column, row: row + 1, on: &canvas)
  }

  private func drawPower(on canvas: inout Canvas) {
    let column = layout.power
    label("POWER", in: column, row: layout.labelRow, on: &canvas)
    let place = column.column + (column.columns - 6) / 2
    let row = layout.labelRow + 1
    canvas.write(isOn ? " I " : "   ", row: row, column: place, isOn ? .buttonFocused : .button)
    canvas.write(isOn ? "   " : " O ", row: row, column: place + 3, .button)
    canvas.writeFitted(
      isOn ? tr("on") : tr("off"), row: row + 1, column: column.column, columns: column.columns,
      isOn ? .ledOn : .ledAlarm, align: .centre)
    let inlet = column.column + (column.columns - 5) / 2
    canvas.write("12V ◉", row: layout.lowerRow + 1, column: inlet, .text)
    drawCable(on: &canvas, from: layout.lowerRow + 2, column: inlet + 4)
  }

  /// The pinhole, and the paperclip in it or beneath.
  private func drawHole(on canvas: inout Canvas) {
    let hole = layout.hole
    canvas.cursor = hole
    canvas.cursorIsVisible = false
    label("RESET", in: layout.reset, row: hole.row - 1, on: &canvas)
    let isIn = recorder.resetButton != .released
    let role: Role = isIn ? .accent : .quiet
    let end = layout.back.endRow + layout.cableRows - 1
    let hasLabel = layout.cableRows > 2
    canvas.put(isIn ? "●" : "◦", row: hole.row, column: hole.column, isIn ? .accent : .strong)
    for row in isIn ? hole.row + 1..<max(hole.row + 1, end + 1) : end..<end + 1 {
      canvas.put("┃", row: row, column: hole.column, role)
    }
    guard hasLabel else { return }
    canvas.write(
      (isIn ? "┗━━╸ " : "╺━━╸ ") + tr("paperclip"), row: end, column: hole.column, role)
  }
}
