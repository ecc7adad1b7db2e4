import Testing

/// Everything that needs a real terminal: one at a time, for each is timed by a person's patience.
@Suite(.serialized) enum RealTerminalTests {}
