import PracticeDesk
import RecorderEngine

extension Guide.CodePlace {
  /// What the trainee would read off the screen there; nil: there is none to be read.
  public func code(in surroundings: Surroundings, at now: Timestamp) -> SpokenCode? {
    switch self {
    case .mail: surroundings.phone.mailbox.open?.code
    case .support: surroundings.conversation.code
    case .app:
      surroundings.phone.app.code.flatMap { shown in
        shown.until.map { $0 <= now } == true ? nil : shown.code
      }
    }
  }
}
