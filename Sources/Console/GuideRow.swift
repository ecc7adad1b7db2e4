import ConsoleData
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// The row above the coach in which the next key of a led lesson stands.
extension Console {
  /// Windows with fewer rows have it in the second half of the key bar: pages need all the others.
  private static let rowsForOwnRow = 22

  /// How many rows it takes above the coach.
  var guideRows: Int { tellsNextKey && size.rows >= Console.rowsForOwnRow ? 1 : 0 }

  private var tellsNextKey: Bool { isGuided && !playsDemo }

  /// Where the keys stand.
  var keyBarArea: Rect {
    let bar = Rect(size).bottom(1)
    return tellsNextKey && guideRows == 0 ? bar.left(size.columns / 2) : bar
  }

  /// Draws what comes next, and marks what the keyboard is moved to.
  func drawGuide(on canvas: inout Canvas, at now: Timestamp) {
    guard isGuided else { return }
    guard tellsNextKey else {
      if guidance.advice != nil { canvas.mark(guidance.words.target, in: bodyArea, .guideTarget) }
      return
    }
    let bar = Rect(size).bottom(1)
    let row =
      guideRows == 0
      ? bar.droppingLeft(size.columns / 2)
      : Rect(size).droppingBottom(1 + coachRows).bottom(1)
    canvas.fill(row, .guide)
    // What was advised has been pressed, and what comes next is known once the recorder has answered.
    guard inFlight == 0, let advice = guidance.advice else { return }
    canvas.mark(guidance.words.target, in: bodyArea, .guideTarget)
    let (key, text) = words(of: advice, at: now)
    var column = row.column + 1
    let lead = guideRows == 0 ? "▶ " : "▶ " + tr("Next:") + " "
    column += canvas.write(lead, row: row.row, column: column, .guide, limit: row.columns - 2)
    if !key.isEmpty {
      let room = row.endColumn - column - 1
      let cap = " " + TextWidth.fitted(key, columns: max(1, room - 3)) + " "
      column += canvas.write(cap, row: row.row, column: column, .guideKey) + 1
    }
    let room = row.endColumn - column - 1
    guard room > 3 else { return }
    canvas.writeFitted(text.spoken, row: row.row, column: column, columns: room, .guide)
  }

  /// What to press, and what for.
  private func words(of advice: Guidance.Advice, at now: Timestamp) -> (key: String, text: Phrase) {
    switch advice {
    case .press(let key): (key.name, purpose(of: key, at: now))
    case .type(let rest):
      (rest.replacing(" ", with: "␣"), tr("type it, then look here again"))
    case .typeAnything(let example): (example, tr("type this, or anything else"))
    case .typeCode(.mail): ("", tr("Type the code that the letter holds: F4 shows it."))
    case .typeCode(.support): ("", tr("Type the code that the support desk told: F5 shows it."))
    case .typeCode(.app): ("", tr("Type the code that the app shows: F4 shows it."))
    case .erase: (Key.backspace.name, tr("take away what stands there"))
    case .wait(let awaited): ("", waitingWords(for: awaited))
    case .goBack(.escape) where !overlays.isEmpty: (Key.escape.name, tr("close this, and go on"))
    case .goBack(let key): (key.name, tr("back to the way"))
    case .lost: ("", tr("Looking for the way back …"))
    case .beginStepAnew:
      overlays.last is Question
        ? (Key.enter.name, tr("the step begins anew"))
        : (Key.function(12).name, tr("then Enter: the step begins anew"))
    case .beginLessonAnew:
      overlays.last is Question
        ? ("\(Key.left.name) \(Key.enter.name)", tr("the lesson begins anew"))
        : (Key.function(12).name, tr("and choose the lesson: it begins anew"))
    }
  }

  /// What is waited for, and how it is brought nearer where the step lets time pass.
  private func waitingWords(for awaited: Awaited) -> Phrase {
    // What is held down must be seen.
    if case .happened(.resetButtonBeeped, _) = awaited { return awaited.words }
    guard let time = passableTime else { return awaited.words }
    return tr("\(awaited.words) F8 lets \(time) pass.")
  }

  /// What a key is for: the place that it goes to, what it moves the keyboard to, what it presses.
  private func purpose(of key: Key, at now: Timestamp) -> Phrase {
    if let place = Place.allCases.first(where: { key == .function($0.functionKey) }) {
      return place.title
    }
    let words = guidance.words
    if !words.target.isEmpty { return tr("to “\(words.target)”") }
    // At the live view Enter does the same wherever the keyboard is.
    let isAtPictures = top.map(MonitorScreens.showsLivePictures) == true
    if key == .enter, !isAtPictures, !words.focus.isEmpty { return tr("on “\(words.focus)”") }
    let hints = context(at: now).map { top?.hints(in: $0) ?? [] } ?? []
    return (hints + GlobalKeys.map.hints()).first { $0.keys.contains(key) }?.label ?? ""
  }
}

extension Awaited {
  /// What somebody is told who waits for it.
  fileprivate var words: Phrase {
    switch self {
    case .holds(.running), .happened(.started, _): tr("Wait until the recorder has started.")
    case .happened(.mailArrived, _): tr("Wait for the letter.")
    case .happened(.notificationCame, _): tr("Wait for the notice on the phone.")
    case .happened(.jobEnded, _): tr("Wait until the work is done.")
    case .happened(.lockOutEnded, _): tr("Wait until the lock-out is over.")
    case .happened(.resetButtonBeeped, _): tr("Keep it held until the recorder beeps.")
    case .happened(.resetDone, _): tr("Wait until everything is as from the factory.")
    case .happened(.devicesSearched, _): tr("Wait until the devices have answered.")
    case .happened(.footageWritten, _): tr("Wait until the recording is written.")
    case .happened(.callerHungUp, _): tr("Wait until the caller hangs up.")
    case .done, .happened, .holds: tr("Wait. What is to come comes by itself.")
    }
  }
}

extension OutlineItem {
  /// What stands on the screen for it: its label, or what it holds where that has none.
  var shownWords: String {
    if kind == .row, let held = label.split(separator: ": ", maxSplits: 1).last {
      return String(held)
    }
    if case .text(let text) = value, label.isEmpty { return text }
    return label
  }
}
