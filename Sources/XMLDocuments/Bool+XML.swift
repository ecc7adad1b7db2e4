extension Bool {
  /// Reads a truth value of a document: `true`, `1`, `false` or `0`, in whatever capitals; nil for
  /// anything else.
  package init?(xml text: String) {
    switch text.lowercased() {
    case "true", "1": self = true
    case "false", "0": self = false
    default: return nil
    }
  }

  /// The value as a document has it.
  package var xmlText: String { self ? "true" : "false" }
}
