import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The phone's mailbox: inbox and spam folder.
package struct PhoneMail: Screen {
  private var folder = Letter.Folder.inbox
  private var selected = 0

  package let name = "mail"
  package let help = [
    "The mailbox of the address that is registered. What the recorder sends takes a while, may lie "
      + "in the spam folder, and finds no room where the inbox is full."
  ]

  package enum Action: Hashable, Sendable { case choose, open, folder, delete, keep, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a letter."),
    KeyBinding(keys: [.enter], action: .open, label: "Open", help: "Opens the letter."),
    KeyBinding(
      keys: [.tab, .left, .right], action: .folder, label: "Folder",
      help: "The other folder: inbox or spam."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .delete, label: "Delete",
      help: "Deletes the letter."),
    KeyBinding(
      keys: [.character("m")], action: .keep, label: "No spam",
      help: "Moves the letter out of the spam folder."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the phone's home."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Mail") }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    PhoneMail.map.hints { action in
      switch action {
      case .keep where folder == .inbox: tr("This is the inbox.")
      case .open where letter(context) == nil: tr("There is no letter here.")
      case .delete where letter(context) == nil: tr("There is no letter here.")
      default: nil
      }
    }
  }

  private func letters(_ context: ScreenContext) -> [Letter] {
    context.desk.surroundings.phone.mailbox.letters(in: folder)
  }

  private func letter(_ context: ScreenContext) -> Letter? {
    let letters = letters(context)
    return letters.indices.contains(selected) ? letters[selected] : nil
  }

  private func tabs(_ context: ScreenContext) -> Tabs {
    let mailbox = context.desk.surroundings.phone.mailbox
    let spam = mailbox.letters(in: .spam).count
    let inbox: Phrase = tr("Inbox")
    let junk: Phrase = tr("Spam")
    return Tabs(
      [
        "\(inbox) \(mailbox.letters(in: .inbox).count)/\(Mailbox.capacity)",
        "\(junk)\(spam == 0 ? "" : " \(spam)")",
      ], current: folder == .inbox ? 0 : 1)
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let letters = letters(context)
    let rows = letters.map { letter in
      ListRow(
        [
          letter.isRead ? " " : "●", LetterText(letter).subject,
          String(CivilTime(letter.sentAt).text.dropFirst(5).prefix(11)),
        ], role: letter.isRead ? .text : .strong)
    }
    var list = ListView(
      columns: [
        ListColumn("", width: .fixed(1)), ListColumn(""), ListColumn("", width: .fixed(11)),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: tr("No letters here."))
    list.isFocused = context.hasFocus
    return list
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch PhoneMail.map.action(for: key) {
      case .back: return .pop
      case .folder:
        folder = folder == .inbox ? .spam : .inbox
        selected = 0
        return .stay
      case .delete:
        return letter(context).map { .perform(.phone(.deleteLetter($0.number))) } ?? .stay
      case .keep:
        guard folder == .spam, let letter = letter(context) else { return .stay }
        return .perform(.phone(.moveToInbox(letter.number)))
      case .choose, .open, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: listArea(context.area))
    selected = list.selected
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .stay
    case .activated: return letter(context).map { .push(PhoneLetter(number: $0.number)) } ?? .stay
    }
  }

  private func listArea(_ area: Rect) -> Rect { PhoneFrame.inner(of: area).droppingTop(2) }

  private func heading(_ context: ScreenContext) -> String {
    let address = context.desk.surroundings.phone.mailbox.address
    return tr("Mail") + (address.map { " · \($0)" } ?? "")
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: heading(context), context)
    outline.append(tabs(context).outline())
    outline.append(list(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: heading(context), context)
    tabs(context).draw(on: &canvas, in: PhoneFrame.inner(of: area).top(1))
    list(context).draw(on: &canvas, in: listArea(area))
  }
}
