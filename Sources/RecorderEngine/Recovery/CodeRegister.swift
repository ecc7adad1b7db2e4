/// What a recorder remembers of its codes and of the screens they were made for.
///
/// It only goes forward: neither a clock that is set back nor a reset, nor an older state that is
/// taken up again brings a code back to life.
struct CodeRegister: Equatable, Sendable, Codable {
  /// How many times of Dynamic Password are remembered; the oldest goes first.
  static let mostTimes = 1_000
  /// How far a screen of Dynamic Password may be ahead of the recorder's clock.
  static let furthestAhead = Interval.minutes(1)

  private(set) var lastTicket = 0
  private(set) var lastScreen = 0
  /// The number of the screen of Restore Password whose codes are good; nil: of none.
  private(set) var livingScreen: Int?
  /// The times that were on a screen of Dynamic Password; the newest takes the oldest one's place.
  private(set) var shownTimes: [Timestamp] = []
  /// Where the oldest of them stands.
  private var oldestTime = 0
  /// The latest time that ever was on one: whatever comes after it is free.
  private var latestTime: Timestamp?
  /// The codes that are on their way, by method.
  var issued: [RecoveryMethod: IssuedCode] = [:]
  /// What the unlock code on the screen is made of, until a code for it was used.
  var unlockTicket: CodeTicket?

  /// The number of a new ticket: 1, 2, 3 …
  mutating func newTicketNumber() -> Int {
    lastTicket += 1
    return lastTicket
  }

  /// The number of a new screen, which is the living one from now on.
  mutating func newScreenNumber() -> Int {
    lastScreen += 1
    livingScreen = lastScreen
    return lastScreen
  }

  /// The screen in front has ended: what was made for it is dead.
  mutating func endScreen() { livingScreen = nil }

  /// A time of Dynamic Password is on the screen: it is never shown again.
  mutating func show(_ time: Timestamp) {
    if shownTimes.count < Self.mostTimes {
      shownTimes.append(time)
    } else {
      shownTimes[oldestTime] = time
      oldestTime = (oldestTime + 1) % Self.mostTimes
    }
    latestTime = max(latestTime ?? time, time)
  }

  /// The first second from `clock` on that was on no screen yet.
  func firstFreeTime(from clock: Timestamp) -> Timestamp {
    var time = clock.wholeSecond
    // Nearly always the first one is free: no set is made for it.
    guard let latest = latestTime ?? shownTimes.max(), time <= latest, shownTimes.contains(time)
    else { return time }
    let taken = Set(shownTimes)
    while taken.contains(time) { time = time + .seconds(1) }
    return time
  }
}
