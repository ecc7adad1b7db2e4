/// Which part of something that is larger than its room shows: the part around a point, until somebody looks
/// elsewhere.
public struct Viewport: Equatable, Sendable {
  /// Where the part begins that somebody has chosen; nil: it follows the point.
  private var chosen: Point?

  /// Starts with the part around the point.
  public init() {}

  /// Whether a room is too small for all of it.
  public static func cuts(_ whole: Size, in room: Size) -> Bool {
    whole.rows > room.rows || whole.columns > room.columns
  }

  /// The upper left of the part that shows, which never begins beyond the last part there is.
  public func origin(of whole: Size, in room: Size, around point: Point?) -> Point {
    let wanted =
      chosen
      ?? Point(
        row: (point?.row ?? 0) - room.rows / 2, column: (point?.column ?? 0) - room.columns / 2)
    return Point(
      row: max(0, min(wanted.row, whole.rows - room.rows)),
      column: max(0, min(wanted.column, whole.columns - room.columns)))
  }

  /// Looks so many rows and columns further on.
  public mutating func move(
    rows: Int, columns: Int, of whole: Size, in room: Size, around point: Point?
  ) {
    let now = origin(of: whole, in: room, around: point)
    chosen = Point(row: now.row + rows, column: now.column + columns)
    chosen = origin(of: whole, in: room, around: point)
  }

  /// Follows the point again.
  public mutating func follow() { chosen = nil }
}
