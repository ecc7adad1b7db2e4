import PracticeDesk

/// The practice network around the recorder, as a scenario has it.
struct PlannedNetwork {
  let devices: Int
  let mix: DeviceMix
}

extension Format<PlannedNetwork> {
  /// How many devices there are, and how many of them are what.
  static var plannedNetwork: Format {
    .group("a network such as { devices: 40 }") { fields in
      let devices = fields.read("devices", .number(NetworkSize.possible))
      var mix = DeviceMix()
      for trait in DeviceTrait.allCases {
        mix.counts[trait] = fields.optional(
          trait.rawValue, .number(0...NetworkSize.possible.upperBound))
      }
      let used = mix.counts.reduce(0) { sum, count in
        switch count.key {
        case .recorders: sum
        case .conflict: sum + 2 * count.value
        case .notActivated, .factoryPassword, .lostPassword, .offline, .nearLockOut:
          sum + count.value
        }
      }
      fields.check(
        "devices", isTrue: max(used, mix.counts[.recorders] ?? 0) <= devices,
        expected: "as many devices as are counted below it, or more", came: "\(devices)")
      return PlannedNetwork(devices: devices, mix: mix)
    }
  }
}
