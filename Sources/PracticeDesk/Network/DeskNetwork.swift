import RecorderEngine

/// The network around the desk. Until somebody opens the laptop there is no more of it than what is
/// kept: a start of the console neither reads its file nor makes its devices.
struct DeskNetwork: Equatable, Sendable {
  private var record: NetworkRecord
  /// The network once it is made; nil: nobody has opened the laptop yet.
  var made: PracticeNetwork?

  /// A network that nobody has touched.
  init(size: Int, mix: DeviceMix, seed: UInt64, since: Timestamp) {
    record = NetworkRecord(size: size, mix: mix, seed: seed, since: since)
  }

  /// Makes it of what its file says, with this laptop on it.
  mutating func make(of profile: NetworkProfile, laptop: LaptopSetup) {
    made = PracticeNetwork(record, of: profile, laptop: laptop)
  }
}

extension DeskNetwork: Codable {
  init(from decoder: any Decoder) throws { record = try NetworkRecord(from: decoder) }

  func encode(to encoder: any Encoder) throws { try (made?.record ?? record).encode(to: encoder) }
}
