extension Dialog {
  /// What is in the dialog, under its title.
  public func outline(of content: Outline) -> Outline {
    var outline = content
    outline.title = title
    return outline
  }
}

extension ProgressBar: Outlined {
  /// How much is filled, in percent, and the names of its marks.
  public func outline() -> Outline {
    let percent = fraction.isFinite ? Int((min(1, max(0, fraction)) * 100).rounded()) : 0
    let marks = marks.map(\.label).joined(separator: ", ")
    return Outline(items: [
      OutlineItem(
        "", .reading, value: .text("\(percent) %"), note: marks.isEmpty ? nil : marks)
    ])
  }
}
