import Glibc
import HTTPRequests
import RealRecorder

/// Shows a certificate that nobody here knows, and asks whether it is the recorder's.
enum CertificateQuestion {
  static func agrees(to certificate: CertificateFingerprint, at address: HTTPAddress) -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      Shell.fail(
        "The certificate of \(address.host) is not known yet, and stdin is no terminal to ask at: "
          + "connect once by hand.")
    }
    say(
      """
      The certificate of \(address.host), seen here for the first time, has the SHA-256 fingerprint
        \(certificate.text)
      Compare it with what the recorder shows at its own monitor.
      Is it the recorder's? Type yes, or anything else for no: 
      """)
    return readLine()?.lowercased() == "yes"
  }

  private static func say(_ text: String) {
    _ = text.utf8CString.withUnsafeBufferPointer { write(2, $0.baseAddress, $0.count - 1) }
  }
}
