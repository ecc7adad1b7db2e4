import CastFiles
import Console
import ConsoleRuntime
import RecorderEngine
import TerminalLanguage
import TextUI

/// Records what stands on the console's terminal and what is pressed, as others may see and hear it.
final class RecordedSession: Onlooker {
  private let cast: SessionCast
  private var place: String?
  private var step: Int?

  init(_ cast: SessionCast) { self.cast = cast }

  func hear(_ input: InputEvent, at console: Console, now: Timestamp) {
    guard case .key(let key)? = console.told(input, at: now) else { return }
    cast.input(key.sequence)
  }

  func see(_ frame: Canvas, of console: Console, at now: Timestamp) {
    cast.frame(console.hidingSecrets(in: frame), console.theme)
    if let number = console.stepNumber?.number, number != step {
      step = number
      cast.marker(console.stepWords ?? "")
    }
    let place = console.placeTitle
    if self.place != place, self.place != nil { cast.marker(place) }
    self.place = place
  }
}
