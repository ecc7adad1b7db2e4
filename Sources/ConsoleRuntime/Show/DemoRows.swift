import Console
import ConsoleData
import TextUI

/// The two rows of a demo: what is being done, and which keys that takes.
struct DemoRows {
  private let player: DemoPlayer
  private let console: Console

  init(of player: DemoPlayer, _ console: Console) {
    self.player = player
    self.console = console
  }

  func draw(on canvas: inout Canvas) {
    if let notice {
      let area = console.coachArea
      canvas.fill(area, .coach)
      canvas.put("▏", row: area.row, column: 0, .coachMark)
      canvas.writeWrapped(notice.text, in: area.droppingLeft(1).droppingRight(1), notice.role)
    }
    drawKeys(on: &canvas, in: Rect(canvas.size).bottom(1))
  }

  /// What is said instead of what the coach says; nil: the coach speaks.
  private var notice: (text: String, role: Role)? {
    if player.asksToTakeOver {
      return (tr("Take over from here? Enter: yes. Any other key: the demo goes on."), .warning)
    }
    return player.isAtEnd
      ? (tr("That was the demo. Any key but q offers to take over from here."), .coach) : nil
  }

  private func drawKeys(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .keyLabel)
    func width(_ hints: [(key: String, label: String)]) -> Int {
      hints.reduce(0) { $0 + TextWidth.of($1.key) + TextWidth.of($1.label) + 3 }
    }
    let told = [place.map { (key: "", label: $0) }].compactMap(\.self) + self.hints
    // The coach tells the step as well; the way out has to be there.
    let hints = width(told) > row.columns * 2 / 3 ? self.hints : told
    let left = max(row.columns / 4, row.columns - width(hints))
    player.caps.draw(on: &canvas, row: row.row, column: row.column + 1, columns: left - 2)
    var column = row.column + left
    for hint in hints {
      let needed = TextWidth.of(hint.key) + 1 + TextWidth.of(hint.label)
      guard column + needed <= row.endColumn else { return }
      column += canvas.write(hint.key, row: row.row, column: column, .keyName)
      column += hint.key.isEmpty ? 0 : 1
      column += canvas.write(hint.label, row: row.row, column: column, .keyLabel) + 2
    }
  }

  /// The keys of a demo, and what they do.
  private var hints: [(key: String, label: String)] {
    let speed =
      player.speed.isFinite
      ? player.speed.formattedTimes : tr("as fast as it goes")
    return [
      ("Space", player.isPaused ? tr("goes on") : tr("pause")), ("← →", tr("step")),
      ("+ -", speed), ("q", tr("leave")),
    ]
  }

  /// How far the demo is.
  private var place: String? {
    console.stepNumber.map { tr("Step \($0.number)/\($0.count)") }
  }
}

extension Double {
  /// 0.25 as `×0.25`, 2 as `×2`.
  fileprivate var formattedTimes: String {
    self == rounded() ? "×\(Int(self))" : "×\(self)"
  }
}
