/// Why there is no terminal to work on.
public enum TerminalFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Input or output is a file, a pipe or nothing.
  case noTerminal
  /// TERM is not set.
  case unnamed
  /// TERM names a terminal that the system does not know, and nothing stands in for it.
  case unknown(String)
  /// TERM names a terminal that cannot place its cursor.
  case tooSimple(String)
  /// The system refused what a terminal needs.
  case system

  /// What to tell a person: what was found, and what to do.
  public var description: String {
    switch self {
    case .noTerminal:
      "This needs a terminal to draw on and a keyboard; input or output is not one. "
        + "Start it in a terminal window, without a pipe."
    case .unnamed:
      "TERM is not set, so the kind of terminal is unknown. Try TERM=xterm-256color."
    case .unknown(let name):
      "TERM is \"\(name)\", which this system does not know, and it describes no usual terminal "
        + "either. Try TERM=xterm-256color; if that fails, install the descriptions (ncurses-base)."
    case .tooSimple(let name):
      "TERM is \"\(name)\", a terminal that cannot place its cursor. "
        + "If the window can do more, try TERM=xterm-256color."
    case .system:
      "The system has no more files or pipes to give, so the terminal could not be set up."
    }
  }
}
