import RecorderEngine
import ScreenKit
import TextUI

/// What lies beneath the screen in front, kept from frame to frame: a key that moves something in a
/// menu does not have the cameras under it drawn anew.
public struct Ground {
  /// What it depends on.
  struct Key: Equatable {
    /// Another one whenever anything but the screen in front may look different.
    let number: Int
    let size: Size
    let body: Rect
    let place: Place
    let screens: Int
    let overlays: Int
    let picturesHeldAt: Timestamp?
  }

  private var kept: (key: Key, until: Timestamp?, canvas: Canvas)?

  /// Starts with nothing drawn.
  public init() {}

  /// Draws it as it was, or anew; `until` is when something changes by itself.
  mutating func draw(
    on canvas: inout Canvas, _ key: Key, at now: Timestamp, until: () -> Timestamp?,
    anew draw: (inout Canvas) -> Void
  ) {
    if let kept, kept.key == key, kept.until.map({ now < $0 }) ?? true {
      canvas = kept.canvas
      return
    }
    draw(&canvas)
    kept = (key, until(), canvas)
  }
}
