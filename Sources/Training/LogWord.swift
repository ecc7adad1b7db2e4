import RecorderEngine

/// A kind of log entry, by the name that scenario files use.
public enum LogWord: String, Sendable, CaseIterable {
  case started
  case powerLost = "power-lost"
  case restarted
  case shutDown = "shut-down"
  case signInFailed = "sign-in-failed"
  case lockedOut = "locked-out"
  case resetByButton = "reset-by-button"
  case factoryDefault = "factory-default"
  case upgraded
  case clockChanged = "clock-changed"
  case clockSetByNetwork = "clock-set-by-network"
  case timeServerSilent = "time-server-silent"
  case networkLost = "network-lost"
  case networkBack = "network-back"
  case remoteSignedIn = "remote-signed-in"
  case remoteSignInBlocked = "remote-sign-in-blocked"
  case remoteOrder = "remote-order"
  case accessListChanged = "access-list-changed"
  case configurationExported = "configuration-exported"
  case configurationRestored = "configuration-restored"
  case alarm

  /// The kind of an entry; nil where files have no name for it.
  public init?(_ action: LogAction) {
    switch action {
    case .started: self = .started
    case .powerLost: self = .powerLost
    case .restarted, .autoRestarted: self = .restarted
    case .shutDown: self = .shutDown
    case .signInFailed, .remoteSignInFailed: self = .signInFailed
    case .lockedOut: self = .lockedOut
    case .resetByButton: self = .resetByButton
    case .factoryDefault: self = .factoryDefault
    case .upgraded: self = .upgraded
    case .clockChanged: self = .clockChanged
    case .clockSetByNetwork: self = .clockSetByNetwork
    case .timeServerSilent: self = .timeServerSilent
    case .networkLost: self = .networkLost
    case .networkBack: self = .networkBack
    case .remoteSignedIn: self = .remoteSignedIn
    case .remoteSignInBlocked: self = .remoteSignInBlocked
    case .remoteOrder: self = .remoteOrder
    case .accessListChanged: self = .accessListChanged
    case .configurationExported: self = .configurationExported
    case .configurationRestored: self = .configurationRestored
    case .alarm: self = .alarm
    default: return nil
    }
  }
}
