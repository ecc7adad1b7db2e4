/// What a command's help says at length: paragraphs, and examples under their heading.
struct Discussion {
  /// What is typed, and what it is for; empty where that is plain.
  struct Example: Equatable {
    var command: String
    var purpose: String
  }

  private(set) var paragraphs: [String] = []
  private(set) var examples: [Example] = []

  private static let heading: Substring = "EXAMPLES"
  /// What tells of the exit status begins so.
  static let status = "EXIT STATUS"

  init(_ text: String?) {
    for part in Discussion.parts(of: text ?? "") {
      if part.first == Discussion.heading {
        examples += Discussion.examples(in: part.dropFirst())
      } else {
        paragraphs.append(part.joined(separator: " "))
      }
    }
  }

  /// The lines between empty ones.
  private static func parts(of text: String) -> [[Substring]] {
    text.split(separator: "\n", omittingEmptySubsequences: false).split(separator: "")
      .map(Array.init)
  }

  /// A line that ends with a backslash goes on in the next; one that is indented further tells what
  /// the command before it is for, as do words behind a gap.
  private static func examples(in lines: ArraySlice<Substring>) -> [Example] {
    var examples: [Example] = []
    var goesOn = false
    for line in lines {
      let text = line.drop { $0 == " " }
      let gap = text.firstRange(of: "  ")
      let command = gap.map { text[..<$0.lowerBound] } ?? text
      let purpose = gap.map { text[$0.upperBound...].drop { $0 == " " } } ?? ""
      let typed = command.hasSuffix(" \\") ? command.dropLast(2) : command
      if goesOn, let last = examples.indices.last {
        examples[last].command += " " + typed
        examples[last].purpose = String(purpose)
      } else if line.prefix(while: { $0 == " " }).count > 4, let last = examples.indices.last {
        examples[last].purpose += String(text)
      } else {
        examples.append(Example(command: String(typed), purpose: String(purpose)))
      }
      goesOn = command.hasSuffix(" \\")
    }
    return examples
  }
}
