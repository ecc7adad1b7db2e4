import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The columns of the device list: as many as there is room for.
enum DeviceColumn: CaseIterable {
  case mark, kind, name, model, address, macAddress, firmware, state, serialNumber

  /// Those that fit into so many columns of the screen; what says less goes first. An answer to a
  /// search of a real network does not tell all of them.
  static func fitting(_ columns: Int, isPractice: Bool) -> [DeviceColumn] {
    guard isPractice else { return [.mark, .name, .model, .address, .state] }
    var shown = allCases
    let dispensable: [DeviceColumn] = [.serialNumber, .model, .macAddress]
    for column in dispensable where width(of: shown) > columns {
      shown.removeAll { $0 == column }
    }
    return shown
  }

  private static func width(of columns: [DeviceColumn]) -> Int {
    // A mark before the row and a scroll bar behind it take two each.
    columns.reduce(2) { $0 + $1.least + 2 }
  }

  /// The column of the list; an address may have a port where devices are real.
  func column(isPractice: Bool) -> ListColumn {
    switch self {
    case .address where !isPractice: ListColumn(title, width: .fixed(21))
    case .name, .model: ListColumn(title)
    default: ListColumn(title, width: .fixed(least))
    }
  }

  private var least: Int {
    switch self {
    case .mark: 1
    case .kind: 3
    case .name: 11
    case .model: 12
    case .address: 15
    case .macAddress: 17
    case .firmware: 6
    case .state: 11
    case .serialNumber: 15
    }
  }

  private var title: Phrase {
    switch self {
    case .mark, .kind: ""
    case .name: tr("Name")
    case .model: tr("Model")
    case .address: tr("IP address")
    case .macAddress: tr("MAC address")
    case .firmware: tr("Firmw.")
    case .state: tr("State")
    case .serialNumber: tr("Serial number")
    }
  }

  /// What stands there for a device.
  func text(of device: KnownDevice, _ state: DeviceState, isMarked: Bool) -> String {
    switch self {
    case .mark: isMarked ? "●" : "·"
    case .kind: Words.of(device.kind).spoken
    case .name: device.name
    case .model: device.model
    case .address: device.place
    case .macAddress: device.details?.macAddress.description ?? ""
    case .firmware: device.details?.firmware.description ?? ""
    case .state where device.details == nil && state == .inUse: tr("answers")
    case .state: Words.of(state).spoken
    case .serialNumber: device.details?.serialNumber ?? ""
    }
  }
}
