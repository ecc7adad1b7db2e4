import Console
import RecorderEngine
import TextUI

/// Points at what is chosen, for those who look on from elsewhere: a mark at the edge of its row.
public final class FocusPointer: Onlooker {
  /// Points from the first frame on.
  public init() {}

  /// Draws the mark at both edges of the row with the cursor.
  public func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp) {
    guard let place = frame.cursor else { return }
    frame.put("▶", row: place.row, column: 0, .guideKey)
    frame.put("◀", row: place.row, column: frame.size.columns - 1, .guideKey)
  }
}
