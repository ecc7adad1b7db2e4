import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What whoever leads a class wants of this session. An exam that runs is nobody's but the trainee's: only lines
/// reach it.
extension Console {
  mutating func take(_ wish: TrainerWish, at now: Timestamp, _ effects: inout [Effect]) {
    switch wish {
    case .says(let text): notice = .warning(tr("Trainer: \(text)"))
    case .puts(let scenario, let title):
      guard !isExam else { return }
      overlays.removeAll { $0 is TrainerQuestion }
      overlays.append(TrainerQuestion(scenario: scenario, title: title))
    case .causes(let fault): happen(.setFault(fault, fault.usualLength), at: now, &effects)
    case .pullsCable: happen(.recorder(.hands(.plugNetwork(false))), at: now, &effects)
    case .shows(let exhibit):
      self.exhibit = exhibit
      guard !isExam else { return }
      switch exhibit {
      case .presentation: notice = .warning(tr("The trainer presents. Ctrl-V looks at it."))
      case .recording: notice = .warning(tr("The trainer shows a recording. Ctrl-V plays it."))
      }
    }
  }

  private mutating func happen(
    _ command: DeskCommand, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard !isExam, desk != nil else { return }
    effects.append(.perform(command))
    expectAnswer(at: now)
  }

  /// Looks at what the trainer shows.
  mutating func attend(_ effects: inout [Effect]) {
    if let exhibit { effects.append(.attend(exhibit)) }
  }
}
