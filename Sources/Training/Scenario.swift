import PracticeDesk
import RecorderEngine

/// A situation to be mastered, as a file describes it.
public struct Scenario: Equatable, Sendable {
  /// The file's name: `eleven-at-night`.
  public let id: String
  /// What lists call it.
  public let title: String
  /// What has happened, told to the trainee before the first step.
  public let story: String
  /// The profile's name.
  public let recorder: String
  /// What the wall clock shows at the beginning.
  public let start: Timestamp
  /// How the recorder was left.
  public let situation: Situation
  /// What is to be done, in order.
  public let steps: [Step]
  /// What must be true at the end.
  public let goals: [Goal]
  /// What the verdict may mention.
  public let remarks: [Remark]
  /// How much somebody should know before; nil: nobody has said.
  public var level: LessonLevel?
  /// How many minutes it takes somebody who learns it; nil: nobody has said.
  public var minutes: Int?
  /// What it teaches, in words of the trade; may be empty.
  public var teaches: [String] = []
  /// What would have prevented the situation; empty: nobody has said.
  public var prevention = ""
  /// What should not be done, in the file's order.
  public var wrong: [WrongTurn] = []
  /// The other ways to the end.
  public var endings: [OtherWay] = []
  /// What it is as an exam; nil: it is none.
  public var exam: Exam?
  /// What the seed of the attempt has drawn for it.
  public var drawn = Drawn()

  /// Makes a scenario of what a file says.
  public init(
    id: String, title: String, story: String, recorder: String, start: Timestamp,
    situation: Situation, steps: [Step], goals: [Goal], remarks: [Remark]
  ) {
    self.id = id
    self.title = title
    self.story = story
    self.recorder = recorder
    self.start = start
    self.situation = situation
    self.steps = steps
    self.goals = goals
    self.remarks = remarks
  }
}

/// How the recorder was left, as a file says it.
public struct Situation: Equatable, Sendable {
  /// What has become of admin's password.
  public enum AdminPassword: Equatable, Sendable {
    case factoryDefault
    case lost
    /// A practice password that stands in the file, for everybody to read.
    case known(String)
  }

  /// An account beside `admin`.
  public struct Account: Equatable, Sendable {
    /// What it signs in with.
    public let name: String
    /// The name of the group that says what it may do.
    public let group: String
    /// A practice password, for everybody to read; nil: nobody knows it any more.
    public let password: String?
    /// Whether it may sign in.
    public let isEnabled: Bool

    /// Makes an account beside `admin`.
    public init(name: String, group: String, password: String?, isEnabled: Bool) {
      self.name = name
      self.group = group
      self.password = password
      self.isEnabled = isEnabled
    }
  }

  /// Something that goes wrong, from the beginning or later.
  public struct PlannedFault: Equatable, Sendable {
    /// What goes wrong.
    public let fault: Fault
    /// How long, how far or how often.
    public let length: Interval
    /// How long after the beginning it goes wrong.
    public let after: Interval
    /// After how long it is right again by itself; nil: it stays wrong.
    public let lasts: Interval?

    /// Makes a fault; with no length it is as long as usual, and left out it is there from the beginning
    /// and stays.
    public init(
      _ fault: Fault, _ length: Interval? = nil, after: Interval = .zero, lasts: Interval? = nil
    ) {
      self.fault = fault
      self.length = length ?? fault.usualLength
      self.after = after
      self.lasts = lasts
    }
  }

  /// What has become of admin's password.
  public let adminPassword: AdminPassword
  /// Who calls the support desk where the trainee sits there; empty: others do.
  public var callers: [Caller] = []
  /// The answers to admin's security questions, by question; empty: never set up.
  public let answers: [String: String]
  /// The accounts beside `admin`.
  public let accounts: [Account]
  /// The settings that differ from the factory's.
  public let settings: [SettingKey: SettingValue]
  /// How far the recorder's clock is from the time around it.
  public let clockOffset: Interval
  /// How many recorders and cameras there are on the network; nil: as many as usual.
  public var networkDevices: Int?
  /// How many of those devices are what; what is not named comes as usual.
  public var networkMix = DeviceMix()
  /// The label of this very recorder, drawn for the attempt; nil: that of its profile.
  public var identity: Identity?
  /// The recovery e-mail of admin; empty: none is set.
  public var email = ""
  /// The app account that has the recorder.
  public var appAccount: String?
  /// The address of the client software that has the recorder.
  public var clientEmail: String?
  /// Whether the cameras have other passwords than the recorder knows.
  public var camerasRefuse = false
  /// The firmware that runs; nil: the one that the recorder was sold with.
  public var firmware: FirmwareVersion?
  /// How long ago the recorder was put up; nil: as long ago as its footage goes.
  public var age: Interval?
  /// The only address whose mail comes to the phone; nil: every mail does.
  public var phoneAddress: String?
  /// Who is signed in to the phone's app.
  public var phoneAccount: String?
  /// The app's passwords by its accounts, for everybody to read; an account without one takes the
  /// first that is typed.
  public var appPasswords: [String: String] = [:]
  /// When the support desk is open; nil: always.
  public var supportHours: SupportHours?
  /// What stands in the trainee's notebook.
  public var notes = ""
  /// What goes wrong, from the beginning or later.
  public var faults: [PlannedFault] = []
  /// The channel at which something moves some seconds after the beginning; nil: none by design.
  public var motionAt: Int?

  /// Makes a situation; what is left out is as it comes from the factory.
  public init(
    adminPassword: AdminPassword, answers: [String: String] = [:], accounts: [Account] = [],
    settings: [SettingKey: SettingValue] = [:], clockOffset: Interval = .zero,
    networkDevices: Int? = nil
  ) {
    self.networkDevices = networkDevices
    self.adminPassword = adminPassword
    self.answers = answers
    self.accounts = accounts
    self.settings = settings
    self.clockOffset = clockOffset
  }

  /// The recorder's part of it, as the engine takes it.
  public var preparation: Preparation {
    let password: Preparation.AdminPassword =
      switch adminPassword {
      case .factoryDefault: .factoryDefault
      case .lost: .lost
      case .known(let text): .known(Secret(text))
      }
    var preparation = Preparation(
      adminPassword: password,
      questions: answers.sorted { $0.key < $1.key }.map {
        QuestionAndAnswer(question: $0.key, answer: Secret($0.value))
      },
      accounts: accounts.map {
        Preparation.Account(
          details: AccountDetails(name: AccountName($0.name), group: $0.group),
          password: $0.password.map { Secret($0) }, isEnabled: $0.isEnabled)
      },
      settings: settings, clockOffset: clockOffset)
    preparation.email = email
    preparation.appAccount = appAccount
    preparation.clientEmail = clientEmail
    preparation.camerasRefuse = camerasRefuse
    preparation.firmware = firmware
    preparation.age = age
    return preparation
  }
}

/// One step of a lesson: what the coach says, and what the recorder must have done by its end.
public struct Step: Equatable, Sendable {
  /// The name that tells the step from the others of its scenario.
  public let id: String
  /// The coach line.
  public let say: String
  /// What helps, one hint after another; may be empty.
  public let hints: [Hint]
  /// What must have happened for the step to be done.
  public let until: Condition
  /// How much time may be let pass with one key during this step.
  public let mayPass: Interval?
  /// Whether the step counts as reached even from an earlier one, which is then left out.
  public let isShortcut: Bool
  /// What it counts in the verdict.
  public var points = Step.usualPoints
  /// Why it was done, and what to remember of it: said once it is done; empty: nothing.
  public var explain = ""
  /// Keys that do it from where the step before has ended; nil: nobody has written them down.
  public var solution: KeyScript?
  /// The number of the group whose steps may be done in any order; nil: it is in none.
  public var group: Int?

  /// What a step or a goal counts where the file says nothing else.
  public static let usualPoints = 10

  /// Makes a step of what a file says.
  public init(
    id: String, say: String, hints: [Hint], until: Condition, mayPass: Interval?,
    isShortcut: Bool
  ) {
    self.id = id
    self.say = say
    self.hints = hints
    self.until = until
    self.mayPass = mayPass
    self.isShortcut = isShortcut
  }
}

/// What must be true at the end.
public struct Goal: Equatable, Sendable {
  /// What the verdict says of it.
  public let say: String
  /// What decides whether it is reached.
  public let check: Condition
  /// What it counts in the verdict.
  public let points: Int

  /// Makes a goal; it counts as much as a step unless said otherwise.
  public init(say: String, check: Condition, points: Int = Step.usualPoints) {
    self.points = points
    self.say = say
    self.check = check
  }
}

/// Something that the verdict mentions if it happened.
public struct Remark: Equatable, Sendable {
  /// The sentence.
  public let say: String
  /// What must be so for it to be said.
  public let when: Condition

  /// Makes a remark.
  public init(say: String, when: Condition) {
    self.say = say
    self.when = when
  }
}
