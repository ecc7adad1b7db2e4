import XMLDocuments

/// Truth values by their names: what is not in it was not told.
public typealias FlagTable<Flag: Hashable> = [Flag: Bool]

extension XMLElement {
  /// The attributes of these names that can be read.
  func flags<Flag: XMLAttributeName & CaseIterable & Hashable>() -> FlagTable<Flag> {
    var table: FlagTable<Flag> = [:]
    for flag in Flag.allCases { table[flag] = self.flag(flag) }
    return table
  }

  /// The elements of these names that can be read.
  func flags<Flag: XMLElementName & CaseIterable & Hashable>() -> FlagTable<Flag> {
    var table: FlagTable<Flag> = [:]
    for flag in Flag.allCases { table[flag] = self.flag(flag) }
    return table
  }

  /// The numbers of these names that can be read.
  func numbers<Number: XMLAttributeName & CaseIterable & Hashable>() -> [Number: Int] {
    var table: [Number: Int] = [:]
    for number in Number.allCases { table[number] = integer(number) }
    return table
  }
}

extension XMLAttributes {
  /// Adds what is known, in the order of the names.
  mutating func add<Flag: XMLAttributeName & CaseIterable & Hashable>(_ table: FlagTable<Flag>) {
    for flag in Flag.allCases { add(flag, table[flag]?.xmlText) }
  }

  /// Adds what is known, in the order of the names.
  mutating func add<Number: XMLAttributeName & CaseIterable & Hashable>(_ table: [Number: Int]) {
    for number in Number.allCases { add(number, table[number].map { String($0) }) }
  }
}

extension XMLWriter {
  /// Writes an element for each name: the schema has all of these, so that what is not known is false.
  mutating func flags<Flag: XMLElementName & CaseIterable & Hashable>(
    all table: FlagTable<Flag>
  ) {
    for flag in Flag.allCases { self.flag(flag, table[flag] ?? false) }
  }

  /// Writes an element for each name that is known.
  mutating func flags<Flag: XMLElementName & CaseIterable & Hashable>(
    known table: FlagTable<Flag>
  ) {
    for flag in Flag.allCases { self.flag(flag, table[flag]) }
  }
}
