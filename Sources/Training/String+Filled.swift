extension String {
  /// The text with what stands for each name in angle brackets, such as `<site>` or `<code.mail>`; a
  /// name for which nothing stands stays as it is.
  public func filled<Fault: Error>(
    _ value: (String) throws(Fault) -> String?
  ) throws(Fault) -> String {
    var filled = ""
    var rest = self[...]
    while let match = rest.firstMatch(of: /<([a-z][a-z0-9-]*(?:\.[a-z]+)*)>/) {
      filled += rest[..<match.range.lowerBound]
      filled += try value(String(match.1)) ?? String(match.0)
      rest = rest[match.range.upperBound...]
    }
    return filled + rest
  }
}
