import HTTPRequests
import RealRecorder

/// Whether a device may be talked to over an encrypted line.
public enum Trust: Sendable {
  /// It has the certificate that somebody trusts.
  case trusted(CertificateFingerprint)
  /// Nobody has looked at its certificate, or it has another one by now.
  case untrusted
  /// Nobody is there.
  case noAnswer

  /// Asks for the certificate at an address, where one is trusted there at all.
  public static func asked(of address: HTTPAddress, by pins: PinnedCertificates?) async -> Trust {
    guard let known = try? pins?.certificate(at: address) else { return .untrusted }
    do throws(HTTPFault) {
      guard let found = try await CertificateFingerprint.of(address),
        found.text == known.fingerprint
      else { return .untrusted }
      return .trusted(found)
    } catch {
      switch error {
      case .unreachable, .tooSlow, .cut: return .noAnswer
      default: return .untrusted
      }
    }
  }
}
