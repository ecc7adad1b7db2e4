import AssetTree
import RecorderEngine

/// A value in a file, with the place that a message about it names.
struct Item {
  let node: Int
  /// Where what is missing in it is reported: its key, or itself where it has none.
  let place: Place
  let document: Document

  private var tree: DataTree { document.tree }

  /// Where the value itself begins.
  var valuePlace: Place { tree.place(of: node) ?? place }

  /// Notes that something else was expected here.
  func refuse(expected: String, came: String? = nil) {
    document.note(valuePlace, expected: expected, came: came ?? phrase)
  }

  /// The text of a scalar; nil for lists and groups, and for a key with nothing behind it.
  var text: String? {
    guard let text = document.text(of: node) else { return nil }
    return text.isEmpty && tree.kind(of: node) == .plain ? nil : text
  }

  /// The keys and values of a group, in the order of the file.
  var entries: [Entry]? {
    guard tree.kind(of: node) == .group else { return nil }
    var entries: [Entry] = []
    var parts = tree.parts(of: node)
    while let key = parts.next(), let value = parts.next() {
      let place = tree.place(of: key) ?? place
      entries.append(
        Entry(
          key: document.text(of: key), place: place,
          item: Item(node: document.drawn(value), place: place, document: document)))
    }
    return entries
  }

  /// The items of a list.
  var items: [Item]? {
    guard tree.kind(of: node) == .list else { return nil }
    return tree.parts(of: node).compactMap { part in
      let node = document.drawn(part)
      // Drawn was that there is none.
      if node != part, tree.text(of: node) == Drawing.none { return nil }
      return Item(node: node, place: tree.place(of: part) ?? place, document: document)
    }
  }

  /// What stands here, in words.
  var phrase: String {
    switch tree.kind(of: node) {
    case .group: "a group of keys"
    case .list: "a list"
    case .plain, .quoted: text.map { quoted($0) } ?? "nothing"
    }
  }
}

/// A key with its value; the key is nil where it is no word.
struct Entry {
  let key: String?
  let place: Place
  let item: Item
}
