/// A part of a picture, in hundredths of its width and height.
public struct PicturePart: Equatable, Sendable, Codable {
  /// Where it begins and ends, from the left and from the top.
  public let left: Int, top: Int, right: Int, bottom: Int

  /// Makes a part of its four edges.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The whole picture.
  static let whole = PicturePart(left: 0, top: 0, right: 100, bottom: 100)

  /// Where a part of the home picture stands in the picture of a camera that looks elsewhere; nil
  /// where it is out of sight.
  func seen(by view: CameraView) -> PicturePart? {
    func shown(_ edge: Int, _ turned: Int) -> Int {
      let fromLeft = (100 - view.zoom) * 500 + view.zoom * (edge * 10 - turned)
      return min(100, max(0, (fromLeft + 500) / 1_000))
    }
    let part = PicturePart(
      left: shown(left, view.pan), top: shown(top, view.tilt), right: shown(right, view.pan),
      bottom: shown(bottom, view.tilt))
    return part.left < part.right && part.top < part.bottom ? part : nil
  }
}

/// Cells of a picture that count, in a grid over it.
///
/// Written as `all`, `none`, or a group of hexadecimal digits for each row, the highest first, a
/// cell a bit, that at the right the lowest.
public struct PictureArea: Equatable, Sendable {
  /// How many cells stand side by side, up to 32.
  public let columns: Int
  /// How many cells stand one above the other.
  public let rows: Int
  private var lines: [UInt32]

  /// The whole picture.
  public static func all(columns: Int, rows: Int) -> PictureArea {
    let line = UInt32(truncatingIfNeeded: (UInt64(1) << UInt64(columns)) - 1)
    return PictureArea(columns: columns, rows: rows, lines: Array(repeating: line, count: rows))
  }

  private init(columns: Int, rows: Int, lines: [UInt32]) {
    self.columns = columns
    self.rows = rows
    self.lines = lines
  }

  /// Reads an area of a grid of that size; nil for anything else.
  public init?(_ text: String, columns: Int, rows: Int) {
    let whole = PictureArea.all(columns: columns, rows: rows)
    switch text {
    case "all": self = whole
    case "none":
      self.init(columns: columns, rows: rows, lines: Array(repeating: 0, count: rows))
    default:
      let groups = text.split(separator: " ", omittingEmptySubsequences: false)
      let lines = groups.compactMap { group -> UInt32? in
        guard group.utf8.count == (columns + 3) / 4, group.first != "+",
          let line = UInt32(group, radix: 16), line & ~(whole.lines.first ?? 0) == 0
        else { return nil }
        return line
      }
      guard groups.count == rows, lines.count == rows else { return nil }
      self.init(columns: columns, rows: rows, lines: lines)
    }
  }

  /// The area as settings hold it.
  public var text: String {
    if cells == 0 { return "none" }
    if cells == columns * rows { return "all" }
    return lines.map { line in
      let digits = String(line, radix: 16)
      return String(repeating: "0", count: (columns + 3) / 4 - digits.utf8.count) + digits
    }.joined(separator: " ")
  }

  /// Whether a cell counts, by its row and column from the top left.
  public subscript(row: Int, column: Int) -> Bool {
    get { lines[row] >> UInt32(columns - 1 - column) & 1 == 1 }
    set {
      let bit: UInt32 = 1 << UInt32(columns - 1 - column)
      lines[row] = newValue ? lines[row] | bit : lines[row] & ~bit
    }
  }

  /// How many cells count.
  public var cells: Int { lines.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Counts what did not count, and the other way round.
  public mutating func invert() {
    let whole = PictureArea.all(columns: columns, rows: rows)
    for row in lines.indices { lines[row] ^= whole.lines[row] }
  }

  /// Whether a cell that counts and the part of the picture have more than an edge in common.
  public func covers(_ part: PicturePart) -> Bool {
    (0..<rows).contains { row in
      row * 100 < part.bottom * rows && (row + 1) * 100 > part.top * rows
        && (0..<columns).contains { column in
          column * 100 < part.right * columns && (column + 1) * 100 > part.left * columns
            && self[row, column]
        }
    }
  }
}
