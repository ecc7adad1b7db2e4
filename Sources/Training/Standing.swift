import PracticeDesk
import RecorderEngine

/// A thing that is so or not, whenever one looks.
public enum Standing: Equatable, Sendable {
  case signedIn(AccountName)
  case nobodySignedIn
  case locked(AccountName)
  case defaultPassword(AccountName)
  case password(AccountName, atLeast: PasswordLevel)
  case questionsSet(AccountName)
  case footageKept(days: Int)
  case setting(SettingKey, SettingValue)
  case account(AccountName)
  case member(AccountName, group: String)
  /// Whether the account's group gives it that right at the recorder, for one channel at least.
  case may(AccountName, Right)
  /// The recorder's clock is wrong by no more than that.
  case clockRight(within: Interval)
  /// A password was restored by that method.
  case recovered(RecoveryMethod)
  /// No camera refuses the recorder.
  case camerasOpen
  case running
}

extension Standing {
  /// The standings that are one word, as files write them.
  public static let words: [String: Standing] = [
    "running": .running, "nobody-signed-in": .nobodySignedIn, "cameras-open": .camerasOpen,
  ]

  /// Whether it is so.
  public func holds(in desk: DeskSnapshot, at now: Timestamp) -> Bool {
    let recorder = desk.recorder
    return switch self {
    case .signedIn(let name): recorder.session?.account == name
    case .nobodySignedIn: recorder.session == nil
    case .locked(let name): recorder.lockOut(of: name) != nil
    case .defaultPassword(let name): recorder.account(name)?.password == .factoryDefault
    case .password(let name, let level):
      if case .set(let has) = recorder.account(name)?.password { has >= level } else { false }
    case .questionsSet(let name): (recorder.account(name)?.questions ?? 0) > 0
    case .footageKept(let days):
      recorder.recordings.oldest.map { now - $0 >= .days(Int64(days)) } ?? false
    case .setting(let key, let value): recorder.settings[key] == value
    case .account(let name): recorder.account(name) != nil
    case .member(let name, let group): recorder.account(name)?.group == group
    case .may(let name, let right):
      recorder.account(name).flatMap { recorder.group($0.group) }?.local.allows(right) ?? false
    case .clockRight(let most):
      (-most.milliseconds...most.milliseconds).contains(recorder.clock.offset.milliseconds)
    case .recovered(let method):
      recorder.log.entries.contains { $0.action == .passwordRecovered(method) }
    case .camerasOpen: !recorder.cameras.channels.contains(.wrongPassword)
    case .running: recorder.power == .running
    }
  }
}

