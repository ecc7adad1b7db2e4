import RecorderEngine

extension PracticeNetwork {
  /// What is kept of it.
  var record: NetworkRecord {
    var record = NetworkRecord(size: size, seed: seed, since: since)
    record.vault = vault
    record.changes = changes
    return record
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

  /// Does to the devices what was kept of them.
  mutating func restore(_ changes: [NumberRuns]) {
    for (column, runs) in zip(NetworkDevice.Column.allCases, changes) {
      runs.forEach(in: devices.indices) { place, value in devices[place][column] = value }
    }
    for place in devices.indices {
      devices[place].firmware = min(devices[place].firmware, model(of: place + 1).newestPlace)
      if devices[place].business != .none, let until = devices[place].busyUntil {
        greetings[until, default: []].append(place + 1)
      }
    }
  }
}
