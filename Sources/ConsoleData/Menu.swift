import RecorderEngine

/// The main menu of a skin, as a file names it: categories, their pages, the pages' fields.
public struct Menu: Equatable, Sendable {
  /// The generation of the menu that it is for.
  public let skin: Skin
  /// The lines of its left side, from the top.
  public let categories: [MenuCategory]

  /// Makes a menu.
  public init(skin: Skin, categories: [MenuCategory]) {
    self.skin = skin
    self.categories = categories
  }
}

/// A line of the menu's left side.
public struct MenuCategory: Equatable, Sendable {
  /// The name that paths use: `system`.
  public let id: String
  /// The English phrase on the line.
  public let title: String
  /// The pages by their groups; one group without a title where there are none.
  public let groups: [MenuGroup]

  /// Makes a category.
  public init(id: String, title: String, groups: [MenuGroup]) {
    self.id = id
    self.title = title
    self.groups = groups
  }

  /// All pages, group after group.
  public var pages: [MenuPage] { groups.flatMap(\.pages) }
}

/// Pages of a category that belong together: a line under the category, a row of tabs.
public struct MenuGroup: Equatable, Sendable {
  /// The English phrase of its line or tabs; empty where a category has no groups.
  public let title: String
  /// The pages, in the order of their tabs.
  public let pages: [MenuPage]

  /// Makes a group, one without a title unless said otherwise.
  public init(title: String = "", pages: [MenuPage]) {
    self.title = title
    self.pages = pages
  }
}

/// A tab of a category.
public struct MenuPage: Equatable, Sendable {
  /// The name that paths use: `users`.
  public let id: String
  /// The English phrase on its tab.
  public let title: String
  /// Its fields, or that it has behaviour of its own.
  public let content: PageContent
  /// A sentence or two for the help page.
  public let help: String
  /// Whether its settings are those of one channel, to be chosen on top; a `*` in their names
  /// stands for it.
  public let isPerChannel: Bool

  /// Makes a page, one for the whole recorder unless said otherwise.
  public init(
    id: String, title: String, content: PageContent, help: String = "",
    isPerChannel: Bool = false
  ) {
    self.isPerChannel = isPerChannel
    self.id = id
    self.title = title
    self.content = content
    self.help = help
  }
}

/// What a page shows.
public enum PageContent: Equatable, Sendable {
  /// Settings and facts, drawn and edited by the generic form page.
  case fields([MenuField])
  /// A page with behaviour of its own.
  case builtIn(BuiltInPage)
}

/// The pages that are more than fields.
public enum BuiltInPage: String, Equatable, Sendable, CaseIterable {
  case users, groups, log, maintenance, recordings
  case userStatus, accessList, factoryDefault, upgrade, configuration, sources, alarms
  case alarmStatus, diskFormat, cameras, diskHealth, appBinding
}

/// A line of a form page.
public enum MenuField: Equatable, Sendable {
  case heading(String)
  /// A setting of the recorder, by the kind that its profile gives it. Left out where the
  /// recorder has no such setting.
  case setting(SettingKey, label: String, note: String?)
  /// Something the recorder tells of itself.
  case fact(Fact, label: String)
  /// A button that tries a service with the settings that are saved.
  case test(NetworkService)
  /// A line that opens a dialog.
  case dialog(MenuDialog, label: String)
  case note(String)
}

/// A dialog that a page of fields leads to.
public enum MenuDialog: String, Equatable, Sendable, CaseIterable {
  case setClock
  /// The certificate of a recorder that is real.
  case certificate
}

/// What a recorder tells of itself.
public enum Fact: String, Equatable, Sendable, CaseIterable {
  case profile, model, firmware, serialNumber, macAddress, deviceTime, oldestRecording
  case daysRecorded, channelCount, channelStates, signedInAs, signedInSince, lockOutRule
  case passwordRule, resetRule, networkAddress, openPorts, onlineUsers, onvifAddress
  case mailState, ftpState, ddnsState, upnpState, platformState, timeState
  case diskModel, diskState, diskCapacity, diskUsed, diskFree, diskFull
}
