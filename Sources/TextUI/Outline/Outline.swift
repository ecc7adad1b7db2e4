/// What stands on a screen, in words and in order: for whoever cannot look at it, and for
/// telling two screens apart.
public struct Outline: Equatable, Sendable {
  /// Where it is: the path of the screen; empty for a part of one.
  public var place: String
  /// What it is called; empty where it has no title.
  public var title: String
  /// What is to be read before anything is done.
  public var sentences: [String]
  /// What can be read, chosen or changed, in order.
  public var items: [OutlineItem]
  /// Which of the items has the keyboard, as an index into them; nil: it is elsewhere.
  public var focus: Int?

  /// Makes an outline.
  public init(
    place: String = "", title: String = "", sentences: [String] = [],
    items: [OutlineItem] = [], focus: Int? = nil
  ) {
    self.place = place
    self.title = title
    self.sentences = sentences
    self.items = items
    self.focus = focus
  }

  /// The item that has the keyboard.
  public var focusedItem: OutlineItem? {
    focus.flatMap { items.indices.contains($0) ? items[$0] : nil }
  }

  /// Adds what stands below; the keyboard is in the part that says so last.
  public mutating func append(_ part: Outline) {
    if !part.title.isEmpty { items.append(OutlineItem(part.title, .heading)) }
    if items.isEmpty {
      sentences += part.sentences
    } else {
      items += part.sentences.map { OutlineItem($0, .sentence) }
    }
    if let place = part.focus { focus = items.count + place }
    items += part.items
  }

  /// Adds a sentence below; none where there is nothing to read in it.
  public mutating func say(_ text: String) {
    if text.hasWords { append(Outline(sentences: [text])) }
  }

  /// Adds an item below, and says whether it has the keyboard.
  public mutating func add(_ item: OutlineItem, isFocused: Bool = false) {
    append(Outline(items: [item], focus: isFocused ? 0 : nil))
  }
}

/// What can say in words what it draws.
public protocol Outlined {
  /// Everything that it holds, and where the keyboard is.
  func outline() -> Outline
}
