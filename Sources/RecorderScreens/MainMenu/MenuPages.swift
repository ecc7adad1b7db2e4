import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Makes the screens of menu pages.
enum MenuPages {
  /// The screen for a page of the menu file.
  static func screen(for page: MenuPage, _ context: ScreenContext) -> any Screen {
    switch page.content {
    case .fields(let fields): FormPage(page: page, fields: fields, context)
    case .builtIn(.users): UsersPage(context)
    case .builtIn(.groups): GroupsPage()
    case .builtIn(.log): LogPage()
    case .builtIn(.maintenance): MaintenancePage()
    case .builtIn(.recordings): Playback(isPage: true)
    case .builtIn(.userStatus): UserStatusPage()
    case .builtIn(.accessList): AccessListPage(context)
    case .builtIn(.factoryDefault): FactoryDefaultPage()
    case .builtIn(.upgrade): UpgradePage()
    case .builtIn(.configuration): ConfigurationPage()
    case .builtIn(.alarms): LogPage(only: .alarms)
    case .builtIn(.alarmStatus): AlarmStatusPage()
    case .builtIn(.diskFormat): DiskFormatPage()
    case .builtIn(.cameras): CamerasPage()
    case .builtIn(.diskHealth): DiskHealthPage()
    case .builtIn(.appBinding): CloudPage()
    case .builtIn(.sources): SourcesPage(context.profile)
    }
  }
}
