import Yams

/// Why a text is no YAML, or none that a data file may have.
package enum YAMLFault: Error {
  case empty
  case mistake(Place, String)
  /// Nested deeper than the reader goes.
  case tooDeep(Place)
  /// Keys that a group has more than once; the place is that of the first one.
  case repeated(keys: [String], Place)
  case unreadable(String?)
}

extension DataTree {
  /// Reads a file's text.
  package init(yaml text: String) throws(YAMLFault) {
    do throws(any Error) {
      // The basic resolver leaves scalars as they are written: `on` stays `on`, and no regular
      // expression runs over every one of them.
      guard let node = try compose(yaml: text, .basic, .default, .utf8) else {
        throw YAMLFault.empty
      }
      add(node, within: Place(1, 1))
    } catch {
      throw YAMLFault(error)
    }
  }

  private mutating func add(_ node: Yams.Node, within place: Place) {
    let place = node.mark.map { Place($0.line, $0.column) } ?? place
    let index = nodes.count
    nodes.append(
      Node(
        kind: .plain, end: 0, start: Int32(bytes.count), count: 0, line: Int32(place.line),
        column: Int32(place.column)))
    switch node {
    case .scalar(let scalar):
      bytes += scalar.string.utf8
      nodes[index].kind = scalar.style == .plain ? .plain : .quoted
      nodes[index].count = Int32(bytes.count) - nodes[index].start
    case .sequence(let sequence):
      nodes[index].kind = .list
      for item in sequence { add(item, within: place) }
    case .mapping(let mapping):
      nodes[index].kind = .group
      for (key, value) in mapping {
        add(key, within: place)
        add(value, within: place)
      }
    // What an alias stands for has been put in its place.
    case .alias: break
    }
    nodes[index].end = Int32(nodes.count)
  }
}

extension YAMLFault {
  fileprivate init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = Place(mark.line, mark.column)
      // libyaml stops there, and says so to programmers.
      if problem.hasPrefix("Maximum nesting level") {
        self = .tooDeep(place)
      } else {
        self = .mistake(place, problem + (context.map { " (\($0.text))" } ?? ""))
      }
    case .duplicatedKeysInMapping(let keys, let context):
      self = .repeated(keys: keys, Place(context.mark.line, context.mark.column))
    case .reader(let problem, _, _, _): self = .unreadable(problem)
    default: self = error as? YAMLFault ?? .unreadable(nil)
    }
  }
}
