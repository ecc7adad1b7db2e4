import RecorderEngine

/// What is kept of a network: the size and the seed that make it, and what is different from that.
///
/// Jobs and searches end with the console.
struct NetworkRecord: Equatable, Sendable, Codable {
  let size: Int
  /// How many devices are what; nil: as usual.
  let mix: DeviceMix?
  let seed: UInt64
  /// When it was made: what is unplugged comes back some time after.
  let since: Timestamp
  /// The passwords that were set, each sealed once for all devices that were given it together.
  var vault: [SealedSecret] = []
  /// What differs from the devices that the seed makes, column by column.
  var changes: [NumberRuns] = []

  /// A network to which nothing has been done yet, of a size that there can be.
  init(size: Int, mix: DeviceMix? = nil, seed: UInt64, since: Timestamp) {
    let limits = NetworkSize.possible
    self.size = min(max(size, limits.lowerBound), limits.upperBound)
    self.mix = mix == DeviceMix() ? nil : mix
    self.seed = seed
    self.since = since
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      size: try container.decode(Int.self, forKey: .size),
      mix: try container.decodeIfPresent(DeviceMix.self, forKey: .mix),
      seed: try container.decode(UInt64.self, forKey: .seed),
      since: try container.decode(Timestamp.self, forKey: .since))
    vault = try container.decode([SealedSecret].self, forKey: .vault)
    changes = try container.decode([NumberRuns].self, forKey: .changes)
  }
}
