/// The keys that work here, in one row; when room is short, help and the way out stay to the last.
public struct KeyBar: Widget, Equatable, Sendable {
  /// The hints in their order, the first at the left.
  public var hints: [KeyHint]

  /// Makes a bar of the hints that belong on one.
  public init(_ hints: [KeyHint]) { self.hints = hints.filter(\.isOnBar) }

  private struct Place {
    var hint: KeyHint
    var columns: Range<Int>
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
          " " + place.hint.label.spoken + (isOff ? " ⊘" : ""), row: row.row, column: column,
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
    var places: [Place] = []
    var column = row.column + 1
    for hint in fitting(columns: row.columns - 1) {
      let width = Self.width(hint)
      places.append(Place(hint: hint, columns: column..<column + width))
      column += width + 2
    }
    return places
  }

  /// Drops hints from the right until the rest fits, those that are always wanted last.
  private func fitting(columns: Int) -> [KeyHint] {
    let wanted = wanted(columns: columns)
    var kept = hints
    while !kept.isEmpty {
      let width = kept.reduce(-2) { $0 + Self.width($1) + 2 }
      if width <= columns { break }
      kept.remove(
        at: kept.lastIndex { $0.keys.allSatisfy { !wanted.contains($0) } } ?? kept.count - 1)
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

  private static func width(_ hint: KeyHint) -> Int {
    TextWidth.of(hint.keyText) + 1 + TextWidth.of(hint.label.spoken)
      + (hint.whyDisabled == nil ? 0 : 2)
  }
}
