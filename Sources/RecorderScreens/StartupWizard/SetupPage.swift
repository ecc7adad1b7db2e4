import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// A page of the start-up wizard, in the order of the steps.
enum SetupPage: String, CaseIterable, Sendable {
  case region, clock, password, questions, email, network, disk, finish

  var title: Phrase {
    switch self {
    case .region: tr("Language and region")
    case .clock: tr("Date and time")
    case .password: tr("Password of admin")
    case .questions: tr("Security questions")
    case .email: tr("Recovery e-mail")
    case .network: tr("Network")
    case .disk: tr("Disk")
    case .finish: tr("Finish")
    }
  }

  /// What the page is for, in a sentence or two.
  var purpose: Phrase {
    switch self {
    case .region: tr("How this recorder is called, and what its menu looks like.")
    case .clock: tr("Footage and log carry this time: set it right before anything is recorded.")
    case .password: tr("This account has full control. Write the password down where it is safe.")
    case .questions:
      tr(
        "Your answers let you set a new password. Without them you need the distributor or the reset button."
      )
    case .email: tr("A code goes there when the password is lost.")
    case .network: tr("How the recorder is reached from elsewhere.")
    case .disk: tr("Where the recordings go. A new disk is formatted first.")
    case .finish: tr("Check your settings, then choose Finish.")
    }
  }

  /// The pages that this recorder has.
  static func pages(of recorder: RecorderSnapshot) -> [SetupPage] {
    allCases.filter { page in
      // Who is logged in has the account's own page for these.
      if recorder.setup == .repeated, [.password, .questions, .email].contains(page) {
        return false
      }
      switch page {
      case .questions: return recorder.profile.recovery.securityQuestions != nil
      case .email:
        guard let email = recorder.profile.recovery.email else { return false }
        return recorder.firmware >= email.code.minimumFirmware.value
      case .region, .network: return !page.keys(in: recorder.profile).isEmpty
      case .clock, .password, .disk, .finish: return true
      }
    }
  }

  /// The settings on the page, as far as the recorder has them.
  func keys(in profile: RecorderProfile) -> [(key: SettingKey, label: Phrase)] {
    let all: [(key: SettingKey, label: Phrase)] =
      switch self {
      case .region:
        [
          (.deviceName, tr("Device name")), (.language, tr("Language")),
          (.region, tr("Region")),
          (.videoStandard, tr("Video standard")),
        ]
      case .clock:
        [
          (.timeZone, tr("Time zone")), (.daylightSaving, tr("Daylight saving")),
          (.dateFormat, tr("Date format")),
        ]
      case .network:
        [
          (.dhcp, tr("DHCP")), (.networkAddress, tr("IP address")),
          (.networkMask, tr("Subnet mask")), (.gateway, tr("Gateway")),
        ]
      case .disk:
        [(.diskOverwrite, tr("Overwrite oldest")), (.diskExpiry, tr("Keep at most"))]
      case .password, .questions, .email, .finish: []
      }
    return all.filter { profile.setting($0.key) != nil }
  }
}
