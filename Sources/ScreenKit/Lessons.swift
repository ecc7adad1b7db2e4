import ConsoleData
import RecorderEngine
import Training

/// A lesson and how far it is.
public struct LessonState: Equatable, Sendable {
  /// What the lesson's file says.
  @inlinable public var scenario: Scenario { _read { yield boxedScenario.value } }
  @usableFromInline let boxedScenario: Boxed<Scenario>
  /// How far the trainee is in it.
  public var progress: LessonProgress
  /// Whether a practice waits for the end of the lesson.
  public var canGoBack = false
  /// Whether the step can be begun anew.
  public var canGoToStepStart = false
  /// The name under which results are kept, where whoever tries has not said it yet; nil: it is known,
  /// or nothing is kept.
  public var asksWho: String?
  /// That it was passed as an exam, once it was.
  public var certificate: Certificate?

  /// Makes the state of a lesson.
  public init(scenario: Scenario, progress: LessonProgress) {
    boxedScenario = Boxed(scenario)
    self.progress = progress
  }

  /// The step to be done now.
  public var step: Step? { progress.current(in: scenario) }
}

/// A line of the list of lessons.
public struct LessonTitle: Equatable, Sendable {
  /// The file's name: `eleven-at-night`.
  public let id: String
  /// What the lesson is called.
  public let title: String
  /// What has happened, in a few sentences.
  public let story: String
  /// How much somebody should know before; nil: nobody has said.
  public let level: LessonLevel?
  /// How many minutes it takes; nil: nobody has said.
  public let minutes: Int?
  /// What it is as an exam; nil: it is none.
  public let exam: Exam?
  /// The best that the trainee has reached in it; nil: nothing yet.
  public private(set) var best: BestResult?
  /// Whether it is the one to go on with: the first in the list that was not passed yet.
  public private(set) var isNext = false
  private let drawn: Drawn

  /// Makes a line for the list.
  public init(_ scenario: Scenario, id: String) {
    self.id = id
    title = scenario.title
    story = scenario.story
    level = scenario.level
    minutes = scenario.minutes
    exam = scenario.exam
    drawn = scenario.drawn
  }

  /// The story in the menu's language; what differs from attempt to attempt is one example of it.
  package var spokenStory: String {
    let paragraphs = Scenario.paragraphs(of: story).map { text in
      tr(words: drawn.patterns[text] ?? text).filled { drawn.values[$0] }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The lines with what was reached in them, and the one to go on with.
  package static func marked(
    _ titles: [LessonTitle], with best: [String: BestResult]
  ) -> [LessonTitle] {
    var marked = titles
    for place in marked.indices { marked[place].best = best[marked[place].id] }
    if let next = marked.firstIndex(where: { $0.best?.isPassed != true }) {
      marked[next].isNext = true
    }
    return marked
  }

  /// The order of the list: easy ones first, and those of which nobody has said it last.
  public static func comesBefore(_ one: LessonTitle, _ other: LessonTitle) -> Bool {
    switch (one.level, other.level) {
    case (let one?, let other?) where one != other: one < other
    case (.some, nil): true
    case (nil, .some): false
    default: (one.minutes ?? .max, one.title) < (other.minutes ?? .max, other.title)
    }
  }
}
