import RecorderEngine

/// Kept are the size, the seed and what is different from what they make: jobs and searches end with
/// the console.
extension PracticeNetwork: Codable {
  private enum CodingKeys: CodingKey { case size, seed, since, deskAddress, vault, changes }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      size: try container.decode(Int.self, forKey: .size),
      seed: try container.decode(UInt64.self, forKey: .seed),
      since: try container.decode(Timestamp.self, forKey: .since))
    deskAddress = try container.decodeIfPresent(UInt32.self, forKey: .deskAddress)
      .map { IPAddress(bits: $0) }
    vault = try container.decode([SealedSecret].self, forKey: .vault)
    let changes = try container.decode([NumberRuns].self, forKey: .changes)
    for (column, runs) in zip(NetworkDevice.Column.allCases, changes) {
      runs.forEach(in: devices.indices) { place, value in devices[place][column] = value }
    }
    for place in devices.indices {
      let versions = DeviceCatalogue.models[devices[place].model].versions
      devices[place].firmware = min(devices[place].firmware, versions.count - 1)
      if devices[place].business != .none, let until = devices[place].busyUntil {
        greetings[until, default: []].append(place + 1)
      }
    }
    countOwners()
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(size, forKey: .size)
    try container.encode(seed, forKey: .seed)
    try container.encode(since, forKey: .since)
    try container.encodeIfPresent(deskAddress?.bits, forKey: .deskAddress)
    try container.encode(vault, forKey: .vault)
    try container.encode(changes, forKey: .changes)
  }

  private var changes: [NumberRuns] {
    let columns = NetworkDevice.Column.allCases
    var changes = [NumberRuns](repeating: NumberRuns(), count: columns.count)
    for place in devices.indices where devices[place] != original[place] {
      for (index, column) in columns.enumerated() {
        let value = devices[place][column]
        if value != original[place][column] { changes[index].append(value, at: place) }
      }
    }
    return changes
  }
}
