import RecorderEngine

/// A mistake in a data file: where it is, what was expected there and what came.
public struct FileProblem: Error, Equatable, Sendable {
  /// The path of the file, as people call it.
  public let file: String
  /// The line of the file, from 1.
  public let line: Int
  /// The character of the line, from 1.
  public let column: Int
  /// What should stand there, in words.
  public let expected: String
  /// What stands there, in words.
  public let came: String

  /// Makes a problem at a place that counts from 1.
  public init(file: String, line: Int, column: Int, expected: String, came: String) {
    self.file = file
    self.line = line
    self.column = column
    self.expected = expected
    self.came = came
  }
}

extension FileProblem: CustomStringConvertible {
  /// `Assets/Recorders/x.yaml:12:9: expected a length of time such as «15 min», found «soon»`
  public var description: String {
    "\(printable(file)):\(line):\(column): expected \(expected), found \(came)"
  }
}

/// A piece of foreign text as a message shows it: in quotes, cut, without control characters.
func quoted(_ text: some StringProtocol) -> String {
  let longest = 40
  let start = text.prefix(longest)
  return "“\(printable(start))\(start.endIndex < text.endIndex ? "…" : "")”"
}

/// The text with its control and format characters named instead of shown.
func printable(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: \.isUnprintable) else { return String(text) }
  var result = ""
  for scalar in text.unicodeScalars {
    result += scalar.isUnprintable ? "‹\(scalar.codeName)›" : String(scalar)
  }
  return result
}

/// A number of things: `1 file`, `2 files`.
public func counted(_ count: Int, _ thing: String) -> String {
  "\(count) \(thing)\(count == 1 ? "" : "s")"
}

/// Names as a sentence lists them: `a, b or c`.
func listed(_ names: [String], last: String = "or") -> String {
  guard names.count > 1, let end = names.last else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(last) " + end
}

extension Unicode.Scalar {
  /// Whether it is a control or format character, which would move or hide what a screen shows.
  var isUnprintable: Bool {
    isASCII ? value < 0x20 || value == 0x7F : Character(self).isUnprintable
  }

  /// `U+0007`
  var codeName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
