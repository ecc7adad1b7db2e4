import Testing

@testable import ConsoleRuntime

/// What is done while nobody presses anything.
@Suite struct RestTests {
  private final class Count {
    var value = 0
  }

  @Test func `the work is done once after each rest`() {
    let count = Count()
    var rest = Rest(afterStart: .zero, afterKeys: .zero) { count.value += 1 }
    #expect(rest.left == .zero)
    let first = rest.workIfDue()
    let again = rest.workIfDue()
    #expect(first && !again)
    #expect(rest.left == nil)
    #expect(count.value == 1)
    rest.begin()
    let afterKey = rest.workIfDue()
    #expect(afterKey)
    #expect(count.value == 2)
  }

  @Test func `a key puts the work off`() {
    let count = Count()
    var rest = Rest(afterStart: .zero, afterKeys: .seconds(3600)) { count.value += 1 }
    rest.begin()
    let hasWorked = rest.workIfDue()
    #expect(!hasWorked)
    #expect(rest.left.map { $0 > .seconds(3000) && $0 <= .seconds(3600) } == true)
    #expect(count.value == 0)
  }
}
