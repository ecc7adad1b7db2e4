import Testing

/// Lets so many tests of a suite and of all below it run at once, each as long as it takes.
///
/// A test in a real terminal mostly waits; a few side by side keep the processors busy without
/// making one another late.
public struct SideBySide: SuiteTrait, TestTrait, TestScoping {
  private let seats: Seats

  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await seats.take()
    do {
      try await function()
    } catch {
      await seats.leave()
      throw error
    }
    await seats.leave()
  }

  fileprivate init(_ count: Int) { seats = Seats(count) }

  /// One for the tests of all suites that speak with devices: each keeps a dozen connections and
  /// threads, and all of them together would ask for more than a computer gives one program.
  fileprivate static let devices = SideBySide(16)

  /// Who may run, and who waits, in the order they came.
  private actor Seats {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
      guard free == 0 else {
        free -= 1
        return
      }
      await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
      guard !waiting.isEmpty else {
        free += 1
        return
      }
      waiting.removeFirst().resume()
    }
  }
}

extension Trait where Self == SideBySide {
  /// At most so many of these tests run at once.
  public static func sideBySide(_ count: Int) -> SideBySide { SideBySide(count) }

  /// Few enough tests that serve a device at once, counted over all suites that say so.
  public static var besideDevices: SideBySide { .devices }
}
