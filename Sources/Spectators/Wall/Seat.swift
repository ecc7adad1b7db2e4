import TextUI

/// A session as the wall knows it.
public struct Seat: Sendable {
  /// What has come of it.
  public private(set) var picture: SessionPicture
  /// Whether it is over; it stays for whoever looks.
  public var isGone: Bool { picture.isOver }

  var status: SessionStatus { picture.status }

  init(name: String) { picture = SessionPicture(session: name) }

  mutating func take(_ packet: Packet) { picture.take(packet) }
  mutating func lose() { picture.lose() }
}

/// How long the steps of lessons take, as far as it was seen.
struct StepTimes: Sendable {
  private struct Step: Hashable {
    let scenario: String
    let number: Int
  }

  private var seen: [Step: [Int]] = [:]
  /// What is usual where too little was seen.
  private let lessons: [String: WallLesson]

  init(_ lessons: [String: WallLesson]) { self.lessons = lessons }

  /// Notes what came of a session since it was looked at last.
  mutating func note(_ old: SessionStatus, _ new: SessionStatus) {
    guard old.scenario == new.scenario, !old.scenario.isEmpty, old.step > 0,
      new.step == old.step + 1,
      new.stepBegun > old.stepBegun, old.stepBegun > 0
    else { return }
    let step = Step(scenario: old.scenario, number: old.step)
    seen[step, default: []].append(Int(new.stepBegun - old.stepBegun))
  }

  /// How many seconds a step usually takes; nil: nobody knows.
  func usual(_ status: SessionStatus) -> Int? {
    let times = seen[Step(scenario: status.scenario, number: status.step)] ?? []
    // The middle of a few is a better guess than that of one.
    if times.count >= 3 { return times.sorted()[times.count / 2] }
    guard let lesson = lessons[status.scenario], lesson.steps > 0 else { return nil }
    return lesson.minutes * 60 / lesson.steps
  }

  /// Whether somebody has been at a step for longer than three times as long as is usual.
  func isStuck(_ status: SessionStatus, at now: UInt32) -> Bool {
    guard status.step > 0, status.points == nil, status.stepBegun > 0, now > status.stepBegun,
      let usual = usual(status)
    else { return false }
    return Int(now - status.stepBegun) > usual * 3
  }
}
