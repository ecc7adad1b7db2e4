import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// What is said at the end of a lesson.
struct VerdictScreen: Asking {
  private var panel: FormPanel

  init(_ verdict: Verdict, title: String) {
    var fields = [
      Form.Field(
        "verdict", verdict.isPassed ? tr("✓ Passed") : tr("✗ Not passed yet"),
        .note(verdict.isPassed ? .success : .error)),
      Form.Field("gap1", "", .gap),
    ]
    for (place, goal) in verdict.goals.enumerated() {
      fields.append(
        Form.Field(
          "goal\(place)", (goal.isReached ? "✓ " : "✗ ") + goal.say,
          .note(goal.isReached ? .dialog : .warning)))
    }
    for (place, remark) in verdict.remarks.enumerated() {
      fields.append(Form.Field("remark\(place)", "▲ " + remark, .note(.warning)))
    }
    fields += [
      Form.Field("gap2", "", .gap),
      Form.Field("time", tr("Practice time"), .reading(VerdictScreen.time(verdict))),
      Form.Field("steps", tr("Steps"), .reading(VerdictScreen.steps(verdict))),
      Form.Field("hints", tr("Hints taken"), .reading("\(verdict.hintsUsed)")),
      Form.Field("gap3", "", .gap),
      Form.Field("lessons", tr("Lessons"), .button(.normal)),
      Form.Field("close", tr("Look around"), .button(.standard)),
    ]
    panel = FormPanel(tr("Verdict · \(title)"), columns: 62, fields)
    panel.form.focusedID = "close"
  }

  private static func time(_ verdict: Verdict) -> String {
    Interval.seconds(verdict.time.secondsRoundedUp).description
  }

  private static func steps(_ verdict: Verdict) -> String {
    let done = tr("\(verdict.stepsDone) done")
    return verdict.stepsLeftOut == 0 ? done : done + tr(", \(verdict.stepsLeftOut) left out")
  }

  let name = "verdict"
  let isOverlay = true
  var isShown = false
  let help = ["How the lesson went: what was reached, what to do better."]

  func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.escape) { return .pop }
    switch panel.handle(input, in: context.area) {
    case .activated("lessons"): return .all([.pop, .overlay(LessonList())])
    case .activated: return .pop
    default: return .stay
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
