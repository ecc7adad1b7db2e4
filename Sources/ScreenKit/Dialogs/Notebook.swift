import ConsoleData
import PracticeDesk
import RecorderEngine
import TextUI

/// The trainee's own notes, free text.
package struct Notebook: Screen {
  private var area: TextArea
  /// What is kept of it.
  private var kept: String
  /// When the last key came.
  private var changedAt: Timestamp?
  /// What follows once the text is kept: the page goes, and with it whoever wanted to go elsewhere.
  private var then: Outcome?
  /// What is searched for, while it is typed.
  private var search: TextField?
  private var found: Phrase?

  package init(_ text: String) {
    kept = text
    area = TextArea(text, limit: 4_000)
  }

  package let name = "notebook"
  package let isOverlay = true
  package let takesText = true
  package let help = [
    "Your own notes: a code from the support desk, what you did, what to do next time. They stay "
      + "here; nobody grades them."
  ]

  /// An open notebook is written when nothing was typed for so long.
  private static let pause = Interval.seconds(3)

  package enum Action: Sendable { case search, close }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.control("f")], action: .search, label: "Search",
      help: "Searches the notes; Enter goes on to the next place."),
    KeyBinding(
      keys: [.escape, .function(9), .control("n")], action: .close, label: "Close",
      help: "Closes the notebook; it is kept."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] { Notebook.map.hints() }

  /// Where the text stands; a search takes the last row.
  private func textArea(in area: Rect) -> Rect {
    frame(in: area).inset(rows: 1, columns: 2).droppingBottom(search == nil ? 0 : 1)
  }

  private func frame(in area: Rect) -> Rect {
    area.centred(rows: min(16, area.rows - 2), columns: min(64, area.columns - 4))
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    then = nil
    if search != nil { return handleSearch(input) }
    let action = Notebook.map.action(for: input)
    if action == .search {
      search = TextField(limit: 40, isPrivate: true)
      found = nil
      return .stay
    }
    let inner = textArea(in: context.area)
    switch area.handle(input, in: inner) {
    case .ignored: break
    case .refused(let why): return .say(.warning(why))
    default:
      changedAt = context.now
      return .stay
    }
    if action == .close { return close(.pop) }
    // Another place or the way out would take the page away: what is written is kept first.
    guard case .key(.function(let number)) = input, number != 1, area.text != kept else {
      return .ignored
    }
    return close(.all([.pop, .press(.function(number))]))
  }

  private mutating func handleSearch(_ input: InputEvent) -> Outcome {
    guard var field = search else { return .stay }
    switch input {
    case .key(.escape): search = nil
    case .key(.enter): find(field.text)
    default:
      guard field.handle(input) != .ignored else { return .ignored }
      search = field
      found = nil
    }
    return .stay
  }

  private mutating func find(_ text: String) {
    found =
      area.find(text).map { tr("\($0.number) of \($0.count)") } ?? tr("not in the notes")
  }

  /// Has the text kept, and closes only then: a page that has gone is one whose text is safe.
  private mutating func close(_ then: Outcome) -> Outcome {
    guard area.text != kept else { return then }
    self.then = then
    return .perform(.writeNotes(area.text))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .notesWritten(let text) = event else { return .ignored }
    kept = text
    return .stay
  }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    guard let then, area.text == kept else { return .ignored }
    return then
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    guard !context.isBusy, area.text != kept else { return nil }
    return changedAt.map { $0 + Notebook.pause }
  }

  package func timeCame(in context: ScreenContext) -> Outcome { .perform(.writeNotes(area.text)) }

  package func lastWish(in context: ScreenContext) -> DeskCommand? {
    area.text == kept ? nil : .writeNotes(area.text)
  }

  /// Adds a line to the notebook from elsewhere, and says where it is.
  package static func note(_ line: String, _ context: ScreenContext) -> Outcome {
    let notes = context.desk.surroundings.notes
    return .performAndSay(
      .writeNotes(notes.isEmpty ? line : notes + "\n" + line),
      .success(tr("In your notebook: Ctrl-N shows it.")))
  }

  /// What stands behind the words that are searched for.
  private var searchResult: String { found?.spoken ?? tr("Enter: next") }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = area.outline()
    outline.title = tr("Notebook")
    guard let search else { return outline }
    outline.append(search.outline(as: tr("Search")))
    outline.say(searchResult)
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let frame = frame(in: area)
    canvas.dim()
    canvas.shadow(of: frame)
    canvas.raise(frame)
    canvas.box(frame, .border, title: tr("Notebook"), titleRole: .dialogTitle)
    self.area.draw(on: &canvas, in: textArea(in: area))
    guard let search else { return }
    let row = frame.inset(rows: 1, columns: 2).bottom(1)
    let used = canvas.write(tr("Search") + "  ", row: row.row, column: row.column, .dialogQuiet)
    search.draw(on: &canvas, in: row.droppingLeft(used).left(28))
    canvas.writeFitted(
      searchResult, row: row.row, column: row.column + used + 30,
      columns: max(0, row.columns - used - 30), .dialogQuiet)
  }
}
