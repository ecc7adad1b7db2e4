import HTTPRequests

/// Why a recorder was not reached, as a sentence for the shell.
enum FaultSentence {
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
