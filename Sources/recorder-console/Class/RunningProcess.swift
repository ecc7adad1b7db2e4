import CProcesses
import Glibc

/// A process of anybody's, by its number and when it was started: numbers come again.
struct RunningProcess: Equatable {
  let pid: pid_t
  /// In ticks since the system was started.
  let start: Int

  /// A process as it stands in a file; nothing is looked up.
  init(pid: pid_t, start: Int) { (self.pid, self.start) = (pid, start) }

  /// The process of that number; nil: there is none.
  init?(pid: pid_t) {
    guard let text = ClassFiles.text(of: "/proc/\(pid)/stat"),
      // The program's name may have blanks and brackets in it.
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    // Dead and not yet waited for is gone.
    guard fields.count > 19, fields[0] != "Z", let start = Int(fields[19]) else { return nil }
    self.init(pid: pid, start: start)
  }

  /// Whether it still is.
  var isThere: Bool { RunningProcess(pid: pid) == self }

  /// Waits until it has ended, so long at most; false: it has not.
  func waitForEnd(within limit: Duration) -> Bool {
    let watch = process_watch(pid)
    guard watch >= 0 else { return !isThere }
    defer { close(watch) }
    // Another of the same number is none of ours.
    guard isThere else { return true }
    let end = ContinuousClock.now + limit
    while true {
      var waited = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
      let left = max(0, (end - .now) / .milliseconds(1))
      if poll(&waited, 1, Int32(left.rounded(.up))) > 0 { return true }
      if .now >= end { return false }
    }
  }

  /// Ends it, by asking and then without.
  func end() {
    guard isThere else { return }
    kill(pid, SIGTERM)
    if !waitForEnd(within: .seconds(2)), isThere { kill(pid, SIGKILL) }
  }
}
