import ConsoleData
import ScreenKit
import TextUI
import Training

extension Console {
  /// Says what the lesson has to say of what has happened, and its verdict once there is one.
  mutating func judge(since before: LessonState?) {
    guard let lesson else { return }
    explain(lesson, since: before)
    if let verdict = lesson.progress.verdict, before?.progress.verdict == nil {
      overlays.append(
        VerdictScreen(verdict, of: lesson))
    }
  }

  /// What the lesson has to say of what was just done: that it was wrong, or why it was right.
  private mutating func explain(_ lesson: LessonState, since before: LessonState?) {
    // An exam tells it at the end.
    guard let before, before.scenario.id == lesson.scenario.id, !lesson.progress.isExam else {
      return
    }
    let turns = lesson.progress.wrongTurns
    if turns.count > before.progress.wrongTurns.count, let last = turns.last {
      explanation = .warning("▲ \(tr(words: lesson.scenario.wrong[last].say) as Phrase)")
    } else if lesson.progress.step > before.progress.step {
      let step = lesson.progress.steps(in: lesson.scenario)[lesson.progress.step - 1]
      guard lesson.progress.outcomes.last == .done, !step.explain.isEmpty else { return }
      explanation = .success("✓ \(tr(words: step.explain) as Phrase)")
    }
  }
}
