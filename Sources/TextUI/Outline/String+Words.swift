extension String {
  /// Whether there is anything to read in it.
  var hasWords: Bool { !allSatisfy(\.isWhitespace) }

  /// Without the blanks that only move it to its place on the screen.
  var withoutIndent: String { String(drop(while: \.isWhitespace)) }
}
