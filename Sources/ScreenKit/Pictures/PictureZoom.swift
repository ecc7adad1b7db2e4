import TextUI

/// The part of a picture that fills its place: digital zoom.
package struct PictureZoom: Equatable, Sendable {
  /// How many times as large as it is: 1 shows all of it.
  package private(set) var level = 1
  /// The middle of the part, in thousandths of the picture's width and height.
  private var x = 500
  private var y = 500

  /// Shows all of a picture.
  package init() {}

  /// The largest level.
  package static let most = 4

  /// Larger or smaller by one level, about the same middle.
  package mutating func magnify(by step: Int) {
    level = min(PictureZoom.most, max(1, level + step))
    hold()
  }

  /// Moves the part by a quarter of what shows.
  package mutating func pan(_ key: Key) {
    let step = 250 / level
    switch key {
    case .left: x -= step
    case .right: x += step
    case .up: y -= step
    case .down: y += step
    default: break
    }
    hold()
  }

  /// The part stays inside the picture.
  private mutating func hold() {
    let half = 500 / level
    x = min(1_000 - half, max(half, x))
    y = min(1_000 - half, max(half, y))
  }

  /// The part of a picture painted as many times as large as the level says.
  func part(of picture: Picture, rows: Int, columns: Int) -> Picture {
    guard level > 1 else { return picture }
    let corner = corner(rows: rows, columns: columns, of: (picture.rows, picture.columns))
    return picture.part(row: corner.row, column: corner.column, rows: rows, columns: columns)
  }

  /// Where a part of that size begins in a picture of this one.
  func corner(
    rows: Int, columns: Int, of whole: (rows: Int, columns: Int)
  ) -> (row: Int, column: Int) {
    (
      min(max(0, whole.rows - rows), max(0, whole.rows * y / 1_000 - rows / 2)),
      min(max(0, whole.columns - columns), max(0, whole.columns * x / 1_000 - columns / 2))
    )
  }
}
