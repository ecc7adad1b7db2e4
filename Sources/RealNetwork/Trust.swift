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

  /// Who tells the certificate at an address.
  typealias Teller =
    @Sendable (HTTPAddress) async throws(HTTPFault) -> CertificateFingerprint?

  /// Asks for the certificate at an address, where one is trusted there at all.
  public static func asked(of address: HTTPAddress, by pins: PinnedCertificates?) async -> Trust {
    await asked(of: address, by: pins, from: CertificateFingerprint.of)
  }

  static func asked(
    of address: HTTPAddress, by pins: PinnedCertificates?, from teller: Teller
  ) async -> Trust {
    guard known(at: address, pins) != nil else { return .untrusted }
    do throws(HTTPFault) {
      let found = try await teller(address)
      // Somebody may have forgotten it meanwhile: what is trusted is read once no wait is ahead.
      guard let found, found.text == known(at: address, pins) else { return .untrusted }
      return .trusted(found)
    } catch {
      switch error {
      case .unreachable, .tooSlow, .cut: return .noAnswer
      default: return .untrusted
      }
    }
  }

  private static func known(at address: HTTPAddress, _ pins: PinnedCertificates?) -> String? {
    (try? pins?.certificate(at: address))?.fingerprint
  }
}
