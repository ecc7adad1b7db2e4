import RecorderEngine

/// How one kind of value is written in a file.
///
/// Reading never fails: a wrong or missing value is noted in the document and stood in for, so
/// that one pass finds every mistake. A document with problems gives no value to anybody.
struct Format<Value> {
  let read: (Item?) -> Value

  init(_ read: @escaping (Item?) -> Value) { self.read = read }

  /// A value that is one text; `parse` gives nil for a text that is no such value.
  ///
  /// What was expected is put into words only where something else came.
  static func scalar(
    _ expected: @autoclosure @escaping () -> String, standIn: Value,
    _ parse: @escaping (String) -> Value?
  ) -> Format {
    Format { item in
      guard let item else { return standIn }
      if let value = item.text.flatMap(parse) { return value }
      item.refuse(expected: expected())
      return standIn
    }
  }

  /// A group of keys.
  static func group(_ what: String, _ body: @escaping (Fields) -> Value) -> Format {
    Format { Fields.read($0, what, body) }
  }

  /// A value with the word for how well it is known.
  static func sourced<Inner>(_ inner: Format<Inner>) -> Format where Value == Sourced<Inner> {
    .group("a value with its source, such as { value: 5, from: reported }") { fields in
      Sourced(fields.read("value", inner), fields.read("from", .oneOf("a source")))
    }
  }

  /// A list of values of one kind; `name` is what no two of them may share.
  static func list<Element>(
    of element: Format<Element>, _ what: String, count: ClosedRange<Int> = 0...1_000,
    eachOnceBy name: ((Element) -> String)? = nil
  ) -> Format where Value == [Element] {
    Format { item in
      guard let item else { return [] }
      guard let items = item.items else {
        item.refuse(expected: what)
        return []
      }
      if !count.contains(items.count) {
        item.refuse(expected: "\(what) with \(count.words) of them", came: "\(items.count)")
      }
      let problems = item.document.problems.count
      let values = items.prefix(count.upperBound).map { element.read($0) }
      // Stand-ins are all alike: they say nothing about what the file repeats.
      if let name, item.document.problems.count == problems {
        Document.refuseRepetitions(of: values.map(name), items)
      }
      return values
    }
  }
}

extension Document {
  /// Notes each name that an earlier item has already.
  static func refuseRepetitions(of names: [String], _ items: [Item]) {
    var seen: Set<String> = []
    for (name, item) in zip(names, items) where !seen.insert(name).inserted {
      item.refuse(expected: "each name once", came: "\(quoted(name)) again")
    }
  }
}

extension Format where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// One word of a fixed choice.
  static func oneOf(_ what: String, except: [Value] = []) -> Format {
    let values = Value.allCases.filter { value in
      !except.contains { $0.rawValue == value.rawValue }
    }
    return Format { item in
      if let found = values.first(where: { $0.rawValue == item?.text }) { return found }
      let names = values.map(\.rawValue)
      item?.refuse(expected: choice(what, of: names, instead: item?.text))
      return values.first ?? Value.allCases[Value.allCases.startIndex]
    }
  }
}

/// What a message says of a choice: the word that was probably meant, or all there are.
func choice(_ what: String, of names: [String], instead: String?) -> String {
  if let nearest = instead.flatMap({ nearestName(to: $0, among: names) }) {
    return "\(what), probably \(quoted(nearest))"
  }
  return "\(what): \(listed(names))"
}

extension Format<Int> {
  /// A whole number of a range.
  static func number(_ range: ClosedRange<Int>) -> Format {
    .scalar("a whole number, \(range.words)", standIn: range.lowerBound) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Format<Bool> {
  static var truth: Format {
    .scalar("true or false", standIn: false) { ["true": true, "false": false][$0] }
  }
}

extension ClosedRange<Int> {
  /// `1 to 99`
  var words: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
