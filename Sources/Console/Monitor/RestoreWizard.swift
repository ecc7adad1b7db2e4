import PracticeDesk
import RecorderEngine
import TextUI

/// Restore Password: a tab for each method of the firmware, then a new password.
struct RestoreWizard: Screen {
  /// What the wizard shows: a tab, or the new password once a proof was good.
  enum Stage: Equatable {
    case nothing
    case questions
    case dynamic(DynamicChallenge)
    case newPassword
  }

  var stage = Stage.nothing
  var form: Form?
  /// Whether the keyboard is on the row of tabs.
  var isOnTabs = false
  var problem: String?

  let name = "restore-password"
  let isOverlay = true
  let help = [
    "Each tab is a way to prove that the recorder is yours. A tab marked ⊘ cannot be used; its "
      + "reason stands at the bottom.",
    "Dynamic Password: give model, MAC address and the frozen time to the support desk (F5), by "
      + "hand or with a photo (Ctrl-P). The code works while this screen stays as it is. Looking "
      + "at another place does not close it.",
  ]
  var takesText: Bool { !isOnTabs && (form?.takesText ?? false) }

  enum Action: Hashable, Sendable { case tabs }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.pageDown, .pageUp], action: .tabs, label: "Other tab",
      help: "The next way, or the one before. Leaving Dynamic Password makes its code worthless.")
  ])

  func title(in context: ScreenContext) -> String? { tr("Restore Password") }

  func hints(in context: ScreenContext) -> [KeyHint] {
    (isGranted(context) ? [] : RestoreWizard.map.hints()) + FormKeys.hints
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    let isCounting = !context.recorder.recoveryPauses.isEmpty || isGranted(context)
    return isCounting ? context.now + .seconds(1) : nil
  }

  func isGranted(_ context: ScreenContext) -> Bool {
    if case .granted = context.recorder.recovery { true } else { false }
  }

  mutating func opened(in context: ScreenContext) -> Outcome {
    follow(context)
    return .stay
  }

  /// Puts up what the recorder shows now; typed text stays where the stage is the same.
  mutating func follow(_ context: ScreenContext) {
    let wanted = RestoreWizard.stage(of: context.recorder.recovery)
    guard wanted != stage else { return }
    stage = wanted
    problem = nil
    switch wanted {
    case .nothing: form = nil
    case .questions: form = RestoreForms.questions(in: context.recorder)
    case .dynamic(let challenge): form = RestoreForms.dynamic(challenge, context.profile)
    case .newPassword: form = RestoreForms.newPassword
    }
    isOnTabs = form == nil
  }

  private static func stage(of recovery: RecoveryPhase) -> Stage {
    switch recovery {
    case .closed: return .nothing
    case .granted: return .newPassword
    case .open(let session):
      switch session.method {
      case .securityQuestions: return .questions
      case .dynamicPassword: return session.challenge.map { .dynamic($0) } ?? .nothing
      case .email, nil: return .nothing
      }
    }
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.recoveryChanged(.closed)): return .pop
    case .recorder(.recoveryChanged):
      follow(context)
      return .stay
    case .recorder(.refused(.password(let problem))):
      if var form {
        NewPasswordFields.show(problem, in: &form)
        self.form = form
      }
      return .stay
    case .recorder(.refused(let refusal)):
      problem = Words.of(refusal, at: context.now)
      form?.emptySecrets()
      return .stay
    default: return .ignored
    }
  }
}
