/// The recorder answered, and the answer is no.
public enum Refusal: Equatable, Sendable, Codable {
  case notRunning
  case alreadyRunning
  case signInNeeded
  case signedInAlready
  /// The group of the account does not have the right.
  case notAllowed(Right)

  /// One answer for a wrong name and a wrong password; `left` tries until the lock-out.
  case wrongNameOrPassword(left: Int)
  case lockedOut(LockOut)
  case accountDisabled

  case wrongCurrentPassword
  case password(PasswordProblem)
  case account(AccountProblem)
  case questions(QuestionsProblem)
  case recovery(RecoveryProblem)
  case setting(SettingKey, SettingProblem)
  case resetHoldTooShort(held: Interval)
  case resetHoldTooLong(held: Interval)
  /// This model reads the button only while it is being switched on.
  case resetNeedsSwitchingOn

  /// The password has expired: nothing but a new one comes first.
  case passwordExpired
  case approval(ApprovalProblem)
  case setup(SetupProblem)
  case upgrade(UpgradeProblem)
  case configuration(ConfigurationProblem)
  case accessList(AccessListProblem)
  case addressBlocked(String)
  case disk(DiskProblem)
  case cloud(CloudProblem)
  case camera(CameraProblem)
  /// A service that was tried does not work; without a problem, it is not switched on.
  case service(NetworkService, ServiceProblem?)
  /// A recorder that is real said no, in words of its own or in those of its protocol.
  case told(String)
}

/// What is wrong with a new password.
public enum PasswordProblem: Equatable, Sendable, Codable {
  case tooLong(came: Int, longest: Int)
  case tooShort(came: Int, shortest: Int, level: PasswordLevel)
  case lacks([CharacterKind], level: PasswordLevel)
  case notTheSameTwice
  case sameAsBefore
  case unprintable
}

/// What is wrong with an account's details.
public enum AccountProblem: Equatable, Sendable, Codable {
  case noSuchAccount(AccountName)
  case nameEmpty
  case nameTooLong(came: Int, longest: Int)
  case nameUnprintable
  /// A letter that this recorder's user names do not have.
  case nameLetter(String, NameLetters)
  /// The account that is there, in its own capitals.
  case nameTaken(AccountName)
  case noSuchGroup(String)
  case tooMany(most: Int)
  case remarkTooLong(came: Int, longest: Int)
  case emailUnlikely
  /// `admin` keeps its name, its group and its place.
  case adminIsFixed
  case notYourself
  case tooManyGroups(most: Int)
  case groupTaken(String)
  /// Built in: it can be given and copied.
  case groupIsFixed(String)
  case groupInUse(String, accounts: Int)
  /// The group may do something that one's own may not.
  case beyondYou(String)
}

/// What is wrong with security questions.
public enum QuestionsProblem: Equatable, Sendable, Codable {
  case notOffered
  case wrongCount(came: Int, expected: Int)
  case sameQuestionTwice
  case unknownQuestion(String)
  case answerEmpty(number: Int)
  case answerTooLong(number: Int, longest: Int)
}

/// Why a step of the recovery is refused.
public enum RecoveryProblem: Equatable, Sendable, Codable {
  case notOpen
  case signedIn
  case unavailable(RecoveryMethod, Unavailability)
  case wrongAnswers(left: Int)
  case wrongCode(left: Int)
  /// So many mails a day; the next one from then on.
  case tooManyMails(most: Int, next: Timestamp)
  case notGranted
}

/// What is wrong with a setting's value.
public enum SettingProblem: Equatable, Sendable, Codable {
  case unknown
  case tooLong(came: Int, longest: Int)
  case unprintable
  case notANumber
  case outOfRange(lowest: Int, highest: Int)
  case notOneOf([String])
  case notAnAddress
  case notATime
  case notASchedule
  case notDays
  case notAnArea
}
