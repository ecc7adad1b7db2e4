import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// What is said at the end of a lesson.
struct VerdictScreen: Asking {
  private enum Field: Equatable, Sendable { case certificate, lessons, back, close }

  private var panel: FormPanel<Field>
  private let certificate: Certificate?

  init(_ verdict: Verdict, of lesson: LessonState) {
    let scenario = lesson.scenario
    certificate = lesson.certificate
    var fields: [FormField<Field>] = [
      .note(
        verdict.isPassed ? tr("✓ Passed") : tr("✗ Not passed yet"),
        verdict.isPassed ? .success : .error),
      .gap,
    ]
    for goal in verdict.goals {
      fields.append(
        .note(
          "\(goal.isReached ? "✓" : "✗") \(Phrase(words: goal.say))",
          goal.isReached ? .dialog : .warning))
    }
    for way in verdict.ways ?? [] {
      fields.append(.note("→ \(Phrase(words: way))", .accent))
    }
    for turn in verdict.wrongTurns ?? [] {
      let cost: Phrase = turn.cost == 0 ? "" : tr(" (\(turn.cost) points)")
      fields.append(.note("▲ \(Phrase(words: turn.say))\(cost)", .warning))
    }
    for remark in verdict.remarks { fields.append(.note("▲ \(Phrase(words: remark))", .warning)) }
    if !scenario.prevention.isEmpty {
      fields += [.gap, .note(tr("What would have prevented it:"), .heading)]
      fields.append(.note(Words.story(scenario.prevention), .dialog))
    }
    fields.append(.gap)
    if let points = verdict.points {
      let pass: Phrase = verdict.pass.map { tr(", \($0) pass") } ?? ""
      fields.append(.reading(tr("Points"), "\(tr("\(points) of 100") as Phrase)\(pass)"))
    }
    fields += [
      .reading(tr("Practice time"), VerdictScreen.time(verdict)),
      .reading(tr("Steps"), VerdictScreen.steps(verdict)),
      .reading(tr("Hints taken"), "\(verdict.hintsUsed)"),
      .gap,
    ]
    if certificate != nil {
      fields.append(FormField(.certificate, tr("Certificate"), .button(.normal)))
    }
    fields.append(FormField(.lessons, tr("Lessons"), .button(.normal)))
    if lesson.canGoBack { fields.append(FormField(.back, tr("My practice"), .button(.normal))) }
    fields += [
      FormField(.close, tr("Look around"), .button(.standard))
    ]
    panel = FormPanel(
      tr("Verdict · \(Phrase(words: scenario.title))"), columns: 62, fields)
    panel.form.focusedID = .close
  }

  private static func time(_ verdict: Verdict) -> Phrase {
    "\(Interval.seconds(verdict.time.secondsRoundedUp))"
  }

  private static func steps(_ verdict: Verdict) -> Phrase {
    let done: Phrase = tr("\(verdict.stepsDone) done")
    let leftOut: Phrase = tr(", \(verdict.stepsLeftOut) left out")
    return verdict.stepsLeftOut == 0 ? done : "\(done)\(leftOut)"
  }

  let name = "verdict"
  let isOverlay = true
  var isShown = false
  let help = ["How the lesson went: what was reached, what to do better."]

  func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.certificate):
      .all((certificate.map { CertificateFiles($0).wishes } ?? []).map { .file($0) })
    case .pressed(.lessons): .all([.pop, .overlay(LessonList())])
    case .pressed(.back): .all([.pop, .lesson(.goBack)])
    case .pressed(.close), .escaped: .pop
    case .changed, .handled: .stay
    }
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
