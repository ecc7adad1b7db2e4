import RecorderEngine
import Training

extension Fields {
  /// Reads what is drawn for each attempt, `vary` and the beginning: from now on it stands in the
  /// file's texts. Returns when the scenario begins.
  func readDrawn(seed: UInt64, in document: Document?) -> Timestamp {
    var values = optional("vary", .vary(seed: seed)) ?? [:]
    let start = read("start", .start(seed: seed))
    values[Fields.startName] = .text(String(CivilTime(start).text.dropFirst(11).prefix(5)))
    document?.drawing = Drawing(values)
    return start
  }

  /// Notes names of `vary` that nothing uses; returns what was drawn.
  func finishDrawn(in document: Document?) -> Drawn {
    guard let drawing = document?.drawing else { return Drawn() }
    for name in drawing.unused(but: Fields.reservedNames) {
      check(
        "vary", name, isTrue: false, expected: "“<\(name)>” somewhere in the file",
        came: "none: nothing uses it")
    }
    document?.drawing = nil
    return drawing.drawn
  }

  private static let startName = "start"
  /// What stands for something without being drawn under `vary`.
  fileprivate static let reservedNames: Set = [startName, Trial.macName, Trial.serialName]
}

extension Format<[String: Drawing.Value]> {
  /// What is drawn for each attempt, by its name.
  fileprivate static func vary(seed: UInt64) -> Format {
    .group("what is drawn for each attempt: a group of names") { fields in
      var values: [String: Drawing.Value] = [:]
      for entry in fields.everything {
        let name = entry.key ?? ""
        guard name.isFileName, name.first?.isLetter == true,
          !Fields.reservedNames.contains(name)
        else {
          entry.item.document.note(
            entry.place,
            expected:
              "a name of small letters, digits and hyphens, not “start”, “mac” or “serial”",
            came: quoted(name))
          continue
        }
        var random = Drawn.random(seed: seed, name: name)
        values[name] = Format<Drawing.Value>.draw(&random, entry.item)
      }
      return values
    }
  }
}

extension Format<Drawing.Value> {
  /// One value: `{ one-of: [A, B] }`, `{ password: high }`, `{ person: any }`, `{ number: [1, 9] }`.
  fileprivate static func draw(_ random: inout SeededRandom, _ item: Item) -> Drawing.Value {
    let what =
      "what is drawn, such as { one-of: [A, B] }, { password: high }, { person: any } or "
      + "{ number: [1, 9] }"
    var drawn = Drawing.Value.text("")
    Fields.read(item, what) { fields in
      if fields.has("one-of") {
        drawn = fields.read("one-of", .choice(UInt64.random(in: .min ... .max, using: &random)))
      } else if fields.has("password") {
        let level = fields.read("password", Format<PasswordLevel>.oneOf("a level"))
        drawn = .text(DrawnWords.password(level, using: &random))
      } else if fields.has("person") {
        _ = fields.read("person", Format<AnyWord>.oneOf("the word"))
        drawn = .text(DrawnWords.person(using: &random))
      } else if fields.has("number") {
        let range = fields.read("number", Format<ClosedRange<Int>>.bounds)
        drawn = .text("\(Int.random(in: range, using: &random))")
      } else {
        fields.refuseKeys(["one-of", "password", "person", "number"])
      }
    }
    return drawn
  }

  /// One of several values of the file, by a number of any size.
  fileprivate static func choice(_ number: UInt64) -> Format {
    Format { item in
      guard let items = item?.items, items.count >= 2 else {
        item?.refuse(expected: "a list of two or more to choose from")
        return .text("")
      }
      let chosen = items[Int(number % UInt64(items.count))]
      return .node(chosen.node, chosen.text)
    }
  }
}

/// The word for any of them.
private enum AnyWord: String, CaseIterable { case any }

extension Format<ClosedRange<Int>> {
  /// `[1, 9]`
  fileprivate static var bounds: Format {
    Format { item in
      let bounds = item?.items?.compactMap { $0.text.flatMap { Int($0) } } ?? []
      guard bounds.count == 2, item?.items?.count == 2, bounds[0] <= bounds[1] else {
        item?.refuse(expected: "two whole numbers, the smaller first, such as [1, 9]")
        return 0...0
      }
      return bounds[0]...bounds[1]
    }
  }
}

extension Format<Timestamp> {
  /// When a scenario begins: a moment, or one drawn between two, `{ from: …, to: … }`.
  fileprivate static func start(seed: UInt64) -> Format {
    Format { item in
      guard let item, item.text == nil else { return moment.read(item) }
      return Fields.read(item, "a moment, or { from: …, to: … }") { fields in
        let from = fields.read("from", moment)
        let to = fields.read("to", moment)
        fields.check(
          "to", isTrue: from < to, expected: "a moment after the one of from",
          came: quoted(CivilTime(to).text))
        guard from < to else { return from }
        var random = Drawn.random(seed: seed, name: "start")
        let minutes = (to - from).milliseconds / 60_000
        return from + .minutes(Int64.random(in: 0...minutes, using: &random))
      }
    }
  }
}

/// The words that passwords and names are drawn from.
private enum DrawnWords {
  /// Of five letters at most: two of them with a number keep within 16 characters, the fewest that
  /// a recorder takes.
  private static let things = [
    "Lamp", "River", "Stone", "Cedar", "Moss", "Lake", "Field", "Amber", "Frost", "Birch", "Anvil",
    "Olive", "Plum", "Maple", "Coral", "Cliff", "Wheat", "Ivory", "Delta", "Grove",
  ]
  private static let people = [
    "Ana Ruiz", "Ben Carter", "Carla Weiss", "David Okoye", "Elena Rossi", "Farid Haddad",
    "Greta Lind", "Hugo Marin", "Irene Costa", "Jonas Beck", "Kemal Demir", "Lucia Vega",
    "Mara Novak", "Nils Berg", "Olga Petrova", "Pablo Diaz", "Rita Gomes", "Samir Nasser",
    "Tessa Bruun", "Victor Lang",
  ]

  static func person(using random: inout SeededRandom) -> String {
    people[Int.random(in: people.indices, using: &random)]
  }

  /// A practice password that meets the rule of a level in every shipped recorder, and is nobody's
  /// default.
  static func password(_ level: PasswordLevel, using random: inout SeededRandom) -> String {
    func thing() -> String { things[Int.random(in: things.indices, using: &random)] }
    let number = Int.random(in: 21...98, using: &random)
    switch level {
    case .low: return "\(thing().lowercased())\(number)\(thing().lowercased())"
    case .middle: return "\(thing())\(number)\(thing())"
    case .high: return "\(thing())-\(thing())-\(number)!"
    }
  }
}
