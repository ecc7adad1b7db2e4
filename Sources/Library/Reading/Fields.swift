import RecorderEngine

/// The keys of one group while they are read: what is missing, and what nobody asked for.
///
/// Without a group to read, every value is a stand-in and nothing is noted: the mistake already
/// is, and no stand-in leaves a file that has one.
final class Fields {
  private let item: Item?
  private let entries: [Entry]
  private var known: [String] = []
  private var missing: [String] = []
  private let problemsBefore: Int

  /// Reads a group: `what` says in a message what was expected in its place.
  static func read<Value>(_ item: Item?, _ what: String, _ body: (Fields) -> Value) -> Value {
    let entries = item?.entries
    if let item, entries == nil { item.refuse(expected: what) }
    let fields = Fields(entries == nil ? nil : item, entries ?? [])
    let value = body(fields)
    fields.noteWrongKeys()
    return value
  }

  private init(_ item: Item?, _ entries: [Entry]) {
    self.item = item
    self.entries = entries
    problemsBefore = item?.document.problems.count ?? 0
  }

  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The text to which the keys lead, without reading it: whoever reads it says what is wrong with it.
  func glimpse(_ path: String...) -> String? {
    var found: Item?
    for key in path {
      found = (found == nil ? entries : found?.entries ?? []).first { $0.key == key }?.item
      if found == nil { return nil }
    }
    return found?.text
  }

  /// The value of a key that must be there.
  func read<Value>(_ key: String, _ format: Format<Value>) -> Value {
    let found = item(key)
    if found == nil { missing.append(key) }
    return format.read(found)
  }

  /// The value of a key that may be left out.
  func optional<Value>(_ key: String, _ format: Format<Value>) -> Value? {
    item(key).map { format.read($0) }
  }

  func sourced<Value>(_ key: String, _ format: Format<Value>) -> Sourced<Value> {
    read(key, .sourced(format))
  }

  func optionalSourced<Value>(_ key: String, _ format: Format<Value>) -> Sourced<Value>? {
    optional(key, .sourced(format))
  }

  /// Everything in a group whose keys are the file's own, such as names of settings.
  var everything: [Entry] { entries }

  /// Notes a contradiction between values, at the place to which the keys lead; kept back while
  /// the group has other mistakes, which may be its cause.
  func check(
    _ path: String..., isTrue: Bool, expected: @autoclosure () -> String,
    came: @autoclosure () -> String
  ) {
    guard !isTrue, missing.isEmpty, let item, item.document.problems.count == problemsBefore
    else { return }
    var end = item
    for key in path {
      guard let next = end.entries?.first(where: { $0.key == key })?.item else { break }
      end = next
    }
    end.refuse(expected: expected(), came: came())
  }

  /// Notes that the group has none of the keys that say what it is.
  func refuseKeys(_ names: [String]) {
    let came = entries.first?.key
    known += entries.map { $0.key ?? "" }
    item?.refuse(
      expected: choice("one of the keys", of: names, instead: came),
      came: came.map { "the unknown key \(quoted($0))" } ?? "none of them")
  }

  private func item(_ key: String) -> Item? {
    known.append(key)
    return entries.first { $0.key == key }?.item
  }

  /// Notes keys that nobody asked for, and those that are missing; a misspelt key is one mistake
  /// and not two.
  private func noteWrongKeys() {
    guard let item, !known.isEmpty else { return }
    for entry in entries where !known.contains(entry.key ?? "") {
      let nearest = entry.key.flatMap { nearestName(to: $0, among: known) }
      missing.removeAll { $0 == nearest }
      item.document.note(
        entry.place, expected: nearest.map { "the key \(quoted($0))" } ?? choices,
        came: entry.key.map { "the unknown key \(quoted($0))" } ?? "a key that is no word")
    }
    for key in missing {
      item.document.note(item.place, expected: "the key \(quoted(key))", came: keysInWords)
    }
  }

  private var choices: String {
    known.count == 1 ? "only the key \(known[0])" : "one of the keys \(listed(known))"
  }

  private var keysInWords: String {
    let names = entries.prefix(6).compactMap(\.key).map { quoted($0) }
    if names.isEmpty { return "nothing" }
    return names.count < entries.count
      ? "only \(names.joined(separator: ", ")) and others" : "only \(listed(names, last: "and"))"
  }
}
