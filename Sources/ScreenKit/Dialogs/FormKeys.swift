import ConsoleData
import TextUI

/// The keys of every form: one table for key bar and help.
package enum FormKeys {
  package enum Action: Hashable, Sendable { case next, activate, toggle, reveal, undo, back }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.tab, .backTab, .down, .up], action: .next, label: "Next field",
      help: "Next field; Shift-Tab and ↑ go back."),
    KeyBinding(
      keys: [.enter], action: .activate, label: "Choose",
      help: "Presses the button; in the last field the one in round brackets."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "Toggle",
      help: "Switches on and off; ← and → choose one of several.", isOnBar: false),
    KeyBinding(
      keys: [.control("r")], action: .reveal, label: "Reveal",
      help: "Shows or hides what is typed into a password field.", isOnBar: false),
    KeyBinding(
      keys: [.control("z")], action: .undo, label: "Undo",
      help: "Puts back what the field held; on a page of settings, all that the recorder has.",
      isOnBar: false),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "Back, without doing anything; asks first where typed text would be lost."),
  ])

  /// The keys of a form as it stands; nil: none has been made yet.
  package static func hints<ID: Equatable>(for form: Form<ID>?) -> [KeyHint] {
    let isEmpty = form?.hasFocusable != true
    let isInSecret = form?.isInSecret == true
    return map.hints { action in
      switch action {
      case .reveal where !isInSecret: tr("No password field has the focus.")
      case .next where isEmpty, .activate where isEmpty, .toggle where isEmpty:
        tr("There is nothing to fill in.")
      default: nil
      }
    }
  }
}
