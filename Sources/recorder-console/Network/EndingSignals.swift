import Glibc

/// The signals that end a program without a screen: held back from before the first thread on, so that
/// the main thread alone meets them.
struct EndingSignals {
  private var signals = sigset_t()

  /// Holds them back from now on.
  init() {
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for one of them.
  func wait() {
    var signals = signals
    var signal: Int32 = 0
    sigwait(&signals, &signal)
  }
}
