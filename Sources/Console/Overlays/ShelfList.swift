import ConsoleData
import DeskScreens
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// The practices that are kept side by side: to go on with one, to keep a copy, to tidy up.
struct ShelfList: Screen {
  private var selected = 0
  /// The dialog for a name, while it is open; the practice that gets it, nil for the present one.
  private var naming: (panel: FormPanel<NameField>, practice: String?)?

  private enum NameField: Equatable, Sendable { case name, cancel, set }

  let name = "practices"
  let isOverlay = true
  let help = [
    "The practices that are kept beside the one on the desk. Opening one puts the present one here "
      + "in its place: nothing is lost by it.",
    "Before a lesson or a prepared recorder your free practice comes here by itself.",
  ]
  var takesText: Bool { naming != nil }

  enum Action: Hashable, Sendable { case choose, open, keep, rename, remove, lessons, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a practice."),
    KeyBinding(
      keys: [.enter], action: .open, label: "Open",
      help: "Goes on with it; the present one is kept here."),
    KeyBinding(
      keys: [.character("k")], action: .keep, label: "Keep a copy",
      help: "Keeps a copy of the present practice under a name."),
    KeyBinding(
      keys: [.character("r")], action: .rename, label: "Rename", help: "Gives it another name."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .remove, label: "Delete",
      help: "Deletes it for good."),
    KeyBinding(
      keys: [.tab], action: .lessons, label: "Lessons", help: "Back to the lessons."),
    KeyBinding(
      keys: [.escape], action: .close, label: "Close", help: "Back to where you were."),
  ])

  func title(in context: ScreenContext) -> Phrase? { tr("My practices") }

  func hints(in context: ScreenContext) -> [KeyHint] {
    if let naming { return FormKeys.hints(for: naming.panel.form) }
    let isEmpty = context.assets.shelf?.isEmpty != false
    return ShelfList.map.hints { action in
      switch action {
      case .open, .rename, .remove: isEmpty ? tr("Nothing is on the shelf.") : nil
      case .keep: context.assets.shelf == nil ? tr("Nothing is kept in this session.") : nil
      case .choose, .lessons, .close: nil
      }
    }
  }

  mutating func opened(in context: ScreenContext) -> Outcome { .lesson(.shelf(.list)) }

  func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = (context.assets.shelf ?? []).map { practice in
      ListRow([practice.name, CivilTime(practice.putThere).dateText])
    }
    return ListView(
      columns: [ListColumn(tr("Practice")), ListColumn(tr("Kept on"), width: .fixed(10))],
      rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: context.assets.shelf == nil
        ? tr("Nothing is kept in this session.") : tr("Nothing is on the shelf."))
  }

  private func dialog(_ area: Rect) -> Dialog {
    Dialog(
      title: tr("My practices"), rows: min(14, area.rows - 4), columns: min(60, area.columns - 6))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if naming != nil { return setName(by: input, context) }
    let shelf = context.assets.shelf ?? []
    let own = shelf.indices.contains(selected) ? shelf[selected].name : nil
    switch ShelfList.map.action(for: input) {
    case .close: return .pop
    case .lessons: return .replace(LessonList())
    case .keep where context.assets.shelf != nil:
      naming = (ShelfList.namePanel(tr("Keep a copy"), ""), nil)
      return .stay
    case .rename:
      guard let own else { return .stay }
      naming = (ShelfList.namePanel(tr("Rename"), own), own)
      return .stay
    case .remove: return own.map { .push(ShelfList.removeQuestion($0)) } ?? .stay
    case .open: return own.map { .all([.pop, .lesson(.shelf(.open($0)))]) } ?? .stay
    case .keep, .choose, nil: break
    }
    var list = list(context)
    let outcome = list.handle(input, in: dialog(context.area).inner(in: context.area))
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  private static func namePanel(_ title: Phrase, _ name: String) -> FormPanel<NameField> {
    FormPanel(
      title, columns: 50,
      [
        FormField(.name, tr("Name"), .text(TextField(name, limit: 40))),
        .gap,
        FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.set, tr("Keep"), .button(.standard)),
      ])
  }

  private static func removeQuestion(_ name: String) -> Question {
    Question(
      title: tr("Delete the practice?"), tr("“\(name)” is gone for good."),
      answers: [
        Question.Answer(tr("Delete"), .danger, .lesson(.shelf(.remove(name)))),
        Question.Answer(tr("Cancel"), .standard),
      ])
  }

  private mutating func setName(by input: InputEvent, _ context: ScreenContext) -> Outcome {
    guard let (open, practice) = naming else { return .ignored }
    var panel = open
    let response = panel.respond(to: input, in: context.area)
    naming = (panel, practice)
    switch response {
    case .pressed(.set):
      let name = panel.form.text(.name)
      guard !name.isEmpty else {
        panel.form.refuse(.name, tr("A name is needed."))
        naming = (panel, practice)
        return .stay
      }
      naming = nil
      return .lesson(.shelf(practice.map { .rename($0, to: name) } ?? .keep(as: name)))
    case .pressed(.cancel), .escaped:
      naming = nil
      return .stay
    case .pressed, .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  func outline(in context: ScreenContext) -> Outline {
    naming?.panel.outline() ?? dialog(context.area).outline(of: list(context).outline())
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let dialog = dialog(area)
    dialog.open(on: &canvas, in: area)
    list(context).draw(on: &canvas, in: dialog.inner(in: area))
    naming?.panel.draw(on: &canvas, in: area)
  }
}

extension Words {
  /// What has been done with a practice of the shelf.
  static func of(_ deed: ShelfDeed) -> Phrase {
    switch deed {
    case .kept(let name): tr("Kept as “\(name)”.")
    case .renamed(let name): tr("Now called “\(name)”.")
    case .removed(let name): tr("“\(name)” is deleted.")
    }
  }
}
