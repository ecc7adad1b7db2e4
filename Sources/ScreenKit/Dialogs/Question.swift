import ConsoleData
import RecorderEngine
import TextUI

/// A question with its answers; the safe one is the default.
package struct Question: Asking {
  /// One answer.
  package struct Answer: Sendable {
    package let label: Phrase
    package let kind: ButtonKind
    package let outcome: Outcome

    package init(_ label: Phrase, _ kind: ButtonKind = .normal, _ outcome: Outcome = .stay) {
      self.label = label
      self.kind = kind
      self.outcome = outcome
    }
  }

  private var panel: FormPanel<Int>
  /// Until the first key the cursor stands on the sentence, where braille displays read.
  private var isUntouched = true
  private let answers: [Answer]
  /// The answer that Esc means.
  private let safe: Int

  /// Makes a question; the last answer is the one that has the focus, and Esc means it unless
  /// another is named by its place.
  package init(
    title: Phrase, _ text: Phrase, role: Role = .dialog, answers: [Answer], safe: Int? = nil
  ) {
    self.answers = answers
    self.safe = safe ?? answers.count - 1
    panel = FormPanel(
      title, columns: 50,
      [.note(text, role), .gap]
        + answers.enumerated().map { place, answer in
          FormField(place, answer.label, .button(answer.kind))
        })
    panel.form.focusedID = answers.count - 1
  }

  package let name = "question"
  package let isOverlay = true
  package var isShown = false
  package let help = ["Answer the question. Nothing happens before you do."]

  package func hints(in context: ScreenContext) -> [KeyHint] { QuestionKeys.map.hints() }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    isUntouched = false
    switch panel.respond(to: input, in: context.area) {
    case .pressed(let place): return answer(place)
    case .escaped: return answer(safe)
    case .changed, .handled: return isGlobal(input) ? .ignored : .stay
    }
  }

  private func isGlobal(_ input: InputEvent) -> Bool {
    [.key(.function(1)), .key(.character("?")), .key(.control("t"))].contains(input)
  }

  private func answer(_ place: Int) -> Outcome { .all([.pop, answers[place].outcome]) }

  /// The question as its sentence, the answers as its items.
  package func outline() -> Outline { panel.outline() }

  package func outline(in context: ScreenContext) -> Outline { outline() }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
    if isUntouched {
      let inner = panel.inner(in: area)
      canvas.cursor = Point(row: inner.row, column: inner.column)
    }
  }
}

/// The keys of a question.
package enum QuestionKeys {
  package enum Action: Hashable, Sendable { case choose, answer, safe }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.left, .right], action: .choose, label: "Choose", help: "The other answer."),
    KeyBinding(keys: [.enter], action: .answer, label: "Answer", help: "Gives this answer."),
    KeyBinding(
      keys: [.escape], action: .safe, label: "Back", help: "The safe answer: nothing is done."),
  ])
}

extension Question {
  /// Something to be read.
  package static func note(title: Phrase, _ text: Phrase) -> Question {
    Question(title: title, text, answers: [Answer("OK", .standard)])
  }

  /// Whether a file on the stick may go for a new one of its name.
  package static func replace(_ name: String, with text: String) -> Question {
    Question(
      title: tr("Replace the file?"), tr("“\(name)” is on the USB stick already."),
      answers: [
        Answer(
          tr("Replace"), .danger, .file(.write(name: name, text: text, replaces: true))),
        Answer(tr("Keep the file"), .standard),
      ])
  }

  /// Whether typed text may be lost.
  package static func discard(_ outcome: Outcome) -> Question {
    Question(
      title: tr("Unsaved changes"), tr("What you typed has not been saved."),
      answers: [
        Answer(tr("Discard"), .danger, outcome), Answer(tr("Go on editing"), .standard),
      ])
  }
}
