import Synchronization

/// How often something has happened, for whoever may look at it while it goes on.
public final class Count: Sendable {
  private let number = Mutex(0)

  public init() {}

  /// How often by now.
  public var value: Int { number.withLock { $0 } }

  /// Counts once more, or as often as that; what it is then.
  @discardableResult
  public func add(_ more: Int = 1) -> Int {
    number.withLock { number in
      number += more
      return number
    }
  }
}
