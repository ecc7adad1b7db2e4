import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension Console {
  /// What the screen in front says: the top one above all places, or else that of the place.
  ///
  /// Its place is the path of the screen; a screen without a title has that of the title row.
  public func outline(at now: Timestamp) -> Outline {
    phrases.spoken { spokenOutline(at: timeBeforeJump ?? now) }
  }

  private func spokenOutline(at now: Timestamp) -> Outline {
    guard let context = context(at: now), let top else {
      return Outline(place: place.rawValue, sentences: [tr("Opening the recorder…")])
    }
    var outline = top.outline(in: context)
    outline.place = (stack + overlays).reduce(place.rawValue) { "\($0)/\($1.name)" }
    if outline.title.isEmpty {
      let title = stack.reversed().lazy.compactMap { $0.title(in: context) }.first
      outline.title = (title ?? place.title).spoken
    }
    return outline
  }
}
