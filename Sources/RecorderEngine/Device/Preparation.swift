/// How a recorder was left by whoever had it before: the start of a scenario.
public struct Preparation: Sendable {
  /// What has become of admin's password.
  public enum AdminPassword: Sendable {
    case factoryDefault
    /// It was changed, and nobody knows it any more.
    case lost
    case known(Secret)
  }

  /// An account that exists beside `admin`; nobody knows a password that is nil.
  public struct Account: Sendable {
    /// Name, group, e-mail and remark.
    public let details: AccountDetails
    /// What opens it; nil: nobody knows it any more.
    public let password: Secret?
    /// Whether it may sign in.
    public let isEnabled: Bool

    /// Makes an account, one that may sign in unless said otherwise.
    public init(details: AccountDetails, password: Secret?, isEnabled: Bool = true) {
      self.details = details
      self.password = password
      self.isEnabled = isEnabled
    }
  }

  /// What has become of admin's password.
  public var adminPassword: AdminPassword
  /// The security questions of admin with their answers; empty: never set up.
  public var questions: [QuestionAndAnswer]
  /// The accounts beside `admin`.
  public var accounts: [Account]
  /// The settings that differ from the factory's.
  public var settings: [SettingKey: SettingValue]
  /// How far the recorder's clock is from the time around it.
  public var clockOffset: Interval
  /// The recovery e-mail of admin.
  public var email = ""
  /// The app account that has the recorder.
  public var appAccount: String?
  /// The address of the client software that has the recorder.
  public var clientEmail: String?
  /// Whether the cameras have other passwords than the recorder knows.
  public var camerasRefuse = false
  /// The firmware that runs; nil: the one that it was sold with.
  public var firmware: FirmwareVersion?
  /// How long ago it was put up: nothing is older, neither footage nor passwords. nil: as long ago as
  /// its footage goes, with passwords of today.
  public var age: Interval?

  /// Makes a preparation; what is left out is as it comes from the factory.
  public init(
    adminPassword: AdminPassword = .factoryDefault, questions: [QuestionAndAnswer] = [],
    accounts: [Account] = [], settings: [SettingKey: SettingValue] = [:],
    clockOffset: Interval = .zero
  ) {
    self.adminPassword = adminPassword
    self.questions = questions
    self.accounts = accounts
    self.settings = settings
    self.clockOffset = clockOffset
  }
}

extension RecorderState {
  /// A recorder as a scenario finds it.
  public init(
    profile: RecorderProfile, prepared preparation: Preparation, now: Timestamp,
    with cryptography: any DeviceCryptography, using random: inout SeededRandom
  ) {
    self.init(profile: profile, now: now)
    func sealed(_ secret: Secret) -> SealedSecret {
      cryptography.seal(secret, salt: Salt(using: &random))
    }
    func standing(_ secret: Secret?) -> PasswordStanding {
      // What nobody knows any more was, as passwords are, neither weak nor strong.
      .set(secret.map { profile.passwords.level(of: $0) ?? .low } ?? .middle)
    }
    for account in preparation.accounts {
      let details = account.details
      credentials[details.name] = account.password.map { .sealed(sealed($0)) } ?? .lost
      snapshot.accounts.append(
        AccountSummary(
          name: details.name, group: details.group, isEnabled: account.isEnabled,
          password: standing(account.password), passwordSince: now, email: details.email,
          remark: details.remark))
    }
    switch preparation.adminPassword {
    case .factoryDefault: break
    case .lost:
      credentials[.admin] = .lost
      snapshot.accounts[0].password = standing(nil)
      snapshot.accounts[0].passwordSince = now
      snapshot.setup = .done
    case .known(let password) where isDefault(password): snapshot.setup = .done
    case .known(let password):
      credentials[.admin] = .sealed(sealed(password))
      snapshot.accounts[0].password = standing(password)
      snapshot.accounts[0].passwordSince = now
      snapshot.setup = .done
    }
    answers[.admin] = preparation.questions.map {
      SealedAnswer(question: $0.question, answer: sealed($0.answer.folded))
    }
    snapshot.accounts[0].questions = preparation.questions.count
    snapshot.settings.merge(preparation.settings)
    keepReadable(preparation, with: cryptography, using: &random)
    snapshot.clock.offset = preparation.clockOffset
    // The clock has been like that for as long as there is footage.
    snapshot.recordings.spans = snapshot.recordings.spans.map {
      $0.shown(with: preparation.clockOffset)
    }
    snapshot.accounts[0].email = preparation.email
    snapshot.cloud.binding = preparation.appAccount.map {
      CloudBinding(account: $0, since: now, shownSince: snapshot.deviceTime(at: now))
    }
    snapshot.cloud.clientEmail = preparation.clientEmail
    if preparation.camerasRefuse {
      snapshot.cameras.channels = snapshot.cameras.channels.map {
        $0.hasPicture ? .wrongPassword : $0
      }
      for channel in snapshot.cameras.channels.indices
      where snapshot.cameras.channels[channel] == .wrongPassword {
        snapshot.recordings.end(channel: channel + 1, at: now)
      }
    }
    if let firmware = preparation.firmware { snapshot.firmware = firmware }
    if let age = preparation.age { makeYounger(putUp: now - age) }
    snapshot.cameras.watches = snapshot.watches(
      since: snapshot.recordings.oldest
        ?? (now - .days(Int64(profile.recording.daysKept.value))).startOfDay)
    windClock(at: now)
    if let expiry = snapshot.expiry {
      snapshot.recordings.expire(shownBefore: snapshot.deviceTime(at: now) - expiry)
    }
  }
}

extension RecorderState {
  /// Where the recorder answers ONVIF, digests of the passwords that somebody knows can be checked.
  private mutating func keepReadable(
    _ preparation: Preparation, with cryptography: any DeviceCryptography,
    using random: inout SeededRandom
  ) {
    guard snapshot.settings[.onvif] == "on" else { return }
    var known = preparation.accounts.map { ($0.details.name, $0.password) }
    if case .known(let password) = preparation.adminPassword { known.append((.admin, password)) }
    for (name, password) in known {
      guard case .sealed = credentials[name], let password else { continue }
      readable = readable ?? [:]
      readable?[name] = cryptography.encrypt(password, salt: Salt(using: &random))
    }
  }

  /// Nothing is older than the day on which the recorder was put up, and its passwords are of then.
  private mutating func makeYounger(putUp day: Timestamp) {
    snapshot.recordings.expire(before: day)
    for place in snapshot.accounts.indices where snapshot.accounts[place].passwordSince != nil {
      snapshot.accounts[place].passwordSince = day
    }
  }
}
