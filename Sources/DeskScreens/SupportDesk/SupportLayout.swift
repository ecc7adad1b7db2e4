import TextUI

/// Where everything stands at the support desk: the conversation below the form, or beside it where
/// there is room for both.
struct SupportLayout {
  let head: Rect
  let form: Rect
  let conversation: Rect
  /// The line between form and conversation: a row, or a column where they are side by side.
  private let rule: Rect

  init<ID: Equatable>(_ area: Rect, head text: String, _ fields: Form<ID>) {
    let isShort = area.rows < 18
    let box = area.inset(rows: isShort ? 0 : 1, columns: 2)
    guard box.columns >= 96 else {
      let inner = box.centred(rows: box.rows, columns: 92)
      let rows = min(2, Canvas.wrap(text, columns: inner.columns).count)
      let body = inner.droppingTop(rows + (isShort ? 0 : 1))
      // What was said last has some rows, the form all others that it needs.
      let formRows = min(
        fields.neededRows(columns: inner.columns), max(4, body.rows - (isShort ? 5 : 8)))
      head = inner.top(rows)
      form = body.top(formRows)
      conversation = body.droppingTop(formRows + 1)
      rule = body.droppingTop(formRows).top(1)
      return
    }
    let left = box.left(60)
    let rows = Canvas.wrap(text, columns: left.columns).count
    head = left.top(rows)
    form = left.droppingTop(rows + 1)
    conversation = box.droppingLeft(63)
    rule = Rect(row: area.row, column: left.endColumn + 1, rows: area.rows, columns: 1)
  }

  /// Draws the line between form and conversation.
  func drawRule(on canvas: inout Canvas) {
    if rule.columns > 1 {
      canvas.rule(row: rule.row, column: rule.column, columns: rule.columns)
    } else {
      canvas.verticalRule(row: rule.row, column: rule.column, rows: rule.rows)
    }
  }
}
