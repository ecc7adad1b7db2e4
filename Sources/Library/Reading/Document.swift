import AssetTree
import RecorderEngine

/// A file while it is read: the place where its mistakes are collected.
final class Document {
  let file: String
  private let text: String
  private let form: TextForm
  private(set) var problems: [FileProblem] = []
  let tree: DataTree
  /// What `<name>` stands for in the file's texts; nil: it is a text like any other.
  var drawing: Drawing?

  /// More than anybody reads; a file of another kind altogether would have thousands.
  private static let mostProblems = 100

  /// Reads a file's bytes; mistakes in them are noted.
  init(_ bytes: [UInt8], file: String, in form: @escaping TextForm = { $0 }) {
    self.file = file
    self.form = { $0 }
    text = form(String(decoding: bytes, as: UTF8.self))
    let faults = bytes.faults
    var problem: YAMLFault?
    var tree = DataTree()
    if faults.isEmpty {
      do throws(YAMLFault) { tree = try DataTree(yaml: text) } catch { problem = error }
    }
    self.tree = tree
    for fault in faults { note(fault.mark, expected: fault.expected, came: fault.came) }
    if let problem { note(problem) }
  }

  /// A file that the build has read: its mistakes have no places.
  init(_ tree: DataTree, file: String, in form: @escaping TextForm) {
    self.file = file
    self.form = form
    self.tree = tree
    text = ""
  }

  /// The file's content; nil where it is no YAML, which is noted.
  var root: Item? {
    guard problems.isEmpty else { return nil }
    return Item(
      node: DataTree.root, place: tree.place(of: DataTree.root) ?? Place(1, 1), document: self)
  }

  /// The text of a node in the usual spelling; nil for lists and groups.
  func text(of node: Int) -> String? {
    guard let text = tree.text(of: node).map(form) else { return nil }
    guard let drawing, text.contains("<") else { return text }
    let filled = drawing.filled(text)
    if let wrong = filled.unknown, drawing.isNews(node) {
      note(
        tree.place(of: node) ?? Place(1, 1),
        expected: choice("a drawn value", of: drawing.names.map { "<\($0)>" }, instead: nil),
        came: "“\(wrong)”")
    }
    return filled.text
  }

  /// The node that a value is: the one that was drawn, where its text is a name alone.
  func drawn(_ node: Int) -> Int {
    guard let drawing, let text = tree.text(of: node) else { return node }
    return drawing.node(for: text) ?? node
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

  private func note(_ fault: YAMLFault) {
    switch fault {
    case .empty: note(Place(1, 1), expected: "a data file in YAML", came: "an empty file")
    case .mistake(let place, let problem):
      note(place, expected: "well-formed YAML", came: "a mistake: \(problem)")
    case .tooDeep(let place):
      note(
        place, expected: "lists and groups of keys, each in one that holds it",
        came: "more of them in one another than any data file needs")
    case .repeated(let keys, let first): noteRepetition(of: keys, first: first)
    case .unreadable(let problem):
      note(
        Place(1, 1), expected: "well-formed YAML",
        came: problem.map { "a mistake: \($0)" } ?? "something that cannot be read")
    }
  }

  /// YAML's reader tells where a repeated key stands first; the second place is where to change something.
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
