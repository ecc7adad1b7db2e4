import DeviceProofs
import RecorderEngine
import XMLDocuments

extension XMLElement {
  /// A truth value in the first element of this name; nil where there is none that can be read.
  func flag(_ name: some XMLElementName) -> Bool? { text(name).flatMap { Bool(xml: $0) } }

  /// A truth value in an attribute.
  func flag(_ name: some XMLAttributeName) -> Bool? {
    attribute(name).flatMap { Bool(xml: $0) }
  }

  /// A whole number in the first element of this name.
  func integer(_ name: some XMLElementName) -> Int? { text(name).flatMap { Int($0) } }

  /// A whole number in an attribute.
  func integer(_ name: some XMLAttributeName) -> Int? { attribute(name).flatMap { Int($0) } }

  /// One of some words in the first element of this name.
  func told<Known>(_ name: some XMLElementName) -> Told<Known>? { text(name).map { Told($0) } }

  /// A moment in the first element of this name.
  func moment(_ name: some XMLElementName) -> Timestamp? {
    text(name).flatMap { Timestamp(dateTime: $0) }
  }

  /// The texts of all elements of this name that are not empty.
  func texts(_ name: some XMLElementName) -> [String] {
    children(name).map(\.trimmedText).filter { !$0.isEmpty }
  }

  /// The first element of this name, which has to be there.
  func required(_ name: some XMLElementName) throws(Misunderstanding) -> XMLElement {
    if let found = child(name) { return found }
    throw unexpected(name.rawValue, found: "none")
  }

  /// A text that has to be there.
  func requiredText(_ name: some XMLElementName) throws(Misunderstanding) -> String {
    try valid(name, "a text") { $0 }
  }

  /// A truth value that has to be there.
  func requiredFlag(_ name: some XMLElementName) throws(Misunderstanding) -> Bool {
    try valid(name, "true or false") { Bool(xml: $0) }
  }

  /// A value that has to be there and readable.
  func valid<Value>(
    _ name: some XMLElementName, _ kind: String, _ read: (String) -> Value?
  ) throws(Misunderstanding) -> Value {
    let element = try required(name)
    let text = element.trimmedText
    guard !text.isEmpty, let value = read(text) else {
      throw element.unexpected("\(kind) in \(name.rawValue)", found: "“\(text.prefix(40))”")
    }
    return value
  }

  /// A word that has to be there and one of those that are known.
  func validWord<Known: RawRepresentable<String> & CaseIterable>(
    _ name: some XMLElementName
  ) throws(Misunderstanding) -> Known {
    let words = Known.allCases.map(\.rawValue).joined(separator: ", ")
    return try valid(name, "one of \(words)") { Known(rawValue: $0) }
  }

  func unexpected(_ expected: String, found: String) -> Misunderstanding {
    .unexpected(expected: expected, found: found, at: position)
  }
}

extension XMLWriter {
  /// Writes a truth value; nil: nothing.
  mutating func flag(_ name: some XMLElementName, _ value: Bool?) {
    optional(name, value?.xmlText)
  }

  /// Writes a whole number; nil: nothing.
  mutating func integer(_ name: some XMLElementName, _ value: Int?) {
    guard let value else { return }
    element(name, text: String(value))
  }

  /// Writes a text; nil: nothing.
  mutating func optional(_ name: some XMLElementName, _ value: String?) {
    guard let value else { return }
    element(name, text: value)
  }

  /// Writes a moment; nil: nothing.
  mutating func moment(_ name: some XMLElementName, _ value: Timestamp?) {
    optional(name, value?.dateTimeText)
  }
}
