import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// The bench: a recorder in a state that somebody chooses, to practise on without a coach.
struct BenchPanel: Screen {
  enum Field: Hashable, Sendable {
    case recorder, time, age, firmware, name
    case with(BenchChoice.SetUp)
    case lost(BenchChoice.Lost)
    case fault(Fault)
    case save, close, prepare
  }

  private var panel: FormPanel<Field>
  private var recorders: [RecorderTitle]

  init(_ context: ScreenContext) {
    recorders = context.assets.recorders
    panel = BenchPanel.panel(recorders, context)
  }

  private static func panel(
    _ recorders: [RecorderTitle], _ context: ScreenContext
  ) -> FormPanel<Field> {
    let known =
      recorders.isEmpty
      ? [RecorderTitle(id: context.profile.id, title: context.profile.title)] : recorders
    let own = known.firstIndex { $0.id == context.profile.id } ?? 0
    var fields = [
      FormField(
        Field.recorder, tr("Recorder"),
        .choice(options: known.map { .verbatim($0.title) }, selected: own)),
      .heading(tr("Set up by the installer")),
    ]
    fields += BenchChoice.SetUp.allCases.map {
      FormField(.with($0), Words.of($0), .toggle($0 == .questions || $0 == .email))
    }
    fields.append(.heading(tr("Lost")))
    fields += BenchChoice.Lost.allCases.map {
      FormField(.lost($0), Words.of($0), .toggle($0 == .password))
    }
    fields.append(.heading(tr("Goes wrong")))
    fields += Fault.allCases.map { FormField(.fault($0), Words.of($0), .toggle(false)) }
    fields += [
      .heading(tr("And")),
      FormField(
        .age, tr("Put up"),
        .choice(
          options: [tr("at some time")] + BenchChoice.Age.allCases.map(Words.of), selected: 0)),
      FormField(
        .firmware, tr("Firmware"),
        .text(TextField(limit: 16, placeholder: tr("as it was sold")))),
      FormField(
        .time, tr("Time"),
        .choice(options: BenchChoice.TimeOfDay.allCases.map(Words.of), selected: 0)),
      FormField(
        .name, tr("Save as"), .text(TextField(limit: 24, placeholder: tr("a name for the file")))),
      .gap,
      FormField(.save, tr("Save"), .button(.normal)),
      FormField(.close, tr("Cancel"), .button(.normal)),
      FormField(.prepare, tr("Prepare"), .button(.standard)),
    ]
    return FormPanel(tr("Practise"), columns: 72, fields)
  }

  let name = "bench"
  let isOverlay = true
  let help = [
    "Choose a recorder, what the installer set up, and what is lost of it: Enter puts a recorder in "
      + "that state on the desk, from any line. F12 later begins anew with exactly that.",
    "Save writes the state to the USB stick as a file, a scenario without steps: "
      + "“recorder-console practice FILE” opens it.",
  ]
  var takesText: Bool { panel.takesText }

  func title(in context: ScreenContext) -> Phrase? { tr("Practise") }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func opened(in context: ScreenContext) -> Outcome {
    // The names of the recorders have come; what was chosen meanwhile stays.
    guard recorders.isEmpty, !context.assets.recorders.isEmpty else { return .stay }
    recorders = context.assets.recorders
    let own = recorders.firstIndex { $0.id == context.profile.id } ?? 0
    panel.form.setKind(
      .recorder, .choice(options: recorders.map { .verbatim($0.title) }, selected: own))
    return .stay
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.function(7)) { return .replace(LessonList()) }
    if input == .key(.enter), !isOnButton { return prepare(context) }
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.prepare): return prepare(context)
    case .pressed(.save): return save(context)
    case .pressed(.close), .escaped: return .pop
    case .pressed, .changed, .handled(.ignored): return .stay
    case .handled(let outcome): return outcome
    }
  }

  private var isOnButton: Bool {
    switch panel.form.focusedID {
    case .save, .close, .prepare: true
    default: false
    }
  }

  private mutating func prepare(_ context: ScreenContext) -> Outcome {
    guard isFirmwareRight() else { return .stay }
    return .all([.pop, .lesson(.prepare(choice(context)))])
  }

  private func choice(_ context: ScreenContext) -> BenchChoice {
    let form = panel.form
    let place = form.selected(.recorder)
    let age = form.selected(.age)
    return BenchChoice(
      recorder: recorders.indices.contains(place) ? recorders[place].id : context.profile.id,
      with: Set(BenchChoice.SetUp.allCases.filter { form.isOn(.with($0)) }),
      lost: Set(BenchChoice.Lost.allCases.filter { form.isOn(.lost($0)) }),
      faults: Set(Fault.allCases.filter { form.isOn(.fault($0)) }),
      time: BenchChoice.TimeOfDay.allCases[form.selected(.time)],
      age: age == 0 ? nil : BenchChoice.Age.allCases[age - 1],
      firmware: FirmwareVersion(form.text(.firmware)))
  }

  /// Nothing was typed, or a firmware as recorders count them.
  private mutating func isFirmwareRight() -> Bool {
    let text = panel.form.text(.firmware)
    guard !text.isEmpty, FirmwareVersion(text) == nil else { return true }
    panel.form.refuse(.firmware, tr("Numbers with dots between them, such as 1.4.12."))
    return false
  }

  private mutating func save(_ context: ScreenContext) -> Outcome {
    guard isFirmwareRight() else { return .stay }
    let name = panel.form.text(.name)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789-"
    guard !name.isEmpty, name.allSatisfy(letters.contains) else {
      panel.form.refuse(.name, tr("Small letters, digits and hyphens, such as shop-at-night."))
      return .stay
    }
    return .lesson(.save(choice(context), name: name))
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.dim()
    panel.draw(on: &canvas, in: area)
  }
}

extension Words {
  /// What an installer sets up.
  static func of(_ setUp: BenchChoice.SetUp) -> Phrase {
    switch setUp {
    case .questions: tr("Security questions")
    case .email: tr("Recovery e-mail")
    case .app: tr("Phone app")
    case .client: tr("Client software")
    }
  }

  /// What nobody has any more.
  static func of(_ lost: BenchChoice.Lost) -> Phrase {
    switch lost {
    case .password: tr("Admin password")
    case .answers: tr("Answers")
    case .email: tr("Mailbox")
    case .phone: tr("Phone")
    }
  }

  /// When the recorder was put up.
  static func of(_ age: BenchChoice.Age) -> Phrase {
    switch age {
    case .week: tr("a week ago")
    case .month: tr("a month ago")
    case .years: tr("two years ago")
    }
  }

  /// When it happens.
  static func of(_ time: BenchChoice.TimeOfDay) -> Phrase {
    switch time {
    case .now: tr("now")
    case .morning: tr("9 in the morning")
    case .evening: tr("6 in the evening")
    case .night: tr("11 at night")
    }
  }
}

extension Question {
  /// Whether the practice may begin anew, what was done since being gone; in a lesson the step alone as
  /// well.
  static func reset(_ lesson: LessonState?) -> Question {
    let goOn = Answer(tr("Go on"))
    guard let lesson, lesson.canGoToStepStart, lesson.progress.verdict == nil else {
      return Question(
        title: tr("Begin anew?"),
        tr("The practice begins again as it began, with everything that was done since undone."),
        answers: [goOn, Answer(tr("Begin anew"), .standard, .lesson(.reset))], safe: 0)
    }
    return Question(
      title: tr("Begin anew?"),
      tr(
        "The step begins again as it began, or the whole lesson. With the step, hints and wrong turns stay counted."
      ),
      answers: [
        goOn, Answer(tr("The lesson"), .normal, .lesson(.reset)),
        Answer(tr("The step"), .standard, .lesson(.goToStepStart)),
      ], safe: 0)
  }
}
