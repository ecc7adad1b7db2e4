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
    watched { RunningProcess.wait(for: $0, within: limit) } ?? true
  }

  /// Ends it, by asking and then without, if it is a process of this user: whoever names it in a file may
  /// not be trusted with the choice.
  func end(ofUser user: uid_t) {
    _ = watched { watch in
      guard isOf(user) else { return }
      _ = process_signal(watch, SIGTERM)
      if !RunningProcess.wait(for: watch, within: .seconds(2)) {
        _ = process_signal(watch, SIGKILL)
      }
    }
  }

  /// Does something with a descriptor of it; nil: it is not there any more.
  private func watched<Value>(_ body: (Int32) -> Value) -> Value? {
    let watch = process_watch(pid)
    guard watch >= 0 else { return nil }
    defer { close(watch) }
    // Looked at once the descriptor is held: another of the same number is none of ours.
    return isThere ? body(watch) : nil
  }

  private static func wait(for watch: Int32, within limit: Duration) -> Bool {
    let end = ContinuousClock.now + limit
    while true {
      var waited = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
      let left = max(0, (end - .now) / .milliseconds(1))
      if poll(&waited, 1, Int32(left.rounded(.up))) > 0 { return true }
      if .now >= end { return false }
    }
  }

  /// Whether it runs as this user in every way.
  private func isOf(_ user: uid_t) -> Bool {
    let lines = (ClassFiles.text(of: "/proc/\(pid)/status") ?? "").split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("Uid:") }) else { return false }
    let users = line.split(whereSeparator: { $0 == "\t" || $0 == " " }).dropFirst()
    return !users.isEmpty && users.allSatisfy { uid_t($0) == user }
  }
}
