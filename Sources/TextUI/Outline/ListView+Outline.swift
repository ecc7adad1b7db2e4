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

  /// `User: admin`, and of the other columns `Group: admin. Password: set`.
  private func item(of row: ListRow, place: Int) -> OutlineItem {
    var parts = zip(columns, row.texts).map { column, text in
      column.title.isEmpty || text.isEmpty ? text : column.title.spoken + ": " + text
    }
    let label = parts.isEmpty ? "" : parts.removeFirst()
    let value = parts.filter { !$0.isEmpty }.joined(separator: ". ")
    return OutlineItem(
      label, .row, place: place, state: place == selection ? .current : .plain,
      value: value.isEmpty ? nil : .text(value))
  }
}
