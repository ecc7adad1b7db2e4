import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The dialog that says from when to when entries are shown.
struct LogRange: Equatable, Sendable {
  /// What became of a key in it.
  enum Outcome: Equatable {
    case open, closed, ignored
    case refused(String)
    case set(from: Timestamp?, until: Timestamp?)
  }

  private var panel: FormPanel
  /// The fields, for the keys that they take.
  var form: Form { panel.form }

  init(_ wish: LogSearch.Wish) {
    func field(_ id: String, _ label: String, _ time: Timestamp?, _ example: String) -> Form.Field {
      let text = time.map { CivilTime($0).text } ?? ""
      return Form.Field(id, label, .text(TextField(text, limit: 19, placeholder: example)))
    }
    panel = FormPanel(
      tr("Time of the entries"), columns: 44,
      [
        field("from", tr("From"), wish.from, "2026-11-20"),
        field("until", tr("Until"), wish.until, "2026-11-20 23:04"),
        Form.Field("note", tr("An empty line means no limit."), .note(.dialogQuiet)),
        Form.Field("gap", "", .gap), Form.Field("all", tr("All"), .button(.normal)),
        Form.Field("cancel", tr("Cancel"), .button(.normal)),
        Form.Field("set", tr("Show"), .button(.standard)),
      ])
  }

  mutating func handle(_ input: InputEvent, in area: Rect) -> Outcome {
    if input == .key(.escape) { return .closed }
    switch panel.handle(input, in: area) {
    case .activated("set"): return range()
    case .activated("all"): return .set(from: nil, until: nil)
    case .activated: return .closed
    case .changed(let id):
      panel.form.setProblem(id, nil)
      return .open
    case .refused(let why): return .refused(why)
    case .ignored: return .ignored
    default: return .open
    }
  }

  private mutating func range() -> Outcome {
    var times: [String: Timestamp] = [:]
    for id in ["from", "until"] where !panel.form.text(id).isEmpty {
      guard let time = CivilTime(parsing: panel.form.text(id)) else {
        return refuse(id, tr("A date, or a date and a time, such as 2026-11-20 23:04."))
      }
      times[id] = time.timestamp
      // A day alone means all of it.
      if id == "until", !panel.form.text(id).contains(":") {
        times[id] = time.timestamp.map { $0 + .days(1) - .milliseconds(1) }
      }
    }
    if let from = times["from"], let until = times["until"], until < from {
      return refuse("until", tr("This is before the beginning."))
    }
    return .set(from: times["from"], until: times["until"])
  }

  private mutating func refuse(_ id: String, _ why: String) -> Outcome {
    panel.form.setProblem(id, why)
    panel.form.focusedID = id
    return .open
  }

  func draw(on canvas: inout Canvas, in area: Rect) { panel.draw(on: &canvas, in: area) }
}
