import Crypto
import Foundation
import HTTPRequests

/// What tells a certificate from every other one, and the key that it is for.
public struct CertificateFingerprint: Equatable, Sendable {
  /// The SHA-256 of all of it, as people compare it: `AB:CD:…`.
  public let text: String
  /// The key by which a line knows the device again.
  let pin: KeyPin

  /// Reads a certificate in DER; nil where it is none.
  init?(_ certificate: Data) {
    guard let key = PublicKeyInfo.bytes(of: certificate) else { return nil }
    let digits = SHA256.hash(data: certificate).map { byte in
      let text = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "0" + text : text
    }
    text = digits.joined(separator: ":")
    pin = KeyPin(digest: Data(SHA256.hash(data: key)))
  }

  /// That of whoever answers at an address; nil where the line is not encrypted. It is waited for on a
  /// thread of its own: all other tasks go on meanwhile.
  public static func of(
    _ address: HTTPAddress
  ) async throws(HTTPFault) -> CertificateFingerprint? {
    try await of(address, within: .seconds(10))
  }

  static func of(
    _ address: HTTPAddress, within limit: Duration
  ) async throws(HTTPFault) -> CertificateFingerprint? {
    guard address.isEncrypted else { return nil }
    let result = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          returning: Result { () throws(HTTPFault) in try shown(at: address, limit) })
      }
    }
    return try result.get()
  }

  private static func shown(
    at address: HTTPAddress, _ limit: Duration
  ) throws(HTTPFault) -> CertificateFingerprint {
    let certificate = try HTTPConnection.certificate(of: address, within: limit)
    guard let fingerprint = CertificateFingerprint(certificate) else {
      throw .noTrust("its certificate cannot be read")
    }
    return fingerprint
  }
}

/// Finds the key in a certificate: the seventh part of what is signed, or the sixth where the version
/// is not told (RFC 5280, section 4.1).
enum PublicKeyInfo {
  static func bytes(of certificate: Data) -> Data? {
    guard let whole = Part(certificate[...]), let signed = Part(whole.content) else { return nil }
    var rest = signed.content
    var parts: [Part] = []
    while parts.count < 7, let part = Part(rest) {
      parts.append(part)
      rest = part.rest
    }
    let isVersionTold = parts.first?.tag == 0xA0
    let place = isVersionTold ? 6 : 5
    return parts.indices.contains(place) ? Data(parts[place].bytes) : nil
  }

  /// A value of DER: what it is, how long it is, what is in it.
  private struct Part {
    let tag: UInt8
    let bytes: Data.SubSequence
    let content: Data.SubSequence
    let rest: Data.SubSequence

    init?(_ data: Data.SubSequence) {
      guard data.count >= 2, let tag = data.first else { return nil }
      self.tag = tag
      var place = data.startIndex + 1
      var length = Int(data[place])
      place += 1
      if length >= 0x80 {
        let count = length & 0x7F
        guard (1...3).contains(count), data.endIndex - place >= count else { return nil }
        length = data[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
        place += count
      }
      guard data.endIndex - place >= length else { return nil }
      content = data[place..<place + length]
      bytes = data[data.startIndex..<place + length]
      rest = data[(place + length)...]
    }
  }
}
