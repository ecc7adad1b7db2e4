import PracticeDesk
import RecorderEngine

/// How many devices of the practice network are so, as the laptop's IP Manager knows them.
public struct DeviceCount: Equatable, Sendable {
  /// What is asked of a device, by the name that scenario files use.
  public enum State: String, Sendable, CaseIterable {
    case found, online, offline, locked
    case notActivated = "not-activated"
    case factoryPassword = "factory-password"
    case addressConflict = "address-conflict"
    /// The laptop has set its password, and nobody has restored its factory state since.
    case passwordSet = "password-set"
    case addressSet = "address-set"
    case timeSet = "time-set"
    case restored, restarted, upgraded
  }

  /// What is asked of each device.
  public let state: State
  /// How many must be so.
  public let numbers: ClosedRange<Int>
  /// Only devices with these addresses count; nil: all do.
  public var addresses: ClosedRange<IPAddress>?
  /// Only devices count whose password the laptop has set as strong as that, or stronger.
  public var level: PasswordLevel?

  /// Makes a condition on how many devices are so.
  public init(_ state: State, numbers: ClosedRange<Int>) {
    self.state = state
    self.numbers = numbers
  }

  /// Whether so many are so. Before the first search is over nobody knows, and it is not so.
  func holds(in laptop: LaptopKnowledge, at now: Timestamp) -> Bool {
    guard !laptop.devices.isEmpty, laptop.search == nil else { return false }
    return numbers.contains(laptop.devices.count { counts($0, in: laptop, at: now) })
  }

  private func counts(
    _ device: KnownDevice, in laptop: LaptopKnowledge, at now: Timestamp
  ) -> Bool {
    guard addresses?.contains(device.address) ?? true else { return false }
    if let level {
      guard let has = laptop.deeds.passwordLevel(of: device.number), has >= level else {
        return false
      }
    }
    func has(_ act: RemoteAct) -> Bool { laptop.deeds.has(act, at: device.number) }
    return switch state {
    case .found: true
    case .online: device.presence == .online
    case .offline: device.presence == .offline
    case .locked: device.isLocked(at: now)
    case .notActivated: device.access == .notActivated
    case .factoryPassword: device.access == .factoryPassword
    case .addressConflict: device.hasConflict
    case .passwordSet: has(.setPassword)
    case .addressSet: has(.changeAddress)
    case .restored: has(.factoryDefault)
    case .restarted: has(.restart)
    case .upgraded: has(.upgrade)
    case .timeSet: has(.setTime)
    }
  }
}
