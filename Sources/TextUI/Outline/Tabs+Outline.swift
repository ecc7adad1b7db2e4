extension Tabs: Outlined {
  /// All tabs, those that are out of view as well.
  public func outline() -> Outline {
    let items = tabs.enumerated().map { index, tab in
      OutlineItem(
        tab.title.spoken, .tab, place: index, state: index == current ? .current : .plain,
        whyDisabled: tab.whyDisabled?.spoken)
    }
    return Outline(items: items, focus: isFocused && tabs.indices.contains(current) ? current : nil)
  }
}
