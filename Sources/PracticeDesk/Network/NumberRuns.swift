/// Numbers by their places, where neighbours go on alike: a short list for the file.
///
/// Each run is four numbers: its first place, how many, the first value, and what is added from one
/// to the next.
struct NumberRuns: Equatable, Sendable, Codable {
  private var numbers: [Int] = []

  init() {}

  init(from decoder: any Decoder) throws {
    numbers = try decoder.singleValueContainer().decode([Int].self)
    guard numbers.count.isMultiple(of: 4) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a run is cut"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(numbers)
  }

  var isEmpty: Bool { numbers.isEmpty }

  /// Adds a value; places come in ascending order.
  mutating func append(_ value: Int, at place: Int) {
    let last = numbers.count - 4
    guard last >= 0 else { return begin(value, at: place) }
    let count = numbers[last + 1]
    guard place == numbers[last] + count else { return begin(value, at: place) }
    if count == 1 {
      numbers[last + 3] = value &- numbers[last + 2]
    } else if value != numbers[last + 2] &+ count &* numbers[last + 3] {
      return begin(value, at: place)
    }
    numbers[last + 1] = count + 1
  }

  private mutating func begin(_ value: Int, at place: Int) {
    numbers += [place, 1, value, 0]
  }

  /// Hands out every value with its place; places outside are left out.
  func forEach(in places: Range<Int>, _ body: (_ place: Int, _ value: Int) -> Void) {
    for run in stride(from: 0, to: numbers.count, by: 4) {
      let (first, count) = (numbers[run], numbers[run + 1])
      guard count > 0, places.contains(first), count <= places.upperBound - first else { continue }
      for step in 0..<count {
        body(first + step, numbers[run + 2] &+ step &* numbers[run + 3])
      }
    }
  }
}
