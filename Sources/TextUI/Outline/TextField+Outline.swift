extension TextField: Outlined {
  /// The field alone, with the keyboard in it, as it draws itself.
  public func outline() -> Outline { Outline(items: [item], focus: 0) }

  /// The field under what stands before it.
  public func outline(as label: String, isFocused: Bool = true) -> Outline {
    var item = item
    item.label = label
    return Outline(items: [item], focus: isFocused ? 0 : nil)
  }

  /// What it holds; a secret as a count, be it revealed or not.
  var item: OutlineItem {
    var item = OutlineItem(
      "", .text, value: isSecret ? .secret(count: characters.count) : .text(text))
    if isSecret { item.secretMark = text.hashValue }
    item.isPrivate = isSecret || isPrivate
    if isEmpty { item.placeholder = placeholder.spoken }
    return item
  }
}

extension TextArea: Outlined {
  /// The whole text, out of view or not.
  public func outline() -> Outline {
    var item = OutlineItem("", .text, value: .text(text))
    item.isPrivate = true
    return Outline(items: [item], focus: 0)
  }
}
