/// Waits until nobody presses anything, and then works, once after each time that somebody did; after
/// the start once more, when what goes on behind the first frame is over.
struct Rest {
  private let afterKeys: Duration
  private let work: () -> Void
  /// When the rest is long enough; nil once the work is done.
  private var due: ContinuousClock.Instant?
  /// Whether only the start has been followed by a rest so far.
  private var isAtStart = true

  /// Work that takes some milliseconds at most: a key that comes meanwhile waits for it.
  ///
  /// After the start nobody has found the keyboard yet; between keys people pause to read.
  init(
    afterStart: Duration = .milliseconds(100), afterKeys: Duration = .seconds(2),
    _ work: @escaping () -> Void
  ) {
    self.afterKeys = afterKeys
    self.work = work
    due = .now + afterStart
  }

  /// How long the rest has to last yet; nil where nothing is to be done.
  var left: Duration? {
    due.map { max(.zero, $0 - .now) }
  }

  /// Somebody pressed something.
  mutating func begin() {
    isAtStart = false
    due = .now + afterKeys
  }

  /// Works where the rest has been long enough, and says whether it was.
  mutating func workIfDue() -> Bool {
    guard let due, due <= .now else { return false }
    self.due = isAtStart ? .now + afterKeys : nil
    isAtStart = false
    work()
    return true
  }
}
