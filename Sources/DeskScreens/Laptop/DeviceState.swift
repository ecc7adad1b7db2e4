import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What is to be said of a device in a word: what matters most comes first.
package enum DeviceState: Int, Sendable, CaseIterable {
  case offline, restarting, upgrading, locked, conflict, notActivated, factoryPassword, inUse

  package init(_ device: KnownDevice, at now: Timestamp) {
    switch device.presence {
    case .offline: self = .offline
    case .restarting: self = .restarting
    case .upgrading: self = .upgrading
    case .online:
      if device.isLocked(at: now) {
        self = .locked
      } else if device.hasConflict {
        self = .conflict
      } else {
        switch device.access {
        case .notActivated: self = .notActivated
        case .factoryPassword: self = .factoryPassword
        case .inUse: self = .inUse
        }
      }
    }
  }

  /// How its row looks.
  package var role: Role {
    switch self {
    case .offline: .disabled
    case .restarting, .upgrading: .quiet
    case .locked, .conflict: .warning
    case .notActivated, .factoryPassword: .accent
    case .inUse: .text
    }
  }
}

/// Which devices are shown.
package enum DeviceFilter: Sendable, CaseIterable {
  case all, marked, recorders, cameras, notActivated, factoryPassword, inUse, offline, trouble

  /// Whether it depends on what is marked.
  var isAboutMarks: Bool { self == .marked }

  package func holds(_ device: KnownDevice, isMarked: Bool, at now: Timestamp) -> Bool {
    switch self {
    case .all: return true
    case .marked: return isMarked
    case .recorders: return device.kind == .recorder
    case .cameras: return device.kind == .camera
    case .notActivated: return device.access == .notActivated
    case .factoryPassword: return device.access == .factoryPassword
    case .inUse: return device.access == .inUse
    case .offline: return device.presence == .offline
    case .trouble:
      let state = DeviceState(device, at: now)
      return [.offline, .locked, .conflict].contains(state) || device.isAtLastTry
    }
  }

  /// The next one, round the end.
  package var next: DeviceFilter { DeviceFilter.allCases.after(self) }
}

/// By what the list is sorted.
package enum DeviceSort: Sendable, CaseIterable {
  case address, name, model, macAddress, firmware, state

  package var next: DeviceSort { DeviceSort.allCases.after(self) }
}

extension Array where Element: Equatable {
  /// The element behind this one, the first behind the last.
  package func after(_ element: Element) -> Element {
    let place = firstIndex(of: element) ?? 0
    return self[(place + 1) % count]
  }
}
