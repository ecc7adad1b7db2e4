import HTTPRequests
import RealRecorder
import RecorderEngine
import ScreenKit
import SessionStore

/// The certificate that somebody trusts at an address.
struct TrustedCertificate: Sendable {
  let address: HTTPAddress

  /// Where certificates and the journal are kept; nil: nowhere.
  static var folder: String? { Practice.stateFolder.map { "\($0)/\(folderName)" } }
  /// What that folder is called in the state folder.
  static let folderName = "devices"

  private var pins: PinnedCertificates? {
    TrustedCertificate.folder.map { PinnedCertificates(folder: $0) }
  }

  /// The one that is known, or the one that is shown and agreed to now, with since when it is known.
  /// nil: the line is not encrypted.
  func ask() -> (fingerprint: CertificateFingerprint, since: Timestamp?)? {
    guard let found = shown() else { return nil }
    let known = known
    if let known, known.fingerprint != found.text {
      Shell.fail(
        Words.of(DeviceFault.untrusted(fingerprint: found.text)).spoken
          + " The known one is \(known.fingerprint). Where the recorder has a new one, forget the "
          + "old one: recorder-console connect \(address.text) --forget-certificate")
    }
    if let known { return (found, known.since) }
    guard CertificateQuestion.agrees(to: found, at: address) else {
      Shell.fail("The certificate was not trusted: nothing was sent.")
    }
    let now = WallClock.now
    if pins?.pin(KnownCertificate(found.text, since: now), at: address) != true {
      Shell.complain("The certificate could not be kept: it is asked about again next time.")
    }
    return (found, now)
  }

  /// The one that is shown there; nil: the line is not encrypted.
  private func shown() -> CertificateFingerprint? {
    switch Waiting.result(of: { try await CertificateFingerprint.of(address) }) {
    case .success(let found): return found
    case .failure(let fault as HTTPFault): Shell.fail(FaultSentence.of(fault, at: address))
    case .failure(let other): Shell.fail("\(other)")
    }
  }

  /// Forgets it for good; false: the file could not be written.
  func isForgotten() -> Bool { pins?.pin(nil, at: address) ?? true }

  /// Forgets it and says so.
  func forget() {
    guard let known else { return print("No certificate of \(address.host) is known.") }
    guard isForgotten() else {
      Shell.fail("The file of the trusted certificates could not be written.")
    }
    print(
      "Forgotten: \(known.fingerprint)\nYou are asked about its certificate when you connect again."
    )
  }

  private var known: KnownCertificate? {
    do throws(PinnedCertificates.Damaged) {
      return try pins?.certificate(at: address)
    } catch {
      Shell.fail(
        "\(error.path) was expected to have the trusted certificates as JSON, and has something else: "
          + "nothing was sent. Mend it, or delete it to be asked about each certificate again.")
    }
  }
}
