import ConsoleData
import RecorderEngine
import TextUI

extension SupportDetail {
  /// The characters that a field for it takes: enough, however it is written.
  package var fieldLimit: Int {
    switch self {
    case .model: 40
    case .macAddress: 24
    case .time: 19
    case .unlockCode: 20
    }
  }
}

extension Words {
  /// A recovery method as its tab is called.
  public static func of(_ method: RecoveryMethod) -> Phrase {
    switch method {
    case .securityQuestions: tr("Security Questions")
    case .email: tr("E-mail")
    case .dynamicPassword: tr("Dynamic Password")
    case .qrCode: tr("QR code")
    case .app: tr("App")
    case .client: tr("Client")
    case .unlockCode: tr("Unlock code")
    }
  }

  /// Who answers at the support desk what is asked about a way.
  package static func whoAnswers(about method: RecoveryMethod) -> Phrase {
    method == .unlockCode ? tr("Portal") : tr("Hotline")
  }

  /// A detail of a screen, as it is called there.
  package static func of(_ detail: SupportDetail) -> Phrase {
    switch detail {
    case .model: tr("Device model")
    case .macAddress: "MAC address"
    case .time: tr("Current time")
    case .unlockCode: tr("Unlock code")
    }
  }

  /// How a detail is written; nil where any way will do.
  package static func example(of detail: SupportDetail) -> Phrase? {
    switch detail {
    case .model, .macAddress: nil
    case .time: tr("e.g. 2026-11-20 23:06:51")
    case .unlockCode: tr("digits")
    }
  }

  /// A detail within a sentence: most speak for themselves.
  package static func mention(_ text: String, of detail: SupportDetail) -> Phrase {
    switch detail {
    case .model, .macAddress, .time: .verbatim(text)
    case .unlockCode: tr("unlock code \(text)")
    }
  }

  /// What somebody says who cannot read a detail.
  package static func complaint(about problem: UnreadableDetail) -> Phrase {
    switch problem {
    case .unreadable(.model): tr("Which model is it? It stands on the screen.")
    case .unreadable(.macAddress): tr("Twelve digits 0-9 and A-F, such as 00:18:AE:4C:11:2F.")
    case .unreadable(.time): tr("Date and time to the second, as on the screen.")
    case .unreadable(.unlockCode): tr("The digits of the tab Unlock code.")
    case .noSecond: tr("The seconds count: e.g. 2026-11-20 23:06:51, from the screen.")
    }
  }

  /// What a dead code's owner should know.
  public static func of(_ death: CodeDeath) -> Phrase {
    switch death {
    case .tabLeft: tr("You left the tab: a code for the old time is dead now.")
    case .refreshed: tr("The time is new: a code for the old one is dead now.")
    case .wizardClosed: tr("Restore Password was closed: a code for its time is dead now.")
    case .restarted: tr("The recorder restarted: the code you may be waiting for is dead.")
    case .powerLost: tr("The power went: the code you may be waiting for is dead.")
    case .used: tr("The code was used; it opens nothing any more.")
    case .clockChanged: tr("The recorder's clock was moved: a code for the old time is dead now.")
    case .tooOld: tr("The QR code was too old: there is a new one, and its codes are new as well.")
    case .triesUsedUp: tr("Too many wrong codes: this one is dead, and the method pauses.")
    }
  }
}
