import RecorderEngine
import RecorderScreens
import ScreenKit

/// Asking for what real cameras show, while somebody looks.
extension Console {
  /// The pictures that are looked at now; nil: none are fetched, or something else is in front.
  func wantedPictures(at now: Timestamp) -> WantedPictures? {
    // Whoever is not signed in any more has no recorder that would show them.
    guard capabilities.fetchesPictures, showsMonitor, inFlight == 0,
      wait.lost == nil,
      desk?.recorder.session != nil, let screen = stacks[.monitor].last,
      let context = context(at: now)
    else { return nil }
    var wanted = MonitorScreens.wantedPictures(screen, in: context)
    wanted?.isCalm = options.isCalm
    return wanted
  }

  /// Asks for the picture that is due. What somebody asks of the recorder comes first.
  mutating func wishForPictures(at now: Timestamp, _ effects: inout [Effect]) {
    guard let wanted = wantedPictures(at: now),
      let channel = assets.cameraPictures.ask(wanted, at: now)
    else { return }
    effects.append(.load(.picture(channel: channel)))
  }
}
