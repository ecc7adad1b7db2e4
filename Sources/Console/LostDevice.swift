import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit

/// A real recorder that does not answer any more, and is tried again by itself.
struct LostDevice: Sendable {
  /// Since when it has not.
  let since: Timestamp
  /// How often it was tried since then.
  private var tries = 0
  /// When it is tried again; nil while it is.
  private(set) var nextTry: Timestamp?

  init(since: Timestamp) {
    self.since = since
    nextTry = since + .pause(after: 0)
  }

  /// It is being tried.
  mutating func noteTry() { nextTry = nil }

  /// That was in vain.
  mutating func noteSilence(at now: Timestamp) {
    tries += 1
    nextTry = now + .pause(after: tries)
  }
}

extension LostDevice {
  /// Something was answered, maybe without the device: it is tried at once, unless it is being tried.
  mutating func tryAt(_ now: Timestamp) { if nextTry != nil { nextTry = now } }
}

/// Trying again whether a lost recorder answers.
extension Console {
  /// Notes that it did not answer; since when is counted from the first time.
  mutating func noteSilence(at now: Timestamp) {
    if wait.lost == nil { wait.lost = LostDevice(since: now) }
  }

  /// Notes that something was answered. Only an answer to a sign-in shows that the recorder is there:
  /// much else is answered on this side of the line.
  mutating func noteWord(of events: [DeskEvent], at now: Timestamp) {
    let hasSignedIn = events.contains {
      if case .recorder(.session(.signedIn)) = $0 { true } else { false }
    }
    let isAtPanel = desk?.recorder.session == nil
    if hasSignedIn || isAtPanel { wait.lost = nil } else { wait.lost?.tryAt(now) }
  }

  /// When it is tried again; nil where nothing is lost, or nobody is signed in whose sign-in holds.
  var nextTry: Timestamp? {
    guard inFlight == 0, desk?.recorder.session != nil else { return nil }
    return wait.lost?.nextTry
  }

  /// Tries again where it is time to.
  mutating func tryLostDevice(at now: Timestamp, _ effects: inout [Effect]) {
    guard let due = nextTry, due <= now else { return }
    wait.lost?.noteTry()
    effects.append(.readAnew)
  }

  /// Takes in that the recorder was read anew: it answers, whatever was before.
  mutating func takeIn(_ read: RecorderSnapshot) {
    var recorder = read
    // Those come by themselves: one may have come since it was read.
    if let known = desk?.recorder { recorder.keepAlarms(of: known) }
    desk = desk.map { DeskSnapshot(recorder: recorder, surroundings: $0.surroundings) }
    guard wait.lost != nil else { return }
    wait.lost = nil
    notice = .success(tr("The recorder answers again."))
  }

  /// Takes in that it did not answer when it was tried again, or has something else to say.
  mutating func takeIn(notReadAnew fault: DeviceFault, at now: Timestamp) {
    switch fault {
    case .notConnected, .unreachable, .tooSlow: wait.lost?.noteSilence(at: now)
    case .unsupported, .unsure, .misunderstood, .untrusted, .heldBack:
      // It is there: what it says now is for whoever asks it next.
      wait.lost = nil
      notice = .error(Words.of(fault))
    }
  }

  /// Says whether the certificate is forgotten.
  mutating func tell(certificateForgotten isDone: Bool) {
    notice =
      isDone
      ? .success(tr("Forgotten. You are asked about the certificate when you connect again."))
      : .error(tr("The file of the trusted certificates could not be written."))
  }

  /// What the message line says of a recorder that is lost; nil: it is not.
  var lostText: String? {
    guard let lost = wait.lost, let recorder = desk?.recorder else { return nil }
    let format = ClockFormat(recorder.settings)
    func clock(_ time: Timestamp) -> String {
      format.clock(CivilTime(recorder.deviceTime(at: time)))
    }
    let since = tr("The recorder has not answered since \(clock(lost.since)).") as String
    guard recorder.session != nil else { return since }
    guard let next = lost.nextTry else { return since + " " + tr("It is tried again now.") }
    return since + " " + tr("It is tried again at \(clock(next)).")
  }
}
