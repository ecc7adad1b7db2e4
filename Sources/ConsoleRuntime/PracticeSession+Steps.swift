import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// Going back to how a practice stood when the step of its lesson began.
struct StepStart: Sendable {
  /// The practice as it was then.
  var record: SessionRecord
  /// Whether nobody has said yet where the trainee looked.
  var lacksPlace = true
}

extension PracticeSession {
  /// Remembers how the practice stands where another step has begun since `before`.
  func noteStep(since before: Int?) async {
    guard let lesson, lesson.progress.step != before else { return }
    guard lesson.progress.verdict == nil, !lesson.progress.isExam, let adapter else {
      stepStart = nil
      return
    }
    stepStart = StepStart(record: await record(of: adapter))
    self.lesson?.canGoToStepStart = true
  }

  /// Goes back to the beginning of the step: desk, progress, clock and screen. What was done wrong stays
  /// counted, and what the recorder remembers of its codes stays remembered.
  func goToStepStart() async -> [Message] {
    guard let lesson, let adapter, let record = stepStart?.record, let then = record.lesson else {
      return [.answered([], lesson)]
    }
    var desk = await adapter.desk
    desk.goBack(to: record.desk, at: record.clock, with: cryptography)
    clock.set(to: record.clock)
    path = record.place
    let progress = lesson.progress.gone(backTo: then)
    let state = LessonState(scenario: lesson.scenario, progress: progress)
    let messages = await connect(desk, state, path: path)
    // It can be done once more.
    stepStart = StepStart(record: record, lacksPlace: false)
    self.lesson?.canGoToStepStart = true
    return messages.map(withLesson) + (await keep()) + keepResult()
  }

  /// A message with the lesson as it is by now.
  func withLesson(_ message: Message) -> Message {
    guard case .connected(let snapshot, _, let path) = message else { return message }
    return .connected(snapshot, lesson, path: path)
  }
}
