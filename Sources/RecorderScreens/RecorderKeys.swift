import ScreenKit
import TextUI

/// The keys of the recorder's screens, by where they count: for the manual.
package enum RecorderKeys {
  /// Each place in the words of the menu, with what its keys do.
  package static var sections: [(title: String, hints: [KeyHint])] {
    [
      ("Live view", LiveView.map.hints()),
      ("PTZ control", PTZScreen.map.hints()),
      ("A recorder that starts", LiveView.startingMap.hints()),
      ("Start menu", StartMenu.map.hints()),
      ("Restore Password", RestoreWizard.map.hints()),
      ("Start-up wizard", SetupWizard.map.hints()),
      ("Main menu", MainMenu.map.hints()),
      ("A schedule", ScheduleScreen.map.hints()),
      ("A motion area", AreaScreen.map.hints()),
      ("Camera > Edit", CamerasPage.map.hints()),
      ("Alarm > Status", AlarmStatusPage.map.hints()),
      ("Disk > Health", DiskHealthPage.map.hints()),
      ("Network > App", CloudPage.map.hints()),
      ("System > User", UsersPage.map.hints()),
      ("System > Groups", GroupsPage.map.hints()),
      ("Permissions", PermissionsDialog.map.hints()),
      ("User status", UserStatusPage.map.hints()),
      ("Upgrade", UpgradePage.map.hints()),
      ("Backup/restore", ConfigurationPage.map.hints()),
      ("System > Log", LogPage.map.hints()),
      ("System > Log, searching", LogPage.searchMap.hints()),
      ("Information > Sources", SourcesPage.map.hints()),
      ("Search recordings", Playback.map.hints()),
      ("Search events", EventSearch.map.hints()),
      ("Backup", BackupProgress.map.hints()),
    ]
  }
}
