import Glibc

/// Signals held back while the terminal has no echo: each ends the waiting, and not the program.
struct HeldSignals {
  private static let ending = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2,
  ]

  private let actions: [sigaction]
  private let maskBefore: sigset_t
  private let maskWhileWaiting: sigset_t

  /// Holds them back from now on.
  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in Self.ending + [SIGTSTP] { sigaddset(&held, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &held, &before)
    maskBefore = before
    // A shell that comes back to a stopped prompt would find itself without echo.
    sigaddset(&before, SIGTSTP)
    maskWhileWaiting = before
    actions = Self.ending.map { signal in
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in }
      var before = sigaction()
      sigaction(signal, &action, &before)
      return before
    }
  }

  /// Waits for a key; false once a signal has come, at whatever moment.
  func waitForInput() -> Bool {
    var input = fd_set()
    input.__fds_bits.0 = 1 << STDIN_FILENO
    var mask = maskWhileWaiting
    return pselect(STDIN_FILENO + 1, &input, nil, nil, nil, &mask) > 0
  }

  /// Leaves the signals to what they were for; one that came meanwhile does it now.
  func letGo() {
    for (signal, var action) in zip(Self.ending, actions) { sigaction(signal, &action, nil) }
    var mask = maskBefore
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
