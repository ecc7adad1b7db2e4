import ScreenKit

/// The names of a form's fields about an account, and of the buttons that the form has.
enum AccountField<Button: Sendable>: Sendable {
  case name, group, enabled, current, new, again, questions, email, remark
  case button(Button)
}

extension AccountField: Equatable where Button: Equatable {}
extension AccountField: NewPasswordID where Button: Equatable {}
