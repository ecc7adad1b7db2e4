/// A QR code for a phone's camera: dark modules on a light ground, whatever the theme.
public struct QRCode: Widget, Sendable {
  /// What modules are made of.
  public enum Material: Equatable, Sendable {
    /// Two rows of modules share a row of half-blocks.
    case halfBlocks
    /// Each module is two blanks on a light or dark ground, where a terminal has ASCII only.
    case blanks
  }

  /// How many light modules the standard wants around a code (ISO/IEC 18004, 6.3.8).
  public static let quietZone = 4

  /// The modules, dark or light.
  public var matrix: QRMatrix
  /// What the modules are made of.
  public var material: Material

  /// Makes a picture of a code.
  public init(_ matrix: QRMatrix, material: Material = .halfBlocks) {
    self.matrix = matrix
    self.material = material
  }

  /// The rows and columns that a code takes, its quiet zone included.
  public static func neededSize(for matrix: QRMatrix, material: Material = .halfBlocks) -> Size {
    let side = matrix.size + 2 * quietZone
    return switch material {
    case .halfBlocks: Size(rows: (side + 1) / 2, columns: side)
    case .blanks: Size(rows: side, columns: side * 2)
    }
  }

  /// The rows and columns it takes.
  public var neededSize: Size { Self.neededSize(for: matrix, material: material) }

  /// Whether it fits into an area.
  public func fits(_ area: Size) -> Bool {
    neededSize.rows <= area.rows && neededSize.columns <= area.columns
  }

  /// Draws the code in the middle of the area; where it does not fit, says what would be needed.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard fits(area.size) else { return apologise(on: &canvas, in: area) }
    let place = area.centred(rows: neededSize.rows, columns: neededSize.columns)
    for row in 0..<place.rows {
      for column in 0..<place.columns {
        let (glyph, role) = cell(row: row, column: column)
        canvas.put(glyph, row: place.row + row, column: place.column + column, role)
      }
    }
  }

  private func cell(row: Int, column: Int) -> (Character, Role) {
    switch material {
    case .halfBlocks:
      let column = column - Self.quietZone
      let top = row * 2 - Self.quietZone
      // An odd number of modules leaves half a row: it is light like the quiet zone.
      switch (
        matrix.isDark(row: top, column: column), matrix.isDark(row: top + 1, column: column)
      ) {
      case (true, true): return ("█", .code)
      case (true, false): return ("▀", .code)
      case (false, true): return ("▄", .code)
      case (false, false): return (" ", .code)
      }
    case .blanks:
      let isDark = matrix.isDark(
        row: row - Self.quietZone, column: column / 2 - Self.quietZone)
      return (" ", isDark ? .codeDark : .code)
    }
  }

  private func apologise(on canvas: inout Canvas, in area: Rect) {
    let text = apology(in: area, window: canvas.size)?.spoken ?? ""
    canvas.clipped(to: area) { canvas in canvas.writeWrapped(text, in: area, .warning) }
  }

  /// What stands in an area of that window instead of a code that does not fit; nil where it does.
  // The area grows and shrinks with the window, and so what is missing here is missing there.
  public func apology(in area: Rect, window: Size) -> Phrase? {
    guard !fits(area.size) else { return nil }
    let needed = Size(
      rows: window.rows + max(0, neededSize.rows - area.rows),
      columns: window.columns + max(0, neededSize.columns - area.columns))
    return QRCode.apology(needed: needed, found: window)
  }

  /// What is said where it does not fit: the size the terminal needs, and the size it has.
  public static func apology(needed: Size, found: Size) -> Phrase {
    let needs = "\(needed.columns)x\(needed.rows)"
    let has = "\(found.columns)x\(found.rows)"
    return "This QR code needs a terminal of \(needs); this one has \(has)."
  }
}
