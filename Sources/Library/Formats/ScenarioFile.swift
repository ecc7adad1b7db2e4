import RecorderEngine
import Training

/// The file of a scenario: `Assets/Scenarios/eleven-at-night.yaml`.
public enum ScenarioFile {
  /// Reads a scenario from a file's text; `file` is the name that messages show.
  ///
  /// With a profile it is also held against that recorder: its questions, groups and settings. What
  /// it varies is drawn by the seed.
  public static func read(
    _ text: String, file: String, for recorder: RecorderProfile? = nil, seed: UInt64 = 1
  ) throws(LibraryFault) -> Scenario {
    let document = Document(Array(text.utf8), file: file)
    guard let recorder else { return try document.read(.scenario(for: nil, seed: seed)) }
    return try document.read(
      .scenario(
        for: { name in
          name == recorder.id ? .known(recorder) : .unknown(available: [recorder.id])
        }, seed: seed))
  }
}

extension Format<Scenario> {
  /// A whole scenario, with what the seed draws for it; `recorder` finds what is known of the recorder
  /// that it names, and `label` its label alone, where it is asked for.
  static func scenario(
    for recorder: ((String) -> RecorderOnTrial)?, seed: UInt64 = 1,
    label: @escaping (String) -> Identity? = { _ in nil }
  ) -> Format {
    Format { item in
      Fields.read(item, "a scenario: a group of keys") { fields in
        scenario(fields, item?.document, Trial(recorder, label: label), seed)
      }
    }
  }

  private static func scenario(
    _ fields: Fields, _ document: Document?, _ trial: Trial, _ seed: UInt64
  ) -> Scenario {
    // Lists show the title of no attempt in particular.
    let title = fields.read("title", .line(60))
    var names: [String] = []
    _ = title.filled { (name) -> String? in
      names.append(name)
      return nil
    }
    fields.check(
      "title", isTrue: names.isEmpty, expected: "a title without drawn values",
      came: quoted(title))
    let start = fields.readDrawn(seed: seed, in: document)
    let recorder = fields.read("recorder", .recorderName(trial))
    trial.drawIdentity(of: recorder, fields, seed: seed, in: document)
    // Without steps it is a situation to practise in, and has no goals.
    let hasSteps = fields.has("steps") || fields.has("goals")
    var scenario = Scenario(
      id: fields.read("scenario", .ownName("scenario")), title: title,
      story: fields.read("story", .passage(1_200)),
      recorder: recorder, start: start,
      situation: fields.read("situation", .situation(trial)),
      steps: hasSteps
        ? fields.read("steps", .steps(trial)) : [],
      goals: hasSteps
        ? fields.read("goals", .list(of: .goal(trial), "a list of goals", count: 1...20)) : [],
      remarks: fields.optional(
        "remarks", .list(of: .remark(trial), "a list of remarks", count: 0...20)) ?? [])
    scenario.readTraining(fields, trial)
    scenario.drawn = fields.finishDrawn(in: document)
    return scenario
  }
}

/// The recorder that the scenario names, once its name is read.
final class Trial {
  private let find: ((String) -> RecorderOnTrial)?
  private(set) var profile: RecorderProfile?
  /// Its label, where the scenario has one drawn; nil: the profile's.
  var identity: Identity?

  /// What those are called who call the support desk, once the situation is read.
  var callers: [String] = []

  /// What stands on the label of the recorder with that name.
  let label: (String) -> Identity?

  init(_ find: ((String) -> RecorderOnTrial)?, label: @escaping (String) -> Identity?) {
    self.find = find
    self.label = label
  }

  /// Takes the recorder of that name; returns the names there are where there is none such.
  func enter(_ name: String) -> [String]? {
    switch find?(name) {
    case .known(let profile): self.profile = profile
    case .unknown(let available): return available
    case .unreadable, nil: break
    }
    return nil
  }
}

extension Format<String> {
  fileprivate static func recorderName(_ trial: Trial) -> Format {
    Format { item in
      let name = fileName("a recorder's name").read(item)
      if !name.isEmpty, let available = trial.enter(name) {
        item?.refuse(expected: choice("a recorder", of: available, instead: name))
      }
      return name
    }
  }
}

extension Format<[Step]> {
  /// Steps, and groups of steps that may be done in any order.
  fileprivate static func steps(_ trial: Trial) -> Format {
    Format { item in
      guard let item else { return [] }
      let problems = item.document.problems.count
      let blocks = Format<[[PlacedStep]]>.list(
        of: .block(trial), "a list of steps", count: 1...40
      ).read(item)
      let all = blocks.enumerated().flatMap { number, block in
        block.map { placed in
          var placed = placed
          if block.count > 1 { placed.step.group = number }
          return placed
        }
      }
      if all.count > 40 {
        item.refuse(expected: "a list of steps with 1 to 40 of them", came: "\(all.count)")
      }
      if item.document.problems.count == problems {
        let found = all.compactMap { placed in placed.item.map { (placed.step.id, $0) } }
        Document.refuseRepetitions(of: found.map(\.0), found.map(\.1))
      }
      return all.map(\.step)
    }
  }
}

/// A step, and where the file has it.
private struct PlacedStep {
  var step: Step
  let item: Item?
}

extension Format<[PlacedStep]> {
  /// A step, or under `anyOrder` two to six of them.
  fileprivate static func block(_ trial: Trial) -> Format {
    let step = Format<Step>.step(trial)
    return Format { item in
      guard let item, item.entries?.contains(where: { $0.key == "anyOrder" }) == true else {
        return [PlacedStep(step: step.read(item), item: item)]
      }
      return Fields.read(item, "a group of steps") { fields in
        let steps = fields.read(
          "anyOrder",
          Format<[PlacedStep]>.list(
            of: Format<PlacedStep> { PlacedStep(step: step.read($0), item: $0) },
            "a list of steps", count: 2...6))
        for placed in steps where placed.step.isShortcut {
          placed.item?.refuse(
            expected: "no shortcut within anyOrder", came: quoted(placed.step.id))
        }
        return steps
      }
    }
  }
}

extension Format<Step> {
  fileprivate static func step(_ trial: Trial) -> Format {
    .group("a step: a group with the keys id, say, until") { fields in
      var step = Step(
        id: fields.read("id", .fileName("a name")),
        // With "Lesson 3/8 " in front of it, it fits a row of 80.
        say: fields.read("say", .line(74)),
        hints: fields.optional("hints", .list(of: .hint, "a list of hints", count: 1...6)) ?? [],
        until: fields.read("until", .condition(trial)),
        mayPass: fields.optional("mayPass", .length(.seconds(1) ... .days(7))),
        isShortcut: fields.optional("shortcut", .truth) ?? false)
      step.points = fields.optional("points", .points) ?? Step.usualPoints
      step.explain = fields.optional("explain", .line(300)) ?? ""
      step.solution = fields.optional("solution", .keys)
      return step
    }
  }
}

extension Format<Goal> {
  fileprivate static func goal(_ trial: Trial) -> Format {
    .group("a goal: a group with the keys say, check") { fields in
      Goal(
        say: fields.read("say", .line(74)), check: fields.read("check", .condition(trial)),
        points: fields.optional("points", .points) ?? Step.usualPoints)
    }
  }
}

extension Format<Remark> {
  fileprivate static func remark(_ trial: Trial) -> Format {
    .group("a remark: a group with the keys say, when") { fields in
      Remark(say: fields.read("say", .line(150)), when: fields.read("when", .condition(trial)))
    }
  }
}
