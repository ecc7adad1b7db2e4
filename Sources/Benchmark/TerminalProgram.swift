import CPty
import Glibc
import Training

/// A program running on a pseudo-terminal of its own, and what it has drawn there.
///
/// Closed by `close()`, or by letting go of it.
final class TerminalProgram {
  /// What a program wrote in one go.
  struct Burst {
    var bytes = 0
    /// From the moment that was asked about to the last byte; nil where nothing came.
    var last: Duration?
    /// Whether the program has left the terminal.
    var hasEnded = false
  }

  let command: [String]
  let process: Int32
  private(set) var screen: TerminalModel
  /// What tells that it has written something.
  let terminal: Int32
  private let clock = ContinuousClock()
  private let started: ContinuousClock.Instant
  private var isOpen = true
  private var buffer = [UInt8](repeating: 0, count: 65536)

  /// Starts the program; the first word of the command is a path.
  init(_ command: [String], environment: [String: String], columns: Int = 80, rows: Int = 24)
    throws(BenchmarkFault)
  {
    self.command = command
    screen = TerminalModel(columns: columns, rows: rows)
    let words = CStrings(command)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
    var opened: Int32 = -1
    started = clock.now
    process = pty_start(
      command[0], words.pointers, variables.pointers, Int32(columns), Int32(rows), &opened)
    terminal = opened
    guard process > 0 else {
      isOpen = false
      throw .cannotStart(command[0], String(cString: strerror(-process)))
    }
  }

  deinit { close() }

  /// Ends the program at once and forgets its terminal.
  func close() {
    guard isOpen else { return }
    isOpen = false
    pty_stop(process, terminal)
  }

  /// Reads the first frame: from the start to the last byte before a silence with words on the
  /// screen, so that a program which only prepares the terminal and then thinks is not done yet.
  func firstFrame(quiet: Duration = .milliseconds(30)) throws(BenchmarkFault) -> Burst {
    var frame = Burst()
    repeat {
      let burst = burst(since: started, quiet: quiet, patience: .seconds(20))
      guard !burst.hasEnded else { throw ended() }
      guard burst.last != nil else { throw .silent(command[0]) }
      frame.bytes += burst.bytes
      frame.last = burst.last
    } while screen.isBlank
    return frame
  }

  /// Types a key before the program has drawn anything, and reads until all the words stand on the
  /// screen: the time from the start to the byte that completed them. What a program draws before
  /// that, a picture to look at meanwhile for one, stops no clock.
  func start(
    typing key: KeyScript.Key?, until words: [String]
  ) throws(BenchmarkFault) -> Duration {
    if let key {
      let bytes = key.bytes(applicationKeys: false)
      guard write(terminal, bytes, bytes.count) == bytes.count else { throw ended() }
    }
    let deadline = clock.now + .seconds(20)
    while clock.now < deadline {
      // Short turns: the clock is stopped by the chunk that completed the words.
      let burst = burst(since: started, quiet: .zero, patience: .milliseconds(200))
      if let last = burst.last, words.allSatisfy(screen.shows) { return last }
      guard !burst.hasEnded else { throw ended() }
    }
    throw .neverShown(words.first { !screen.shows($0) } ?? "", command[0], screen.lines)
  }

  /// Reads until the screen is as it is wanted, at the end of what was written in one go: the time from
  /// the start to its last byte.
  func start(
    until isWanted: (TerminalModel) -> Bool, _ wanted: String = "the whole live view"
  ) throws(BenchmarkFault) -> Duration {
    let deadline = clock.now + .seconds(60)
    while clock.now < deadline {
      let burst = burst(since: started, quiet: .milliseconds(10), patience: .milliseconds(200))
      if let last = burst.last, isWanted(screen) { return last }
      guard !burst.hasEnded else { throw ended() }
    }
    throw .neverShown(wanted, command[0], screen.lines)
  }

  /// Presses one key and reads the answer, waiting at most `patience` for its first byte.
  func press(
    _ key: KeyScript.Key, quiet: Duration = .milliseconds(20),
    patience: Duration = .milliseconds(300)
  ) throws(BenchmarkFault) -> Burst {
    let bytes = key.bytes(applicationKeys: screen.applicationKeys)
    let pressed = clock.now
    guard write(terminal, bytes, bytes.count) == bytes.count else { throw ended() }
    let burst = burst(since: pressed, quiet: quiet, patience: patience)
    guard !burst.hasEnded else { throw ended() }
    return burst
  }

  /// Does every step of the script in turn.
  func play(_ script: KeyScript) throws(BenchmarkFault) {
    for step in script.steps {
      switch step.act {
      case .key(let key): _ = try press(key)
      case .any(let words): _ = try press(.text(words))
      case .see(let words): try wait(for: words)
      // From outside nobody sees what has the keyboard, or what a lesson waits for.
      case .focus, .page, .until: throw .notFromOutside(step.word)
      }
    }
  }

  /// Reads until the words stand on the screen.
  func wait(for words: String, within: Duration = .seconds(20)) throws(BenchmarkFault) {
    let deadline = clock.now + within
    while !screen.shows(words) {
      guard clock.now < deadline else { throw .neverShown(words, command[0], screen.lines) }
      let burst = burst(
        since: clock.now, quiet: .milliseconds(10), patience: .milliseconds(200))
      guard !burst.hasEnded || screen.shows(words) else { throw ended() }
    }
  }

  /// Takes what the program writes for this long, so that it is never held up; returns the bytes.
  @discardableResult
  func listen(for time: Duration) -> Int {
    let deadline = clock.now + time
    var bytes = 0
    while clock.now < deadline {
      let burst = burst(since: clock.now, quiet: .zero, patience: deadline - clock.now)
      bytes += burst.bytes
      if burst.hasEnded { break }
    }
    return bytes
  }

  /// Types a key, and waits for nothing.
  func type(_ key: KeyScript.Key) throws(BenchmarkFault) {
    let bytes = key.bytes(applicationKeys: screen.applicationKeys)
    guard write(terminal, bytes, bytes.count) == bytes.count else { throw ended() }
  }

  /// Takes what the program has written, unread; returns the bytes.
  func drain() throws(BenchmarkFault) -> Int {
    let count = pty_read(terminal, &buffer, buffer.count)
    guard count >= 0 else { throw ended() }
    return count
  }

  /// Reads until the program has ended: the time from its start, and its exit status; nil: it was killed.
  func end() throws(BenchmarkFault) -> (time: Duration, status: Int32?) {
    let burst = burst(since: started, quiet: .seconds(20), patience: .seconds(20))
    let time = clock.now - started
    guard burst.hasEnded else { throw .endless(command[0]) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    isOpen = false
    Glibc.close(terminal)
    return (time, status & 0x7f == 0 ? (status >> 8) & 0xff : nil)
  }

  private func ended() -> BenchmarkFault { .ended(command[0], screen.lines) }

  /// Reads until nothing has come for `quiet`; the screen is worked out after that, at no cost to
  /// the measured time.
  private func burst(
    since start: ContinuousClock.Instant, quiet: Duration, patience: Duration
  ) -> Burst {
    var result = Burst()
    var taken: [UInt8] = []
    var deadline = clock.now + patience
    while true {
      let left = max(.zero, deadline - clock.now)
      guard pty_wait_readable(terminal, left.roundedUpMilliseconds) > 0 else { break }
      let count = pty_read(terminal, &buffer, buffer.count)
      guard count >= 0 else {
        result.hasEnded = true
        break
      }
      let now = clock.now
      result.last = now - start
      deadline = now + quiet
      taken += buffer[..<count]
    }
    result.bytes = taken.count
    screen.feed(taken)
    return result
  }
}

extension Duration {
  /// This time in thousandths of a second.
  var milliseconds: Double { self / .milliseconds(1) }

  fileprivate var roundedUpMilliseconds: Int32 { Int32(milliseconds.rounded(.up)) }
}

/// Words as C wants them: an array of pointers with a null at its end.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ words: [String]) { pointers = words.map { strdup($0) } + [nil] }

  deinit { for pointer in pointers { free(pointer) } }
}
