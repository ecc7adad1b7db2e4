extension ListView: Outlined {
  /// The rows that it holds: all of them, or those in view where they are made as they are shown.
  public func outline() -> Outline {
    guard count > 0 else {
      let titles = columns.map(\.title.spoken).filter { !$0.isEmpty }
      let header = titles.isEmpty ? [] : [OutlineItem(titles.joined(separator: ", "), .heading)]
      return Outline(
        items: header + [OutlineItem(emptyText.spoken, .sentence)],
        focus: isFocused ? header.count : nil)
    }
    let items = rows.indices.map { index in
      let place = windowStart + index
      return item(of: rows[index], place: place)
    }
    let focus = rows.indices.contains(selection - windowStart) ? selection - windowStart : nil
    return Outline(items: items, focus: isFocused ? focus : nil)
  }

  /// `User: admin`, and of the other columns `Group: admin. Password: set`. Marks before the first
  /// word are a note, a number before it goes along with it: `2, Channel: Gate`.
  private func item(of row: ListRow, place: Int) -> OutlineItem {
    var parts: [String] = []
    var marks: [String] = []
    var isLed = false
    for (column, text) in zip(columns, row.texts) where text.hasWords {
      let text = text.withoutIndent
      let isNamed = text.contains { $0.isLetter || $0.isNumber }
      guard isNamed || !column.title.isEmpty else {
        // A dot stands where there is no mark.
        if text != "·" { marks.append(text) }
        continue
      }
      let part = column.title.isEmpty ? text : column.title.spoken + ": " + text
      if isLed {
        parts[0] += ", " + part
        isLed = false
      } else {
        parts.append(part)
        isLed = parts.count == 1 && column.title.isEmpty && !text.contains(where: \.isLetter)
      }
    }
    let label = parts.isEmpty ? "" : parts.removeFirst()
    let value = parts.joined(separator: ". ")
    return OutlineItem(
      label, .row, place: place, state: place == selection ? .current : .plain,
      value: value.isEmpty ? nil : .text(value),
      note: marks.isEmpty ? nil : marks.joined(separator: " "))
  }
}
