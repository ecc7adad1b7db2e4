import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// What can be done here: sentences, and the keys as a list whose rows can be carried out.
struct HelpScreen: Screen {
  private let title: Phrase
  private let paragraphs: [String]
  private let keys: [Key?]
  /// What each row says, in full.
  private let sentences: [Phrase]
  private var list: SearchList

  init(title: Phrase, paragraphs: [String], hints: [KeyHint], global: [KeyHint]) {
    self.title = title
    self.paragraphs = paragraphs
    var rows: [SearchList.Row] = []
    var keys: [Key?] = []
    var sentences: [Phrase] = []
    func add(_ heading: Phrase, _ hints: [KeyHint]) {
      rows.append(SearchList.Row(["", heading], role: .heading))
      keys.append(nil)
      sentences.append("")
      for hint in hints where !hint.help.isEmpty {
        let help: Phrase = hint.whyDisabled.map { "\(hint.help) (\($0))" } ?? hint.help
        rows.append(
          SearchList.Row(
            [.verbatim(hint.keyText), help], role: hint.whyDisabled == nil ? .text : .disabled))
        keys.append(hint.keys.first)
        sentences.append(help)
      }
    }
    add(tr("Here"), hints)
    add(tr("Everywhere"), global)
    self.keys = keys
    self.sentences = sentences
    list = SearchList(
      columns: [ListColumn("", width: .fixed(12)), ListColumn("")], rows: rows,
      emptyText: tr("No key does that here."))
    list.select(1)
  }

  let name = "help"
  let isOverlay = true
  let help = ["This page."]
  var takesText: Bool { list.isSearching }

  enum Action: Sendable { case choose, carryOut, search, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a key."),
    KeyBinding(
      keys: [.enter], action: .carryOut, label: "Do it", help: "Does what the row says."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search", help: "Search this page."),
    KeyBinding(
      keys: [.escape, .function(1), .character("?")], action: .close, label: "Close",
      help: "Close the help."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { HelpScreen.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let outcome = list.handle(input, in: layout(in: context.area).list)
    if let why = list.refusal { return .say(.warning(why)) }
    if case .activated = outcome {
      guard let place = list.selected, let key = keys[place] else { return .stay }
      return .all([.pop, .press(key)])
    }
    if outcome != .ignored { return .stay }
    if HelpScreen.map.action(for: input) == .close { return .pop }
    switch input {
    case .key(.function), .key(.control): return .ignored
    default: return .stay
    }
  }

  private func layout(in area: Rect) -> (frame: Rect, text: Rect, list: Rect, sentence: Rect) {
    let width = min(92, area.columns - 4)
    let frame = area.centred(rows: area.rows - 1, columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    let lines = paragraphs.reduce(0) {
      $0 + Canvas.wrap(tr(words: $1), columns: inner.columns).count
    }
    let text = inner.top(min(lines + paragraphs.count, max(0, inner.rows - 9)))
    return (frame, text, inner.droppingTop(text.rows).droppingBottom(3), inner.bottom(2))
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(in: area)
    canvas.dim()
    canvas.shadow(of: layout.frame)
    canvas.raise(layout.frame)
    canvas.box(layout.frame, .border, title: tr("Help · \(title)"), titleRole: .dialogTitle)
    var rest = layout.text
    for paragraph in paragraphs {
      let used = canvas.writeWrapped(tr(words: paragraph), in: rest, .dialog)
      rest = rest.droppingTop(used + 1)
    }
    list.draw(on: &canvas, in: layout.list)
    canvas.rule(
      row: layout.sentence.row - 1, column: layout.sentence.column,
      columns: layout.sentence.columns)
    // A row may be cut; the chosen one stands below in full.
    let sentence = list.selected.map { sentences[$0].spoken } ?? ""
    canvas.writeWrapped(sentence, in: layout.sentence, .dialog)
  }
}
