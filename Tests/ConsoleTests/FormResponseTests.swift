import ScreenKit
import Testing
import TextUI

/// What every screen does alike with a key in its form.
@Suite struct FormResponseTests {
  private enum Field: Equatable, Sendable { case name, ok }

  private let area = Rect(row: 0, column: 0, rows: 3, columns: 30)
  private var form = Form<Field>([
    FormField(.name, "Name", .text(TextField("ab", limit: 2))),
    FormField(.ok, "OK", .button(.standard)),
  ])

  @Test mutating func buttonsAndValuesAreTheScreens() {
    guard case .pressed(.ok) = form.respond(to: .key(.enter), in: area) else {
      Issue.record("Enter in the last field presses the button in round brackets.")
      return
    }
    guard case .changed(.name) = form.respond(to: .key(.backspace), in: area) else {
      Issue.record("A letter less is another value.")
      return
    }
  }

  @Test mutating func aRefusalIsSaid() {
    let response = form.respond(to: .key(.character("c")), in: area)
    guard case .handled(.say(let notice)) = response else {
      Issue.record("A third letter has no room: \(response)")
      return
    }
    #expect(notice.role == .warning)
  }

  @Test mutating func escapeLeavesAndOtherKeysAreLeftToOthers() {
    guard case .escaped = form.respond(to: .key(.escape), in: area),
      case .handled(.ignored) = form.respond(to: .key(.function(1)), in: area),
      case .handled(.stay) = form.respond(to: .key(.tab), in: area)
    else {
      Issue.record("Esc is the way out, F1 the console's, Tab the form's.")
      return
    }
  }
}
