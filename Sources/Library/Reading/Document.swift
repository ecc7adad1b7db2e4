import RecorderEngine
import Yams

/// A file while it is read: the place where its mistakes are collected.
final class Document {
  let file: String
  private let text: String
  private(set) var problems: [FileProblem] = []

  /// More than anybody reads; a file of another kind altogether would have thousands.
  private static let mostProblems = 100

  init(_ bytes: [UInt8], file: String, in form: TextForm = { $0 }) {
    self.file = file
    text = form(String(decoding: bytes, as: UTF8.self))
    for fault in bytes.faults { note(fault.mark, expected: fault.expected, came: fault.came) }
  }

  /// The file's content; nil where it is no YAML, which is noted.
  func root() -> Item? {
    guard problems.isEmpty else { return nil }
    do throws(any Error) {
      // The basic resolver leaves scalars as they are written: `on` stays `on`, and no regular
      // expression runs over every one of them.
      guard let node = try compose(yaml: text, .basic, .default, .utf8) else {
        note(Place(1, 1), expected: "a data file in YAML", came: "an empty file")
        return nil
      }
      return Item(node: node, place: node.mark.map(Place.init) ?? Place(1, 1), document: self)
    } catch {
      note(error)
      return nil
    }
  }

  /// Keeps a mistake, with its place as an editor counts it.
  func note(_ place: Place, expected: String, came: String) {
    guard problems.count < Document.mostProblems else { return }
    problems.append(
      FileProblem(
        file: file, line: place.line, column: characterColumn(of: place), expected: expected,
        came: came))
  }

  /// YAML counts columns in Unicode scalars, people count characters.
  private func characterColumn(of place: Place) -> Int {
    let lines = text.unicodeScalars.split(
      maxSplits: place.line, omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" })
    guard lines.indices.contains(place.line - 1) else { return place.column }
    return Substring(lines[place.line - 1].prefix(place.column - 1)).count + 1
  }

  private func note(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // libyaml stops there, and says so to programmers.
      if problem.hasPrefix("Maximum nesting level") {
        return note(
          Place(mark), expected: "lists and groups of keys, each in one that holds it",
          came: "more of them in one another than any data file needs")
      }
      let about = context.map { " (\($0.text))" } ?? ""
      note(Place(mark), expected: "well-formed YAML", came: "a mistake: \(problem)\(about)")
    case .duplicatedKeysInMapping(let keys, let context):
      noteRepetition(of: keys, first: Place(context.mark))
    case .reader(let problem, _, _, _):
      note(Place(1, 1), expected: "well-formed YAML", came: "a mistake: \(problem)")
    default:
      note(Place(1, 1), expected: "well-formed YAML", came: "something that cannot be read")
    }
  }

  /// Yams tells where a repeated key stands first; the second place is where to change something.
  private func noteRepetition(of keys: [String], first: Place) {
    for key in keys {
      note(
        repetition(of: key, after: first) ?? first, expected: "each key once",
        came: "\(quoted(key)) again")
    }
  }

  /// Where a key stands for the second time at the same depth, as far as the lines tell it.
  private func repetition(of key: String, after first: Place) -> Place? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var seen = 0
    for (number, line) in lines.enumerated().dropFirst(first.line - 1) {
      for column in line.columns(of: key) {
        let isDeeper = number + 1 > first.line && column != first.column
        if isDeeper { continue }
        seen += 1
        if seen == 2 { return Place(number + 1, column) }
      }
    }
    return nil
  }
}

/// A place as YAML counts it: lines and columns from 1, columns in Unicode scalars.
struct Place: Equatable {
  let line: Int
  let column: Int

  init(_ line: Int, _ column: Int) {
    self.line = line
    self.column = column
  }

  init(_ mark: Mark) { self.init(mark.line, mark.column) }
}

extension Substring {
  /// The columns at which a key of that name may begin, in Unicode scalars from 1.
  fileprivate func columns(of key: String) -> [Int] {
    let scalars = Array(unicodeScalars)
    let wanted = Array(key.unicodeScalars)
    guard !wanted.isEmpty, scalars.count > wanted.count else { return [] }
    return (0..<scalars.count - wanted.count).filter { start in
      let end = start + wanted.count
      let isApart = start == 0 || " {,\"'-".unicodeScalars.contains(scalars[start - 1])
      return isApart && Array(scalars[start..<end]) == wanted
        && ":\"'".unicodeScalars.contains(scalars[end])
    }.map { $0 + 1 }
  }
}
