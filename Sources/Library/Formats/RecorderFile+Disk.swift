import RecorderEngine

extension Format<RecordingProfile> {
  /// How much footage there is at the beginning, and what makes it larger or smaller.
  static var recording: Format {
    .group("how long footage is kept: a group of keys") { fields in
      RecordingProfile(
        daysKept: fields.sourced("daysKept", .number(0...3_650)),
        quality: fields.optionalSourced("quality", .shares),
        bitRate: fields.optionalSourced("bitRate", .number(1...100_000)),
        codec: fields.optionalSourced("codec", .shares),
        resolution: fields.optionalSourced("resolution", .shares),
        frameRate: fields.optionalSourced("frameRate", .number(1...240)))
    }
  }
}

extension Format<[String: Int]> {
  /// Hundredths by the names of a choice.
  fileprivate static var shares: Format {
    .group("hundredths by name, such as { low: 50, high: 100 }") { fields in
      let pairs = fields.everything.map { entry in
        (entry.key ?? "", Format<Int>.number(1...1_000).read(entry.item))
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}

extension Format<DiskProfile> {
  static var disk: Format {
    .group("the disk: a group of keys") { fields in
      DiskProfile(
        model: fields.read("model", .line(24)),
        capacity: fields.sourced("capacity", .number(1...1_000_000)),
        rate: fields.sourced("rate", .number(1...1_000)),
        health: fields.optional("health", .health),
        formatTime: fields.optionalSourced("formatTime", .length(.seconds(1) ... .hours(12))))
    }
  }
}

extension Format<DiskHealthProfile> {
  /// What a disk that keeps a record of its health tells at the beginning.
  fileprivate static var health: Format {
    .group("the disk's record of its health: a group of keys") { fields in
      DiskHealthProfile(
        powerOnHours: fields.sourced("powerOnHours", .number(0...1_000_000)),
        starts: fields.sourced("starts", .number(0...1_000_000)),
        reallocated: fields.sourced("reallocated", .number(0...1_000_000)),
        temperature: fields.sourced("temperature", .number(-40...125)),
        limits: fields.sourced("limits", .limits),
        checkTime: fields.optionalSourced("checkTime", .length(.minutes(0) ... .hours(23))))
    }
  }
}

extension Format<DiskLimits> {
  fileprivate static var limits: Format {
    .group("the most of each: a group with the keys of the health") { fields in
      DiskLimits(
        powerOnHours: fields.read("powerOnHours", .number(0...1_000_000)),
        starts: fields.read("starts", .number(0...1_000_000)),
        reallocated: fields.read("reallocated", .number(0...1_000_000)),
        temperature: fields.read("temperature", .number(-40...125)))
    }
  }
}
