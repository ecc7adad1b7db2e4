// `stdout` is a variable of the C library's, and only read here.
@preconcurrency import Glibc

/// What is printed reaches whom it is for, or the program says that it did not.
enum Output {
  /// Sends what was printed now: whoever reads it from a pipe waits for it.
  static func flush() { fflush(stdout) }

  /// Has the program's end look whether all that was printed was taken, whoever printed it.
  static func watch() {
    atexit {
      errno = 0
      guard fflush(stdout) != 0 || ferror(stdout) != 0 else { return }
      // Whoever closes a pipe has seen enough.
      guard errno != EPIPE else { return }
      let reason = errno == 0 ? "" : ": \(String(cString: strerror(errno)))"
      Shell.complain("what was to be printed could not be written\(reason)")
      _exit(ExitStatus.failure.rawValue)
    }
  }
}
