import PracticeDesk
import RecorderEngine
import TextUI

extension Words {
  /// Why the cloud and the app get a no.
  static func of(_ problem: CloudProblem) -> String {
    switch problem {
    case .notOffered: tr("This firmware does not have it.")
    case .noNetwork: tr("The recorder has no network: look at its cable.")
    case .switchedOff: tr("Network > Cloud is switched off.")
    case .accountEmpty: tr("The app account needs a name that can be printed.")
    case .offerOver: tr("This QR code is over: show a new one at Network > Cloud.")
    case .boundToAnother: tr("The recorder is bound to another account; that one must let it go.")
    case .notBound: tr("The recorder is not bound to this account.")
    }
  }

  /// What has become of a letter that a real mail server carries; blank where none does.
  static func standing(of standing: MailStanding?, _ now: Timestamp) -> (text: String, role: Role)
  {
    switch standing {
    case nil: (" ", .dialogQuiet)
    case .sending(let since):
      (tr("The mail server has it since \((now - since).countdown) …"), .dialogQuiet)
    case .sent: (tr("✓ The mail server took the letter."), .success)
    case .failed(let why): (tr("▲ The mail did not leave: \(why)"), .error)
    }
  }
}
