import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Backup & restore: the configuration as a file on the USB stick, and back.
package struct ConfigurationPage: Screen {
  private var names: [String] = []
  private var isRead = false
  /// 0 is the backup, 1, 2, 3 … the files.
  private var selected = 0

  package let name = "configuration"
  package let help = [
    "Writes all settings, groups and the block/allow list to a file on the USB stick, and takes "
      + "them back from one. Users and passwords are in no file.",
    "A file of another model, or a damaged one, is refused and changes nothing.",
  ]

  package enum Action: Hashable, Sendable { case choose, open, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a file."),
    KeyBinding(
      keys: [.enter], action: .open, label: "Back up/restore",
      help: "Writes a new file, or restores the chosen one after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    ConfigurationPage.map.hints { $0 == .open ? whyNot(context) : nil }
  }

  private func whyNot(_ context: ScreenContext) -> Phrase? {
    context.whyNot(.configuration, .maintenance)
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    .file(.list(suffix: ConfigurationText.suffix))
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let first = ListRow(["+ " + tr("New backup …")], role: .accent)
    var list = ListView(
      columns: [ListColumn(tr("On the USB stick"))], rows: [first] + names.map { ListRow([$0]) },
      selected: min(selected, names.count))
    list.isFocused = context.hasFocus
    return list
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if ConfigurationPage.map.action(for: input) == .back { return .pop }
    var list = list(context)
    let outcome = list.handle(input, in: context.area.droppingBottom(4))
    selected = list.selected
    guard case .activated = outcome else { return outcome == .ignored ? .ignored : .stay }
    if let why = whyNot(context) { return .say(.warning(why)) }
    guard selected > 0 else { return .recorder(.maintenance(.exportConfiguration)) }
    return .file(.read(name: names[selected - 1]))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.configurationExported(let configuration)) = event else {
      return .ignored
    }
    let time = CivilTime(context.deviceTime)
    let clock = time.clockText.filter { $0 != ":" }
    let model = String(configuration.model.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    let name = "\(model)_\(time.dateText)_\(clock)\(ConfigurationText.suffix)"
    return .file(.write(name: name, text: ConfigurationText.text(of: configuration)))
  }

  package mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome {
    switch answer {
    case .listed(_, let found):
      names = found
      isRead = true
      return .stay
    case .written(_, let path):
      return .all([
        .say(.success(tr("Written to \(path)."))), .file(.list(suffix: ConfigurationText.suffix)),
      ])
    case .read(let name, let text): return restore(name, text, context)
    case .exists, .trouble: return .ignored
    }
  }

  private func restore(_ name: String, _ text: String, _ context: ScreenContext) -> Outcome {
    do throws(ConfigurationText.Problem) {
      let configuration = try ConfigurationText.read(text)
      return .push(
        ApprovalDialog(
          title: tr("Restore the configuration?"),
          tr(
            "“\(name)”, of a \(configuration.model) with firmware \(configuration.firmware.description). The recorder restarts."
          ),
          action: tr("Restore"), context
        ) { .maintenance(.restoreConfiguration(configuration, $0)) })
    } catch {
      return .say(.error(error.sentence))
    }
  }

  private static var remark: String {
    tr(
      "The configuration: settings, groups and the block/allow list. Users and passwords stay in the recorder."
    )
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = list(context).outline()
    outline.say(ConfigurationPage.remark)
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    list(context).draw(on: &canvas, in: area.droppingBottom(4))
    canvas.writeWrapped(
      ConfigurationPage.remark, in: area.bottom(3), .quiet)
  }
}
