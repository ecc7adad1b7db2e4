/// What a data file holds: texts, lists and groups of keys, all in one row.
///
/// A node stands before what it holds: in a list one after another, in a group each key before its
/// value. So a whole file is two pieces of memory, however many nodes it has.
package struct DataTree: Equatable, Sendable {
  /// What a node is.
  package enum Kind: UInt8, Sendable {
    /// A text as it stands; an empty one is nothing.
    case plain
    /// A text that the file says is one: in quotation marks, or in lines of its own.
    case quoted
    case list, group
  }

  struct Node: Equatable, Sendable {
    var kind: Kind
    /// The first node behind it and all that it holds.
    var end: Int32
    /// The bytes of a text.
    var start: Int32
    var count: Int32
    var line: Int32
    var column: Int32
  }

  var nodes: [Node] = []
  var bytes: [UInt8] = []

  /// An empty one.
  package init() {}

  /// Whether the tree knows where in its file everything stands: only one just read from it does.
  package internal(set) var hasPlaces = true

  /// The place of the outermost node.
  package static let root = 0

  /// What the node is.
  package func kind(of node: Int) -> Kind { nodes[node].kind }

  /// The text of a node; nil for lists and groups.
  package func text(of node: Int) -> String? {
    let node = nodes[node]
    guard node.kind == .plain || node.kind == .quoted else { return nil }
    let start = Int(node.start)
    return bytes.withUnsafeBufferPointer {
      String(decoding: $0[start..<start + Int(node.count)], as: UTF8.self)
    }
  }

  /// Where the node begins in its file, where the tree knows it.
  package func place(of node: Int) -> Place? {
    guard hasPlaces else { return nil }
    return Place(Int(nodes[node].line), Int(nodes[node].column))
  }

  /// The nodes that a list or group holds: items, or each key with its value behind it.
  package func parts(of node: Int) -> Parts { Parts(tree: self, node: node) }

  /// The nodes inside one.
  package struct Parts: Sequence, IteratorProtocol {
    private let tree: DataTree
    private var upcoming: Int
    private let end: Int

    init(tree: DataTree, node: Int) {
      self.tree = tree
      upcoming = node + 1
      end = Int(tree.nodes[node].end)
    }

    /// The next of them.
    package mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(tree.nodes[upcoming].end) }
      return upcoming
    }
  }
}
