import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// One letter, open: the code in it stands out.
package struct PhoneLetter: Screen {
  package let number: Int

  package let name = "letter"
  package let help = [
    "A letter. A code in it can be noted in the notebook, to be typed at the monitor (F2)."
  ]

  package enum Action: Hashable, Sendable { case note, delete, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.character("n")], action: .note, label: "Note the code",
      help: "Writes the code into the notebook."),
    KeyBinding(
      keys: [.character("d"), .delete], action: .delete, label: "Delete",
      help: "Deletes the letter."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the list."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Mail") }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    PhoneLetter.map.hints { action in
      action == .note && code(context) == nil ? tr("There is no code in this letter.") : nil
    }
  }

  private func code(_ context: ScreenContext) -> SpokenCode? {
    let open = context.desk.surroundings.phone.mailbox.open
    return open?.number == number ? open?.code : nil
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    .perform(.phone(.openLetter(number)))
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    guard case .key(let key) = input else { return .ignored }
    switch PhoneLetter.map.action(for: key) {
    case .back: return .pop
    case .delete: return .all([.pop, .perform(.phone(.deleteLetter(number)))])
    case .note:
      return code(context).map { Notebook.note("Code from the mail: \($0.text)", context) }
        ?? .say(.warning(tr("There is no code in this letter.")))
    case nil: return .ignored
    }
  }

  private static func sender(_ text: LetterText) -> String { tr("from \(text.sender)") }

  private static func time(of letter: Letter) -> String {
    String(CivilTime(letter.sentAt).text.prefix(16))
  }

  package func outline(in context: ScreenContext) -> Outline {
    guard let letter = context.desk.surroundings.phone.mailbox.letter(number) else {
      return PhoneFrame.outline(title: tr("Mail"), context)
    }
    let text = LetterText(letter)
    var outline = PhoneFrame.outline(title: text.subject, context)
    outline.sentences += [PhoneLetter.sender(text), PhoneLetter.time(of: letter), text.body]
    guard let code = code(context) else { return outline }
    outline.add(OutlineItem(tr("Code"), .reading, value: .text(code.text)))
    outline.say(text.foot)
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    guard let letter = context.desk.surroundings.phone.mailbox.letter(number) else {
      return PhoneFrame.draw(on: &canvas, in: area, title: tr("Mail"), context)
    }
    let text = LetterText(letter)
    PhoneFrame.draw(on: &canvas, in: area, title: text.subject, context)
    let inner = PhoneFrame.inner(of: area)
    canvas.writeFitted(
      PhoneLetter.sender(text), row: inner.row, column: inner.column, columns: inner.columns,
      .quiet)
    canvas.writeFitted(
      PhoneLetter.time(of: letter), row: inner.row + 1, column: inner.column,
      columns: inner.columns, .quiet)
    let body = inner.droppingTop(3)
    let used = canvas.writeWrapped(text.body, in: body, .text) + 1
    guard let code = code(context) else { return }
    ShownDigits(code: code).draw(on: &canvas, in: body.droppingTop(used).top(3))
    canvas.writeWrapped(text.foot, in: body.droppingTop(used + 4), .quiet)
  }
}

/// A code as a letter and the app show it: large enough to be read at a glance.
package struct ShownDigits: Widget {
  package let code: SpokenCode

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let width = min(area.columns, code.text.count * 3 + 5)
    let box = Rect(row: area.row, column: area.column, rows: 3, columns: width)
    canvas.box(box, style: .rounded, .borderFocused)
    for (place, character) in code.text.enumerated() {
      canvas.put(character, row: box.row + 1, column: box.column + 3 + place * 3, .strong)
    }
  }
}
