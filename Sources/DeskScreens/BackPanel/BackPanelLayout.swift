import RecorderEngine
import TextUI

/// Where everything lies in the area that the back panel has: the device grows with the window.
struct BackPanelLayout {
  /// How large the sockets are drawn.
  enum Scale: Int { case small, middle, large }

  /// The cases, seen from the front and from behind.
  let front: Rect
  let back: Rect
  /// The rows between both, where the mouse lies.
  let mouseRows: Int
  /// The rows below the back, in which cables and the paperclip are seen.
  let cableRows: Int
  let scale: Scale
  let cameras: CameraSockets
  /// The columns of the back from left to right, each as high as the case is inside.
  let video: Rect
  let reset: Rect
  let lan: Rect
  let alarm: Rect
  let power: Rect
  /// What is written below the drawing, and whether there is room to spare.
  let texts: Rect
  let isRoomy: Bool

  init(area: Rect, profile: RecorderProfile) {
    let columns = min(150, area.columns - 2)
    isRoomy = area.rows >= 22
    let textRows = area.rows < 16 ? 4 : isRoomy ? 8 : 5
    let drawing = area.rows - textRows
    let frontRows = drawing < 24 ? 3 : 5
    mouseRows = drawing < 18 ? 0 : drawing < 30 ? 1 : 2
    let rest = drawing - frontRows - mouseRows
    let inside = max(5, min(15, columns / 6, (rest - 2) * 7 / 10))
    cableRows = max(0, min(rest - 2 - inside, inside * 2 / 3 + 1))
    let used = frontRows + mouseRows + inside + 2 + cableRows + textRows
    let place = Rect(
      row: area.row + max(0, area.rows - used) / 2,
      column: area.column + (area.columns - columns) / 2, rows: area.rows, columns: columns)
    front = place.top(frontRows)
    back = place.droppingTop(frontRows + mouseRows).top(inside + 2)

    texts = Rect(
      row: back.endRow + cableRows, column: place.column + 1,
      rows: area.endRow - back.endRow - cableRows, columns: columns - 2
    ).droppingTop(isRoomy ? 1 : 0)

    let content = back.inset(rows: 1, columns: 2)
    scale =
      content.columns >= 92 && inside >= 9 ? .large : content.columns >= 68 ? .middle : .small
    let widths = BackPanelLayout.widths(of: scale, hasAlarm: profile.setting(.sensor(1)) != nil)
    let taken = widths.reduce(0, +)
    cameras = CameraSockets(
      profile: profile, scale: scale, rows: inside, row: BackPanelLayout.firstRow(of: inside),
      columns: content.columns - taken - widths.count * (scale == .small ? 1 : 2))
    let spare = max(0, content.columns - taken - cameras.columns)
    var column = content.column + cameras.columns
    let places = widths.enumerated().map { index, width in
      column += spare * (index + 1) / widths.count - spare * index / widths.count
      defer { column += width }
      return Rect(row: content.row, column: column, rows: content.rows, columns: width)
    }
    (video, reset, lan, alarm, power) = (places[0], places[1], places[2], places[3], places[4])
  }

  /// The columns of the picture's sockets, the pinhole, the network, alarm and sound, the power.
  private static func widths(of scale: Scale, hasAlarm: Bool) -> [Int] {
    switch scale {
    case .small: [7, 5, 5, hasAlarm ? 7 : 5, 7]
    case .middle: [9, 5, 7, hasAlarm ? 7 : 5, 8]
    case .large: [13, 7, 9, hasAlarm ? 9 : 7, 9]
    }
  }

  /// The row of the case's inside where the first labels stand.
  private static func firstRow(of inside: Int) -> Int {
    inside < 9 ? 0 : max(1, (inside - 11) / 2)
  }

  /// The row in which the upper sockets have their labels.
  var labelRow: Int { video.row + BackPanelLayout.firstRow(of: video.rows) }

  /// How high a socket is that is drawn as a box.
  var boxRows: Int {
    max(3, min(7, video.rows - BackPanelLayout.firstRow(of: video.rows) - 4))
  }

  /// The row in which the lower sockets have their labels; the sockets are in the next.
  var lowerRow: Int { min(labelRow + boxRows + 2, video.endRow - 2) }

  /// The pinhole.
  var hole: Point {
    Point(row: labelRow + 1 + boxRows / 2, column: reset.column + reset.columns / 2)
  }

  /// The socket of the network.
  var lanBox: Rect {
    Rect(row: labelRow + 1, column: lan.column, rows: boxRows, columns: lan.columns)
  }

  /// The row after the last one that a cable is seen in.
  var cableEnd: Int { back.endRow + (cableRows > 2 ? cableRows - 1 : cableRows) }
}
