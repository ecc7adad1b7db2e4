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
    return picture.part(
      row: min(max(0, picture.rows - rows), max(0, picture.rows * y / 1_000 - rows / 2)),
      column: min(
        max(0, picture.columns - columns), max(0, picture.columns * x / 1_000 - columns / 2)),
      rows: rows, columns: columns)
  }
}
