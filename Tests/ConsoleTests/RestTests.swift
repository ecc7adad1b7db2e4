import Testing

@testable import ConsoleRuntime

/// What is done while nobody presses anything.
@Suite struct RestTests {
  private final class Count {
    var value = 0
  }

  @Test func `the work is done once after each rest, after the start twice`() {
    let count = Count()
    var rest = Rest(afterStart: .zero, afterKeys: .zero) { count.value += 1 }
    #expect(rest.left == .zero)
    let first = rest.workIfDue()
    // What goes on behind the first frame is over later.
    let second = rest.workIfDue()
    let third = rest.workIfDue()
    #expect(first && second && !third)
    #expect(rest.left == nil)
    #expect(count.value == 2)
    rest.begin()
    let afterKey = rest.workIfDue()
    let again = rest.workIfDue()
    #expect(afterKey && !again)
    #expect(count.value == 3)
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
