/// The keys that work here, in one row; when room is short, help and the way out stay to the last.
public struct KeyBar: Widget, Equatable, Sendable {
  /// The hints in their order, the first at the left.
  public var hints: [KeyHint]

  /// Makes a bar of the hints that belong on one.
  public init(_ hints: [KeyHint]) { self.hints = hints.filter(\.isOnBar) }

  /// A hint, its words in the language of the moment, and where they stand.
  private struct Place {
    let hint: KeyHint
    let label: String
    var columns: Range<Int>

    init(_ hint: KeyHint) {
      self.hint = hint
      label = hint.label.spoken
      columns =
        0..<TextWidth.of(hint.keyText) + 1 + TextWidth.of(label)
        + (hint.whyDisabled == nil ? 0 : 2)
    }
  }

  /// Draws the bar into the first row of the area.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let row = area.top(1)
    canvas.clipped(to: row) { canvas in
      canvas.fill(row, .keyLabel)
      for place in places(in: row) {
        let isOff = place.hint.whyDisabled != nil
        var column = place.columns.lowerBound
        column += canvas.write(
          place.hint.keyText, row: row.row, column: column, isOff ? .keyDisabled : .keyName)
        canvas.write(
          " " + place.label + (isOff ? " ⊘" : ""), row: row.row, column: column,
          isOff ? .keyDisabled : .keyLabel)
      }
    }
  }

  /// The key whose hint is drawn at that place.
  public func hit(_ point: Point, in area: Rect) -> Key? {
    let row = area.top(1)
    guard row.contains(point) else { return nil }
    return places(in: row).first { $0.columns.contains(point.column) }?.hint.keys.first
  }

  private func places(in row: Rect) -> [Place] {
    var places = fitting(columns: row.columns - 1)
    var column = row.column + 1
    for place in places.indices {
      let end = column + places[place].columns.count
      places[place].columns = column..<end
      column = end + 2
    }
    return places
  }

  /// Drops hints from the right until the rest fits, those that are always wanted last.
  private func fitting(columns: Int) -> [Place] {
    let wanted = wanted(columns: columns)
    var kept = hints.map { Place($0) }
    var width = kept.reduce(-2) { $0 + $1.columns.count + 2 }
    while !kept.isEmpty, width > columns {
      let last = kept.lastIndex { $0.hint.keys.allSatisfy { !wanted.contains($0) } }
      width -= kept.remove(at: last ?? kept.count - 1).columns.count + 2
    }
    return kept
  }

  /// Which keys go last: the ways out and the help; in a narrow bar with Esc the act of the place
  /// counts more than leaving the console.
  private func wanted(columns: Int) -> Set<Key> {
    let isNarrow = columns < 64 && hints.contains { $0.keys.contains(.escape) }
    return isNarrow
      ? [.escape, .function(1), .enter] : [.escape, .function(1), .function(10)]
  }
}
