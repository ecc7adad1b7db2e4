/// The versions of asciicast that are written and read.
public enum CastForm: Int, Sendable {
  /// Played by every asciinema since 2.0: times count from the start.
  case two = 2
  /// Played by asciinema 3: times count from the event before.
  case three = 3
}
