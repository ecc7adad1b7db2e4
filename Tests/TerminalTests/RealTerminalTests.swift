import Support
import Testing

/// Everything that needs a real terminal: six at a time, so that each is quick enough for a
/// person's patience.
@Suite(.sideBySide(6)) enum RealTerminalTests {}
