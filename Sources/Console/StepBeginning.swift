import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit

/// What lay open when a step of a lesson began: going back to its beginning opens it again.
struct StepBeginning: Sendable {
  /// The step, as a place among the lesson's.
  let step: Int
  fileprivate let place: Place
  fileprivate let companion: Place?
  fileprivate let stacks: PlaceStacks
  /// What screens of the monitor go by: they are opened again at such a recorder only.
  fileprivate let account: AccountName?
  fileprivate let isRecovering: Bool
  fileprivate let isRunning: Bool
}

extension Console {
  /// Remembers what lies open where somebody rests in a step for the first time.
  mutating func rememberBeginning() {
    guard let progress = lesson?.progress, stepBeginning?.step != progress.step, overlays.isEmpty,
      !progress.isExam, let recorder = desk?.recorder
    else { return }
    stepBeginning = StepBeginning(
      step: progress.step, place: place, companion: companion, stacks: stacks,
      account: recorder.session?.account, isRecovering: recorder.recovery != .closed,
      isRunning: recorder.power == .running)
  }

  /// Opens what lay open when the step that begins anew began; false where it is not known, or the
  /// recorder is another.
  mutating func reopenStepBeginning() -> Bool {
    guard beginsStepAnew else { return false }
    beginsStepAnew = false
    guidance.beginStep()
    guard let beginning = stepBeginning, let recorder = desk?.recorder,
      beginning.step == lesson?.progress.step,
      beginning.isRunning == (recorder.power == .running),
      beginning.account == recorder.session?.account,
      beginning.isRecovering == (recorder.recovery != .closed)
    else { return false }
    (place, companion, stacks) = (beginning.place, beginning.companion, beginning.stacks)
    return true
  }
}
