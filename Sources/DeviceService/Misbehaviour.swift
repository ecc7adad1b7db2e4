import RecorderEngine

/// What real devices do wrong, to be switched on on purpose.
public enum Misbehaviour: Hashable, Sendable {
  /// The clock of the device is off by so much.
  case clockOff(Interval)
  /// Tokens of WS-Security are refused.
  case digestOnly
  /// HTTP Digest is not offered.
  case tokenOnly
  /// Faults come with this status.
  case faultStatus(Int)
  /// The addresses that it tells are those of the network behind its router.
  case privateAddress
  /// Every answer comes so late.
  case slow(Interval)
  /// The connection ends in the middle of every third answer.
  case cut
  /// After so many wrong passwords nobody of that name comes in for half an hour.
  case lockedOutAfter(Int)
  /// Its clock cannot be read without a proof.
  case clockLocked

  /// A switch of the table: its name, what it may be given, and what it does.
  private struct Switch {
    let name: String
    let example: String?
    let summary: String
    let make: @Sendable (String?) -> Misbehaviour?
  }

  private static let table: [Switch] = [
    Switch(name: "clock-off", example: "3h", summary: "the clock is off by so much") {
      $0.flatMap(length).map { .clockOff($0) }
    },
    Switch(name: "clock-locked", example: nil, summary: "the clock is told to users only") {
      $0 == nil ? .clockLocked : nil
    },
    Switch(name: "digest-only", example: nil, summary: "WS-Security is refused") {
      $0 == nil ? .digestOnly : nil
    },
    Switch(name: "token-only", example: nil, summary: "HTTP Digest is not offered") {
      $0 == nil ? .tokenOnly : nil
    },
    Switch(name: "fault-200", example: nil, summary: "faults come as 200") {
      $0 == nil ? .faultStatus(200) : nil
    },
    Switch(name: "fault-400", example: nil, summary: "faults come as 400") {
      $0 == nil ? .faultStatus(400) : nil
    },
    Switch(name: "fault-500", example: nil, summary: "faults come as 500") {
      $0 == nil ? .faultStatus(500) : nil
    },
    Switch(
      name: "private-address", example: nil, summary: "addresses of the network behind a router"
    ) { $0 == nil ? .privateAddress : nil },
    Switch(name: "slow", example: "2s", summary: "every answer comes so late") {
      $0.flatMap(length).map { .slow($0) }
    },
    Switch(name: "cut", example: nil, summary: "every third answer breaks off") {
      $0 == nil ? .cut : nil
    },
    Switch(
      name: "locked-after", example: "3", summary: "half an hour of lock-out after so many"
    ) { $0.flatMap { Int($0) }.flatMap { (1...100).contains($0) ? .lockedOutAfter($0) : nil } },
  ]

  /// What can be switched on, a line each.
  public static var help: String {
    table.map { item in
      "\(item.name)\(item.example.map { "=" + $0 } ?? ""): \(item.summary)"
    }.joined(separator: "; ")
  }

  /// Reads `clock-off=3h`; nil: there is no such switch, or it takes another value.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard let name = parts.first,
      let found = Misbehaviour.table.first(where: { $0.name == name }),
      let made = found.make(parts.count > 1 ? String(parts[1]) : nil)
    else { return nil }
    self = made
  }

  /// `90s`, `-3h`; nil for anything else, and for more than a year.
  private static func length(_ text: String) -> Interval? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), let number = Int64(text.dropLast()),
      abs(number) <= 31_536_000 / unit
    else { return nil }
    return .seconds(number * unit)
  }
}

extension [Misbehaviour] {
  /// How far the clock of the device is off beside what its recorder thinks.
  var clockOffset: Interval {
    reduce(.zero) { if case .clockOff(let by) = $1 { $0 + by } else { $0 } }
  }

  /// How late every answer comes.
  var delay: Interval {
    reduce(.zero) { if case .slow(let by) = $1 { $0 + by } else { $0 } }
  }

  /// The status of faults; nil: that of the standard.
  var faultStatus: Int? {
    lazy.compactMap { if case .faultStatus(let status) = $0 { status } else { nil } }.first
  }

  /// After how many wrong passwords it locks by itself; nil: it does not.
  var triesBeforeLock: Int? {
    lazy.compactMap { if case .lockedOutAfter(let tries) = $0 { tries } else { nil } }.first
  }
}
