import PracticeDesk
import RecorderEngine

/// A thing that is so or not, whenever one looks.
public enum Standing: Equatable, Sendable {
  case signedIn(AccountName)
  case nobodySignedIn
  /// Somebody is signed in from elsewhere as that account, at that address; nil: at any.
  case online(AccountName, from: String?)
  case nobodyOnline
  case locked(AccountName)
  /// The recorder's list turns whoever is at that address away.
  case blocked(String)
  case defaultPassword(AccountName)
  case password(AccountName, atLeast: PasswordLevel)
  case questionsSet(AccountName)
  /// The account has that recovery e-mail; nil: it has one.
  case recoveryEmail(AccountName, String?)
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
  /// The recorder runs that firmware or a newer one.
  case firmware(atLeast: FirmwareVersion)
  /// The log holds such an entry; by that account, where one is named.
  case logged(LogWord, by: AccountName?)
  /// So many devices of the practice network are so.
  case devices(DeviceCount)
  /// No camera refuses the recorder.
  case camerasOpen
  /// The cable of the network is in.
  case cableIn
  /// That has come to pass in the call of whoever is called so.
  case caller(String, CallMark)
  case running
}

extension Standing {
  /// The standings that are one word, as files write them.
  public static let words: [String: Standing] = [
    "running": .running, "nobody-signed-in": .nobodySignedIn, "cameras-open": .camerasOpen,
    "nobody-online": .nobodyOnline, "cable-in": .cableIn,
  ]

  /// Whether it is so.
  public func holds(in desk: DeskSnapshot, at now: Timestamp) -> Bool {
    let recorder = desk.recorder
    return switch self {
    case .signedIn(let name): recorder.session?.account == name
    case .nobodySignedIn: recorder.session == nil
    case .online(let name, let address):
      recorder.remoteSessions.contains {
        $0.account == name && (address == nil || $0.address == address)
      }
    case .nobodyOnline: recorder.remoteSessions.isEmpty
    case .locked(let name): recorder.lockOut(of: name) != nil
    case .blocked(let address): !recorder.accessList.lets(address)
    case .defaultPassword(let name): recorder.account(name)?.password == .factoryDefault
    case .password(let name, let level):
      if case .set(let has) = recorder.account(name)?.password { has >= level } else { false }
    case .questionsSet(let name): (recorder.account(name)?.questions ?? 0) > 0
    case .recoveryEmail(let name, let wanted):
      recorder.account(name).map { account in
        wanted.map { account.email.lowercased() == $0.lowercased() } ?? !account.email.isEmpty
      } ?? false
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
    case .firmware(let version): recorder.firmware >= version
    case .logged(let word, let name):
      recorder.log.entries.contains {
        LogWord($0.action) == word && (name == nil || $0.account == name)
      }
    case .devices(let count): count.holds(in: desk.surroundings.laptop, at: now)
    case .camerasOpen: !recorder.cameras.channels.contains(.wrongPassword)
    case .cableIn: recorder.hasNetworkLink
    case .caller(let name, let mark): desk.surroundings.chair?.has(name, mark) ?? false
    case .running: recorder.power == .running
    }
  }
}
