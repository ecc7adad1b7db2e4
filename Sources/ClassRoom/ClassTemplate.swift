/// A file of Assets/Class with places to be filled in, such as `{port}`, and lines that begin with `?`, which
/// not every sshd knows.
public struct ClassTemplate: Equatable, Sendable {
  private let lines: [Substring]

  /// Reads a template.
  public init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines that may be left out, without their mark.
  public var optional: [String] { lines.filter { $0.hasPrefix("?") }.map(ClassTemplate.bare) }

  /// The text with its places filled in, without the lines in `left`; a line whose place has no value goes.
  public func filled(_ values: [String: String], without left: Set<String> = []) -> String {
    let kept = lines.compactMap { line -> String? in
      let bare = ClassTemplate.bare(line)
      guard !line.hasPrefix("?") || !left.contains(bare) else { return nil }
      var filled = bare
      for (name, value) in values { filled = filled.replacing("{\(name)}", with: value) }
      return filled.contains("{") ? nil : filled
    }
    return kept.joined(separator: "\n")
  }

  private static func bare(_ line: Substring) -> String {
    line.hasPrefix("?") ? String(line.dropFirst().drop { $0 == " " }) : String(line)
  }
}
