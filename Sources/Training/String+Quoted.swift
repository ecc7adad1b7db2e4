extension String {
  /// The text between quotes, as YAML reads it.
  package var quoted: String {
    var result = "\""
    for character in self {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }

  /// The text as YAML reads it, between quotes where it needs them.
  package var inYAML: String {
    let isPlain =
      first?.isLetter == true && !hasSuffix(" ")
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_@.".contains($0)) }
      && !["on", "off", "yes", "no", "true", "false", "null", "y", "n"].contains(lowercased())
    return isPlain ? self : quoted
  }
}
