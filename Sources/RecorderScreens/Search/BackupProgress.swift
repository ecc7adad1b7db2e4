import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// How far footage has gone onto the USB stick: the file is there once all of it has.
struct BackupProgress: Screen {
  private let file: FootageFile
  private let fileName: String
  private let megabytes: Int64
  private let since: Timestamp
  private let until: Timestamp

  /// Begins now; `speed` is how many megabytes a second the stick takes.
  init(_ file: FootageFile, name: String, megabytes: Int64, speed: Int, now: Timestamp) {
    self.file = file
    fileName = name
    self.megabytes = megabytes
    since = now
    until = now + Interval(milliseconds: max(1, megabytes * 1_000 / Int64(max(1, speed))))
  }

  let name = "backup"
  let isOverlay = true
  let help = [
    "The footage between the marks goes onto the USB stick, as fast as the stick takes it. The file "
      + "is there once all of it has gone; Esc breaks off and leaves none."
  ]

  enum Action: Sendable { case skip, cancel }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.character(" "), .enter], action: .skip, label: "Don't wait",
      help: "Practice time goes on to the moment when the file is there."),
    KeyBinding(
      keys: [.escape], action: .cancel, label: "Break off", help: "Breaks off: no file is left."),
  ])

  func title(in context: ScreenContext) -> Phrase? { tr("Backup") }
  func hints(in context: ScreenContext) -> [KeyHint] { BackupProgress.map.hints() }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    context.now < until ? min(until, context.now + .milliseconds(500)) : until
  }

  func timeCame(in context: ScreenContext) -> Outcome {
    guard context.now >= until else { return .stay }
    return .all([.pop, .file(.write(name: fileName, text: file.text))])
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch BackupProgress.map.action(for: input) {
    case .skip where until > context.now: .perform(.letPass(until - context.now))
    case .skip: .stay
    case .cancel: .all([.pop, .say(.warning(tr("Broken off: there is no file.")))])
    case nil: .ignored
    }
  }

  private func percent(_ context: ScreenContext) -> Int64 {
    min(100, context.percent(from: since, to: until))
  }

  private func bar(_ context: ScreenContext) -> ProgressBar {
    ProgressBar(fraction: Double(percent(context)) / 100)
  }

  /// How much has gone, and how long the rest takes.
  private func standing(_ context: ScreenContext) -> String {
    let written = megabytes * percent(context) / 100
    let left = max(0, (until - context.now).milliseconds + 999) / 1_000
    return tr("\("\(written)") of \("\(megabytes)") MB · \("\(left)") s left")
  }

  private func dialog(in area: Rect) -> Dialog {
    Dialog(title: tr("Backup"), rows: 7, columns: min(58, area.columns - 4))
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: [fileName])
    outline.append(bar(context).outline())
    outline.say(standing(context))
    return dialog(in: context.area).outline(of: outline)
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let inner = dialog(in: area).open(on: &canvas, in: area)
    canvas.writeFitted(
      fileName, row: inner.row, column: inner.column, columns: inner.columns, .dialog)
    bar(context).draw(on: &canvas, in: inner.droppingTop(2).top(1))
    canvas.writeFitted(
      standing(context), row: inner.row + 4, column: inner.column, columns: inner.columns,
      .dialogQuiet)
    canvas.cursor = Point(row: inner.row + 4, column: inner.column)
  }
}
