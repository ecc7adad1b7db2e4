import Foundation
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

  /// Asks for the certificate at an address, on a thread of its own, where one is trusted there at all.
  public static func asked(of address: HTTPAddress, by pins: PinnedCertificates?) async -> Trust {
    guard let known = try? pins?.certificate(at: address) else { return .untrusted }
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: shown(at: address, known: known.fingerprint))
      }
    }
  }

  private static func shown(at address: HTTPAddress, known: String) -> Trust {
    do throws(HTTPFault) {
      guard let found = try CertificateFingerprint.of(address), found.text == known else {
        return .untrusted
      }
      return .trusted(found)
    } catch {
      switch error {
      case .unreachable, .tooSlow, .cut: return .noAnswer
      default: return .untrusted
      }
    }
  }
}
