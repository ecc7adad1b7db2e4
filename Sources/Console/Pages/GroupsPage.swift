import RecorderEngine
import TextUI

/// System > Groups: what each group may do.
struct GroupsPage: Screen {
  private var selected = 0

  let name = "groups"
  let help = ["The built-in groups and their rights. A user has the rights of one group."]

  private static let map = KeyMap<String>([
    KeyBinding(keys: [.up, .down], action: "move", label: "Choose", help: "Choose a group."),
    KeyBinding(keys: [.escape], action: "back", label: "Back", help: "Back to the tabs."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { GroupsPage.map.hints() }

  private func list(_ context: ScreenContext) -> ListView {
    let columns = Right.allCases.map { right in
      ListColumn(title(of: right), width: .fixed(TextWidth.of(title(of: right))))
    }
    let rows = context.profile.accounts.groups.value.map { group in
      let users = context.recorder.accounts.count { $0.group == group.name }
      return ListRow(
        [group.name, "\(users)"] + Right.allCases.map { group.allows($0) ? "✓" : "-" })
    }
    return ListView(
      columns: [ListColumn("Group"), ListColumn("#", width: .fixed(3))] + columns,
      rows: rows, selected: selected)
  }

  private func title(of right: Right) -> String {
    switch right {
    case .playback: "Playback"
    case .settings: "Settings"
    case .accounts: "Users"
    case .log: "Log"
    case .maintenance: "Power"
    }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.escape) { return .pop }
    var list = list(context)
    let outcome = list.handle(input, in: context.area)
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var list = list(context)
    list.isFocused = context.hasFocus
    list.draw(on: &canvas, in: area.top(max(4, area.rows - 3)))
    canvas.writeWrapped(
      "# counts the users of a group. The groups are built in: they can be given, not deleted.",
      in: area.bottom(2), .quiet)
  }
}
