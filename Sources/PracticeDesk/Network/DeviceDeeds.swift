import RecorderEngine

/// In what which devices have obeyed the laptop so far.
public struct DeviceDeeds: Equatable, Sendable {
  /// By act and device; the value is the place of the password's level, from 1; 0: none is known.
  private var done: [RemoteAct: [Int: Int]] = [:]

  /// Starts with nothing done.
  public init() {}

  /// Whether the device with that number has obeyed. A password that was set counts no longer once
  /// its factory state is restored.
  public func has(_ act: RemoteAct, at number: Int) -> Bool { done[act]?[number] != nil }

  /// How strong the password is that the laptop has set; nil where it has set none.
  public func passwordLevel(of number: Int) -> PasswordLevel? {
    guard let place = done[.setPassword]?[number], place > 0 else { return nil }
    return PasswordLevel.allCases[place - 1]
  }

  mutating func add(_ act: RemoteAct, of numbers: [Int], _ level: PasswordLevel?) {
    guard !numbers.isEmpty else { return }
    let place = level.flatMap { PasswordLevel.allCases.firstIndex(of: $0) }.map { $0 + 1 }
    for number in numbers {
      done[act, default: [:]][number] = place ?? 0
      if act == .factoryDefault { done[.setPassword]?[number] = nil }
    }
  }
}

extension DeviceDeeds: Codable {
  /// Reads what was done, act by act, devices in short.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let places = 0...PasswordLevel.allCases.count
    for (word, runs) in try container.decode([String: NumberRuns].self) {
      guard let act = RemoteAct(rawValue: word) else { continue }
      runs.forEach(in: 0..<NetworkSize.possible.upperBound + 1) { number, place in
        if places.contains(place) { done[act, default: [:]][number] = place }
      }
    }
  }

  /// Writes what was done, act by act, devices in short.
  public func encode(to encoder: any Encoder) throws {
    var texts: [String: NumberRuns] = [:]
    for (act, places) in done {
      var runs = NumberRuns()
      for (number, place) in places.sorted(by: { $0.key < $1.key }) {
        runs.append(place, at: number)
      }
      texts[act.rawValue] = runs
    }
    var container = encoder.singleValueContainer()
    try container.encode(texts)
  }
}
