/// The last of many keys: where there are too many the oldest is forgotten.
struct RecentKeys<Key: Hashable & Sendable>: Sendable {
  private let capacity: Int
  private var known: Set<Key> = []
  private var order: [Key] = []
  /// Where the oldest one stands in `order`.
  private var oldest = 0

  init(capacity: Int) { self.capacity = max(1, capacity) }

  /// How many are remembered.
  var count: Int { known.count }

  func contains(_ key: Key) -> Bool { known.contains(key) }

  /// Remembers a key; returns the one that was forgotten for it.
  mutating func insert(_ key: Key) -> Key? {
    guard known.insert(key).inserted else { return nil }
    guard order.count == capacity else {
      order.append(key)
      return nil
    }
    let forgotten = order[oldest]
    known.remove(forgotten)
    order[oldest] = key
    oldest = (oldest + 1) % capacity
    return forgotten
  }
}
