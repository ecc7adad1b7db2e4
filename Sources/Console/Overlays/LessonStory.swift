import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// What has happened, before the first step; and whose results are kept, where nobody has said so yet.
struct LessonStory: Asking {
  private enum Field: Equatable, Sendable { case name, begin }

  private var panel: FormPanel<Field>
  private let asksWho: Bool
  /// Until the first key the cursor stands on the sentence, where braille displays read.
  private var isUntouched = true

  init(_ lesson: LessonState) {
    let name = lesson.asksWho.map { name in
      [
        FormField(Field.name, tr("Your name"), .text(TextField(name, limit: 100))),
        .gap,
      ]
    }
    asksWho = name != nil
    panel = FormPanel(
      Phrase(words: lesson.scenario.title), columns: 50,
      [.note(Words.story(lesson.scenario.story), .dialog), .gap] + (name ?? [])
        + [FormField(.begin, tr("Begin"), .button(.standard))])
    panel.form.focusedID = .begin
  }

  let name = "story"
  let isOverlay = true
  var isShown = false
  let help = [
    "The situation of this lesson. The coach line at the bottom tells the next step.",
    "Results are kept under your name; it is asked for once.",
  ]

  var takesText: Bool { panel.takesText }

  func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    isUntouched = false
    if panel.takesText, input == .key(.enter) { return begin() }
    switch panel.respond(to: input, in: context.area) {
    case .pressed, .escaped: return begin()
    case .changed, .handled:
      let global: [InputEvent] = [.key(.function(1)), .key(.control("t"))]
      return global.contains(input) ? .ignored : .stay
    }
  }

  private mutating func begin() -> Outcome {
    guard asksWho else { return .pop }
    let name = panel.form.text(.name)
    guard !name.isEmpty else {
      panel.form.refuse(.name, tr("A name is needed."))
      return .stay
    }
    return .all([.pop, .lesson(.tries(as: name))])
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
    if isUntouched {
      let inner = panel.inner(in: area)
      canvas.cursor = Point(row: inner.row, column: inner.column)
    }
  }
}
