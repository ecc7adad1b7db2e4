import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Makes the screens of menu pages.
enum MenuPages {
  /// The screen for a page of the menu file; one that says why where there is nothing to show.
  /// `setting` is the field that a page of settings begins in; nil: the first.
  static func screen(
    for page: MenuPage, _ context: ScreenContext, at setting: SettingKey? = nil
  ) -> any Screen {
    if case .builtIn(let builtIn) = page.content, let why = whyClosed(builtIn, context) {
      return ClosedPage(id: page.id, why: why)
    }
    return switch page.content {
    case .fields(let fields): FormPage(page: page, fields: fields, at: setting, context)
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

  /// Why a page has nothing to show at this recorder; nil where it has.
  private static func whyClosed(_ page: BuiltInPage, _ context: ScreenContext) -> Phrase? {
    switch page {
    case .users: context.whyUnknown(.accounts)
    case .groups: context.whyUnknown(.groups)
    case .log: context.whyUnknown(.log) ?? context.whyNot(.log, changes: false)
    case .recordings:
      context.whyUnknown(.recordings) ?? context.whyNot(.recordings, changes: false)
    case .userStatus: context.whyUnknown(.remoteSessions)
    case .accessList: context.whyUnknown(.accessList)
    case .upgrade: context.whyUnknown(.firmware)
    case .alarms, .alarmStatus: context.whyUnknown(.alarms)
    case .diskFormat: context.whyUnknown(.disk)
    case .diskHealth: context.whyUnknown(.diskWear)
    case .appBinding: context.whyUnknown(.binding)
    case .maintenance, .factoryDefault, .configuration, .sources, .cameras: nil
    }
  }
}
