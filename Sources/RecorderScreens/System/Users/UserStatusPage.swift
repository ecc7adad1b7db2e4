import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Who is signed in: from where, and since when.
package struct UserStatusPage: Screen {
  private var selected = 0

  package let name = "user-status"
  package let help = ["Who is logged in, at the recorder or from elsewhere, and since when."]

  package enum Action: Hashable, Sendable { case choose, disconnect, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a user."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .disconnect, label: "Disconnect",
      help: "Logs out whoever is logged in from elsewhere, after a question."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    UserStatusPage.map.hints { $0 == .disconnect ? whyNot(context) : nil }
  }

  private func remote(_ context: ScreenContext) -> RemoteSession? {
    let sessions = context.recorder.remoteSessions
    return sessions.indices.contains(selected - 1) ? sessions[selected - 1] : nil
  }

  private func whyNot(_ context: ScreenContext) -> Phrase? {
    if let why = context.whyNot(.remote, .accounts) { return why }
    return remote(context) == nil ? tr("This is you: log out in the Start menu.") : nil
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let recorder = context.recorder
    var rows: [ListRow] = []
    if let session = recorder.session {
      rows.append(
        ListRow([
          session.account.text, tr("at the recorder"),
          context.clockFormat.text(session.shownSince),
        ]))
    }
    rows += recorder.remoteSessions.map {
      ListRow([
        $0.account.text, $0.address, context.clockFormat.text($0.shownSince),
      ])
    }
    var list = ListView(
      columns: [
        ListColumn(tr("User")), ListColumn(tr("From"), width: .fixed(16)),
        ListColumn(tr("Since"), width: .fixed(23)),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)))
    list.isFocused = context.hasFocus
    return list
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch UserStatusPage.map.action(for: key) {
      case .back: return .pop
      case .disconnect: return disconnect(context)
      case .choose, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: context.area)
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  private func disconnect(_ context: ScreenContext) -> Outcome {
    if let why = whyNot(context) { return .say(.warning(why)) }
    guard let session = remote(context) else { return .stay }
    return .push(
      Question(
        title: tr("Disconnect?"),
        tr("\(session.account.text) at \(session.address) is logged out."),
        answers: [
          Question.Answer(
            tr("Disconnect"), .danger, .recorder(.remote(.disconnect(from: session.address)))),
          Question.Answer(tr("Cancel"), .standard),
        ]))
  }

  package func outline(in context: ScreenContext) -> Outline { list(context).outline() }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    list(context).draw(on: &canvas, in: area)
  }
}
