extension Form: Widget where ID: Equatable {
  /// Draws the part in view, with marks at the right where there is more above or below.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    draw(on: &canvas, in: area, measured: nil)
  }

  /// Draws it where it was laid out before at that width.
  public func draw(on canvas: inout Canvas, in area: Rect, measured: FormMeasure?) {
    guard !area.isEmpty else { return }
    let layout = layout(in: area, measured: measured)
    let focus = isFocused ? focusIndex : nil
    canvas.clipped(to: area) { canvas in
      for placed in layout.fields where placed.rows.overlaps(area.row..<area.endRow) {
        draw(fields[placed.index], placed.index == focus, placed, on: &canvas)
      }
      let edge = area.endColumn - 1
      if layout.hasMoreAbove { canvas.put("▲", row: area.row, column: edge, .accent) }
      if layout.hasMoreBelow { canvas.put("▼", row: area.endRow - 1, column: edge, .accent) }
    }
    if let cursor = canvas.cursor, !area.contains(cursor), isFocused {
      canvas.cursor = Point(row: area.row, column: area.column)
    }
  }

  private func draw(
    _ field: FormField<ID>, _ hasFocus: Bool, _ placed: FormLayout.Placed, on canvas: inout Canvas
  ) {
    if field.hasLabelColumn { drawLabel(field, hasFocus, placed, on: &canvas) }
    drawControl(field, hasFocus, placed.control, on: &canvas)
    if let note = placed.note {
      canvas.writeWrapped(field.note?.spoken ?? "", in: note, field.noteRole)
    }
    if let problem = placed.problem {
      canvas.writeWrapped("▲ " + (field.problem?.spoken ?? ""), in: problem, .error)
    }
  }

  private func drawLabel(
    _ field: FormField<ID>, _ hasFocus: Bool, _ placed: FormLayout.Placed, on canvas: inout Canvas
  ) {
    let role: Role =
      switch field.kind {
      case .reading: .quiet
      default: field.isEnabled ? (hasFocus ? .strong : .text) : .disabled
      }
    let label = placed.label
    canvas.writeFitted(
      field.label.spoken, row: label.row, column: label.column + 2, columns: label.columns - 3, role
    )
    if hasFocus { canvas.put("▸", row: label.row, column: label.column, .accent) }
  }

  private func drawControl(
    _ field: FormField<ID>, _ hasFocus: Bool, _ rect: Rect, on canvas: inout Canvas
  ) {
    switch field.kind {
    case .text(let text):
      text.draw(on: &canvas, in: rect, isFocused: hasFocus, isEnabled: field.isEnabled)
    case .choice(let options, let selected):
      drawBracketed(
        options.indices.contains(selected) ? options[selected].spoken : "", mark: "▾", hasFocus,
        field.isEnabled, rect, on: &canvas)
    case .toggle(let isOn):
      let role = role(field, hasFocus, plain: isOn ? .accent : .text)
      drawLine(isOn ? "[x]" : "[ ]", role, hasFocus, rect, cursorAt: 1, on: &canvas)
    case .number(let value, _, let unit):
      let shown = hasFocus ? numberEntry ?? String(value) : String(value)
      drawBracketed(
        shown + " " + unit.spoken, mark: "±", hasFocus, field.isEnabled, rect, on: &canvas)
    case .reading(let text):
      if rect.rows > 1 {
        canvas.writeWrapped(text.spoken, in: rect, .text)
      } else {
        drawLine(text.spoken, .text, false, rect, on: &canvas)
      }
    case .action(let text):
      drawLine(text.spoken, role(field, hasFocus, plain: .accent), hasFocus, rect, on: &canvas)
    case .button(let kind): drawButton(field, kind, hasFocus, rect, on: &canvas)
    case .heading: drawLine(field.label.spoken, .heading, false, rect, on: &canvas)
    case .gap: break
    case .note(let role): canvas.writeWrapped(field.label.spoken, in: rect, role)
    }
  }

  private func role(_ field: FormField<ID>, _ hasFocus: Bool, plain: Role) -> Role {
    if hasFocus { return field.isEnabled ? .focus : .selection }
    return field.isEnabled ? plain : .disabled
  }

  private func drawLine(
    _ text: String, _ role: Role, _ hasFocus: Bool, _ rect: Rect, cursorAt: Int = 0,
    on canvas: inout Canvas
  ) {
    canvas.writeFitted(
      text, row: rect.row, column: rect.column, columns: rect.columns, role)
    guard hasFocus else { return }
    canvas.cursor = Point(row: rect.row, column: rect.column + min(cursorAt, rect.columns - 1))
    canvas.cursorIsVisible = false
  }

  /// `[ value ▾ ]`, and `‹ value ▾ ›` with the keyboard in it.
  private func drawBracketed(
    _ text: String, mark: Character, _ hasFocus: Bool, _ isEnabled: Bool, _ rect: Rect,
    on canvas: inout Canvas
  ) {
    let role: Role =
      hasFocus ? (isEnabled ? .fieldFocused : .selection) : isEnabled ? .field : .disabled
    canvas.fill(rect, role)
    let end = rect.endColumn - 1
    for row in rect.row..<rect.endRow {
      canvas.put(hasFocus ? "‹" : "[", row: row, column: rect.column, role)
      canvas.put(hasFocus ? "›" : "]", row: row, column: end, role)
    }
    let inner = Rect(
      row: rect.row, column: rect.column + 2, rows: rect.rows,
      columns: rect.columns - FieldKind.bracketColumns)
    canvas.writeWrapped(text, in: inner, role)
    if rect.columns > 4 { canvas.put(mark, row: rect.row, column: end - 2, role) }
    guard hasFocus else { return }
    canvas.cursor = Point(row: rect.row, column: min(rect.column + 2, max(rect.column, end)))
    canvas.cursorIsVisible = false
  }

  private func drawButton(
    _ field: FormField<ID>, _ kind: ButtonKind, _ hasFocus: Bool, _ rect: Rect,
    on canvas: inout Canvas
  ) {
    var role: Role = kind == .standard ? .buttonDefault : .button
    if kind == .danger { role = .buttonDanger }
    if !field.isEnabled { role = .disabled }
    if hasFocus { role = field.isEnabled ? .buttonFocused : .selection }
    let ends = kind == .standard ? ("(", ")") : ("[", "]")
    let inner = hasFocus ? ("▸", "◂") : (" ", " ")
    drawLine(
      ends.0 + inner.0 + field.buttonTitle + inner.1 + ends.1, role, hasFocus, rect, cursorAt: 1,
      on: &canvas)
  }
}
