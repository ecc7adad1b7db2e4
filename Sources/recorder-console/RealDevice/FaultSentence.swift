import HTTPRequests
import RecorderEngine

/// Why a recorder was not reached, as a sentence for the shell.
enum FaultSentence {
  static func of(_ fault: DeviceFault) -> String {
    switch fault {
    case .notConnected: "The recorder is not connected."
    case .unreachable(let why): "The recorder does not answer: \(why)"
    case .unsupported(let why): why
    case .tooSlow: "The recorder did not answer in time. Try it again."
    case .unsure: "Sent, but not answered: it may have been done. Look before you try it again."
    case .misunderstood(let why): "The recorder's answer makes no sense here: \(why)"
    case .untrusted(let fingerprint):
      "Another certificate than the one known here: \(fingerprint). Nothing was sent."
    case .heldBack:
      "Not sent: the last password was refused, and another try may lock the account."
    }
  }

  static func of(_ fault: HTTPFault, at address: HTTPAddress) -> String {
    switch fault {
    case .unreachable(let why), .noTrust(let why), .other(let why):
      "\(address.host) was not reached: \(why)"
    case .tooSlow: "\(address.host) did not answer in time."
    case .tooLarge, .cut, .otherKey: "\(address.host) was not reached."
    case .missingLibrary:
      "libcurl.so.4 is not installed; on Debian or Ubuntu: apt-get install libcurl4"
    }
  }
}
