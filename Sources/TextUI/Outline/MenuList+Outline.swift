extension MenuList: Outlined {
  /// The entries; what separates them is left out.
  public func outline() -> Outline {
    var outline = Outline(title: title?.spoken ?? "")
    for (index, item) in items.enumerated() where !item.isSeparator {
      let isSelected = index == selected
      if isSelected { outline.focus = outline.items.count }
      outline.items.append(
        OutlineItem(
          item.title.spoken, .entry, place: index, state: isSelected ? .current : .plain,
          note: item.shortcut.isEmpty ? nil : item.shortcut, whyDisabled: item.whyDisabled?.spoken))
    }
    return outline
  }
}
