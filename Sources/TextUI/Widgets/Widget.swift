/// Something that draws itself: a value, and one method.
public protocol Widget {
  /// Draws into an area, and nowhere else.
  func draw(on canvas: inout Canvas, in area: Rect)
}
