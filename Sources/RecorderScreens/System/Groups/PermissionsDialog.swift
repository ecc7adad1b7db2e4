import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What a group may do, at the recorder and from elsewhere, area by area and channel by channel.
package struct PermissionsDialog: Screen {
  private let original: Group
  private var group: Group
  private var isRemote = false
  private var row = 0
  /// 0 is the right itself, 1, 2, 3 … its channels.
  private var column = 0

  package init(_ group: Group) {
    original = group
    self.group = group
  }

  package let name = "permissions"
  package let isOverlay = true
  package let help = [
    "What the users of this group may do. Live view, playback and backup can leave channels out.",
    "Built-in groups are only shown: copy one and change the copy.",
  ]
  package var holdsUnsaved: Bool { group != original }

  package enum Action: Hashable, Sendable { case row, column, toggle, side, save, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .row, label: "Choose", help: "Choose a right."),
    KeyBinding(
      keys: [.left, .right], action: .column, label: "Channel",
      help: "The right itself, or one of its channels."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "Give/take", help: "Gives it or takes it."),
    KeyBinding(
      keys: [.tab, .backTab], action: .side, label: "Local/remote",
      help: "What counts at the recorder, or from elsewhere."),
    KeyBinding(keys: [.enter], action: .save, label: "Save", help: "Saves the permissions."),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back", help: "Back; asks where something changed."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Permissions of \(group.name)") }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    PermissionsDialog.map.hints {
      group.isBuiltIn && ($0 == .toggle || $0 == .save)
        ? Words.of(.account(.groupIsFixed(group.name)), at: context.now) : nil
    }
  }

  private var right: Right { Right.allCases[row] }
  private var permissions: Permissions {
    get { isRemote ? group.remote : group.local }
    set { if isRemote { group.remote = newValue } else { group.local = newValue } }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .mouse(let event) = input { return click(event, context) }
    guard case .key(let key) = input, let action = PermissionsDialog.map.action(for: key) else {
      return .ignored
    }
    switch action {
    case .row:
      row = min(max(0, row + (key == .up ? -1 : 1)), Right.allCases.count - 1)
      column = min(column, columns(context))
    case .column: column = min(max(0, column + (key == .left ? -1 : 1)), columns(context))
    case .side: isRemote.toggle()
    case .toggle: return toggle(context)
    case .save: return save(context)
    case .back: return close()
    }
    return .stay
  }

  private func columns(_ context: ScreenContext) -> Int {
    right.isPerChannel ? context.profile.channels.count : 0
  }

  private mutating func toggle(_ context: ScreenContext) -> Outcome {
    guard !group.isBuiltIn else {
      return .say(.warning(Words.of(.account(.groupIsFixed(group.name)), at: context.now)))
    }
    if column == 0 {
      permissions.set(right, !permissions.allows(right))
    } else if permissions.allows(right) {
      permissions.set(right, channel: column, !permissions.allows(right, channel: column))
    } else {
      return .say(.warning(tr("Give the right first, then choose its channels.")))
    }
    return .stay
  }

  private func save(_ context: ScreenContext) -> Outcome {
    guard !group.isBuiltIn, group != original else { return .pop }
    return .recorder(.groups(.change(original.name, group)))
  }

  private func close() -> Outcome {
    group == original ? .pop : .push(Question.discard(.pop))
  }

  private mutating func click(_ event: MouseEvent, _ context: ScreenContext) -> Outcome {
    guard event.kind == .press else { return .ignored }
    let list = layout(in: context.area).list
    let place = event.row - list.row
    guard Right.allCases.indices.contains(place), list.contains(event.point) else { return .stay }
    row = place
    let offset = event.column - list.column - Self.channelColumn
    column = min(columns(context), offset < 0 ? 0 : offset / 3 + 1)
    return toggle(context)
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accounts(.groupsChanged)): return .all([.pop, .say(.success(tr("Saved.")))])
    case .recorder(.refused(let refusal)):
      return .say(.warning(Words.of(refusal, at: context.now)))
    default: return .ignored
    }
  }
}

// MARK: - Drawing

extension PermissionsDialog {
  private static let channelColumn = 24

  private func layout(in area: Rect) -> (dialog: Dialog, tabs: Rect, list: Rect) {
    let rights = Right.allCases.count
    let dialog = Dialog(
      title: tr("Permissions of \(group.name)"), rows: rights + 2,
      columns: min(area.columns - 8, 74))
    let inner = dialog.inner(in: area)
    return (dialog, inner.top(1), inner.droppingTop(2))
  }

  private var tabs: Tabs { Tabs([tr("At the recorder"), tr("Remote")], current: isRemote ? 1 : 0) }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = tabs.outline()
    for (place, right) in Right.allCases.enumerated() {
      let title = Words.title(of: right).spoken
      let isRow = place == row
      outline.add(
        OutlineItem(title, .toggle, place: place, state: permissions.allows(right) ? .on : .off),
        isFocused: isRow && column == 0)
      guard right.isPerChannel else { continue }
      for channel in context.profile.channels.indices.map({ $0 + 1 }) {
        let isShown = permissions.allows(right, channel: channel)
        outline.add(
          OutlineItem("\(title) \(channel)", .toggle, state: isShown ? .on : .off),
          isFocused: isRow && column == channel)
      }
    }
    return layout(in: context.area).dialog.outline(of: outline)
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(in: area)
    layout.dialog.open(on: &canvas, in: area)
    tabs.draw(on: &canvas, in: layout.tabs)
    for (place, right) in Right.allCases.enumerated() where place < layout.list.rows {
      drawRow(place, right, on: &canvas, in: layout.list, context)
    }
  }

  private func drawRow(
    _ place: Int, _ right: Right, on canvas: inout Canvas, in list: Rect,
    _ context: ScreenContext
  ) {
    let line = list.row + place
    let isRow = place == row
    let isAllowed = permissions.allows(right)
    canvas.put(isRow ? "▸" : " ", row: line, column: list.column, .accent)
    let mark = isAllowed ? "[✓]" : "[ ]"
    canvas.write(
      mark, row: line, column: list.column + 2,
      isRow && column == 0 ? .focus : isAllowed ? .success : .dialogQuiet)
    canvas.writeFitted(
      Words.title(of: right).spoken, row: line, column: list.column + 6,
      columns: Self.channelColumn - 7, isRow ? .strong : .dialog)
    if isRow, column == 0 { canvas.cursor = Point(row: line, column: list.column + 3) }
    guard right.isPerChannel else { return }
    for channel in 1...max(1, context.profile.channels.count) {
      drawChannel(channel, right, at: Point(row: line, column: 0), isRow, on: &canvas, in: list)
    }
  }

  private func drawChannel(
    _ channel: Int, _ right: Right, at point: Point, _ isRow: Bool, on canvas: inout Canvas,
    in list: Rect
  ) {
    let start = list.column + Self.channelColumn + (channel - 1) * 3
    guard start + 2 <= list.endColumn else { return }
    let isShown = permissions.allows(right, channel: channel)
    // A hidden channel has a dot in the place of its number: no colour is needed to see it.
    let text = isShown ? "\(channel)" : "·"
    let isHere = isRow && column == channel
    canvas.writeFitted(
      text, row: point.row, column: start, columns: 2,
      isHere ? .focus : isShown ? .success : .dialogQuiet, align: .right)
    if isHere { canvas.cursor = Point(row: point.row, column: start + 1) }
  }
}
