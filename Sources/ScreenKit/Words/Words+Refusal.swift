import ConsoleData
import RecorderEngine
import TextUI

/// Sentences for what the recorder says: one place, so that every screen says it alike.
public enum Words {
  /// A refusal as the recorder's user reads it.
  public static func of(_ refusal: Refusal, at now: Timestamp) -> Phrase {
    switch refusal {
    case .notRunning: tr("The recorder is not running.")
    case .alreadyRunning: tr("The recorder is on already.")
    case .signInNeeded: tr("Log in first.")
    case .signedInAlready: tr("Somebody is logged in already.")
    case .notAllowed(let right): tr("Your group may not do this: it has no right to \(of(right)).")
    case .wrongNameOrPassword(let left):
      tr("Wrong user name or password. \(tries(left)) left.")
    case .lockedOut(let lockOut): locked(lockOut, at: now)
    case .accountDisabled: tr("This account is disabled.")
    case .wrongCurrentPassword: tr("The current password is wrong.")
    case .password(let problem): of(problem)
    case .account(let problem): of(problem)
    case .questions(let problem): of(problem)
    case .recovery(let problem): of(problem, at: now)
    case .setting(_, let problem): of(problem)
    case .service(let service, let problem): failed(service, problem)
    case .told(let words): tr(words: words)
    case .resetHoldTooShort(let held):
      tr("Let go after \(tenths(held)) s: too short. Nothing happened.")
    case .resetHoldTooLong(let held):
      tr("Let go after \(tenths(held)) s: too long. Nothing happened.")
    case .resetNeedsSwitchingOn:
      tr("Nothing happened: this model reads the button only while it is switched on with it held.")
    case .passwordExpired: tr("Your password has expired: set a new one first.")
    case .approval(let problem): of(problem)
    case .setup(let problem): of(problem)
    case .upgrade(let problem): of(problem)
    case .configuration(let problem): of(problem)
    case .accessList(let problem): of(problem)
    case .disk(.missing): tr("There is no disk in the recorder.")
    case .disk(.full): tr("The disk is full: nothing more is recorded.")
    case .disk(.powerIsOn): tr("Switch the power off first.")
    case .cloud(let problem): of(problem)
    case .camera(let problem): of(problem)
    case .addressBlocked(let address): tr("The address \(address) may not log in here.")
    }
  }

  /// `7.1`
  public static func tenths(_ interval: Interval) -> String {
    let tenths = interval.milliseconds / 100
    return "\(tenths / 10).\(tenths % 10)"
  }

  package static func tries(_ count: Int) -> Phrase {
    count == 1 ? tr("1 try") : tr("\(count) tries")
  }

  /// What a locked account's user reads.
  public static func locked(_ lockOut: LockOut, at now: Timestamp) -> Phrase {
    guard let until = lockOut.until else {
      return tr("Locked until the recorder is restarted.")
    }
    return tr("Locked. Try again in \((until - now).countdown).")
  }

  /// A right, as in "has no right to …".
  package static func of(_ right: Right) -> Phrase {
    switch right {
    case .playback: tr("play recordings")
    case .live: tr("see live pictures")
    case .backup: tr("take recordings away")
    case .camera: tr("change the cameras' settings")
    case .record: tr("change how is recorded")
    case .alarm: tr("change alarms")
    case .disk: tr("change the disk's settings")
    case .network: tr("change the network")
    case .system: tr("change system settings")
    case .accounts: tr("manage users")
    case .log: tr("read the log")
    case .maintenance: tr("restart or shut down")
    }
  }

  package static func of(_ level: PasswordLevel) -> Phrase {
    switch level {
    case .low: tr("low")
    case .middle: tr("medium")
    case .high: tr("high")
    }
  }

  /// What is wrong with a password.
  public static func of(_ problem: PasswordProblem) -> Phrase {
    switch problem {
    case .tooLong(let came, let longest):
      tr("At most \(longest) characters; this has \(came).")
    case .tooShort(let came, let shortest, _):
      tr("At least \(shortest) characters; this has \(came).")
    case .lacks(let kinds, let level):
      tr("Level \(of(level)) needs \(list(kinds.map(of))).")
    case .notTheSameTwice: tr("The two are not the same.")
    case .sameAsBefore: tr("This is the current password. Choose another.")
    case .unprintable: tr("It holds a character that cannot be printed.")
    }
  }

  private static func of(_ kind: CharacterKind) -> Phrase {
    switch kind {
    case .letter: tr("a letter")
    case .digit: tr("a digit")
    case .special: tr("a special character")
    }
  }

  /// `a, b and c`
  package static func list(_ words: [Phrase]) -> Phrase {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return Phrase.joined([Phrase.joined(words.dropLast(), by: ", "), last], by: tr(" and "))
  }

  private static func of(_ problem: AccountProblem) -> Phrase {
    switch problem {
    case .noSuchAccount(let name): tr("There is no account “\(name.text)”.")
    case .nameEmpty: tr("The account needs a name.")
    case .nameTooLong(let came, let longest):
      tr("A name has at most \(longest) characters; this has \(came).")
    case .nameUnprintable: tr("It holds a character that cannot be printed.")
    case .nameLetter(let letter, let letters):
      letters == .latin
        ? tr("“\(letter)” cannot stand in a user name here: Latin letters, digits and signs can.")
        : tr("“\(letter)” cannot stand in a user name here: A to Z, digits and signs can.")
    case .nameTaken(let name): tr("There is an account “\(name.text)” already.")
    case .noSuchGroup(let name): tr("There is no group “\(name)”.")
    case .tooMany(let most):
      most == 1
        ? tr("The recorder keeps no account but admin.")
        : tr("The recorder keeps at most \(most) accounts.")
    case .remarkTooLong(let came, let longest):
      tr("A remark has at most \(longest) characters; this has \(came).")
    case .emailUnlikely: tr("This does not look like an e-mail address.")
    case .adminIsFixed: tr("admin keeps its name, its group and its place.")
    case .notYourself: tr("Not on the account you are logged in with.")
    case .tooManyGroups(let most):
      most == 1
        ? tr("The recorder keeps at most 1 group.")
        : tr("The recorder keeps at most \(most) groups.")
    case .groupTaken(let name): tr("There is a group “\(name)” already.")
    case .groupIsFixed(let name): tr("“\(name)” is built in: copy it and change the copy.")
    case .groupInUse(let name, let accounts):
      accounts == 1
        ? tr("“\(name)” still has a user: give that one another group first.")
        : tr("“\(name)” still has \(accounts) users: give them another group first.")
    case .beyondYou(let name): tr("“\(name)” may do more than your own group.")
    }
  }

  private static func of(_ problem: QuestionsProblem) -> Phrase {
    switch problem {
    case .notOffered: tr("This recorder has no security questions.")
    case .wrongCount(let came, let expected):
      expected == 1
        ? tr("One question is needed; \(came) came.")
        : tr("\(expected) questions are needed; \(came) came.")
    case .sameQuestionTwice: tr("The same question stands there twice.")
    case .unknownQuestion: tr("The recorder does not offer this question.")
    case .answerEmpty(let number): tr("Question \(number) has no answer.")
    case .answerTooLong(let number, let longest):
      tr("Answer \(number) is too long: at most \(longest) characters.")
    }
  }

  private static func of(_ problem: RecoveryProblem, at now: Timestamp) -> Phrase {
    switch problem {
    case .notOpen: tr("Restore Password is not open.")
    case .signedIn: tr("Log out first: Restore Password is for a recorder nobody can enter.")
    case .unavailable(_, let why): of(why, at: now)
    case .wrongAnswers(let left): tr("Not all answers are right. \(tries(left)) left.")
    case .wrongCode(let left): tr("This code is not right. \(tries(left)) left.")
    case .tooManyMails(let most, let next):
      most == 1
        ? tr("At most 1 mail in 24 hours. The next one in \((next - now).countdown).")
        : tr("At most \(most) mails in 24 hours. The next one in \((next - now).countdown).")
    case .notGranted: tr("The time for a new password is over. Begin again.")
    }
  }

  /// Why a recovery method cannot be used.
  public static func of(_ why: Unavailability, at now: Timestamp) -> Phrase {
    of(why) { ($0 - now).countdown }
  }

  /// Why a recovery method cannot be used, with time that counts as the screen has it.
  package static func of(_ why: Unavailability, in context: ScreenContext) -> Phrase {
    of(why) { context.countdown(until: $0) }
  }

  private static func of(_ why: Unavailability, left: (Timestamp) -> String) -> Phrase {
    switch why {
    case .needsFirmware(let needed, let has):
      tr("needs firmware \(needed), this recorder has \(has)")
    case .neverSetUp: tr("was never set up on this recorder")
    case .paused(let until): tr("too many tries: paused for \(left(until))")
    case .tooManyScreens(let until):
      tr("opened too often in a short time: wait \(left(until))")
    case .notBound: tr("no app account has this recorder")
    case .notRegistered: tr("no client software has this recorder")
    }
  }

  package static func of(_ problem: SettingProblem) -> Phrase {
    switch problem {
    case .unknown: tr("This recorder has no such setting.")
    case .tooLong(let came, let longest): tr("At most \(longest) characters; this has \(came).")
    case .unprintable: tr("It holds a character that cannot be printed.")
    case .notANumber: tr("A whole number is expected.")
    case .outOfRange(let lowest, let highest): tr("From \(lowest) to \(highest).")
    case .notOneOf(let options): tr("One of \(list(options.map { Phrase(words: $0) })).")
    case .notATime: tr("Hours and minutes, such as 07:30.")
    case .notDays: tr("Month and day, such as 12-25 or 12-24..12-26.")
    case .notASchedule: tr("The hours of a week.")
    case .notAnArea: tr("Cells of a grid over the picture.")
    case .notAnAddress: tr("Four numbers up to 255, such as 192.168.1.100.")
    }
  }
}
