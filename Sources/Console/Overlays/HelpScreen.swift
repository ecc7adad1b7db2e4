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
  private let keyTexts: [String]
  /// What each row says, in full.
  private let sentences: [Phrase]
  private var list: SearchList
  /// How many lines of the sentences are out of view at the top.
  private var linesAbove = 0

  init(title: Phrase, paragraphs: [String], hints: [KeyHint], global: [KeyHint]) {
    self.title = title
    self.paragraphs = paragraphs
    var rows: [SearchList.Row] = []
    var keys: [Key?] = []
    var keyTexts: [String] = []
    var sentences: [Phrase] = []
    func add(_ heading: Phrase, _ hints: [KeyHint]) {
      rows.append(SearchList.Row(["", heading], role: .heading))
      keys.append(nil)
      keyTexts.append("")
      sentences.append("")
      for hint in hints where !hint.help.isEmpty {
        let help: Phrase = hint.whyDisabled.map { "\(hint.help) (\($0))" } ?? hint.help
        rows.append(
          SearchList.Row(
            [.verbatim(hint.keyText), help], role: hint.whyDisabled == nil ? .text : .disabled))
        keys.append(hint.keys.first)
        keyTexts.append(hint.keyText)
        sentences.append(help)
      }
    }
    add(tr("Here"), hints)
    add(tr("Everywhere"), global)
    self.keys = keys
    self.keyTexts = keyTexts
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

  enum Action: Sendable { case choose, carryOut, scroll, search, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a key."),
    KeyBinding(
      keys: [.enter], action: .carryOut, label: "Do it", help: "Does what the row says."),
    KeyBinding(
      keys: [.pageDown, .pageUp], action: .scroll, label: "Read on",
      help: "The sentences on top, where they do not fit."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search", help: "Search this page."),
    KeyBinding(
      keys: [.escape, .function(1), .character("?")], action: .close, label: "Close",
      help: "Close the help."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] {
    let hints = HelpScreen.map.hints()
    // Where all sentences are in view there is nothing to read on.
    guard mostLinesAbove(in: context.area) == 0 else { return hints }
    return hints.filter { !$0.keys.contains(.pageDown) }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let most = mostLinesAbove(in: context.area)
    if most > 0, HelpScreen.map.action(for: input) == .scroll {
      let step = max(1, layout(in: context.area).text.rows - 1)
      linesAbove = max(0, min(most, linesAbove + (input == .key(.pageUp) ? -step : step)))
      return .stay
    }
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

  /// The sentences as they break at a width, with a blank line after each.
  private func lines(columns: Int) -> [String] {
    paragraphs.flatMap { Canvas.wrap(tr(words: $0), columns: columns) + [""] }
  }

  private func mostLinesAbove(in area: Rect) -> Int {
    let text = layout(in: area).text
    return mostLinesAbove(of: lines(columns: text.columns), in: text)
  }

  private func layout(in area: Rect) -> (frame: Rect, text: Rect, list: Rect, sentence: Rect) {
    let width = min(92, area.columns - 4)
    let frame = area.centred(rows: area.rows - 1, columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    // The lines and the blank one after them, beside what the list needs at least.
    let wanted = lines(columns: inner.columns).count
    let text = inner.top(min(wanted, max(0, inner.rows - 8)))
    return (
      frame, text.droppingBottom(1), inner.droppingTop(text.rows).droppingBottom(3), inner.bottom(2)
    )
  }

  private func drawText(on canvas: inout Canvas, in area: Rect) {
    let lines = lines(columns: area.columns)
    let above = min(linesAbove, mostLinesAbove(of: lines, in: area))
    for (row, line) in lines.dropFirst(above).prefix(area.rows).enumerated() {
      canvas.write(line, row: area.row + row, column: area.column, .dialog)
    }
    if above > 0 { canvas.put("▲", row: area.row, column: area.endColumn, .accent) }
    if above < mostLinesAbove(of: lines, in: area) {
      canvas.put("▼", row: area.endRow - 1, column: area.endColumn, .accent)
    }
  }

  private func mostLinesAbove(of lines: [String], in area: Rect) -> Int {
    max(0, lines.count - 1 - area.rows)
  }

  private var heading: String { tr("Help · \(title)") }

  /// What the chosen row says: the row itself may be cut.
  private var sentence: String { list.selected.map { sentences[$0].spoken } ?? "" }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(title: heading, sentences: paragraphs.map { tr(words: $0) })
    var rows = list.outline()
    for (place, row) in list.shown.enumerated() {
      // Below the search field and what it found.
      let item = rows.items.count - list.shown.count + place
      guard rows.items.indices.contains(item), keys[row] != nil else { continue }
      // What a key does is what somebody looks for.
      rows.items[item].label = sentences[row].spoken
      rows.items[item].value = nil
      rows.items[item].note = keyTexts[row]
    }
    outline.append(rows)
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(in: area)
    canvas.dim()
    canvas.shadow(of: layout.frame)
    canvas.raise(layout.frame)
    canvas.box(layout.frame, .border, title: heading, titleRole: .dialogTitle)
    drawText(on: &canvas, in: layout.text)
    list.draw(on: &canvas, in: layout.list)
    canvas.rule(
      row: layout.sentence.row - 1, column: layout.sentence.column,
      columns: layout.sentence.columns)
    canvas.writeWrapped(sentence, in: layout.sentence, .dialog)
  }
}
