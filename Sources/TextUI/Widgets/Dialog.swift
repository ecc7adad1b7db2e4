/// A frame in front of everything: what lies behind is dimmed, and it throws a shadow.
public struct Dialog: Widget, Equatable, Sendable {
  /// What stands in the upper border.
  public var title: String
  /// How much room its content wants.
  public var content: Size
  /// What the title means, and so which colours it has.
  public var titleRole: Role

  /// Makes a dialog for content of that size.
  public init(title: String, rows: Int, columns: Int, titleRole: Role = .dialogTitle) {
    self.title = title
    content = Size(rows: rows, columns: columns)
    self.titleRole = titleRole
  }

  /// The outer frame within an area: the content, an empty line all round, the border.
  public func frame(in area: Rect) -> Rect {
    area.centred(rows: content.rows + 4, columns: content.columns + 6)
  }

  /// Where the content goes; margins give way when room is short.
  public func inner(in area: Rect) -> Rect {
    let frame = frame(in: area)
    let rows = frame.rows >= content.rows + 4 ? 2 : 1
    return frame.inset(rows: rows, columns: frame.columns >= content.columns + 6 ? 3 : 1)
  }

  /// Dims what is there, draws the frame, and returns where the content goes.
  @discardableResult
  public func open(on canvas: inout Canvas, in area: Rect) -> Rect {
    let frame = frame(in: area)
    canvas.dim()
    canvas.shadow(of: frame)
    canvas.raise(frame)
    canvas.box(frame, .border, title: title, titleRole: titleRole)
    return inner(in: area)
  }

  /// Dims what is there and draws the frame.
  public func draw(on canvas: inout Canvas, in area: Rect) { open(on: &canvas, in: area) }
}
