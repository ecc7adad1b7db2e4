import PracticeDesk
import RecorderEngine
import TextUI

/// The trainee's own notes, free text.
struct Notebook: Screen {
  private var area: TextArea
  private let before: String

  init(_ text: String) {
    before = text
    area = TextArea(text, limit: 4_000)
  }

  let name = "notebook"
  let isOverlay = true
  let takesText = true
  let help = [
    "Your own notes: a code from the support desk, what you did, what to do next time. They stay "
      + "here; nobody grades them."
  ]

  private static let map = KeyMap<String>([
    KeyBinding(
      keys: [.escape], action: "close", label: "Close", help: "Closes the notebook; it is kept.")
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { Notebook.map.hints() }

  private func frame(in area: Rect) -> Rect {
    area.centred(rows: min(16, area.rows - 2), columns: min(64, area.columns - 4))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let inner = frame(in: context.area).inset(rows: 1, columns: 2)
    switch area.handle(input, in: inner) {
    case .ignored: break
    case .refused(let why): return .say(.warning(why))
    default: return .stay
    }
    let isClosing = [
      .key(.escape), .key(.function(9)), .key(.control("n")),
    ].contains(input)
    if isClosing { return close() }
    // Another place or the way out would take the page away: what is written is kept first.
    guard case .key(.function(let number)) = input, number != 1, area.text != before else {
      return .ignored
    }
    return .all([close(), .press(.function(number))])
  }

  private func close() -> Outcome {
    area.text == before ? .pop : .all([.pop, .perform(.writeNotes(area.text))])
  }

  /// Adds a line to the notebook from elsewhere, and says where it is.
  static func note(_ line: String, _ context: ScreenContext) -> Outcome {
    let notes = context.desk.surroundings.notes
    return .all([
      .perform(.writeNotes(notes.isEmpty ? line : notes + "\n" + line)),
      .say(.success(tr("In your notebook: Ctrl-N shows it."))),
    ])
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let frame = frame(in: area)
    canvas.dim()
    canvas.shadow(of: frame)
    canvas.raise(frame)
    canvas.box(frame, .border, title: tr("Notebook"), titleRole: .dialogTitle)
    self.area.draw(on: &canvas, in: frame.inset(rows: 1, columns: 2))
  }
}
