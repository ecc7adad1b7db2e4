import ConsoleData
import DeskScreens
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// The lessons to choose from.
struct LessonList: Screen {
  let name = "lessons"
  let isOverlay = true
  let help = [
    "A lesson brings its own recorder in its own situation, and a coach.",
    "The last column is the best result, with ✓ where it was passed; “next” is the one to go on "
      + "with.",
  ]
  private var selected = 0

  enum Action: Sendable { case choose, begin, guided, exam, free, bench, shelf, close }
  /// What opened the list closes it as well.
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a lesson."),
    KeyBinding(keys: [.enter], action: .begin, label: "Begin", help: "Begins the lesson."),
    KeyBinding(
      keys: [.character("u")], action: .guided, label: "Guided",
      help: "Begins it with the next key always on the screen."),
    KeyBinding(
      keys: [.character("e")], action: .exam, label: "Exam",
      help: "Begins it as an exam: without help, within a time."),
    KeyBinding(
      keys: [.character("f")], action: .free, label: "Free",
      help: "Its recorder in its situation, without steps and without a coach.", isOnBar: false),
    KeyBinding(
      keys: [.character("p"), .tab], action: .bench, label: "Practise",
      help: "A recorder in a state that you choose, without a coach."),
    KeyBinding(
      keys: [.character("m")], action: .shelf, label: "My practices",
      help: "The practices that are kept side by side."),
    KeyBinding(
      keys: [.escape, .function(7), .character("l")], action: .close, label: "Close",
      help: "Back to where you were."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] {
    LessonList.map.hints { $0 == .exam && chosen(context)?.exam == nil ? whyNoExam : nil }
  }

  private var whyNoExam: Phrase { tr("This lesson is no exam.") }

  private func chosen(_ context: ScreenContext) -> LessonTitle? {
    let lessons = context.assets.lessons
    return lessons.indices.contains(selected) ? lessons[selected] : nil
  }

  func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    // A title is not cut for the level: the order of the list says it as well.
    let hasLevel = context.area.columns >= 72
    let number = ListColumn("", width: .fixed(6), align: .right)
    return ListView(
      columns: [ListColumn("")] + (hasLevel ? [ListColumn("", width: .fixed(11))] : [])
        + [number, number],
      rows: context.assets.lessons.map { lesson in
        let level = lesson.level.map { Words.of($0).spoken } ?? ""
        return ListRow(
          [tr(words: lesson.title)] + (hasLevel ? [level] : [])
            + [lesson.minutes.map { tr("\($0) min") } ?? "", mark(of: lesson)])
      },
      selected: selected, emptyText: tr("Reading the lessons …"))
  }

  /// The best result, with a tick where it was passed; else whether it is the one to go on with.
  private func mark(of lesson: LessonTitle) -> String {
    if let best = lesson.best { return (best.isPassed ? "✓ " : "") + "\(best.points)" }
    return lesson.isNext ? tr("next") : ""
  }

  /// The rows that a story takes, where there is room for them.
  private static let storyRows = 9

  /// As high as all lessons and a story are, where the window has so much room.
  private func frame(for lessons: Int, in area: Rect) -> Rect {
    area.centred(
      rows: min(max(30, lessons + LessonList.storyRows + 3), area.rows - 2),
      columns: min(76, area.columns - 4))
  }

  /// The list above, the story of the chosen lesson below: in a low window they share it, a high one
  /// has all lessons, and no list is shorter than five.
  private func parts(
    of frame: Rect, for lessons: Int
  ) -> (list: Rect, rule: Int, story: Rect) {
    let inner = frame.inset(rows: 1, columns: 2)
    let rows = max(5, inner.rows / 2, min(lessons, inner.rows - LessonList.storyRows - 1))
    return (inner.top(rows), inner.row + rows, inner.droppingTop(rows + 1))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var list = list(context)
    let lessons = context.assets.lessons.count
    let frame = frame(for: lessons, in: context.area)
    let outcome = list.handle(input, in: parts(of: frame, for: lessons).list)
    selected = list.selected
    switch outcome {
    case .activated(let place): return begin(context.assets.lessons[place])
    case .moved: return .stay
    case .ignored: break
    }
    switch LessonList.map.action(for: input) {
    case .close: return .pop
    case .exam:
      guard let lesson = chosen(context), let exam = lesson.exam else {
        return .say(.warning(whyNoExam))
      }
      return .replace(LessonList.examQuestion(lesson, exam))
    case .guided:
      return chosen(context).map { .replace(LessonList.beginQuestion($0, mode: .guided)) } ?? .stay
    case .free:
      return chosen(context).map { .replace(LessonList.beginQuestion($0, mode: .free)) } ?? .stay
    case .bench: return .replace(BenchPanel(context))
    case .shelf: return .replace(ShelfList())
    default: return .ignored
    }
  }

  private func begin(_ lesson: LessonTitle) -> Outcome {
    .replace(LessonList.beginQuestion(lesson))
  }

  private static func examQuestion(_ lesson: LessonTitle, _ exam: Exam) -> Question {
    Question(
      title: tr("Begin the exam?"),
      tr(
        "“\(Phrase(words: lesson.title))”: \(exam.minutes) minutes, \(exam.pass) of 100 points pass it. There are no hints, and it runs until it is done or over."
      ),
      answers: [
        Question.Answer(tr("Not now")),
        Question.Answer(tr("Begin"), .standard, .lesson(.begin(lesson.id, .exam))),
      ], safe: 0)
  }

  /// Whether the recorder at hand may go for the lesson's own.
  static func beginQuestion(_ lesson: LessonTitle, mode: LessonMode = .practice) -> Question {
    Question(
      title: mode == .guided ? tr("Begin the guided lesson?") : tr("Begin the lesson?"),
      tr(
        "“\(Phrase(words: lesson.title))” brings a recorder of its own. The one you practise on now is put away."
      ),
      answers: [
        Question.Answer(tr("Not now")),
        Question.Answer(tr("Begin"), .standard, .lesson(.begin(lesson.id, mode))),
      ], safe: 0)
  }

  /// What has happened in the chosen lesson.
  private func story(_ context: ScreenContext) -> String? {
    let lessons = context.assets.lessons
    return lessons.indices.contains(selected) ? lessons[selected].spokenStory : nil
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = list(context).outline()
    outline.title = tr("Lessons")
    outline.say(story(context) ?? "")
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let lessons = context.assets.lessons.count
    let frame = frame(for: lessons, in: area)
    canvas.dim()
    canvas.shadow(of: frame)
    canvas.raise(frame)
    canvas.box(frame, .border, title: tr("Lessons"), titleRole: .dialogTitle)
    let parts = parts(of: frame, for: lessons)
    list(context).draw(on: &canvas, in: parts.list)
    canvas.rule(row: parts.rule, column: parts.list.column, columns: parts.list.columns)
    guard let story = story(context) else { return }
    canvas.writeWrapped(story, in: parts.story, .dialog)
  }
}
