import ConsoleData
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import Training

/// What whoever writes a lesson can name, in tables.
enum AuthorTables {
  /// What happens, and what is so at any moment.
  static var conditions: TextTable {
    TextTable(
      columns: ["name", "true once"],
      rows: Happening.allCases.map { [$0.rawValue, $0.meaning] }
        + Standing.words.keys.sorted().map { [$0, "it is so (see the table of the manual)"] })
  }

  static var rights: TextTable {
    TextTable(
      columns: ["name", "on the screen"],
      rows: Right.allCases.map { [$0.rawValue, Words.of($0).spoken] })
  }

  static var faults: TextTable {
    TextTable(
      columns: ["name", "what goes wrong"],
      rows: Fault.allCases.map { [$0.rawValue, Words.of($0).spoken] })
  }

  /// The pages of the main menu, as `page:` names them.
  static func pages(of menu: Menu, _ profile: RecorderProfile) -> TextTable {
    let prefix = MainMenu.pathPrefix + ":"
    let pages = MenuIndex.entries(of: menu, for: profile).filter {
      $0.setting == nil && $0.path.hasPrefix(prefix)
    }
    var seen: Set<String> = []
    return TextTable(
      columns: ["name", "where it is"],
      rows: pages.compactMap { page in
        guard seen.insert(page.path).inserted else { return nil }
        return [String(page.path.dropFirst(prefix.count)), page.way.spoken]
      })
  }

  static func settings(of profile: RecorderProfile) -> TextTable {
    TextTable(
      columns: ["name", "from the factory", "values"],
      rows: profile.settings.map { setting in
        [setting.key.text, setting.initial.value, setting.kind.values]
      })
  }

  static func questions(of profile: RecorderProfile) -> TextTable {
    TextTable(
      columns: ["question"],
      rows: (profile.recovery.securityQuestions?.catalogue.value ?? []).map { [$0] })
  }
}

extension SettingKind {
  /// Which values it takes, in a few words.
  fileprivate var values: String {
    switch self {
    case .text(let longest): "text of up to \(longest) characters"
    case .number(let lowest, let highest, let unit):
      "\(lowest) to \(highest)" + (unit.isEmpty ? "" : " \(unit)")
    case .toggle: "on, off"
    case .choice(let choices): choices.joined(separator: ", ")
    case .address: "an address, as 192.0.2.1"
    case .port(let lowest): "a port from \(lowest)"
    case .time: "a time, as 07:30"
    case .schedule: "hours of the week"
    case .days: "days of the year, as 12-25 or 12-24..01-01"
    case .area: "cells of the picture"
    }
  }
}
