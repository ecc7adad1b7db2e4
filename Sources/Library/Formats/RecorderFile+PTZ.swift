import RecorderEngine

extension Format<PTZProfile> {
  /// A camera that turns.
  static var ptz: Format {
    .group("a camera that turns: a group with protocol, address, baudRate …") { fields in
      PTZProfile(
        protocolName: fields.read("protocol", .line(16)),
        address: fields.read("address", .number(0...255)),
        baudRate: fields.read("baudRate", .number(300...115_200)),
        pan: fields.read("pan", .reach), tilt: fields.read("tilt", .reach),
        zoom: fields.read("zoom", .number(100...4_000)),
        steps: fields.read("steps", .steps),
        // Each has a digit of its own in the PTZ control.
        presets: fields.read("presets", .number(1...9)))
    }
  }
}

extension Format<ClosedRange<Int>> {
  /// How far something turns to both sides of home.
  fileprivate static var reach: Format {
    let numbers = Format<[Int]>.list(
      of: .number(-10_000...10_000), "two numbers, [-1000, 1000]", count: 2...2)
    return Format { item in
      let ends = numbers.read(item)
      guard ends.count == 2, ends[0] <= 0, ends[1] >= 0 else {
        if ends.count == 2 {
          item?.refuse(expected: "a number up to 0 and one from 0 up", came: "\(ends)")
        }
        return 0...0
      }
      return ends[0]...ends[1]
    }
  }
}

extension Format<CameraSteps> {
  fileprivate static var steps: Format {
    .group("how far one press goes: a group with slow, normal and fast") { fields in
      CameraSteps(
        slow: fields.read("slow", .number(1...1_000)),
        normal: fields.read("normal", .number(1...1_000)),
        fast: fields.read("fast", .number(1...1_000)))
    }
  }
}
