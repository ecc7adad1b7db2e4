/// Where everything of a form stands, scrolled so that the focused field is in view.
public struct FormLayout: Equatable, Sendable {
  /// Where one field stands on the canvas.
  public struct Placed: Equatable, Sendable {
    /// Its place among the fields.
    public var index: Int
    /// Where its label stands; without rows where it has none beside it.
    public var label: Rect
    /// Where it is typed into, chosen or read.
    public var control: Rect
    /// Where its remark stands; nil: it has none.
    public var note: Rect?
    /// Where it says what is wrong; nil: nothing is.
    public var problem: Rect?

    /// All its rows.
    public var rows: Range<Int> {
      let end = [label.endRow, control.endRow, note?.endRow ?? 0, problem?.endRow ?? 0].max()
      return control.row..<max(control.row, end ?? control.row)
    }

    fileprivate mutating func shift(rows: Int) {
      label.row += rows
      control.row += rows
      note?.row += rows
      problem?.row += rows
    }
  }

  /// The fields, those out of view included.
  public var fields: [Placed]
  /// Whether rows are out of view at the top.
  public var hasMoreAbove: Bool
  /// Whether rows are out of view at the bottom.
  public var hasMoreBelow: Bool
}

/// A form laid out at a width, for whoever wants to know its height before there is a place for it.
public struct FormMeasure: Sendable {
  /// The width.
  public let columns: Int
  fileprivate let fields: [FormLayout.Placed]

  /// The rows that the whole form takes.
  public var rows: Int { fields.last?.rows.upperBound ?? 0 }
}

extension Form where ID: Equatable {
  /// The whole form at a width.
  public func measure(columns: Int) -> FormMeasure {
    FormMeasure(columns: columns, fields: placed(columns: columns))
  }

  /// The rows that the whole form takes at a width.
  public func neededRows(columns: Int) -> Int { measure(columns: columns).rows }

  /// Where everything stands in an area; `measured` spares laying it out once more at that width.
  public func layout(in area: Rect, measured: FormMeasure? = nil) -> FormLayout {
    var fields =
      measured?.columns == area.columns
      ? measured?.fields ?? [] : placed(columns: area.columns)
    // Where it scrolls, the marks that say so have a column of their own.
    if fields.last?.rows.upperBound ?? 0 > area.rows, area.columns > 24 {
      fields = placed(columns: area.columns - 2)
    }
    let total = fields.last?.rows.upperBound ?? 0
    let scroll = scroll(fields, total: total, height: area.rows)
    for index in fields.indices {
      fields[index].shift(rows: area.row - scroll)
      fields[index].label.column += area.column
      fields[index].control.column += area.column
      fields[index].note?.column += area.column
      fields[index].problem?.column += area.column
    }
    return FormLayout(
      fields: fields, hasMoreAbove: scroll > 0, hasMoreBelow: total - scroll > area.rows)
  }

  /// The focused field stands in the middle when not all can be seen, so that both ways show.
  private func scroll(_ fields: [FormLayout.Placed], total: Int, height: Int) -> Int {
    guard total > height, let focus = focusIndex,
      let placed = fields.first(where: { $0.index == focus })
    else { return 0 }
    let middle = (placed.rows.lowerBound + placed.rows.upperBound) / 2
    return max(0, min(middle - height / 2, total - height, placed.rows.lowerBound))
  }

  private func placed(columns: Int) -> [FormLayout.Placed] {
    let grid = Grid(fields, columns: columns)
    var placed: [FormLayout.Placed] = []
    var row = 0
    var index = 0
    while index < fields.count {
      if fields[index].isButton {
        let end = fields[index...].firstIndex { !$0.isButton } ?? fields.count
        placed += grid.buttons(fields, index..<end, row: row)
        index = end
      } else {
        placed.append(grid.place(fields[index], index: index, row: row))
        index += 1
      }
      row = placed.last?.rows.upperBound ?? row
    }
    return placed
  }
}

/// The columns of a form: a gutter for the focus mark, labels, controls, notes.
private struct Grid {
  let columns: Int
  private let labels: Int
  private let controls: Int
  private let start: Int

  init<ID>(_ fields: [FormField<ID>], columns: Int) {
    self.columns = columns
    var (widest, wished) = (0, 0)
    for index in fields.indices {
      if fields[index].hasLabelColumn {
        widest = max(widest, TextWidth.of(fields[index].label.spoken))
      }
      if fields[index].isAligned { wished = max(wished, fields[index].wishedColumns) }
    }
    // In a narrow form a label that is cut says less than a control that is; in a wide one labels
    // may have what no control wants.
    let share = columns < 40 ? columns / 2 : max(columns * 2 / 5, columns - wished - 5)
    labels = min(widest, max(0, share))
    start = labels == 0 ? 2 : 2 + labels + 2
    controls = min(wished, max(1, columns - start))
  }

  func place<ID>(_ field: FormField<ID>, index: Int, row: Int) -> FormLayout.Placed {
    guard field.hasLabelColumn else { return wide(field, index: index, row: row) }
    let room = max(1, columns - start)
    let width = field.isAligned ? controls : min(room, max(1, field.wishedColumns))
    let rows = rows(of: field, room: room, columns: width)
    var placed = FormLayout.Placed(
      index: index, label: Rect(row: row, column: 0, rows: 1, columns: start),
      control: Rect(row: row, column: start, rows: rows, columns: width))
    var next = row + rows
    if let note = field.note?.spoken, !note.isEmpty {
      let spare = room - width - 2
      if TextWidth.of(note) <= spare {
        placed.note = Rect(row: row, column: start + width + 2, rows: 1, columns: spare)
      } else {
        placed.note = beneath(note, row: next)
        next += placed.note?.rows ?? 0
      }
    }
    if let problem = field.problem?.spoken, !problem.isEmpty {
      placed.problem = beneath("▲ " + problem, row: next)
    }
    return placed
  }

  /// What is only read or chosen takes as many rows as it needs.
  private func rows<ID>(of field: FormField<ID>, room: Int, columns: Int) -> Int {
    switch field.kind {
    case .reading(let text) where field.wishedColumns > room:
      max(1, Canvas.wrap(text.spoken, columns: room).count)
    case .choice(let options, let selected) where options.indices.contains(selected):
      max(
        1, Canvas.wrap(options[selected].spoken, columns: columns - FieldKind.bracketColumns).count)
    default: 1
    }
  }

  private func beneath(_ text: String, row: Int) -> Rect {
    let width = max(1, columns - start)
    return Rect(
      row: row, column: start, rows: Canvas.wrap(text, columns: width).count, columns: width)
  }

  private func wide<ID>(_ field: FormField<ID>, index: Int, row: Int) -> FormLayout.Placed {
    let width = max(1, columns - 2)
    var rows = 1
    if case .note = field.kind {
      rows = max(1, Canvas.wrap(field.label.spoken, columns: width).count)
    }
    return FormLayout.Placed(
      index: index, label: Rect(row: row, column: 0, rows: 0, columns: 0),
      control: Rect(row: row, column: min(2, columns), rows: rows, columns: width))
  }

  /// Buttons in a row share it, flush right; what does not fit goes into the next row.
  func buttons<ID>(
    _ fields: [FormField<ID>], _ range: Range<Int>, row: Int
  ) -> [FormLayout.Placed] {
    var lines: [[Int]] = [[]]
    var used = 0
    for index in range {
      let width = fields[index].wishedColumns
      if used > 0, used + 2 + width > columns {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(index)
      used += width + (used > 0 ? 2 : 0)
    }
    return lines.enumerated().flatMap { line, indices in
      flushRight(fields, indices, row: row + line)
    }
  }

  private func flushRight<ID>(
    _ fields: [FormField<ID>], _ indices: [Int], row: Int
  ) -> [FormLayout.Placed] {
    let total = indices.reduce(-2) { $0 + fields[$1].wishedColumns + 2 }
    var column = max(0, columns - total)
    return indices.map { index in
      let width = min(fields[index].wishedColumns, max(0, columns - column))
      defer { column += width + 2 }
      return FormLayout.Placed(
        index: index, label: Rect(row: row, column: column, rows: 0, columns: 0),
        control: Rect(row: row, column: column, rows: 1, columns: width))
    }
  }
}
