import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// One field for each question, all to be answered.
  static func questions(
    _ questions: [String], _ recorder: RecorderSnapshot
  ) -> Form<Field> {
    let limit = recorder.profile.recovery.securityQuestions?.longestAnswer.value ?? 64
    var fields: [FormField<Field>] = [
      FormField(
        .lead, tr("Answer all of them. Capitals and spaces at either end are ignored."),
        .note(.dialog))
    ]
    for (place, question) in questions.enumerated() {
      fields.append(.note("\(place + 1)  \(tr(words: question) as Phrase)", .dialog))
      fields.append(
        FormField(
          .answer(place), tr("   Answer"), .text(TextField(limit: limit, isSecret: true))))
    }
    return Form(
      fields + [
        FormField(.problem, " ", .note(.error)),
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.check), "OK", .button(.standard)),
      ])
  }

  /// The answers as they were typed, in order.
  package static func answers(in form: Form<Field>) -> [Secret] {
    answerIDs(in: form).map { Secret(form.text($0)) }
  }

  static func answerIDs(in form: Form<Field>) -> [Field] {
    form.fields.compactMap { field in
      if case .answer = field.id { field.id } else { nil }
    }
  }
}
