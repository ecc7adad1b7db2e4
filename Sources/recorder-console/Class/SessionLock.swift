import Glibc

/// The right to be a trainee's session, one at a time: the system takes it back when the process ends.
struct SessionLock: ~Copyable {
  private let descriptor: Int32

  deinit { close(descriptor) }

  /// When this process was started: read before the sandbox, in which it could not be.
  private static let ownStart = RunningProcess(pid: getpid())?.start ?? 0

  /// Reads what is read of the system.
  static func prepare() { _ = ownStart }

  static func path(in folder: String) -> String { folder + "/session.lock" }

  /// Takes it; nil: another session has it, or the folder lets nobody write.
  static func take(in folder: String) -> SessionLock? {
    let file = open(path(in: folder), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o660)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
    // Always of the same length, by one write: whoever reads meanwhile finds the one before or this one.
    var text = "\(getpid()) \(ownStart)"
    text += String(repeating: " ", count: max(0, 40 - text.utf8.count)) + "\n"
    _ = text.withCString { pwrite(file, $0, strlen($0), 0) }
    return SessionLock(descriptor: file)
  }

  /// Keeps it for as long as the process lives: the system takes it back.
  consuming func keepForLife() { discard self }

  /// Who has it now; nil: nobody.
  static func present(in folder: String) -> RunningProcess? {
    // Looked at without taking it: a lock of one's own would be in the way of whoever comes.
    holder(in: folder).flatMap { $0.isThere ? $0 : nil }
  }

  /// Who has it, or had it last; nil: nobody ever had.
  static func holder(in folder: String) -> RunningProcess? {
    let parts = (ClassFiles.text(of: path(in: folder)) ?? "").split { $0 == " " || $0 == "\n" }
    guard parts.count == 2, let pid = pid_t(parts[0]), let start = Int(parts[1]), pid > 1 else {
      return nil
    }
    return RunningProcess(pid: pid, start: start)
  }
}
