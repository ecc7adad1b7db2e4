import RecorderEngine
import ScreenKit
import Training

/// What is another thing while a lesson is an exam.
extension Console {
  /// When its time is over; nil where no exam runs.
  var examEnd: Timestamp? {
    guard let lesson, lesson.progress.verdict == nil else { return nil }
    return lesson.progress.examEnd(in: lesson.scenario)
  }

  /// The minutes that are left, the last one counted until it is over; nil where no exam runs.
  func examMinutesLeft(at now: Timestamp) -> Int64? {
    examEnd.map { max(0, ($0 - now).milliseconds + 59_999) / 60_000 }
  }

  /// When the minutes that are left are others, or none.
  func nextExamMinute(before end: Timestamp, _ now: Timestamp) -> Timestamp {
    let left = (end - now).milliseconds
    guard left > 0 else { return now }
    return now + Interval(milliseconds: left % 60_000 == 0 ? 60_000 : left % 60_000)
  }
}
