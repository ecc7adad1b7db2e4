/// A pop-up menu.
public struct MenuList: Widget, Equatable, Sendable {
  /// One row of it.
  public struct Item: Equatable, Sendable {
    /// What it does, in a word or two.
    public var title: Phrase
    /// The key that does the same, as text at the right.
    public var shortcut: String
    /// Why it cannot be chosen; nil: it can.
    public var whyDisabled: Phrase?
    var isSeparator = false

    /// Makes an item.
    public init(_ title: Phrase, shortcut: String = "", whyDisabled: Phrase? = nil) {
      self.title = title
      self.shortcut = shortcut
      self.whyDisabled = whyDisabled
    }

    /// A line between groups.
    public static let separator: Item = {
      var item = Item("")
      item.isSeparator = true
      return item
    }()

    var note: String { whyDisabled == nil ? shortcut : "⊘" }
  }

  /// The rows, separators included.
  public var items: [Item]
  /// What stands in the upper border; nil: nothing.
  public var title: Phrase?
  /// The selected row among the items, from 0.
  public var selected: Int

  /// Makes a menu with its first item selected.
  public init(_ items: [Item], title: Phrase? = nil, selected: Int = 0) {
    self.items = items
    self.title = title
    self.selected = selected
  }

  /// How much room it wants, frame included.
  public var size: Size {
    let inner = items.reduce(TextWidth.of(title?.spoken ?? "") + 1) { widest, item in
      let note = item.note.isEmpty ? 0 : TextWidth.of(item.note) + 2
      return max(widest, TextWidth.of(item.title.spoken) + note)
    }
    return Size(rows: items.count + 2, columns: inner + 6)
  }

  /// Why the selected item cannot be chosen.
  public var whyDisabled: Phrase? {
    items.indices.contains(selected) ? items[selected].whyDisabled : nil
  }

  /// Moves or activates; a disabled item can be selected, so that its reason can be read.
  public mutating func handle(_ input: InputEvent, in area: Rect) -> ListOutcome {
    switch input {
    case .key(.up): step(-1)
    case .key(.down): step(1)
    case .key(.home): move(to: items.firstIndex { !$0.isSeparator })
    case .key(.end): move(to: items.lastIndex { !$0.isSeparator })
    case .key(.enter), .key(.character(" ")): items.isEmpty ? .ignored : .activated(selected)
    case .key(.character(let letter)): jump(to: letter)
    case .mouse(let event) where event.kind == .press: click(event.point, in: area)
    default: .ignored
    }
  }

  /// The ends stop: nobody comes to the last item, which often ends something, by going up.
  private mutating func step(_ direction: Int) -> ListOutcome {
    var index = selected + direction
    while items.indices.contains(index), items[index].isSeparator { index += direction }
    return items.indices.contains(index) ? move(to: index) : .moved
  }

  private mutating func move(to index: Int?) -> ListOutcome {
    guard let index, index != selected else { return .ignored }
    selected = index
    return .moved
  }

  private mutating func jump(to letter: Character) -> ListOutcome {
    let order = (0..<items.count).map { (selected + 1 + $0) % items.count }
    let wanted = letter.lowercased()
    return move(to: order.first { items[$0].title.spoken.prefix(1).lowercased() == wanted })
  }

  private mutating func click(_ point: Point, in area: Rect) -> ListOutcome {
    let inner = area.inset(by: 1)
    let index = point.row - inner.row + firstVisible(height: inner.rows)
    guard inner.contains(point), items.indices.contains(index), !items[index].isSeparator
    else { return .ignored }
    selected = index
    return .activated(index)
  }

  private func firstVisible(height: Int) -> Int {
    max(0, min(selected - height / 2, items.count - height))
  }

  /// Draws frame, shadow and items; it scrolls when the area is too low.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    canvas.shadow(of: area)
    canvas.raise(area)
    canvas.box(area, .border, title: title?.spoken, titleRole: .dialogTitle)
    let inner = area.inset(by: 1)
    let first = firstVisible(height: inner.rows)
    canvas.clipped(to: inner) { canvas in
      for row in 0..<min(inner.rows, items.count) {
        drawItem(first + row, on: &canvas, in: inner.droppingTop(row).top(1))
      }
    }
    ScrollBar(count: items.count, first: first).draw(
      on: &canvas, in: area.right(1).inset(rows: 1, columns: 0))
  }

  private func drawItem(_ index: Int, on canvas: inout Canvas, in line: Rect) {
    let item = items[index]
    if item.isSeparator {
      return canvas.rule(row: line.row, column: line.column + 1, columns: line.columns - 2)
    }
    let isOff = item.whyDisabled != nil
    var role: Role = isOff ? .disabled : .dialog
    if index == selected {
      role = isOff ? .selection : .focus
      canvas.fill(line, role)
      canvas.put("▸", row: line.row, column: line.column, role)
      canvas.cursor = Point(row: line.row, column: line.column)
      canvas.cursorIsVisible = false
    }
    let room = line.columns - 3
    let note = TextWidth.of(item.note)
    canvas.writeFitted(
      item.title.spoken, row: line.row, column: line.column + 2,
      columns: room - (note == 0 ? 0 : note + 1), role)
    canvas.writeFitted(
      item.note, row: line.row, column: line.column + 2, columns: room,
      index == selected || isOff ? role : .dialogQuiet, align: .right)
  }
}
