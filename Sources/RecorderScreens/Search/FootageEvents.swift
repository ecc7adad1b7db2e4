import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Something of a day that somebody may want to see, by channel and moment.
struct FootageEvent: Equatable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    case motion
    /// Somebody began to record by hand.
    case manual
    /// An alarm that is no motion.
    case alarm(AlarmCause)
  }

  let kind: Kind
  /// 1, 2, 3 …
  let channel: Int
  /// When it began, in seconds of the day as the footage counts them.
  let second: Int
  /// How long it lasted, in seconds; nil where nobody knows.
  let length: Int?
}

/// Which events are listed.
enum EventFilter: CaseIterable, Sendable {
  case all, motion, alarm, manual

  var next: EventFilter {
    let all = EventFilter.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  var title: Phrase {
    switch self {
    case .all: tr("All events")
    case .motion: tr("Motion")
    case .alarm: tr("Alarms")
    case .manual: tr("By hand")
    }
  }

  func takes(_ kind: FootageEvent.Kind) -> Bool {
    switch (self, kind) {
    case (.all, _), (.motion, .motion), (.manual, .manual), (.alarm, .alarm): true
    case (.motion, _), (.manual, _), (.alarm, _): false
    }
  }
}

extension FootageDay {
  /// What happened in front of the cameras and was kept, oldest first; alarms come from the log.
  func events(channels: Int, alarms: [LogEntry]) -> [FootageEvent] {
    var events: [FootageEvent] = []
    for channel in 1...max(1, channels) {
      events += motions(of: channel).map {
        FootageEvent(
          kind: .motion, channel: channel, second: $0.lowerBound, length: $0.count - 1)
      }
      events += stretches(of: channel).filter { $0.trigger == .manual }.map {
        FootageEvent(
          kind: .manual, channel: channel, second: $0.range.lowerBound, length: $0.range.count - 1)
      }
    }
    for entry in alarms where entry.time.startOfDay == day {
      guard case .alarm(let cause) = entry.action, let channel = cause.channel,
        channel <= channels
      else { continue }
      events.append(
        FootageEvent(
          kind: .alarm(cause), channel: channel, second: place(ofClock: entry.time.secondOfDay),
          length: nil))
    }
    return events.sorted { ($0.second, $0.channel) < ($1.second, $1.channel) }
  }
}

extension AlarmCause {
  /// The channel that shows most of it; nil where it has nothing to do with a picture. What a sensor
  /// or a combination is about, the camera of its number looks at.
  fileprivate var channel: Int? {
    switch self {
    case .cameraOffline(let channel), .videoLoss(let channel), .tampered(let channel),
      .sensor(let channel):
      channel
    case .combination: 1
    case .motion, .diskFull, .diskMissing, .networkLost, .addressConflict, .illegalSignIn: nil
    }
  }
}

extension FootageEvent.Kind {
  /// What the list calls it.
  var title: Phrase {
    switch self {
    case .motion: tr("Motion")
    case .manual: tr("By hand")
    case .alarm(.cameraOffline): tr("No picture")
    case .alarm(.videoLoss): tr("Video loss")
    case .alarm(.tampered): tr("Covered")
    case .alarm(.sensor(let number)): tr("Sensor \(number)")
    case .alarm(.combination): tr("Combination")
    case .alarm(let cause): Words.of(cause)
    }
  }

  var role: Role {
    switch self {
    case .motion: .motion
    case .manual: .warning
    case .alarm: .warning
    }
  }
}
