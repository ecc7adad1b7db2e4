import Foundation
import RecorderEngine

/// A statement as JSON has it.
struct StatementText: Encodable {
  struct Actor: Encodable {
    struct Account: Encodable {
      let homePage: String
      let name: String
    }
    let objectType = "Agent"
    let account: Account
  }

  struct VerbText: Encodable {
    let id: String
    let display: [String: String]
  }

  struct Activity: Encodable {
    struct Definition: Encodable {
      let type = "http://adlnet.gov/expapi/activities/lesson"
      let name: [String: String]
    }
    let objectType = "Activity"
    let id: String
    let definition: Definition
  }

  struct Result: Encodable {
    struct Score: Encodable {
      let scaled: Double
      let raw: Int
      let min = 0
      let max = 100
    }
    var score: Score?
    var success: Bool?
    var completion: Bool?
    let duration: String
  }

  struct Context: Encodable {
    let registration: String
    let platform = "RecorderConsole"
    let revision: String?
  }

  let id: String
  let actor: Actor
  let verb: VerbText
  let object: Activity
  let result: Result?
  let context: Context
  let timestamp: String

  init(
    id: String, verb: Verb, of attempt: RecordedAttempt, at: Int64, length: Int64?,
    outcome: AttemptOutcome?
  ) {
    self.id = id
    actor = Actor(account: .init(homePage: attempt.homePage, name: attempt.trainee))
    self.verb = VerbText(id: verb.iri, display: ["en": verb.rawValue])
    // Nobody says which language a title is in.
    let title = attempt.title.isEmpty ? attempt.scenario : attempt.title
    object = Activity(id: attempt.activity, definition: .init(name: ["und": title]))
    result = length.map { length in
      Result(
        score: outcome.map { .init(scaled: Double($0.points) / 100, raw: $0.points) },
        success: outcome.map(\.isPassed), completion: verb == .completed ? true : nil,
        duration: Self.duration(length))
    }
    context = Context(
      registration: attempt.registration.lowercased,
      revision: attempt.hash.isEmpty ? nil : attempt.hash)
    timestamp = Self.moment(at)
  }

  /// The text, the same for the same statement.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and finite numbers can always be written.
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// `2026-11-20T23:06:51.250Z`
  static func moment(_ milliseconds: Int64) -> String {
    let time = CivilTime(Timestamp(milliseconds: milliseconds))
    let date = "\(time.year)-\(digits(time.month, 2))-\(digits(time.day, 2))"
    let fraction = Int((milliseconds % 1_000 + 1_000) % 1_000)
    let clock = [time.hour, time.minute, time.second].map { digits($0, 2) }.joined(separator: ":")
    return "\(date)T\(clock).\(digits(fraction, 3))Z"
  }

  /// `PT1H2M3.45S`: xAPI compares no more than hundredths.
  static func duration(_ milliseconds: Int64) -> String {
    let hundredths = max(0, milliseconds) / 10
    let seconds = hundredths / 100
    let fraction = Int(hundredths % 100)
    let hours = seconds >= 3_600 ? "\(seconds / 3_600)H" : ""
    let minutes = seconds >= 60 ? "\(seconds / 60 % 60)M" : ""
    return "PT\(hours)\(minutes)\(seconds % 60).\(digits(fraction, 2))S"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
