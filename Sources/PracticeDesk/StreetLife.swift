import RecorderEngine

/// What moves in front of the cameras of a practice recorder: the same for the same seed.
public struct StreetLife: Equatable, Sendable, Codable {
  /// Something that begins or ceases to move at a camera.
  struct Turn: Equatable, Sendable, Codable {
    let channel: Int
    var at: Timestamp
    /// Whether it begins then.
    var begins: Bool
  }

  private(set) var coming: [Turn] = []
  private var random: SeededRandom

  init(of profile: RecorderProfile, from now: Timestamp, seed: UInt64) {
    random = SeededRandom(seed: seed ^ 0x5ce7e)
    for (place, channel) in profile.channels.enumerated() where channel.scene != nil {
      guard let motion = channel.motion?.value else { continue }
      let at = now + motion.every.varied(using: &random)
      coming.append(Turn(channel: place + 1, at: at, begins: true))
    }
  }

  /// When something will next begin or cease to move.
  var next: Timestamp? { coming.map(\.at).min() }

  /// Takes what is next, and plans what follows it.
  mutating func nextTurn(of profile: RecorderProfile) -> Turn? {
    guard let place = coming.indices.min(by: { coming[$0].at < coming[$1].at }),
      let motion = profile.channels[coming[place].channel - 1].motion?.value
    else { return nil }
    let turn = coming[place]
    let wait = turn.begins ? motion.lasting : motion.every.varied(using: &random)
    coming[place].at = turn.at + wait
    coming[place].begins.toggle()
    return turn
  }
}

extension Interval {
  /// Between half of it and one and a half times as long.
  fileprivate func varied(using random: inout SeededRandom) -> Interval {
    let half = max(1, milliseconds / 2)
    return Interval(milliseconds: half + Int64(random.next() % UInt64(half * 2)))
  }
}
