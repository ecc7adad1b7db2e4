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

  /// What people look for on the pages that have behaviour of their own.
  static func subjects(of page: MenuPage) -> [Phrase] {
    guard case .builtIn(let page) = page.content else { return [] }
    return switch page {
    case .users:
      [tr("Password"), tr("Recovery e-mail"), tr("Security questions"), tr("Add user")]
    case .groups: [tr("Permissions")]
    case .userStatus: [tr("Disconnect")]
    case .accessList: [tr("Add address")]
    case .maintenance: [tr("Restart"), tr("Shut down")]
    case .upgrade: [tr("Firmware")]
    case .diskHealth: [tr("S.M.A.R.T.")]
    case .appBinding: [tr("QR code")]
    case .cameras: [tr("Address"), tr("Password")]
    case .log, .recordings, .factoryDefault, .configuration, .sources, .alarms, .alarmStatus,
      .diskFormat:
      []
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
    case .alarms: context.whyUnknown(.alarmLog)
    case .alarmStatus: context.whyUnknown(.alarms)
    case .diskFormat: context.whyUnknown(.disk) ?? context.whyUnknown(.diskDetails)
    case .diskHealth: context.whyUnknown(.diskWear)
    case .appBinding: context.whyUnknown(.binding)
    case .maintenance, .factoryDefault, .configuration, .sources, .cameras: nil
    }
  }
}
