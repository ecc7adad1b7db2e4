import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Everything that the menus of a recorder have, by name.
package enum MenuIndex {
  /// A page, or a setting on one.
  package struct Entry: Sendable {
    /// What stands on the page's tab, or beside the field.
    package let name: Phrase
    /// How one gets there: `System > General`.
    package let way: Phrase
    /// What `MonitorScreens.open` takes, as `main-menu:system.general`.
    package let path: String
    /// The field; nil for the page itself.
    package let setting: SettingKey?
  }

  /// What the Start menu leads to, then the main menu's pages in its order, each with what stands on
  /// it; what the recorder does not have is left out.
  package static func entries(of menu: Menu, for profile: RecorderProfile) -> [Entry] {
    StartMenu.destinations(for: profile).map {
      Entry(name: $0.name, way: tr("Start"), path: $0.path, setting: nil)
    } + pages(of: menu, for: profile)
  }

  private static func pages(of menu: Menu, for profile: RecorderProfile) -> [Entry] {
    menu.categories.flatMap { category in
      category.groups.flatMap { group in
        group.pages.flatMap { page -> [Entry] in
          let titles = [category.title, group.title, page.title]
          // System > User: a group that is called like its page is said once.
          let words = titles.enumerated().filter { $0 == 0 || titles[$0 - 1] != $1 }.map(\.element)
          let way = Phrase.joined(words.filter { !$0.isEmpty }.map { Phrase(words: $0) }, by: " > ")
          let path = "\(MainMenu.pathPrefix):\(category.id).\(page.id)"
          let own = Entry(name: Phrase(words: page.title), way: way, path: path, setting: nil)
          return [own]
            + settings(of: page, profile).map { key, label in
              Entry(name: label, way: way, path: path, setting: key)
            }
            + MenuPages.subjects(of: page).map {
              Entry(name: $0, way: way, path: path, setting: nil)
            }
        }
      }
    }
  }

  private static func settings(
    of page: MenuPage, _ profile: RecorderProfile
  ) -> [(key: SettingKey, label: Phrase)] {
    guard case .fields(let fields) = page.content else { return [] }
    return fields.compactMap { field in
      guard case .setting(let key, let label, _) = field else { return nil }
      // Of what every channel has, the first channel's is shown.
      let own = key.numbered(1)
      guard profile.setting(own) != nil else { return nil }
      let isNumbered = key.isOfEveryChannel && !page.isPerChannel
      return (own, isNumbered ? Phrase(words: label, number: 1) : Phrase(words: label))
    }
  }
}

/// What the console asks of the screens of the monitor.
package enum MonitorScreens {
  /// Opens what the index names by its path, above the live view, or says why it cannot.
  package static func open(
    _ path: String, _ setting: SettingKey?, in context: ScreenContext
  ) -> Outcome {
    StartMenu.open(path, context) ?? .push(MainMenu(path: path, setting: setting))
  }

  /// Whether the cameras' pictures are what it is for: they move there.
  package static func showsLivePictures(_ screen: any Screen) -> Bool {
    screen is LiveView || screen is PTZScreen
  }

  /// The pictures that somebody looks at there; nil: none.
  package static func wantedPictures(
    _ screen: any Screen, in context: ScreenContext
  ) -> WantedPictures? {
    (screen as? LiveView)?.wantedPictures(in: context)
  }

  /// Whether nothing is lost or broken off where another screen takes its place.
  package static func mayLeave(_ screen: any Screen) -> Bool {
    switch screen {
    case is LiveView, is StartMenu, is Playback, is PTZScreen: true
    case let menu as MainMenu: !menu.holdsUnsaved
    default: false
    }
  }
}
