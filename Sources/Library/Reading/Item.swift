import Yams

/// A value in a file, with the place that a message about it names.
struct Item {
  let node: Node
  /// Where what is missing in it is reported: its key, or itself where it has none.
  let place: Place
  let document: Document

  /// Where the value itself begins.
  var valuePlace: Place { node.mark.map(Place.init) ?? place }

  /// Notes that something else was expected here.
  func refuse(expected: String, came: String? = nil) {
    document.note(valuePlace, expected: expected, came: came ?? phrase)
  }

  /// The text of a scalar; nil for lists and groups, and for a key with nothing behind it.
  var text: String? {
    guard let scalar = node.scalar else { return nil }
    return scalar.string.isEmpty && scalar.style == .plain ? nil : scalar.string
  }

  /// The keys and values of a group, in the order of the file.
  var entries: [Entry]? {
    node.mapping.map { mapping in
      mapping.map { key, value in
        let place = key.mark.map(Place.init) ?? place
        return Entry(
          key: key.scalar?.string, place: place,
          item: Item(node: value, place: place, document: document))
      }
    }
  }

  /// The items of a list.
  var items: [Item]? {
    node.sequence.map { sequence in
      sequence.map { Item(node: $0, place: $0.mark.map(Place.init) ?? place, document: document) }
    }
  }

  /// What stands here, in words.
  var phrase: String {
    switch node {
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .scalar, .alias: text.map { quoted($0) } ?? "nothing"
    }
  }
}

/// A key with its value; the key is nil where it is no word.
struct Entry {
  let key: String?
  let place: Place
  let item: Item
}
