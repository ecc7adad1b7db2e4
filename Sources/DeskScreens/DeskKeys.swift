import ScreenKit
import TextUI

/// The keys of what stands around the recorder, by where they count: for the manual.
package enum DeskKeys {
  /// Each place, with what its keys do.
  package static var sections: [(title: String, hints: [KeyHint])] {
    [
      ("Back panel", BackPanel.map.hints()),
      ("Phone", PhoneHome.map.hints()),
      ("Phone: mail", PhoneMail.map.hints()),
      ("Phone: a letter", PhoneLetter.map.hints()),
      ("Phone: notifications", PhoneNotifications.map.hints()),
      ("Phone: photos", PhonePhotos.map.hints()),
      ("Phone: app", PhoneAppScreen.map.hints()),
      ("Phone: live view", PhoneLive.map.hints()),
      ("Support desk", SupportDeskScreen.map.hints()),
      ("Laptop", LaptopScreen.map.hints()),
      ("IP Manager", IPManagerKeys.map.hints()),
      ("IP Manager: menu", IPManagerMenu.map.hints()),
      ("Web search", WebSearchPage.map.hints()),
      ("Web search: a page", WebPageView.map.hints()),
      ("Dry run", DryRunScreen.map.hints()),
      ("Job", JobScreen.map.hints()),
    ]
  }
}
