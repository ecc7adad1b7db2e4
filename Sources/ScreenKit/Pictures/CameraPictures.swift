import RecorderEngine
import TextUI

/// The pictures of a real recorder's cameras, and when the next ones are asked for: one at a time, the
/// one in front each second, the others each five, and fewer where the line is slow or nothing comes.
public struct CameraPictures: Sendable {
  /// The last that came of a channel.
  private struct Shown: Sendable {
    let picture: CameraPicture
    let since: Timestamp
  }

  /// What is known of one channel's pictures.
  private struct Channel: Sendable {
    var shown: Shown?
    /// When it was asked for last.
    var askedAt: Timestamp?
    /// How often nothing came since one did.
    var failures = 0
  }

  private var channels: [Int: Channel] = [:]
  private var awaited: (channel: Int, since: Timestamp)?
  /// Nothing is asked for before that: a slow line has as long a rest as its last answer took.
  private var restUntil: Timestamp?

  /// A line that answers within that needs no rest.
  private static let quick = Interval.milliseconds(200)

  /// Makes a set of none.
  public init() {}

  /// Whether one was asked for and has not come.
  public var isAwaiting: Bool { awaited != nil }

  /// What there is to show of a channel.
  package func standing(of channel: Int, at now: Timestamp) -> PictureStanding {
    guard let known = channels[channel] else { return .awaited }
    if let shown = known.shown {
      return .shown(shown.picture, age: max(.zero, now - shown.since))
    }
    return known.failures > 0 ? .failed : .awaited
  }

  /// Asks for the picture that is due first; nil: none is.
  package mutating func ask(_ wanted: WantedPictures, at now: Timestamp) -> Int? {
    guard awaited == nil, let first = due(wanted).first, first.at <= now else { return nil }
    awaited = (first.channel, now)
    channels[first.channel, default: Channel()].askedAt = now
    return first.channel
  }

  /// When the next one is due; nil while one is awaited, and where none is wanted.
  package func nextChange(_ wanted: WantedPictures) -> Timestamp? {
    awaited == nil ? due(wanted).first?.at : nil
  }

  /// Takes what came of a channel; nil: no picture.
  package mutating func take(_ picture: CameraPicture?, of channel: Int, at now: Timestamp) {
    if let asked = awaited, asked.channel == channel {
      let took = max(.zero, now - asked.since)
      restUntil = took > CameraPictures.quick ? now + took : nil
      awaited = nil
    }
    var known = channels[channel, default: Channel()]
    if let picture {
      known.shown = Shown(picture: picture, since: now)
      known.failures = 0
    } else {
      known.failures += 1
    }
    channels[channel] = known
  }

  /// The channels in the order in which they are due.
  private func due(_ wanted: WantedPictures) -> [(channel: Int, at: Timestamp)] {
    let beginning = restUntil ?? Timestamp(milliseconds: 0)
    let all = wanted.channels.map { channel in
      let known = channels[channel]
      let pause = pause(of: channel, wanted, known?.failures ?? 0)
      return (channel, max(beginning, known?.askedAt.map { $0 + pause } ?? beginning))
    }
    return all.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }

  /// How long after it was asked for the next one is.
  private func pause(of channel: Int, _ wanted: WantedPictures, _ failures: Int) -> Interval {
    let pause: Interval =
      wanted.isCalm ? .minutes(1) : channel == wanted.front ? .seconds(1) : .seconds(5)
    return failures == 0 ? pause : max(pause, .pause(after: failures - 1))
  }
}

/// The pictures that somebody looks at.
package struct WantedPictures: Equatable, Sendable {
  /// The channels, from 1.
  package let channels: [Int]
  /// The one that is chosen or has the screen; nil: none is.
  package let front: Int?
  /// Whether they change by the minute only.
  package var isCalm = false

  /// Makes a wish.
  package init(channels: [Int], front: Int?) {
    self.channels = channels
    self.front = front
  }
}

/// What there is of the picture of a real camera.
package enum PictureStanding: Equatable, Sendable {
  /// This recorder gives none.
  case never
  case awaited
  /// None has come so far.
  case failed
  case shown(CameraPicture, age: Interval)

  /// From that age on a picture says how old it is.
  package static let freshFor = Interval.seconds(15)
}
