import PracticeDesk
import RecorderEngine
import ScreenKit

/// What is known of a practice, learnt from events like everybody else, and the lesson that watches
/// it: the same for a session at a terminal and for a rehearsal without one.
package struct Watch: Sendable {
  /// What is known of the desk.
  package private(set) var known: DeskSnapshot
  /// The lesson that watches; nil in free practice.
  package var lesson: LessonState?

  /// Begins to watch a desk.
  package init(_ known: DeskSnapshot, _ lesson: LessonState?) {
    self.known = known
    self.lesson = lesson
  }

  /// Ends an exam whose time is over, or that is given up.
  package mutating func endExam(at now: Timestamp, isGivenUp: Bool = false) {
    guard let scenario = lesson?.scenario else { return }
    lesson?.progress.end(known, in: scenario, at: now, isGivenUp: isGivenUp)
  }

  /// Learns what has happened.
  package mutating func take(_ event: DeskEvent, at now: Timestamp) {
    known.absorb(event)
    guard let scenario = lesson?.scenario else { return }
    lesson?.progress.observe(event, known, in: scenario, at: now)
  }
}
