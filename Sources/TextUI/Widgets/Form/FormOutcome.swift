/// What became of a key in a form.
public enum FormOutcome<ID: Sendable>: Sendable {
  case ignored
  /// This field has another value.
  case changed(ID)
  case moved
  /// This button or action was pressed.
  case pressed(ID)
  /// Nothing was done, for this reason.
  case refused(Phrase)
}

extension FormOutcome: Equatable where ID: Equatable {}
