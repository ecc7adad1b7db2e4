import ConsoleRuntime
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A rehearsal that does what the screen advises, and nothing else.
extension Rehearsal {
  /// Leads the rehearsal by a guide from now on.
  public mutating func lead(by guide: Guide) {
    practice.guide = guide
    tell(.loaded(.guide(guide)))
    rest()
  }

  /// Whether what comes next is known without a way back.
  public var isOnWay: Bool {
    switch console.advice {
    case .press, .type, .typeAnything, .typeCode, .wait: true
    case .erase, .goBack, .lost, .beginStepAnew, .beginLessonAnew, nil: false
    }
  }

  /// Does what is advised, one thing, and says what that was; throws where nothing is, or it cannot be
  /// done.
  @discardableResult
  public mutating func followAdvice() throws(Stuck) -> String {
    switch console.advice {
    case .press(let key):
      press(.key(key))
      return key.name
    case .goBack(let key):
      press(.key(key))
      return "back by \(key.name)"
    case .type(let text), .typeAnything(let text):
      type(text)
      return "text:\(text)"
    case .typeCode(let place):
      type(try filled("<\(place.rawValue)>", "guide"))
      return "text:<\(place.rawValue)>"
    case .erase:
      press(.key(.backspace))
      return "Backspace"
    case .wait:
      try waitOnce()
      return Rehearsal.waiting
    case .beginStepAnew:
      press(.key(console.asks ? .enter : .function(12)))
      return "step anew"
    case .beginLessonAnew:
      guard console.asks else {
        press(.key(.function(12)))
        return "lesson anew"
      }
      press(.key(.left))
      press(.key(.enter))
      return "lesson anew"
    case .lost: throw stuck("guide", "the way back is not found")
    case nil: throw stuck("guide", "nothing is advised")
    }
  }

  /// Follows the advice to the lesson's end; throws where it leads nowhere within so many acts.
  public mutating func followGuide(most: Int) throws(Stuck) {
    var acts: [String] = []
    var waits = 0
    while progress?.verdict == nil {
      guard acts.count < most, waits < Rehearsal.mostWakeUps else {
        let last = acts.suffix(12).joined(separator: ", ")
        throw stuck("guide", "the guide leads to no end: … \(last)")
      }
      let act = try followAdvice()
      if act == Rehearsal.waiting, acts.last == act { waits += 1 } else { acts.append(act) }
    }
  }

  private static let waiting = "wait"
}
