import ONVIFMessages
import RecorderEngine

/// What a command becomes: what is sent, in order, and what is read after it to see that it was done.
struct Plan: Sendable {
  /// Something that is sent once.
  enum Step: Sendable {
    case createUser(UserSetting)
    case setUser(UserSetting)
    case deleteUser(AccountName)
    case setHostname(String)
    case setNTP(SetNTP)
    case setDNS(SetDNS)
    case setGateway(NetworkGateway)
    case setInterface(SetNetworkInterfaces)
    case setProtocols([NetworkProtocol])
    case setClock(SetSystemDateAndTime)
    /// Another zone, or another who sets the clock: what it shows stays what it is there by then.
    case keepTime(SetSystemDateAndTime)
    case restart
    case factoryDefault(FactoryDefault)

    /// The operation that it is.
    var operation: any ONVIFOperation {
      switch self {
      case .createUser(let user): CreateUsers([user])
      case .setUser(let user): SetUser([user])
      case .deleteUser(let name): DeleteUsers([name])
      case .setHostname(let name): SetHostname(name)
      case .setNTP(let operation): operation
      case .setDNS(let operation): operation
      case .setGateway(let gateway): SetNetworkDefaultGateway(gateway)
      case .setInterface(let operation): operation
      case .setProtocols(let protocols): SetNetworkProtocols(protocols)
      case .setClock(let operation), .keepTime(let operation): operation
      case .restart: SystemReboot()
      case .factoryDefault(let kind): SetSystemFactoryDefault(kind)
      }
    }
  }

  /// What must be so afterwards, or nothing was done.
  enum Check: Equatable, Sendable {
    case hasAccount(AccountName, UserLevel)
    case hasNoAccount(AccountName)
    case settings([SettingKey: SettingValue])
    case clock(offset: Interval)
    /// The secret that was set opens the account.
    case opens(AccountName)
    /// Nothing can be read: the device is gone for a while.
    case nothing
  }

  /// What is sent.
  var steps: [Step]
  /// What is read after it.
  var readings: Set<Telling.Reading>
  /// What must be so then.
  var check: Check
}

/// Why nothing is sent at all.
struct Unfit: Error {
  /// What the screens say of it.
  let refusal: Refusal

  init(_ refusal: Refusal) { self.refusal = refusal }
}

extension Plan.Check {
  /// Whether what was read afterwards is as it must be.
  func holds(_ telling: Telling) -> Bool {
    switch self {
    case .hasAccount(let name, let level):
      telling.users.value == nil || telling.user(name)?.level?.known == level
    case .hasNoAccount(let name): telling.users.value == nil || telling.user(name) == nil
    case .settings(let values):
      // What is not told afterwards cannot be said to be otherwise.
      values.allSatisfy { key, value in telling.settings[key].map { $0 == value } ?? true }
    case .clock(let offset):
      Interval.milliseconds(10_000) >= offset - telling.clock.offset
        && Interval.milliseconds(10_000) >= telling.clock.offset - offset
    case .opens, .nothing: true
    }
  }
}
