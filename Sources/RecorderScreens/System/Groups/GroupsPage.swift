import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Groups: what each group may do, and groups of one's own.
package struct GroupsPage: Screen {
  private var selected = 0

  package let name = "groups"
  package let help = [
    "The groups and their rights. A user has the rights of one group.",
    "Built-in groups stay as they are: copy one, and change the copy. A group that no user is in "
      + "can be deleted.",
  ]

  package enum Action: Hashable, Sendable { case choose, open, copy, rename, remove, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a group."),
    KeyBinding(
      keys: [.enter, .tab, .right], action: .open, label: "Permissions",
      help: "What the group may do, area by area and channel by channel."),
    KeyBinding(
      keys: [.character("c")], action: .copy, label: "Copy",
      help: "A new group that begins with these permissions."),
    KeyBinding(
      keys: [.character("n")], action: .rename, label: "Rename", help: "Another name for it."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .remove, label: "Delete",
      help: "Delete this group, after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    GroupsPage.map.hints { whyDisabled($0, context) }
  }

  private func group(_ context: ScreenContext) -> Group? {
    let groups = context.recorder.groups
    return groups.indices.contains(selected) ? groups[selected] : groups.last
  }

  private func whyDisabled(_ action: Action, _ context: ScreenContext) -> Phrase? {
    switch action {
    case .copy, .rename, .remove:
      if let why = context.whyNot(.groups, .accounts) { return why }
      guard action != .copy, let group = group(context) else { return nil }
      if group.isBuiltIn { return Words.of(.account(.groupIsFixed(group.name)), at: context.now) }
      let users = users(of: group, context)
      guard action == .remove, users > 0 else { return nil }
      return Words.of(.account(.groupInUse(group.name, accounts: users)), at: context.now)
    default: return nil
    }
  }

  private func users(of group: Group, _ context: ScreenContext) -> Int {
    context.recorder.accounts.count { $0.group == group.name }
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = context.recorder.groups.map { group in
      ListRow(
        [
          group.name, "\(users(of: group, context))",
          group.isBuiltIn ? tr("built in") : tr("own"), summary(of: group.local),
          summary(of: group.remote),
        ], role: group.isBuiltIn ? .text : .accent)
    }
    return ListView(
      columns: [
        ListColumn(tr("Group")), ListColumn(tr("Users"), width: .fixed(6)),
        ListColumn("", width: .fixed(9)), ListColumn(tr("Local"), width: .fixed(10)),
        ListColumn(tr("Remote"), width: .fixed(10)),
      ], rows: rows, selected: selected)
  }

  private func summary(of permissions: Permissions) -> String {
    switch permissions.rights.count {
    case 0: tr("nothing")
    case Right.allCases.count where permissions.hidden.isEmpty: tr("everything")
    default: tr("\(permissions.rights.count) of \(Right.allCases.count)")
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    selected = min(selected, max(0, context.recorder.groups.count - 1))
    if case .key(let key) = input, let action = GroupsPage.map.action(for: key),
      action != .choose
    {
      return act(action, context)
    }
    var list = list(context)
    let outcome = list.handle(input, in: layout(context.area).list)
    selected = list.selected
    if case .activated = outcome { return act(.open, context) }
    return outcome == .ignored ? .ignored : .stay
  }

  private func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    if let why = whyDisabled(action, context) { return .say(.warning(why)) }
    guard let group = group(context) else { return .pop }
    switch action {
    case .open: return .push(PermissionsDialog(group))
    case .copy: return .push(GroupNameDialog(.copy(of: group.name), context))
    case .rename: return .push(GroupNameDialog(.rename(group), context))
    case .remove: return .push(removeQuestion(group.name))
    case .back: return .pop
    case .choose: return .stay
    }
  }

  private func removeQuestion(_ name: String) -> Question {
    Question(
      title: tr("Delete group?"), tr("“\(name)” and its permissions will be gone."),
      answers: [
        Question.Answer(tr("Delete"), .danger, .recorder(.groups(.remove(name)))),
        Question.Answer(tr("Cancel"), .standard),
      ])
  }

  private func layout(_ area: Rect) -> (list: Rect, rights: Rect) {
    let rows = max(4, area.rows - 8)
    return (area.top(rows), area.droppingTop(rows + 1))
  }

  /// The list with the keyboard in it, where it is.
  private func presented(_ context: ScreenContext) -> ListView {
    var list = list(context)
    list.selected = min(selected, max(0, context.recorder.groups.count - 1))
    list.isFocused = context.hasFocus
    return list
  }

  /// What the chosen group may do, at the recorder and from elsewhere.
  private func rights(_ context: ScreenContext) -> [(title: String, text: String)] {
    guard let group = group(context) else { return [] }
    let sides: [(String, Permissions)] = [
      (tr("At the recorder"), group.local), (tr("Remote"), group.remote),
    ]
    return sides.map { title, permissions in
      let names = permissions.rights.map { right in
        let hidden = permissions.hidden[right] ?? []
        let but = hidden.map { "\($0)" }.joined(separator: ", ")
        return hidden.isEmpty
          ? Words.title(of: right).spoken : tr("\(Words.title(of: right)) (not \(but))")
      }
      return (title, names.isEmpty ? tr("nothing") : names.joined(separator: " · "))
    }
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = presented(context).outline()
    for (title, text) in rights(context) {
      outline.add(OutlineItem(title, .reading, value: .text(text)))
    }
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(area)
    presented(context).draw(on: &canvas, in: layout.list)
    let rights = rights(context)
    guard !rights.isEmpty else { return }
    canvas.rule(row: layout.rights.row - 1, column: area.column - 1, columns: area.columns + 2)
    var rest = layout.rights
    for (title, text) in rights {
      canvas.write(title, row: rest.row, column: rest.column, .heading, limit: rest.columns)
      let used = canvas.writeWrapped(text, in: rest.droppingTop(1), .text)
      rest = rest.droppingTop(used + 1)
    }
  }
}
