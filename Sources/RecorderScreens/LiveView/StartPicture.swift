import ConsoleData
import ScreenKit
import TextUI

/// What the monitor shows while the recorder starts: what it is, how far it has come, what it does.
struct StartPicture {
  /// 0 at the beginning, 100 at the end.
  let percent: Int64

  func draw(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    canvas.fill(area, .text)
    let box = area.centred(rows: 7, columns: min(52, area.columns - 4))
    for (row, text, role) in lines(context) {
      canvas.writeFitted(
        text, row: box.row + row, column: box.column, columns: box.columns, role, align: .centre)
    }
    bar.draw(on: &canvas, in: box.droppingTop(3).top(1))
    canvas.cursor = Point(row: box.row + 5, column: box.column)
  }

  private func lines(_ context: ScreenContext) -> [(row: Int, text: String, role: Role)] {
    [
      (0, context.profile.identity.model, .accent), (1, firmware(context), .quiet),
      (5, stage, .quiet),
    ]
  }

  private var bar: ProgressBar { ProgressBar(fraction: Double(percent) / 100) }

  func outline(_ context: ScreenContext) -> Outline {
    var outline = Outline(sentences: lines(context).map(\.text))
    outline.append(bar.outline())
    return outline
  }

  private func firmware(_ context: ScreenContext) -> String {
    context.whyUnknown(.firmware)?.spoken ?? tr("firmware \(context.recorder.firmware)")
  }

  private var stage: String {
    switch percent {
    case ..<25: tr("checking memory")
    case ..<55: tr("looking for the disk")
    case ..<80: tr("opening the recordings")
    default: tr("connecting the cameras")
    }
  }
}
