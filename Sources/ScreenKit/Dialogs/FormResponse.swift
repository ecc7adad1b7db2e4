import TextUI

/// What a key in a form leaves to the screen that the form is on.
package enum FormResponse<ID: Sendable>: Sendable {
  /// This button or action was pressed.
  case pressed(ID)
  /// This field has another value.
  case changed(ID)
  /// Esc: the way out of the form.
  case escaped
  /// Nothing that only the screen could know: this is the outcome.
  case handled(Outcome)
}

extension Form where ID: Equatable {
  /// Hands a key to the form, and does with what came of it as every screen does: a refusal is
  /// said, what the form has no use for is left to others.
  package mutating func respond(to input: InputEvent, in area: Rect) -> FormResponse<ID> {
    switch handle(input, in: area) {
    case .pressed(let id): .pressed(id)
    case .changed(let id): .changed(id)
    case .moved: .handled(.stay)
    case .refused(let why): .handled(.say(.warning(why)))
    case .ignored: input == .key(.escape) ? .escaped : .handled(.ignored)
    }
  }
}
