import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Chooses the security questions of whoever is signed in, and their answers.
struct QuestionsDialog: Screen {
  private enum Field: Equatable, Sendable {
    case question(Int)
    case answer(Int)
    case current
    case cancel, save
  }

  private var panel: FormPanel<Field>
  private let count: Int
  /// The questions to choose from, as the recorder keeps them.
  private let catalogue: [String]

  init(_ context: ScreenContext) {
    let rules = context.profile.recovery.securityQuestions
    catalogue = rules?.catalogue.value ?? []
    count = rules?.count.value ?? 0
    var fields: [FormField<Field>] = []
    for number in 0..<count {
      fields.append(
        FormField(
          .question(number), tr("Question \(number + 1)"),
          .choice(
            options: catalogue.map { tr(words: $0) },
            selected: min(number, max(0, catalogue.count - 1)))))
      fields.append(
        FormField(
          .answer(number), tr("  Answer"),
          .text(TextField(limit: rules?.longestAnswer.value ?? 64, isSecret: true))))
    }
    panel = FormPanel(
      tr("Security questions"), columns: 68,
      fields + [
        NewPasswordFields.current(.current),
        .gap,
        FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.save, tr("Save"), .button(.standard)),
      ])
  }

  let name = "questions"
  let isOverlay = true
  let help = [
    "Whoever answers all of them at Restore Password may set a new password. Choose questions "
      + "that only the owner can answer; ← and → change the question, Ctrl-R shows an answer."
  ]
  var takesText: Bool { panel.takesText }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.save): return save()
    case .pressed(.cancel), .escaped: return panel.closing
    case .pressed(.question), .pressed(.answer), .pressed(.current): return .stay
    case .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private mutating func save() -> Outcome {
    if NewPasswordFields.refuseEmpty(.current, in: &panel.form) { return .stay }
    let questions = (0..<count).map { number in
      QuestionAndAnswer(
        question: catalogue[panel.form.selected(.question(number))],
        answer: Secret(panel.form.text(.answer(number))))
    }
    return .recorder(
      .accounts(.setQuestions(questions, current: Secret(panel.form.text(.current)))))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accounts(.changed)):
      return .all([.pop, .say(.success(tr("Security questions set.")))])
    case .recorder(.refused(let refusal)):
      return show(refusal, at: context.now) ? .stay : .ignored
    default: return .ignored
    }
  }

  private mutating func show(_ refusal: Refusal, at now: Timestamp) -> Bool {
    let text = Words.of(refusal, at: now)
    let field: Field
    switch refusal {
    case .wrongCurrentPassword:
      panel.form.setText(.current, "")
      field = .current
    case .questions(.answerEmpty(let number)), .questions(.answerTooLong(let number, _)):
      field = .answer(number - 1)
    case .questions: field = .question(count - 1)
    default: return false
    }
    panel.form.refuse(field, text)
    return true
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
