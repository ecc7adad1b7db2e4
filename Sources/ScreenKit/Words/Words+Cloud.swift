import ConsoleData
import PracticeDesk
import RecorderEngine
import TextUI

extension Words {
  /// Why the cloud and the app get a no.
  package static func of(_ problem: CloudProblem) -> Phrase {
    switch problem {
    case .notOffered: tr("This firmware does not have it.")
    case .noNetwork: tr("The recorder has no network: look at its cable.")
    case .switchedOff: tr("Network > Cloud is switched off.")
    case .accountEmpty: tr("The app account needs a name that can be printed.")
    case .offerOver: tr("This QR code is over: show a new one at Network > App.")
    case .boundToAnother: tr("The recorder is bound to another account; that one must let it go.")
    case .notBound: tr("The recorder is not bound to this account.")
    }
  }

  /// What has become of a letter that a real mail server carries; blank where none does.
  package static func standing(of standing: MailStanding?, _ now: Timestamp) -> (
    text: Phrase, role: Role
  ) {
    switch standing {
    case nil: (" ", .dialogQuiet)
    case .sending(let since):
      (tr("The mail server has it since \((now - since).countdown) …"), .dialogQuiet)
    case .sent: (tr("✓ The mail server took the letter."), .success)
    case .failed(let why): (tr("▲ The mail did not leave: \(why)"), .error)
    }
  }
}

extension Words {
  /// Why the app lets nobody in.
  package static func of(_ problem: AppProblem) -> Phrase {
    switch problem {
    case .wrongPassword: tr("Wrong password for this account of the app.")
    case .passwordTooShort(let shortest):
      tr("A new account of the app: at least \(shortest) characters.")
    }
  }
}

extension Words {
  /// Why the app's scanner found nothing to its liking.
  package static func of(_ problem: ScanProblem) -> Phrase {
    switch problem {
    case .notSignedIn: tr("Log in to the app first.")
    case .nothingThere:
      tr(
        "There is no QR code on the monitor. Network > App shows one, and so does Restore Password where it has the tab."
      )
    case .usedUp: tr("This QR code has given all its codes: refresh it.")
    case .noOwner:
      tr("Nobody is known to own this recorder: no app account has it, and no e-mail is set.")
    }
  }
}

extension Words {
  /// A fault, with what it does.
  package static func of(_ fault: Fault) -> Phrase {
    let length = Interval(milliseconds: abs(fault.usualLength.milliseconds))
    return switch fault {
    case .mailDelay: tr("E-mail takes \(length)")
    case .spam: tr("E-mail goes to the spam folder")
    case .inboxFull: tr("The inbox is full: mail is lost")
    case .clockWrong: tr("The recorder's clock is \(length) slow")
    case .supportClosed: tr("Nobody answers at the support desk")
    case .coveredLens: tr("The lens of camera 1 is covered")
    case .noProof: tr("Nobody finds the proof of purchase")
    case .relocking: tr("An old password logs in every \(length) and locks admin")
    case .cameraPasswords: tr("The cameras have other passwords")
    case .powerCut: tr("No power from the wall")
    }
  }
}
