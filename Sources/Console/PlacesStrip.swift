import ScreenKit
import TextUI

/// The places by name with their F-keys, in one row: which is in use, which have news.
struct PlacesStrip {
  /// One place.
  struct Item {
    let place: Place
    var isHere: Bool
    var hasNews: Bool

    var text: String { "F\(place.functionKey) \(place.title.spoken)\(hasNews ? "●" : "")" }
  }

  let items: [Item]
  /// What stands behind the places.
  var foot = ""

  /// From so many columns on the places stand in the title row.
  static let titleColumns = 120

  /// What stands between two places, in columns, where there is room.
  private static let gap = 2
  /// What stands between them in a row; the names count more than the room between them.
  private func gap(in row: Rect) -> Int { columns > row.columns ? 1 : PlacesStrip.gap }

  /// How many columns it takes.
  var columns: Int {
    items.reduce(-PlacesStrip.gap) { $0 + TextWidth.of($1.text) + PlacesStrip.gap }
  }

  /// Draws as many as fit into the row; `others` is the role of the places that are not in use.
  func draw(on canvas: inout Canvas, in row: Rect, here: Role, others: Role) {
    let gap = gap(in: row)
    var column = row.column
    for item in items {
      let room = row.endColumn - column
      guard room > 4 else { return }
      let role: Role = item.hasNews ? .warning : item.isHere ? here : others
      canvas.writeFitted(item.text, row: row.row, column: column, columns: room, role)
      if item.isHere, column > 0 { canvas.put("▸", row: row.row, column: column - 1, role) }
      column += TextWidth.of(item.text) + gap
    }
    canvas.writeFitted(
      foot, row: row.row, column: column, columns: max(0, row.endColumn - column), others)
  }

  /// The place whose name is drawn there.
  func hit(_ point: Point, in row: Rect) -> Place? {
    guard row.contains(point) else { return nil }
    var column = row.column
    for item in items {
      let end = column + TextWidth.of(item.text)
      if (column..<end).contains(point.column) { return item.place }
      column = end + gap(in: row)
    }
    return nil
  }
}

extension Console {
  /// The places that are open.
  var placesStrip: PlacesStrip {
    PlacesStrip(
      items: Place.allCases.filter { whyClosed($0) == nil }.map { place in
        PlacesStrip.Item(
          place: place, isHere: place == self.place,
          hasNews: place != self.place && news.contains(place))
      })
  }

  /// Where the names of the places stand in the title; nil where it has no room for them.
  var titleStrip: Rect? {
    guard size.columns >= PlacesStrip.titleColumns else { return nil }
    return Rect(row: 0, column: 1, rows: 1, columns: min(placesStrip.columns, size.columns - 1))
  }

  /// Where they stand otherwise: in the message line of free practice, while it says nothing else.
  var coachStrip: Rect? {
    guard titleStrip == nil, lesson == nil, coachText.body.isEmpty, capabilities.isPractice else {
      return nil
    }
    return Rect(size).droppingBottom(1).bottom(1).droppingLeft(1)
  }
}
