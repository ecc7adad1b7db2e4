import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A key as it may be told to somebody who does not sit at the console.
public enum ToldKey: Equatable, Sendable {
  case key(Key)
  /// Something was typed that is nobody else's business.
  case typing
}

/// What is seen and heard of the console elsewhere: by whoever watches it, and in recordings.
extension Console {
  /// A frame as others may see it: each code of this practice, what is typed as a secret and what the
  /// notebook holds is dots, revealed or not. In a demo nothing is secret.
  public func hidingSecrets(in frame: Canvas, at now: Timestamp) -> Canvas {
    guard !playsDemo else { return frame }
    var frame = frame
    frame.markSecrets(desk?.surroundings.shownCodes ?? [])
    if let keyboard = overlays.last as? OnScreenKeyboard, isPrivate(at: now) {
      frame.markSecret(in: keyboard.frame(in: bodyArea).inset(by: 1))
    }
    return frame.hidingSecrets()
  }

  /// What may be told of an input before it has done anything; nil: it is no key.
  public func told(_ input: InputEvent, at now: Timestamp) -> ToldKey? {
    switch input {
    case .key(let key): tellsNothing(key) || !isPrivate(at: now) ? .key(key) : .typing
    case .paste: .typing
    case .mouse, .resize, .woken, .hangup, .terminate, .suspend: nil
    }
  }

  /// Whether a key says nothing of what is typed: on the on-screen keyboard arrows do.
  private func tellsNothing(_ key: Key) -> Bool {
    if case .character = key { return false }
    return !(overlays.last is OnScreenKeyboard)
  }

  /// Whether what is typed now may go where nobody else shall read it: into such a field, or nobody
  /// knows where, for the field has not come yet or has not been found.
  private func isPrivate(at now: Timestamp) -> Bool {
    guard !playsDemo else { return false }
    return desk == nil || inFlight > 0 || asksUnseen || ignoresPrintable
      || typedItem(at: now)?.isPrivate == true
  }

  /// What has the keyboard, or has it below the one on the screen.
  private func typedItem(at now: Timestamp) -> OutlineItem? {
    guard overlays.last is OnScreenKeyboard else { return outline(at: now).focusedItem }
    var below = self
    below.overlays.removeLast()
    return below.outline(at: now).focusedItem
  }

  /// The rows above the keys in which it is said what is to be done.
  public var coachArea: Rect { Rect(size).droppingBottom(1).bottom(coachRows) }

  /// The step of the lesson that is to be done now, from 1, and how many there are; nil: there is none.
  public var stepNumber: (number: Int, count: Int)? {
    guard let lesson, lesson.step != nil else { return nil }
    return (lesson.progress.step + 1, lesson.scenario.steps.count)
  }

  /// How many characters are to be read in the rows above the keys: what was explained of the step that is
  /// done, and what is to be done now.
  public var coachLength: Int {
    phrases.spoken {
      let text = coachText
      return (explanation?.text.spoken.count ?? 0) + text.prefix.count + text.body.count
    }
  }

  /// The step of the lesson that is to be done now, by its number and in words; nil: there is none.
  public var stepWords: String? {
    guard let number = stepNumber?.number, let step = lesson?.step else { return nil }
    return phrases.spoken { tr("Step \(number): \(tr(words: step.say))") }
  }

  /// What the message line says; nil: nothing.
  public var noticeText: String? { notice.map { notice in phrases.spoken { notice.text.spoken } } }

  /// What the place in front is called.
  public var placeTitle: String { phrases.spoken { place.title.spoken } }

  /// What the lesson is called, in the console's language; nil: it is free practice.
  public var lessonTitle: String? {
    lesson.map { lesson in phrases.spoken { tr(words: lesson.scenario.title) } }
  }

  /// The name of the lesson, which is the same in every language; nil: it is free practice.
  public var lessonName: String? { lesson?.scenario.id }

  /// The points of a hundred that the lesson came to; nil: it is not over, or there is none.
  public var lessonPoints: Int? { lesson?.progress.verdict?.points }

  /// Whether an exam goes on.
  public var isExam: Bool {
    lesson.map { $0.progress.isExam && $0.progress.verdict == nil } == true
  }

  /// Whether what is typed goes into a text.
  public var typesText: Bool { top?.takesText == true }

  /// Whether the coach has something to say, and does not only name the places.
  public var coachSpeaks: Bool { coachStrip == nil }

  /// Whether the recorder has yet to answer, so that a key would wait.
  public var awaitsAnswer: Bool { inFlight > 0 }

  /// How much time the key that lets some pass takes here; nil: none.
  public var timeToPass: Interval? { passableTime }

  /// The characters that are typed for the code that is advised; nil: there is none to be read.
  public func code(_ place: Guide.CodePlace, at now: Timestamp) -> String? {
    desk.flatMap { place.code(in: $0.surroundings, at: now)?.text }
  }

  /// When the recorder or the desk will next do something by itself; nil: never.
  public var nextHappening: Timestamp? { desk?.nextDeadline }
}
