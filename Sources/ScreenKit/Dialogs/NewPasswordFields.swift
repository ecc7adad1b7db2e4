import ConsoleData
import RecorderEngine
import TextUI

/// The names of a form's fields, two of which are for a new password.
package protocol NewPasswordID: Equatable, Sendable {
  /// The new password.
  static var new: Self { get }
  /// The new password once more.
  static var again: Self { get }
}

/// The two fields of a new password with their strength, alike on every form.
package enum NewPasswordFields {
  /// The fields. The limit is above the recorder's own, which answers itself: never a silent cut.
  package static func fields<ID: NewPasswordID>() -> [FormField<ID>] {
    [field(.new, tr("New password")), field(.again, tr("Confirm password"))]
  }

  /// The current password, where it is asked for.
  package static func current<ID>(_ id: ID) -> FormField<ID> {
    field(id, tr("Current password"))
  }

  /// Asks for the current password where its field is empty, and says whether it was: nothing typed
  /// is no wrong password.
  package static func refuseEmpty<ID: Equatable>(_ id: ID, in form: inout Form<ID>) -> Bool {
    guard form[id] != nil, form.text(id).isEmpty else { return false }
    form.refuse(id, tr("Type your current password first."))
    return true
  }

  private static func field<ID>(_ id: ID, _ label: Phrase) -> FormField<ID> {
    FormField(id, label, .text(TextField(limit: 22, isSecret: true)))
  }

  package static func value<ID: NewPasswordID>(of form: Form<ID>) -> NewPassword {
    NewPassword(Secret(form.text(.new)), again: Secret(form.text(.again)))
  }

  /// Writes strength and agreement beside the fields.
  package static func annotate<ID: NewPasswordID>(
    _ form: inout Form<ID>, under rules: PasswordProfile, level: PasswordLevel
  ) {
    let typed = Secret(form.text(.new))
    guard !typed.isEmpty else {
      form.setNote(.new, tr("at least \(Words.of(level))"))
      form.setNote(.again, nil)
      return
    }
    let isEnough = rules.problem(with: typed, at: level) == nil
    form.setNote(.new, strength(of: typed, under: rules), role: isEnough ? .success : .warning)
    let isSame = typed.matches(Secret(form.text(.again)))
    form.setNote(
      .again, form.text(.again).isEmpty ? nil : isSame ? tr("✓ the same") : tr("not the same"),
      role: isSame ? .success : .warning)
  }

  /// `▮▮▯ middle`
  private static func strength(of password: Secret, under rules: PasswordProfile) -> Phrase {
    guard let level = rules.level(of: password) else {
      let isLong = password.count > rules.longest.value
      return "▯▯▯ \(isLong ? tr("too long") : tr("too weak") as Phrase)"
    }
    let rank = (PasswordLevel.allCases.firstIndex(of: level) ?? 0) + 1
    let bar = String(repeating: "▮", count: rank) + String(repeating: "▯", count: 3 - rank)
    return "\(bar) \(Words.of(level))"
  }

  /// Shows a refusal at the field it is about.
  package static func show<ID: NewPasswordID>(
    _ problem: PasswordProblem, in form: inout Form<ID>
  ) {
    form.refuse(problem == .notTheSameTwice ? .again : .new, Words.of(problem))
  }
}
