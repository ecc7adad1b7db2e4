import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Asks for a group's name: that of a copy, or a new one.
struct GroupNameDialog: Screen {
  /// What the name is for.
  enum Purpose: Equatable, Sendable {
    case copy(of: String)
    case rename(Group)
  }

  private enum Field: Equatable, Sendable { case name, cancel, save }

  private let purpose: Purpose
  private var panel: FormPanel<Field>

  init(_ purpose: Purpose, _ context: ScreenContext) {
    self.purpose = purpose
    let longest = context.profile.accounts.longestName.value
    let (title, name, action): (Phrase, String, Phrase) =
      switch purpose {
      case .copy(let original): (tr("Copy group “\(original)”"), "", tr("Copy"))
      case .rename(let group): (tr("Rename group"), group.name, tr("Rename"))
      }
    panel = FormPanel(
      title, columns: 48,
      [
        FormField(
          .name, tr("Name"), .text(TextField(name, limit: 64)),
          note: tr("at most \(longest) characters")),
        .gap, FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.save, action, .button(.standard)),
      ])
  }

  let name = "group-name"
  let isOverlay = true
  let help = ["The name of the group, as the users' page offers it."]
  var takesText: Bool { panel.takesText }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.save): return .recorder(command)
    case .pressed(.cancel): return .pop
    case .pressed(.name): return .stay
    case .escaped: return panel.closing
    case .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private var command: RecorderCommand {
    let typed = panel.form.text(.name)
    switch purpose {
    case .copy(let original): return .groups(.add(typed, copyOf: original))
    case .rename(var group):
      let old = group.name
      group.name = typed
      return .groups(.change(old, group))
    }
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accounts(.groupsChanged)): return .all([.pop, .say(.success(tr("Saved.")))])
    case .recorder(.refused(let refusal)):
      panel.form.refuse(.name, Words.of(refusal, at: context.now))
      return .stay
    default: return .ignored
    }
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
