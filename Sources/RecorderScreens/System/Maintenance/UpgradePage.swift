import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Upgrade: the firmware files on the USB stick, and what they would bring.
package struct UpgradePage: Screen {
  private var selected = 0

  package let name = "upgrade"
  package let help = [
    "Installs another firmware. The recorder asks for your password, writes the file for a while "
      + "and restarts. A power cut meanwhile leaves the old firmware.",
    "Some functions come with a firmware: recovery by e-mail, for one.",
  ]

  package enum Action: Hashable, Sendable { case choose, install, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a file."),
    KeyBinding(
      keys: [.enter], action: .install, label: "Install", help: "Installs it, after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    UpgradePage.map.hints { $0 == .install ? whyNot(context) : nil }
  }

  private func files(_ context: ScreenContext) -> [FirmwareFile] {
    context.profile.maintenance.firmwareFiles.value
  }

  private func whyNot(_ context: ScreenContext) -> Phrase? {
    context.whyNot(.upgrade, .maintenance)
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = files(context).map { file in
      let (standing, role) = standing(of: file, context)
      return ListRow([file.name, "\(file.version)", standing], role: role)
    }
    var list = ListView(
      columns: [
        ListColumn(tr("File")), ListColumn(tr("Version"), width: .fixed(8)),
        ListColumn("", width: .fixed(15)),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: tr("There is no firmware file on the USB stick."))
    list.isFocused = context.hasFocus
    return list
  }

  private func standing(of file: FirmwareFile, _ context: ScreenContext) -> (String, Role) {
    if file.model != context.profile.identity.model { return (tr("other model"), .quiet) }
    if file.version < context.recorder.firmware { return (tr("older"), .quiet) }
    if file.version == context.recorder.firmware { return (tr("installed"), .success) }
    return (tr("newer"), .accent)
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if UpgradePage.map.action(for: input) == .back { return .pop }
    var list = list(context)
    let outcome = list.handle(input, in: layout(context.area).list)
    selected = list.selected
    guard case .activated = outcome else { return outcome == .ignored ? .ignored : .stay }
    if let why = whyNot(context) { return .say(.warning(why)) }
    let files = files(context)
    return files.indices.contains(selected) ? .push(dialog(files[selected], context)) : .stay
  }

  private func dialog(_ file: FirmwareFile, _ context: ScreenContext) -> ApprovalDialog {
    let name = file.name
    return ApprovalDialog(
      title: tr("Install \(file.version.description)?"),
      tr("Keep the power on until the recorder has restarted. Nothing is recorded meanwhile."),
      action: tr("Install"), context
    ) { .maintenance(.upgrade(with: name, $0)) }
  }

  private func layout(_ area: Rect) -> (head: Rect, list: Rect, remark: Rect) {
    (area.top(1), area.droppingTop(2).droppingBottom(4), area.bottom(3))
  }

  private func installed(_ context: ScreenContext) -> String {
    tr(
      "Installed: \(context.profile.identity.model), firmware \(context.recorder.firmware.description)"
    )
  }

  /// What the chosen file is for.
  private func remark(_ context: ScreenContext) -> String? {
    let files = files(context)
    guard files.indices.contains(selected) else { return nil }
    return "\(files[selected].model): \(tr(words: files[selected].remark) as String)"
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: [installed(context)])
    outline.append(list(context).outline())
    outline.say(remark(context) ?? "")
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(area)
    canvas.writeFitted(
      installed(context), row: layout.head.row, column: area.column, columns: area.columns, .heading
    )
    list(context).draw(on: &canvas, in: layout.list)
    if let remark = remark(context) { canvas.writeWrapped(remark, in: layout.remark, .quiet) }
  }
}
