import ClassRoom
import Testing

/// How long a session lasts, and what is said before it ends.
@Suite struct TimeLimitsTests {
  private let limits = TimeLimits(idle: .seconds(600), whole: .seconds(3_600))

  @Test("Without a key it ends at the limit, and is said a minute before; any key goes on")
  func idle() {
    var limits = limits
    #expect(limits.standing(at: .zero) == .free(until: .seconds(540)))
    #expect(limits.standing(at: .milliseconds(539_999)) == .free(until: .seconds(540)))
    #expect(limits.standing(at: .seconds(540)) == .ending(.idle, seconds: 60))
    #expect(limits.standing(at: .milliseconds(599_001)) == .ending(.idle, seconds: 1))
    #expect(limits.standing(at: .seconds(600)) == .over(.idle))
    limits.noteKey(at: .seconds(590))
    #expect(limits.standing(at: .seconds(600)) == .free(until: .seconds(1_130)))
  }

  @Test("In all it ends at the limit, whatever is pressed, unless it is given more time")
  func whole() {
    var limits = limits
    for minute in 0..<60 { limits.noteKey(at: .seconds(minute * 60)) }
    #expect(limits.standing(at: .seconds(3_299)) == .free(until: .seconds(3_300)))
    #expect(limits.standing(at: .seconds(3_300)) == .ending(.whole, seconds: 300))
    limits.noteKey(at: .seconds(3_599))
    #expect(limits.standing(at: .seconds(3_600)) == .over(.whole))
    limits.extend(by: .seconds(900))
    #expect(limits.standing(at: .seconds(3_600)) == .free(until: .seconds(4_139)))
  }

  @Test("An end that was ordered is counted down, and taken back by more time")
  func ordered() {
    var limits = limits
    limits.endSoon(at: .seconds(20))
    limits.endSoon(at: .seconds(30))
    limits.noteKey(at: .seconds(15))
    #expect(limits.standing(at: .seconds(10)) == .ending(.ended, seconds: 10))
    #expect(limits.standing(at: .seconds(20)) == .over(.ended))
    limits.extend(by: .seconds(60))
    #expect(limits.standing(at: .seconds(20)) == .free(until: .seconds(555)))
  }

  @Test("Short limits are said half of them before")
  func short() {
    let limits = TimeLimits(idle: .seconds(10), whole: .seconds(60))
    #expect(limits.standing(at: .seconds(4)) == .free(until: .seconds(5)))
    #expect(limits.standing(at: .seconds(5)) == .ending(.idle, seconds: 5))
    #expect(TimeLimits.none.standing(at: .seconds(1 << 30)) != .over(.idle))
  }
}
