import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// The lesson that is being done: its steps, a hint, a way out.
struct LessonPanel: Screen {
  private enum Field: Equatable, Sendable { case stop, hint, close }

  private var panel: FormPanel<Field>

  init(_ lesson: LessonState) {
    panel = FormPanel(
      LessonPanel.title(of: lesson), columns: 66,
      LessonPanel.fields(of: lesson))
    let isHintLeft = (lesson.step?.hints.count ?? 0) > lesson.progress.hintsShown
    panel.form.focusedID = isHintLeft && !lesson.progress.isExam ? .hint : .close
  }

  /// How it is done, and what it is called.
  private static func title(of lesson: LessonState) -> Phrase {
    let title = Phrase(words: lesson.scenario.title)
    return switch lesson.progress.mode {
    case .guided: tr("Guided lesson · \(title)")
    case .practice, .free: tr("Lesson · \(title)")
    case .exam: tr("Exam · \(title)")
    }
  }

  private static func fields(of lesson: LessonState) -> [FormField<Field>] {
    var fields: [FormField<Field>] = []
    if lesson.progress.isExam { return examFields(of: lesson) }
    for (place, step) in lesson.markedSteps(upTo: lesson.scenario.steps.count).enumerated() {
      fields.append(.note("\(step.mark) \(place + 1)  \(step.text)", step.role))
      guard place == lesson.progress.step, let hints = lesson.step?.hints else { continue }
      for hint in hints.prefix(lesson.progress.hintsShown) {
        fields.append(.note(tr("      Hint: \(Phrase(words: hint.say))"), .accent))
      }
    }
    let hints = (lesson.step?.hints.count ?? 0) - lesson.progress.hintsShown
    return fields + [
      .gap,
      FormField(.stop, tr("End the lesson"), .button(.normal)),
      FormField(
        .hint, tr("Show a hint"), .button(.normal),
        whyDisabled: hints > 0 ? nil : tr("There is no further hint for this step.")),
      FormField(.close, tr("Go on"), .button(.standard)),
    ]
  }

  /// What is to be reached; how is for the trainee to know.
  private static func examFields(of lesson: LessonState) -> [FormField<Field>] {
    let story = FormField<Field>.note(Words.story(lesson.scenario.story), .dialog)
    let goals = lesson.scenario.goals.map {
      FormField<Field>.note("· \(Phrase(words: $0.say))", .accent)
    }
    return [story, .gap] + goals + [
      .gap,
      FormField(.stop, tr("End the exam"), .button(.normal)),
      FormField(.close, tr("Go on"), .button(.standard)),
    ]
  }

  let name = "lesson"
  let isOverlay = true
  let help = ["The steps of the lesson: done, left out, to come. A hint costs nothing but honour."]

  func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.function(7)) { return .pop }
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.hint): return .all([.pop, .lesson(.hint)])
    case .pressed(.stop):
      if context.lesson?.progress.isExam == true { return .replace(LessonPanel.endExamQuestion) }
      let canGoBack = context.lesson?.canGoBack == true
      return .replace(LessonPanel.stopQuestion(canGoBack: canGoBack))
    case .pressed(.close), .escaped: return .pop
    case .changed, .handled(.ignored): return .stay
    case .handled(let outcome): return outcome
    }
  }

  private static var endExamQuestion: Question {
    Question(
      title: tr("End the exam?"),
      tr("What is done so far is graded, and it cannot be gone on with."),
      answers: [
        Question.Answer(tr("End it"), .danger, .lesson(.stop)),
        Question.Answer(tr("Go on"), .standard),
      ])
  }

  private static func stopQuestion(canGoBack: Bool) -> Question {
    guard canGoBack else {
      return Question(
        title: tr("End the lesson?"),
        tr("You go on with the recorder as it is, without the coach."),
        answers: [
          Question.Answer(tr("End it"), .danger, .lesson(.stop)),
          Question.Answer(tr("Go on"), .standard),
        ])
    }
    return Question(
      title: tr("End the lesson?"),
      tr("You can go back to your practice as you left it, or stay with this recorder."),
      answers: [
        Question.Answer(tr("Stay here"), .danger, .lesson(.stop)),
        Question.Answer(tr("My practice"), .danger, .lesson(.goBack)),
        Question.Answer(tr("Go on"), .standard),
      ])
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}

extension LessonState {
  /// The steps up to a place with their marks: done, left out, at hand, to come.
  func markedSteps(upTo last: Int) -> [(mark: String, text: Phrase, role: Role)] {
    let group = step?.group
    return progress.steps(in: scenario).enumerated().prefix(last + 1).map { place, step in
      // What may be done as well is open; other steps ahead stay covered, the coach tells one at a time.
      let isOpen = place > progress.step && group != nil && step.group == group
      let (mark, role) = isOpen ? ("▹", Role.accent) : mark(of: place)
      return (mark, place > progress.step && !isOpen ? "…" : Phrase(words: step.say), role)
    }
  }

  private func mark(of place: Int) -> (String, Role) {
    if place == progress.step { return ("▸", .accent) }
    guard progress.outcomes.indices.contains(place) else { return ("·", .dialogQuiet) }
    return progress.outcomes[place] == .done ? ("✓", .success) : ("-", .dialogQuiet)
  }
}
