import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Restore Password: a tab for each method of the firmware, then a new password.
package struct RestoreWizard: Screen {
  /// What the wizard shows: a tab, or the new password once a proof was good.
  package enum Stage: Equatable {
    case nothing
    case tab(RecoveryTab)
    case newPassword
  }

  package var stage = Stage.nothing
  package var form: Form<RestoreForms.Field>?
  /// Whether the keyboard is on the row of tabs.
  var isOnTabs = false
  package var problem: Phrase?
  /// The closed tab whose reason was told last, where there is no room for all reasons.
  var told: Int?

  package init() {}

  package let name = "restore-password"
  package let isOverlay = true
  package let help = [
    "Each tab is a way to prove that the recorder is yours. A tab marked ⊘ cannot be used; its "
      + "reason stands at the bottom.",
    "E-mail and client software: the code comes to the phone's mail (F4). Its page stays open for "
      + "some minutes; the code itself lives longer.",
    "QR code and app: the phone (F4) shows the code. Unlock code: the dealer's portal at the "
      + "support desk (F5) answers it.",
    "Dynamic Password: give model, MAC address and the frozen time to the support desk (F5), by "
      + "hand or with a photo (Ctrl-P). The code works while this screen stays as it is. Looking "
      + "at another place does not close it.",
  ]
  package var takesText: Bool { !isOnTabs && (form?.takesText ?? false) }

  package enum Action: Hashable, Sendable { case tabs }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.pageDown, .pageUp], action: .tabs, label: "Other tab",
      help: """
        The next way, or the one before. Leaving Dynamic Password makes its code worthless. Where \
        the reasons have no room, ↑ leads to the row of tabs, and ←→ tell them there.
        """)
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Restore Password") }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    (isGranted(context) ? [] : RestoreWizard.map.hints()) + FormKeys.hints(for: form)
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    var ends: [Timestamp] = []
    if case .granted(let grant) = context.recorder.recovery { ends.append(grant.until) }
    if let entry = tab?.entry { ends.append(entry.until) }
    if tab == .app, let until = context.recorder.cloud.codeUntil { ends.append(until) }
    let counts = ends.filter { $0 > context.now }.map { context.nextCount(until: $0) }
    return (counts + (context.recorder.recoveryPauses.isEmpty ? [] : [context.nextSecond])).min()
  }

  /// The tab that is shown.
  package var tab: RecoveryTab? { if case .tab(let tab) = stage { tab } else { nil } }

  package func isGranted(_ context: ScreenContext) -> Bool {
    if case .granted = context.recorder.recovery { true } else { false }
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    refresh(context)
    return .stay
  }

  /// Puts up what the recorder shows now; typed text stays where the stage is the same.
  package mutating func refresh(_ context: ScreenContext) {
    let wanted = RestoreWizard.stage(of: context.recorder.recovery)
    guard wanted != stage else { return }
    stage = wanted
    problem = nil
    told = nil
    switch wanted {
    case .nothing: form = nil
    case .tab(let tab): form = RestoreForms.form(of: tab, context.recorder)
    case .newPassword: form = RestoreForms.newPassword
    }
    isOnTabs = form == nil
  }

  private static func stage(of recovery: RecoveryPhase) -> Stage {
    switch recovery {
    case .closed: return .nothing
    case .granted: return .newPassword
    case .open(let session): return session.tab.map { .tab($0) } ?? .nothing
    }
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.recovery(.changed(.closed))): return .pop
    case .recorder(.recovery(.changed)):
      refresh(context)
      return .stay
    case .recorder(.refused(.password(let problem))):
      if var form {
        NewPasswordFields.show(problem, in: &form)
        self.form = form
      }
      return .stay
    case .recorder(.recovery(.codeEntryClosed)):
      problem = tr("The time for the code is over. A code that came is still good.")
      return .stay
    case .recorder(.refused(let refusal)):
      problem = Words.of(refusal, at: context.now)
      form?.emptySecrets()
      return .stay
    default: return .ignored
    }
  }
}
