import RecorderEngine
import Training

/// What the seed of an attempt has drawn from a scenario's `vary`: it stands wherever the file has the
/// name in angle brackets.
final class Drawing {
  /// What was drawn for one name.
  enum Value: Equatable {
    case text(String)
    /// A node of the file, among several: a group or a text.
    case node(Int, String?)
  }

  /// A choice of a list that stands for no item at all.
  static let none = "none"

  private var values: [String: Value]
  private var used: Set<String> = []
  private var told: Set<Int> = []
  private(set) var drawn = Drawn()

  init(_ values: [String: Value]) {
    self.values = values
    for (name, value) in values {
      switch value {
      case .text(let text): drawn.values[name] = text
      case .node(_, let text): drawn.values[name] = text
      }
    }
  }

  /// Adds a text that stands for a name.
  func add(_ text: String, for name: String) {
    values[name] = .text(text)
    drawn.values[name] = text
  }

  /// The names there are, in alphabetical order.
  var names: [String] { values.keys.sorted() }

  /// The names that nothing in the file has used, but for those that it need not.
  func unused(but free: Set<String>) -> [String] {
    names.filter { !used.contains($0) && !free.contains($0) }
  }

  /// Whether nothing has been said of a node yet; from now on something has.
  func isNews(_ node: Int) -> Bool { told.insert(node).inserted }

  /// The node that stands for a text which is a name and nothing else.
  func node(for text: String) -> Int? {
    guard text.first == "<", text.last == ">" else { return nil }
    let name = String(text.dropFirst().dropLast())
    guard case .node(let node, _)? = values[name] else { return nil }
    used.insert(name)
    return node
  }

  /// A text with its values, and the first name in it that nothing stands for.
  func filled(_ text: String) -> (text: String, unknown: String?) {
    var unknown: String?
    let filled = text.filled { name in
      // `<code.mail>` is for whoever plays the keys.
      guard !name.contains(".") else { return nil }
      guard let value = drawn.values[name] else {
        unknown = unknown ?? "<\(name)>"
        return nil
      }
      used.insert(name)
      return value
    }
    if filled != text { drawn.note(text, reads: filled) }
    return (filled, unknown)
  }
}
