import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The photos of the monitor, newest first.
package struct PhonePhotos: Screen {
  private var selected = 0

  package let name = "photos"
  package let help = [
    "Photos of the monitor's Restore Password: Ctrl-P takes one. The support desk (F5) reads the "
      + "newest. A photo of an old screen shows an old time, and its code opens nothing."
  ]

  package enum Action: Hashable, Sendable { case choose, take, show, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a photo."),
    KeyBinding(
      keys: [.character("p")], action: .take, label: "Take one",
      help: "A photo of what the monitor shows now."),
    KeyBinding(
      keys: [.enter], action: .show, label: "Support desk", help: "To whoever reads it."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the phone's home."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Photos") }
  package func hints(in context: ScreenContext) -> [KeyHint] { PhonePhotos.map.hints() }

  private func photos(_ context: ScreenContext) -> [Photo] {
    context.desk.surroundings.phone.photos.reversed()
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = photos(context).map { photo -> ListRow in
      // The model is on every one of them; the last detail tells them apart.
      let shown = photo.challenge
      let last = shown.details.last.map { shown.text(of: $0) } ?? ""
      return ListRow([Words.of(shown.tab.method).spoken, last])
    }
    var list = ListView(
      columns: [ListColumn(""), ListColumn("", width: .fixed(19))], rows: rows,
      selected: min(selected, max(0, rows.count - 1)),
      emptyText: tr("No photos. Ctrl-P at Restore Password takes one."))
    list.isFocused = context.hasFocus
    return list
  }

  private func areas(_ area: Rect) -> (list: Rect, picture: Rect) {
    let inner = PhoneFrame.inner(of: area)
    let rows = max(2, inner.rows - 8)
    return (inner.top(rows), inner.droppingTop(rows))
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch PhonePhotos.map.action(for: key) {
      case .back: return .pop
      case .take: return .perform(.photograph)
      case .choose, .show, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: areas(context.area).list)
    selected = list.selected
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .stay
    case .activated: return .go(.supportDesk)
    }
  }

  private func chosen(_ context: ScreenContext) -> Photo? {
    let photos = photos(context)
    let place = min(selected, max(0, photos.count - 1))
    return photos.indices.contains(place) ? photos[place] : nil
  }

  /// What can be read on a photo.
  private static func details(of photo: Photo) -> [(name: String, text: String)] {
    let shown = photo.challenge
    return shown.details.map { (Words.of($0).spoken, shown.text(of: $0)) }
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: tr("Photos"), context)
    outline.append(list(context).outline())
    for detail in chosen(context).map(PhonePhotos.details) ?? [] {
      outline.add(OutlineItem(detail.name, .reading, value: .text(detail.text)))
    }
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: tr("Photos"), context)
    let areas = areas(area)
    list(context).draw(on: &canvas, in: areas.list)
    guard let photo = chosen(context) else { return }
    drawPicture(of: photo, on: &canvas, in: areas.picture)
  }

  /// The monitor as the photo has it, a little askew.
  private func drawPicture(of photo: Photo, on canvas: inout Canvas, in area: Rect) {
    canvas.box(area, .border)
    let inner = area.inset(rows: 1, columns: 2)
    for (row, detail) in PhonePhotos.details(of: photo).enumerated() {
      canvas.writeFitted(
        detail.name, row: inner.row + 1 + row, column: inner.column + row, columns: 16,
        .quiet)
      canvas.writeFitted(
        detail.text, row: inner.row + 1 + row, column: inner.column + 17 + row,
        columns: max(0, inner.columns - 17 - row), .strong)
    }
  }
}
