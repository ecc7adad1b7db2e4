import PracticeDesk
import RecorderEngine

/// A recorder in a chosen state, to practise on: what was set up at it, what is lost of that, and
/// what goes wrong.
public struct BenchChoice: Equatable, Sendable, Codable {
  /// What the installer set up.
  public enum SetUp: String, Sendable, Codable, CaseIterable { case questions, email, app, client }

  /// What nobody has any more.
  public enum Lost: String, Sendable, Codable, CaseIterable { case password, answers, email, phone }

  /// When it happens.
  public enum TimeOfDay: String, Sendable, Codable, CaseIterable {
    case now, morning, evening, night
  }

  /// How long ago the recorder was put up.
  public enum Age: String, Sendable, Codable, CaseIterable {
    case week, month, years

    /// The time since then.
    public var length: Interval {
      switch self {
      case .week: .days(7)
      case .month: .days(31)
      case .years: .days(730)
      }
    }
  }

  /// The profile's name.
  public var recorder: String
  /// What was set up, in the order of `SetUp`.
  public private(set) var with: [SetUp]
  /// What is lost, in the order of `Lost`.
  public private(set) var lost: [Lost]
  /// What goes wrong, in the order of `Fault`.
  public private(set) var faults: [Fault]
  /// When it happens.
  public var time: TimeOfDay
  /// How long ago the recorder was put up; nil: nobody says.
  public var age: Age?
  /// The firmware that runs; nil: the one that it was sold with.
  public var firmware: FirmwareVersion?

  /// Makes a choice; the order of what is given does not matter.
  public init(
    recorder: String, with: Set<SetUp> = [], lost: Set<Lost> = [.password],
    faults: Set<Fault> = [], time: TimeOfDay = .now, age: Age? = nil,
    firmware: FirmwareVersion? = nil
  ) {
    self.age = age
    self.firmware = firmware
    self.recorder = recorder
    self.with = SetUp.allCases.filter(with.contains)
    self.lost = Lost.allCases.filter(lost.contains)
    self.faults = Fault.allCases.filter(faults.contains)
    self.time = time
  }
}

extension BenchChoice {
  /// What admin's password is where it is not lost; for everybody to read.
  public static let password = "Corner-Shop7"
  /// The address of whoever owns the recorder.
  public static let address = "owner@example.org"
  /// The owner's account of the app.
  public static let account = "owner"
  /// What opens that account.
  public static let appPassword = "App-Pass-7"
  private static let answers = ["Rex", "Porto", "Elm Street", "Volvo", "Soup"]
  /// Where mail for an address that nobody reads any more would have to go.
  private static let otherAddress = "somebody@example.org"

  /// The choice as a scenario without steps, for a recorder of that profile.
  ///
  /// What the recorder does not have is left out: questions where it asks none, an app where it
  /// knows none.
  public func scenario(
    for profile: RecorderProfile, now: Timestamp, id: String = "practice", title: String = ""
  ) -> Scenario {
    var situation = Situation(
      adminPassword: lost.contains(.password) ? .lost : .known(BenchChoice.password),
      answers: Dictionary(answers(for: profile), uniquingKeysWith: { $1 }))
    if with.contains(.email), profile.recovery.email != nil {
      situation.email = BenchChoice.address
    }
    if with.contains(.app), profile.recovery.app != nil {
      situation.appAccount = BenchChoice.account
    }
    if with.contains(.client), profile.recovery.client != nil {
      situation.clientEmail = BenchChoice.address
    }
    let isReachable = !lost.contains(.email) && !lost.contains(.phone)
    situation.phoneAddress = isReachable ? BenchChoice.address : BenchChoice.otherAddress
    situation.phoneAccount = lost.contains(.phone) ? nil : BenchChoice.account
    if profile.recovery.app != nil {
      situation.appPasswords = [BenchChoice.account: BenchChoice.appPassword]
    }
    situation.notes = notes(for: profile)
    situation.firmware = firmware
    situation.age = age?.length
    situation.faults = faults.map { Situation.PlannedFault($0) }
    return Scenario(
      id: id, title: title.isEmpty ? profile.title : title, story: profile.title,
      recorder: recorder, start: start(now), situation: situation, steps: [], goals: [],
      remarks: [])
  }

  private func start(_ now: Timestamp) -> Timestamp {
    let day = now.startOfDay
    return switch time {
    case .now: now
    case .morning: day + .hours(9)
    case .evening: day + .hours(18)
    case .night: day + .hours(23)
    }
  }

  private func answers(for profile: RecorderProfile) -> [(String, String)] {
    guard with.contains(.questions), let rules = profile.recovery.securityQuestions else {
      return []
    }
    return zip(rules.catalogue.value.prefix(rules.count.value), BenchChoice.answers).map {
      ($0, $1)
    }
  }

  /// What the installer left in the notebook: all that is not lost.
  private func notes(for profile: RecorderProfile) -> String {
    var lines: [String] = []
    if !lost.contains(.password) { lines.append("admin: \(BenchChoice.password)") }
    if !lost.contains(.answers) {
      lines += answers(for: profile).map { "\($0.0) \($0.1)" }
    }
    if with.contains(.email), profile.recovery.email != nil {
      lines.append("E-mail: \(BenchChoice.address)")
    }
    if with.contains(.app), profile.recovery.app != nil {
      lines.append("App: \(BenchChoice.account), \(BenchChoice.appPassword)")
    }
    return lines.joined(separator: "\n")
  }
}
