import PracticeDesk
import RecorderEngine
import ScreenKit

extension PracticeSession {
  /// The recorder as it stands, for whoever asks what nobody has to prove anything for; nil before
  /// there is one.
  public func glance() -> RemoteReply? {
    known.map { RemoteReply(events: [], snapshot: $0.recorder, now: clock.now) }
  }

  /// Has the recorder answer a call: it is the one that stands on the desk, and the lesson watches.
  /// What changes nothing is not written down either.
  public func answer(_ call: RemoteCall) async -> (reply: RemoteReply?, messages: [Message]) {
    let messages = await perform(.recorder(.remote(.call(call))), isAsked: false)
    var events: [DeskEvent] = []
    for case .changed(let happened, _) in messages { events = happened }
    let answers = events.compactMap { if case .recorder(let event) = $0 { event } else { nil } }
    let told = events.allSatisfy(\.changesNothing) ? [] : messages
    guard let known else { return (nil, told) }
    return (RemoteReply(events: answers, snapshot: known.recorder, now: clock.now), told)
  }
}

extension DeskEvent {
  /// Whether it tells whoever called something, and nobody else anything.
  var changesNothing: Bool {
    if case .recorder(.remote(.callLetIn)) = self { true } else { false }
  }
}
