import RecorderEngine

/// The wrong passwords of the last second by address, and, where somebody asks for that, in a row by
/// name; bounded.
struct WrongProofs {
  /// A length of time and what was counted in it.
  private struct Count {
    var since: Timestamp
    var wrong = 0
  }

  /// No more addresses and names are known than this: of so many guesses none is worth counting.
  private static let mostKnown = 1_024
  private static let lockTime = Interval.minutes(30)

  private let most: Int
  private let countsNames: Bool
  private var addresses: [String: Count] = [:]
  private var names: [AccountName: Count] = [:]

  init(most: Int, countsNames: Bool) {
    self.most = most
    self.countsNames = countsNames
  }

  /// How many addresses and names are known.
  var known: (addresses: Int, names: Int) { (addresses.count, names.count) }

  /// Whether an address has sent so many wrong ones within a second that it has to wait.
  func isFlooding(_ address: String, at now: Timestamp) -> Bool {
    guard let count = addresses[address], now - count.since < .seconds(1) else { return false }
    return count.wrong >= most
  }

  /// Whether a name is locked by the service itself, as it misbehaves.
  func isLocked(_ name: AccountName, after tries: Int, at now: Timestamp) -> Bool {
    guard let count = names[name] else { return false }
    return count.wrong >= tries && now - count.since < WrongProofs.lockTime
  }

  /// Counts a wrong one.
  mutating func count(_ address: String, _ name: AccountName, at now: Timestamp) {
    WrongProofs.count(address, in: &addresses, within: .seconds(1), at: now)
    guard countsNames else { return }
    WrongProofs.count(name, in: &names, within: WrongProofs.lockTime, at: now)
  }

  /// Begins anew with a name.
  mutating func forget(_ name: AccountName) { names[name] = nil }

  private static func count<Key: Hashable>(
    _ key: Key, in counts: inout [Key: Count], within time: Interval, at now: Timestamp
  ) {
    var count = counts[key] ?? Count(since: now)
    if now - count.since >= time { count = Count(since: now) }
    count.wrong += 1
    if counts[key] == nil, counts.count >= mostKnown {
      counts = counts.filter { now - $0.value.since < time }
      guard counts.count < mostKnown else { return }
    }
    counts[key] = count
  }
}
