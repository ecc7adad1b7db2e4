/// The part of YAML that scene files keep to: indented maps and lists whose leaves are on one line.
struct SceneText {
  struct Mistake: Error { var what: String }

  indirect enum Node {
    case missing
    case word(String)
    case list([Node])
    case map([String: Node])

    var isMissing: Bool { if case .missing = self { true } else { false } }

    subscript(key: String) -> Node {
      if case .map(let entries) = self { entries[key] ?? .missing } else { .missing }
    }

    func word(or standard: String? = nil) throws -> String {
      if case .word(let text) = self { return text }
      guard isMissing, let standard else { throw Mistake(what: "a word, not \(self)") }
      return standard
    }

    func number(or standard: Int? = nil) throws -> Int {
      guard let number = Int(try word(or: standard.map(String.init))) else {
        throw Mistake(what: "a number, not \(self)")
      }
      return number
    }

    func list() throws -> [Node] {
      if case .list(let nodes) = self { return nodes }
      guard isMissing else { throw Mistake(what: "a list, not \(self)") }
      return []
    }

    func numbers() throws -> [Int] { try list().map { try $0.number() } }
  }

  private typealias Line = (indent: Int, text: Substring)
  private var lines: ArraySlice<Line>

  init(_ text: String) {
    lines =
      text.split(separator: "\n").compactMap { line in
        let start = line.drop { $0 == " " }
        let end = start.firstIndex(of: "#") ?? start.endIndex
        var body = start[..<end]
        while body.last == " " { body.removeLast() }
        return body.isEmpty ? nil : (line.count - start.count, body)
      }[...]
  }

  func read() throws -> Node {
    var reader = self
    return try reader.block()
  }

  private mutating func block() throws -> Node {
    guard let first = lines.first else { return .missing }
    return first.text.hasPrefix("- ") ? try list(at: first.indent) : try map(at: first.indent)
  }

  private mutating func list(at indent: Int) throws -> Node {
    var nodes: [Node] = []
    while let line = lines.first, line.indent == indent, line.text.hasPrefix("- ") {
      let item = line.text.dropFirst(2)
      lines.removeFirst()
      if let mark = item.first, mark == "{" || mark == "[" {
        var flow = SceneFlow(rest: item)
        nodes.append(try flow.node())
      } else {
        lines = [(indent + 2, item)] + lines
        nodes.append(try map(at: indent + 2))
      }
    }
    return .list(nodes)
  }

  private mutating func map(at indent: Int) throws -> Node {
    var entries: [String: Node] = [:]
    while let line = lines.first, line.indent == indent, !line.text.hasPrefix("- ") {
      guard let colon = line.text.firstIndex(of: ":") else {
        throw Mistake(what: "a key, not \(line.text)")
      }
      lines.removeFirst()
      var flow = SceneFlow(rest: line.text[colon...].dropFirst())
      entries[String(line.text[..<colon])] = flow.isEmpty ? try block() : try flow.node()
    }
    return .map(entries)
  }
}

/// The rest of a line in the flow style: a word, a list in brackets or a map in braces.
struct SceneFlow {
  var rest: Substring

  var isEmpty: Bool { rest.allSatisfy { $0 == " " } }

  mutating func node() throws -> SceneText.Node {
    skipBlanks()
    if take("[") { return .list(try items(until: "]") { try $0.node() }) }
    guard take("{") else { return .word(word()) }
    let entries = try items(until: "}") { flow in
      let key = flow.word()
      guard flow.take(":") else { throw SceneText.Mistake(what: "a colon after \(key)") }
      return (key, try flow.node())
    }
    return .map(Dictionary(entries) { $1 })
  }

  private mutating func items<Item>(
    until end: Character, _ item: (inout SceneFlow) throws -> Item
  ) throws -> [Item] {
    var found: [Item] = []
    while !take(end) {
      guard !isEmpty else { throw SceneText.Mistake(what: "\(end) at the end of the line") }
      found.append(try item(&self))
      _ = take(",")
    }
    return found
  }

  private mutating func word() -> String {
    skipBlanks()
    let text = rest.prefix { !",:]}".contains($0) }
    rest = rest.dropFirst(text.count)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func take(_ mark: Character) -> Bool {
    skipBlanks()
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }
}
