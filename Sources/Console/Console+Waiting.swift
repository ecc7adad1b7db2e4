import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// How far the last thing that was asked of the device has got.
struct Wait: Sendable {
  /// When it was asked; nil: nothing is awaited.
  var since: Timestamp?
  /// Whether it takes longer than nobody would notice.
  var isShown = false
  /// Whether a key was not taken because of it.
  var hasRefusedKey = false
  /// Answers that are still to come and that nobody waits for any more.
  var givenUp = 0
  /// The device does not answer any more; nil: it does.
  var lost: LostDevice?

  /// From here on whoever waits is told what for.
  static let patience = Interval.milliseconds(150)
}

/// Waiting for a device that may be slow, or not answer at all.
extension Console {
  /// Notes that one more answer is awaited.
  mutating func expectAnswer(at now: Timestamp) {
    if inFlight == 0 { wait.since = now }
    inFlight += 1
  }

  /// Notes that an answer has come, whatever it says.
  mutating func noteAnswer() {
    if wait.givenUp > 0 {
      wait.givenUp -= 1
      return
    }
    inFlight = max(0, inFlight - 1)
    if inFlight == 0 { stopWaiting() }
  }

  mutating func stopWaiting() {
    inFlight = 0
    wait.since = nil
    wait.isShown = false
    wait.hasRefusedKey = false
  }

  /// Says that something is awaited once that has lasted a while. A jump of the practice clock is
  /// no wait.
  mutating func noteWait(at now: Timestamp) {
    guard let since = wait.since, timeBeforeJump == nil else { return }
    if now - since >= Wait.patience { wait.isShown = true }
  }

  /// When the wait will first be seen; nil where nothing is awaited or it is seen already.
  var waitBecomesSeen: Timestamp? {
    wait.isShown ? nil : wait.since.map { $0 + Wait.patience }
  }

  /// What the message line says of the wait.
  var waitingText: String? {
    guard wait.isShown else { return nil }
    guard !capabilities.isPractice else { return tr("Waiting for the recorder …") }
    return wait.hasRefusedKey
      ? tr("Still waiting for the recorder: that key was not taken. Esc gives up.")
      : tr("Waiting for the recorder … Esc gives up.")
  }

  /// Keeps what is typed while an answer is awaited.
  ///
  /// A practice recorder answers at once, and whoever types quickly knows what comes next. Before a
  /// real one only text is kept: a key that confirms would confirm a screen that nobody has seen.
  mutating func typeAhead(_ input: InputEvent) {
    guard desk != nil, !capabilities.isPractice else { return keepTyped(input) }
    switch input {
    case .key(.escape) where wait.isShown: giveUp()
    case .key(.character), .key(.backspace), .paste:
      if top?.takesText == true { keepTyped(input) } else { wait.hasRefusedKey = true }
    case .key: wait.hasRefusedKey = true
    default: break
    }
  }

  private mutating func keepTyped(_ input: InputEvent) {
    if typedAhead.count < 4_096 { typedAhead.append(input) }
  }

  /// Waits no longer; what the device may still answer is learnt all the same.
  private mutating func giveUp() {
    wait.givenUp += inFlight
    stopWaiting()
    sayWhenDone = nil
    notice = .warning(tr("Not waited for any longer. The recorder may still do it."))
  }

  /// Why a command is not given at all: the device cannot, or nobody may change anything on it.
  func whyNot(_ command: DeskCommand) -> Phrase? {
    if case .recorder(let command) = command {
      return capabilities.whyNot(command).map { tr(words: $0) }
    }
    if case .network = command, capabilities.reachesNetwork { return nil }
    return capabilities.isPractice ? nil : tr("Only practice has this.")
  }

  /// Why nobody can go to a place; nil where one can.
  func whyClosed(_ place: Place) -> Phrase? {
    if place == .laptop, capabilities.reachesNetwork { return nil }
    if place.isOfPractice, !capabilities.isPractice { return tr("Only practice has this.") }
    return place.need.flatMap { capabilities.whyNot($0) }.map { tr(words: $0) }
  }

  /// Takes in that the last command has no answer. Whoever asked is told, so that nothing on the
  /// screen goes on as if one were to come; what is typed there stays.
  mutating func handleFault(_ fault: DeviceFault, at now: Timestamp) {
    switch fault {
    case .notConnected, .unreachable, .tooSlow: noteSilence(at: now)
    case .unsupported, .unsure, .misunderstood, .untrusted, .heldBack: break
    }
    handleFailure(.error(Words.of(fault)), at: now)
  }

  /// What was asked for last did not happen.
  mutating func handleFailure(_ why: Notice, at now: Timestamp) {
    let layer = asker ?? (overlays.isEmpty ? .place(place) : .overlays)
    noteAnswer()
    // What was typed for the screen that did not come is nothing for the one that is still there.
    if capabilities.isPractice || top?.takesText != true { typedAhead = [] }
    sayWhenDone = nil
    notice = why
    tellUnanswered(layer, at: now)
  }

  /// Tells the screen in front there that nothing will come of what it asked for.
  mutating func tellUnanswered(_ layer: Layer, at now: Timestamp) {
    guard let context = context(at: now), !self[layer].isEmpty else { return }
    self[layer][self[layer].count - 1].unanswered(in: context)
  }
}
