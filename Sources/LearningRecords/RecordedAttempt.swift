import Foundation

/// An attempt at a lesson as statements tell of it.
public struct RecordedAttempt: Equatable, Sendable {
  /// Where the names of trainees are from, unless somebody says otherwise: no site that there is.
  public static let usualHomePage = "https://recorder-console.invalid/trainees"

  /// The program's own name for it.
  public let id: String
  /// Who tries, as an account of `homePage`.
  public let trainee: String
  /// The URL of whatever gave the trainee the name.
  public let homePage: String
  /// The scenario's name.
  public let scenario: String
  /// What the lesson is called; may be empty.
  public let title: String
  /// Tells one text of the scenario from another; may be empty.
  public let hash: String
  /// Whether it is an exam, which is passed or failed.
  public let isExam: Bool

  /// Makes an attempt.
  public init(
    id: String, trainee: String, homePage: String = usualHomePage, scenario: String, title: String,
    hash: String, isExam: Bool
  ) {
    self.id = id
    self.trainee = trainee
    self.homePage = homePage
    self.scenario = scenario
    self.title = title
    self.hash = hash
    self.isExam = isExam
  }

  /// One registration an attempt: cmi5 lets each have one completion and one verdict. The attempt's own
  /// name where it is a UUID.
  public var registration: UUID { UUID(uuidString: id) ?? UUID(id, in: RecordedAttempt.names) }

  /// What was tried, as an IRI.
  public var activity: String {
    let plain = CharacterSet(charactersIn: "a"..."z").union(CharacterSet(charactersIn: "A"..."Z"))
      .union(CharacterSet(charactersIn: "0"..."9")).union(CharacterSet(charactersIn: "-._~"))
    let name = scenario.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    return "https://recorder-console.invalid/scenarios/" + name
  }

  /// The namespace of names that are no UUID.
  private static let names = UUID(
    uuid: (
      0x5b, 0x1d, 0x6f, 0x0e, 0x3c, 0x52, 0x4e, 0x0b, 0x9a, 0x5f, 0x27, 0x61, 0x84, 0x0d, 0xc9, 0x36
    ))
}

/// What is told of an attempt, in the order that cmi5 allows.
public enum Verb: String, CaseIterable, Sendable {
  case initialized, completed, passed, failed, terminated

  /// The verb as an IRI.
  public var iri: String { "http://adlnet.gov/expapi/verbs/" + rawValue }
}

/// How an attempt came out.
public struct AttemptOutcome: Equatable, Sendable {
  /// The points of a hundred.
  public let points: Int
  /// Whether that passes it.
  public let isPassed: Bool
  /// Whether all of it was done; else it was given up, or its time was over.
  public let isWhole: Bool

  /// Makes an outcome.
  public init(points: Int, isPassed: Bool, isWhole: Bool) {
    self.points = points
    self.isPassed = isPassed
    self.isWhole = isWhole
  }
}
