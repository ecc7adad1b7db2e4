import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Where does this come from? Every value of the profile with the word for how well it is known.
struct SourcesPage: Screen {
  private var list: SearchList

  init(_ profile: RecorderProfile) {
    let rows = profile.sourcedValues.map { value in
      SearchList.Row(
        [
          SourcesPage.words(value.name), SourcesPage.words(value.text),
          SourcesPage.word(value.confidence),
        ],
        role: SourcesPage.role(value.confidence))
    }
    list = SearchList(
      columns: [
        ListColumn(tr("What")), ListColumn(tr("Value"), width: .fixed(20)),
        ListColumn(tr("Source"), width: .fixed(11)),
      ], rows: rows, emptyText: tr("No such value."))
  }

  let name = "sources"
  let help = [
    "Where each value of this practice recorder comes from. Documented: a manual of the vendor or "
      + "of an OEM says so. Reported: how-to pages and installers' stories say so. Assumed: nobody "
      + "says; it is our choice. A trainer can change each of them in the recorder's file."
  ]
  var takesText: Bool { list.isSearching }

  enum Action: Hashable, Sendable { case move, search, back }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .move, label: "Scroll", help: "Scroll the values."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search", help: "Search the values."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { SourcesPage.map.hints() }

  /// A name or a value, put together of words that the dictionary has: `E-mail: life of the code`.
  private static func words(_ text: String) -> Phrase {
    Phrase.joined(
      text.split(separator: ": ").map { part in
        Phrase.joined(part.split(separator: ", ").map { Phrase(words: String($0)) }, by: ", ")
      }, by: ": ")
  }

  private static func word(_ confidence: Confidence) -> Phrase {
    switch confidence {
    case .documented: tr("documented")
    case .reported: tr("reported")
    case .assumed: tr("assumed")
    }
  }

  private static func role(_ confidence: Confidence) -> Role {
    switch confidence {
    case .documented: .success
    case .reported: .text
    case .assumed: .quiet
    }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if !list.isSearching, SourcesPage.map.action(for: input) == .back { return .pop }
    let outcome = list.handle(input, in: context.area)
    if let why = list.refusal { return .say(.warning(why)) }
    return outcome == .ignored ? .ignored : .stay
  }

  private func presented(_ context: ScreenContext) -> SearchList {
    var shown = list
    shown.isFocused = context.hasFocus
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
