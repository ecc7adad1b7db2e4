import RecorderEngine
import Training

extension Scenario {
  /// Takes in what a file says of the lesson as a lesson: for whom it is, and how it is graded.
  mutating func readTraining(_ fields: Fields, _ trial: Trial) {
    level = fields.optional("level", .oneOf("a level"))
    minutes = fields.optional("minutes", .number(1...240))
    teaches =
      fields.optional("teaches", .list(of: .line(40), "a list of words", count: 1...12)) ?? []
    prevention = fields.optional("prevention", .passage(600)) ?? ""
    let names = Set(steps.map(\.id))
    let turns =
      fields.optional("wrong", .list(of: .wrongTurn(names, trial), "a list", count: 0...30)) ?? []
    let forbidden =
      fields.optional("forbidden", .list(of: .forbidden(names, trial), "a list", count: 0...30))
      ?? []
    wrong = turns + forbidden
    endings =
      fields.optional("endings", .list(of: .otherWay(names, trial), "a list", count: 0...10)) ?? []
    exam = fields.optional("exam", .exam)
  }
}

extension Format<Int> {
  /// What a step, a goal or a wrong turn counts.
  static var points: Format { .number(0...1_000) }

  /// A share such as `70 %`.
  fileprivate static var percent: Format {
    .scalar("a share such as “70 %”", standIn: 0) { text in
      guard let match = text.wholeMatch(of: /(\d{1,3}) ?%/), let number = Int(match.1),
        number <= 100
      else { return nil }
      return number
    }
  }
}

extension Format<Hint> {
  /// A hint: its sentence, or a group with its price.
  static var hint: Format {
    Format { item in
      guard let item, item.text == nil else {
        return Hint(say: Format<String>.line(150).read(item))
      }
      return Fields.read(item, "a hint: a sentence, or a group with the keys say, price") {
        fields in
        Hint(
          say: fields.read("say", .line(150)),
          price: fields.optional("price", .number(0...100)) ?? Hint.usualPrice)
      }
    }
  }
}

extension Format<KeyScript> {
  /// What is pressed, as `F2 Enter text:12345 Enter`.
  static var keys: Format {
    Format { item in
      let text = Format<String>.passage(20_000).read(item)
      do throws(KeyScriptProblem) {
        return try KeyScript(parsing: text)
      } catch {
        item?.refuse(expected: "keys", came: error.description)
        return KeyScript()
      }
    }
  }
}

extension Format<WrongTurn> {
  /// A wrong turn that costs points.
  fileprivate static func wrongTurn(_ steps: Set<String>, _ trial: Trial) -> Format {
    .group("a wrong turn: a group with the keys say, when") { fields in
      WrongTurn(
        say: fields.read("say", .line(200)), when: fields.read("when", .condition(trial)),
        cost: fields.optional("cost", .points) ?? 0,
        from: fields.optional("from", .step(of: steps)),
        keys: fields.optional("keys", .keys))
    }
  }

  /// Something that must not be done at all.
  fileprivate static func forbidden(_ steps: Set<String>, _ trial: Trial) -> Format {
    .group("something forbidden: a group with the keys say, when") { fields in
      WrongTurn(
        say: fields.read("say", .line(200)), when: fields.read("when", .condition(trial)),
        cost: fields.optional("cost", .points) ?? 0,
        endsAttempt: fields.optional("ends", .truth) ?? false,
        from: fields.optional("from", .step(of: steps)), keys: fields.optional("keys", .keys))
    }
  }
}

extension Format<OtherWay> {
  fileprivate static func otherWay(_ steps: Set<String>, _ trial: Trial) -> Format {
    .group("another way to the end: a group with the keys say, when, from") { fields in
      OtherWay(
        say: fields.read("say", .line(150)), when: fields.read("when", .condition(trial)),
        from: fields.read("from", .step(of: steps)),
        solution: fields.optional("solution", .keys))
    }
  }
}

extension Format<String> {
  /// The name of a step of this scenario.
  fileprivate static func step(of names: Set<String>) -> Format {
    Format { item in
      let name = fileName("a step's name").read(item)
      if !name.isEmpty, !names.contains(name) {
        item?.refuse(expected: choice("a step", of: names.sorted(), instead: name))
      }
      return name
    }
  }
}

extension Format<Exam> {
  fileprivate static var exam: Format {
    .group("an exam such as { minutes: 15, pass: 70 % }") { fields in
      Exam(minutes: fields.read("minutes", .number(1...240)), pass: fields.read("pass", .percent))
    }
  }
}
