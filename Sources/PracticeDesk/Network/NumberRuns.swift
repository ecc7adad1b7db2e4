/// Numbers by their places, where neighbours go on alike: a short text for the file.
///
/// Each run is four numbers: its first place, how many, the first value, and what is added from one
/// to the next. As text it is `3x5=7+1;`, where a count of one and a step of none are left out. One
/// text is written many times faster than as many numbers, and the file is written at every turn.
struct NumberRuns: Equatable, Sendable {
  private struct Run: Equatable, Sendable {
    let first: Int
    var count = 1
    let value: Int
    var step = 0
  }

  private var runs: [Run] = []

  init() {}

  var isEmpty: Bool { runs.isEmpty }

  /// Adds a value; places come in ascending order.
  mutating func append(_ value: Int, at place: Int) {
    guard let last = runs.last, place == last.first + last.count else {
      return runs.append(Run(first: place, value: value))
    }
    if last.count == 1 {
      runs[runs.count - 1].step = value &- last.value
    } else if value != last.value &+ last.count &* last.step {
      return runs.append(Run(first: place, value: value))
    }
    runs[runs.count - 1].count += 1
  }

  /// Hands out every value with its place; places outside are left out.
  func forEach(in places: Range<Int>, _ body: (_ place: Int, _ value: Int) -> Void) {
    for run in runs {
      guard run.count > 0, places.contains(run.first), run.count <= places.upperBound - run.first
      else { continue }
      for step in 0..<run.count { body(run.first + step, run.value &+ step &* run.step) }
    }
  }
}

extension NumberRuns: Codable {
  private enum Sign {
    static let times = UInt8(ascii: "x")
    static let value = UInt8(ascii: "=")
    static let step = UInt8(ascii: "+")
    static let end = UInt8(ascii: ";")
    static let minus = UInt8(ascii: "-")
    static let zero = UInt8(ascii: "0")
  }

  func encode(to encoder: any Encoder) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(runs.count * 12)
    for run in runs {
      NumberRuns.write(run.first, to: &bytes)
      if run.count != 1 {
        bytes.append(Sign.times)
        NumberRuns.write(run.count, to: &bytes)
      }
      bytes.append(Sign.value)
      NumberRuns.write(run.value, to: &bytes)
      if run.step != 0 {
        bytes.append(Sign.step)
        NumberRuns.write(run.step, to: &bytes)
      }
      bytes.append(Sign.end)
    }
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: bytes, as: UTF8.self))
  }

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(Sign.minus) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(Sign.zero + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    for part in text.utf8.split(separator: Sign.end) {
      guard let run = NumberRuns.run(part) else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(
            codingPath: decoder.codingPath, debugDescription: "a run such as 3x5=7+1"))
      }
      runs.append(run)
    }
  }

  private static func run(_ text: Substring.UTF8View) -> Run? {
    let halves = text.split(separator: Sign.value, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let left = halves[0].split(separator: Sign.times).map { Int(Substring($0)) }
    let right = halves[1].split(separator: Sign.step).map { Int(Substring($0)) }
    guard (1...2).contains(left.count), (1...2).contains(right.count), let first = left[0],
      let value = right[0]
    else { return nil }
    guard let count = left.count == 2 ? left[1] : 1, let step = right.count == 2 ? right[1] : 0
    else { return nil }
    return Run(first: first, count: count, value: value, step: step)
  }
}
