import CastFiles
import Console
import ConsoleRuntime
import ScreenKit
import TerminalLanguage

/// Records what stands on the console's terminal and what is pressed, as others may see and hear it.
final class RecordedSession: Onlooker {
  private let cast: SessionCast
  private let inbox: Inbox
  private var place: String?
  private var step: Int?
  private var hasToldTrouble = false

  /// Whoever sits here is told through the inbox when the recording ends before the session.
  init(_ cast: SessionCast, inbox: Inbox) { (self.cast, self.inbox) = (cast, inbox) }

  func hear(_ key: ToldKey) {
    if case .key(let key) = key { cast.input(key.sequence) }
  }

  func see(_ view: PublicView) {
    cast.frame(view.frame, view.theme)
    if let number = view.step?.number, number != step {
      step = number
      cast.marker(view.stepWords ?? "")
    }
    if place != view.place, place != nil { cast.marker(view.place) }
    place = view.place
    guard !hasToldTrouble, let trouble = cast.trouble else { return }
    hasToldTrouble = true
    inbox.post([.message(.recordingEnded(trouble))])
  }
}
