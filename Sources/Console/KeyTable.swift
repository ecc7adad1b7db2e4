import DeskScreens
import RecorderScreens
import ScreenKit
import TextUI

/// The keys as the manual shows them: from the tables that handle them.
public enum KeyTable {
  /// The tables by where they count.
  static var sections: [(title: String, hints: [KeyHint])] {
    [
      ("Everywhere", GlobalKeys.map.hints()),
      ("Dialogs and forms", FormKeys.map.hints()),
      ("Questions", QuestionKeys.map.hints()),
      ("Live view", LiveView.map.hints()),
      ("Restore Password", RestoreWizard.map.hints()),
      ("Main menu", MainMenu.map.hints()),
      ("Camera > Edit", CamerasPage.map.hints()),
      ("System > User", UsersPage.map.hints()),
      ("System > Groups", GroupsPage.map.hints()),
      ("Permissions", PermissionsDialog.map.hints()),
      ("User status", UserStatusPage.map.hints()),
      ("Upgrade", UpgradePage.map.hints()),
      ("Backup/restore", ConfigurationPage.map.hints()),
      ("Start-up wizard", SetupWizard.map.hints()),
      ("System > Log", LogPage.map.hints()),
      ("Search recordings", Playback.map.hints()),
      ("Back panel", BackPanel.map.hints()),
      ("Phone", PhoneHome.map.hints()),
      ("Phone: mail", PhoneMail.map.hints()),
      ("Phone: a letter", PhoneLetter.map.hints()),
      ("Phone: notifications", PhoneNotifications.map.hints()),
      ("Phone: photos", PhonePhotos.map.hints()),
      ("Phone: app", PhoneAppScreen.map.hints()),
      ("Phone: live view", PhoneLive.map.hints()),
      ("Network > App", CloudPage.map.hints()),
      ("Faults", FaultsPanel.map.hints()),
      ("Laptop", LaptopScreen.map.hints()),
      ("IP Manager", IPManagerKeys.map.hints()),
      ("Dry run", DryRunScreen.map.hints()),
      ("Job", JobScreen.map.hints()),
    ]
  }

  /// Markdown, a table row for each key.
  public static var markdown: String {
    var lines = ["| where | key | what it does |", "| --- | --- | --- |"]
    for section in sections {
      for (place, hint) in section.hints.enumerated() where !hint.help.isEmpty {
        let title = place == 0 ? section.title : ""
        lines.append("| \(title) | \(hint.keyText) | \(hint.help) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
