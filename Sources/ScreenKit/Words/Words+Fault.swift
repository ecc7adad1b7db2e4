import ConsoleData
import RecorderEngine
import TextUI

extension Words {
  /// Why a command has no answer, and what to do about it.
  package static func of(_ fault: DeviceFault) -> Phrase {
    switch fault {
    case .notConnected: tr("The recorder is not connected.")
    case .unreachable(let why): tr("The recorder does not answer: \(why)")
    case .unsupported(let why): tr(words: why)
    case .tooSlow: tr("The recorder did not answer in time. Try it again.")
    case .unsure:
      tr("Sent, but not answered: it may have been done. Look before you try it again.")
    case .misunderstood(let why): tr("The recorder's answer makes no sense here: \(why)")
    case .untrusted(let fingerprint):
      tr("Another certificate than the one known here: \(fingerprint). Nothing was sent.")
    case .heldBack:
      tr("Not sent: the last password was not let in, and another try may lock the account.")
    }
  }
}
