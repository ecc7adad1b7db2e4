/// A bar that fills up by eighths of a column, with marks beneath it.
public struct ProgressBar: Widget, Equatable, Sendable {
  /// A named place on the scale.
  public struct Mark: Equatable, Sendable {
    /// Where it lies, 0 to 1.
    public var fraction: Double
    /// What stands beneath the scale there.
    public var label: String

    /// Makes a mark.
    public init(_ fraction: Double, _ label: String) {
      self.fraction = fraction
      self.label = label
    }
  }

  /// How much is filled, 0 to 1.
  public var fraction: Double
  /// The named places; with none there is no second row.
  public var marks: [Mark]
  /// What the filled part means, and so which colours it has.
  public var role: Role

  /// Makes a bar.
  public init(fraction: Double, marks: [Mark] = [], role: Role = .gauge) {
    self.fraction = fraction
    self.marks = marks
    self.role = role
  }

  private static let eighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Draws the bar in the first row and its marks in the second, if there is one.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let clamped = fraction.isFinite ? min(1, max(0, fraction)) : 0
    let filled = Int((clamped * Double(area.columns * 8)).rounded())
    canvas.clipped(to: area) { canvas in
      for column in 0..<area.columns {
        let eighth = min(8, max(0, filled - column * 8))
        canvas.put(
          eighth == 8 ? "█" : Self.eighths[eighth], row: area.row, column: area.column + column,
          role)
      }
      if area.rows > 1, !marks.isEmpty { drawMarks(on: &canvas, in: area) }
    }
  }

  private func drawMarks(on canvas: inout Canvas, in area: Rect) {
    let row = area.row + 1
    canvas.rule(row: row, column: area.column, columns: area.columns, .quiet)
    for mark in marks {
      let width = TextWidth.of(mark.label)
      let place = Int(min(1, max(0, mark.fraction)) * Double(area.columns - 1)) - width / 2
      let start = area.column + max(0, min(place, area.columns - width))
      canvas.write(mark.label, row: row, column: start, .quiet)
    }
  }
}
