import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The part of a channel's picture in which motion counts, painted cell by cell.
package struct AreaScreen: Screen {
  private let key: SettingKey
  private let original: PictureArea
  private var area: PictureArea
  private var here: AreaGrid.Place
  /// The corner of a rectangle whose other corner is the place at hand.
  private var corner: AreaGrid.Place?

  init(_ key: SettingKey, _ area: PictureArea) {
    self.key = key
    original = area
    self.area = area
    here = AreaGrid.Place(row: area.rows / 2, column: area.columns / 2)
  }

  package let name = "motion-area"
  package let help = [
    "The part of the picture in which this channel reports motion: the bright cells. What moves only "
      + "where no cell is bright is not noticed. What was noticed before stays.",
    "The arrows move, Space switches a cell. m marks a corner, and again at the other corner: the "
      + "rectangle becomes what its first corner was not. f fills or empties the picture, i turns "
      + "bright to dark and dark to bright. Enter saves.",
  ]
  package var holdsUnsaved: Bool { area != original }

  package enum Action: Hashable, Sendable { case move, toggle, corner, fill, invert, save, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .left, .right], action: .move, label: "Move", help: "Another cell."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "On/off", help: "Switches the cell."),
    KeyBinding(
      keys: [.character("m")], action: .corner, label: "Rectangle",
      help: "Marks a corner; again: paints or empties up to here."),
    KeyBinding(
      keys: [.character("f")], action: .fill, label: "All",
      help: "Fills the picture; a full one is emptied."),
    KeyBinding(
      keys: [.character("i")], action: .invert, label: "Invert",
      help: "Bright cells become dark, dark ones bright."),
    KeyBinding(keys: [.enter], action: .save, label: "Save", help: "Saves the area."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back; asks if unsaved."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Motion area") }
  package func hints(in context: ScreenContext) -> [KeyHint] { AreaScreen.map.hints() }

  /// How much of the picture an area is, for the line that leads here.
  static func summary(_ area: PictureArea?) -> Phrase {
    guard let area else { return "" }
    switch area.text {
    case "all": return tr("whole picture · Edit …")
    case "none": return tr("nowhere · Edit …")
    default: return tr("\(area.cells) of \(area.columns * area.rows) cells · Edit …")
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .mouse(let event) = input { return click(event, in: context.area) }
    guard case .key(let key) = input, let action = AreaScreen.map.action(for: key) else {
      return .ignored
    }
    switch action {
    case .move: move(key)
    case .toggle: area[here.row, here.column].toggle()
    case .corner: markCorner()
    case .fill:
      let full = PictureArea.all(columns: area.columns, rows: area.rows)
      if area == full { area.invert() } else { area = full }
    case .invert: area.invert()
    case .save:
      return area == original ? .pop : .recorder(.changeSettings([self.key: area.text]))
    case .back:
      if corner != nil {
        corner = nil
        return .stay
      }
      return area == original ? .pop : .push(Question.discard(.pop))
    }
    return .stay
  }

  private mutating func move(_ key: Key) {
    switch key {
    case .up: here.row = max(0, here.row - 1)
    case .down: here.row = min(area.rows - 1, here.row + 1)
    case .left: here.column = max(0, here.column - 1)
    default: here.column = min(area.columns - 1, here.column + 1)
    }
  }

  private mutating func markCorner() {
    guard let first = corner else {
      corner = here
      return
    }
    corner = nil
    let value = !area[first.row, first.column]
    for row in min(first.row, here.row)...max(first.row, here.row) {
      for column in min(first.column, here.column)...max(first.column, here.column) {
        area[row, column] = value
      }
    }
  }

  private mutating func click(_ event: MouseEvent, in area: Rect) -> Outcome {
    guard event.kind == .press, let place = grid.place(at: event.point, in: area) else {
      return .stay
    }
    here = place
    self.area[here.row, here.column].toggle()
    return .stay
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.settingsChanged): return .all([.pop, .say(.success(tr("Saved.")))])
    case .recorder(.refused(let refusal)):
      return .say(.warning(Words.of(refusal, at: context.now)))
    default: return .ignored
    }
  }

  private var grid: AreaGrid { AreaGrid(area: area, here: here, corner: corner) }

  private func head(_ context: ScreenContext) -> String {
    let channel = key.channel ?? 1
    return "CAM \(channel) \(context.channelName(channel))"
  }

  /// How many cells count, and of how many.
  private var count: String { tr("\(area.cells) of \(area.columns * area.rows)") }
  private var column: String { tr("Column \(here.column + 1)") }
  private var row: String { tr("Row \(here.row + 1)") }

  /// What becomes of the rectangle that is being drawn out.
  private var rectangle: String? {
    corner.map { corner in
      area[corner.row, corner.column] ? tr("m: empties up to here.") : tr("m: paints up to here.")
    }
  }

  package func outline(in context: ScreenContext) -> Outline {
    let isOn = area[here.row, here.column]
    var outline = Outline(sentences: [head(context), count])
    outline.add(
      OutlineItem(
        "\(column), \(row)", .toggle, state: isOn ? .on : .off,
        note: isOn ? tr("motion counts") : tr("left out")), isFocused: true)
    outline.say(rectangle ?? "")
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let channel = key.channel ?? 1
    canvas.writeFitted(
      head(context), row: area.row, column: area.column + 1,
      columns: area.columns - 1, .strong)
    let picture = picture(of: channel, context)
    grid.draw(on: &canvas, in: area, over: picture)
    drawLegend(on: &canvas, in: grid.legend(in: area), mark: picture == nil ? "█" : "•")
  }

  /// What paints the channel's picture, as large as it is wanted; nil where nobody may see one.
  private func picture(
    of channel: Int, _ context: ScreenContext
  ) -> ((_ rows: Int, _ columns: Int) -> Picture)? {
    let recorder = context.recorder
    guard context.depth == .many, context.profile.channels.indices.contains(channel - 1),
      recorder.allows(.live, channel: channel), recorder.cameras.channels[channel - 1] == .live,
      let scene = context.profile.channels[channel - 1].scene.flatMap({ context.assets.scenes[$0] })
    else { return nil }
    let time = recorder.deviceTime(at: context.pictureTime)
    let settings = PictureSettings(recorder.settings, channel: channel, at: time)
    return { rows, columns in
      settings.applied(
        to: ScenePainter.picture(
          of: scene, rows: rows, columns: columns, second: settings.light(at: time.secondOfDay),
          beat: 0, frame: nil, view: recorder.view(of: channel)))
    }
  }

  private func drawLegend(on canvas: inout Canvas, in area: Rect, mark: String) {
    guard area.columns > 5 else { return }
    let lines: [(String, Role)] = [
      (count, .strong), (column, .text), (self.row, .text),
      ("", .text), ("\(mark) " + tr("motion counts"), .text), ("· " + tr("left out"), .quiet),
    ]
    var row = area.row
    for (text, role) in lines where row < area.endRow {
      let rest = Rect(
        row: row, column: area.column, rows: area.endRow - row, columns: area.columns)
      row += text.isEmpty ? 1 : canvas.writeWrapped(text, in: rest, role)
    }
    guard let rectangle, row + 1 < area.endRow else { return }
    let rest = Rect(
      row: row + 1, column: area.column, rows: area.endRow - row - 1, columns: area.columns)
    canvas.writeWrapped(rectangle, in: rest, .accent)
  }
}

extension SettingKey {
  /// The channel whose setting it is; nil where it is not one channel's.
  fileprivate var channel: Int? {
    let parts = text.split(separator: ".")
    return parts.count > 2 ? Int(parts[1]) : nil
  }
}
