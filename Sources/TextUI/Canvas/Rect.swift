/// How many rows and columns something has.
public struct Size: Equatable, Hashable, Sendable {
  /// The height, in cells.
  public var rows: Int
  /// The width, in cells.
  public var columns: Int

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// One cell's place, counted from the top left.
public struct Point: Equatable, Hashable, Sendable {
  /// The row, 0 at the top.
  public var row: Int
  /// The column, 0 at the left.
  public var column: Int

  /// Makes a point.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells; its rows and columns are never negative.
public struct Rect: Equatable, Hashable, Sendable {
  /// The first row.
  public var row: Int
  /// The first column.
  public var column: Int
  /// The height.
  public private(set) var rows: Int
  /// The width.
  public private(set) var columns: Int

  /// Makes a rectangle; negative extents count as none.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// Makes the rectangle of a whole canvas of this size.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// Whether it holds no cell.
  public var isEmpty: Bool { rows == 0 || columns == 0 }
  /// The row after the last.
  public var endRow: Int { row + rows }
  /// The column after the last.
  public var endColumn: Int { column + columns }
  /// Its height and width.
  public var size: Size { Size(rows: rows, columns: columns) }

  /// Whether the point lies inside.
  public func contains(_ point: Point) -> Bool {
    (row..<endRow).contains(point.row) && (column..<endColumn).contains(point.column)
  }

  /// The cells that both rectangles hold.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      rows: min(endRow, other.endRow) - top, columns: min(endColumn, other.endColumn) - left)
  }
}

extension Rect {
  /// The rectangle without a margin, above and below and at both sides.
  public func inset(rows: Int, columns: Int) -> Rect {
    Rect(
      row: row + min(rows, self.rows / 2), column: column + min(columns, self.columns / 2),
      rows: self.rows - 2 * rows, columns: self.columns - 2 * columns)
  }

  /// The rectangle without a margin of equal width all round.
  public func inset(by margin: Int) -> Rect { inset(rows: margin, columns: margin) }

  /// A rectangle of this size in the middle, no larger than this one.
  public func centred(rows: Int, columns: Int) -> Rect {
    let height = min(max(0, rows), self.rows)
    let width = min(max(0, columns), self.columns)
    return Rect(
      row: row + (self.rows - height) / 2, column: column + (self.columns - width) / 2,
      rows: height, columns: width)
  }

  /// The first rows.
  public func top(_ count: Int) -> Rect { droppingBottom(rows - count) }
  /// The last rows.
  public func bottom(_ count: Int) -> Rect { droppingTop(rows - count) }
  /// The first columns.
  public func left(_ count: Int) -> Rect { droppingRight(columns - count) }
  /// The last columns.
  public func right(_ count: Int) -> Rect { droppingLeft(columns - count) }

  /// All but the first rows.
  public func droppingTop(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    return Rect(row: row + taken, column: column, rows: rows - taken, columns: columns)
  }

  /// All but the last rows.
  public func droppingBottom(_ count: Int) -> Rect {
    Rect(row: row, column: column, rows: rows - min(max(0, count), rows), columns: columns)
  }

  /// All but the first columns.
  public func droppingLeft(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    return Rect(row: row, column: column + taken, rows: rows, columns: columns - taken)
  }

  /// All but the last columns.
  public func droppingRight(_ count: Int) -> Rect {
    Rect(row: row, column: column, rows: rows, columns: columns - min(max(0, count), columns))
  }
}
