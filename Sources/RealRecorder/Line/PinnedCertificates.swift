import Foundation
import HTTPRequests
import OwnFiles
import RecorderEngine

/// The certificates that somebody has looked at and trusts, by device, in a file that only its owner
/// may read.
public struct PinnedCertificates: Sendable {
  /// The file is there and cannot be read, or is something else: nobody knows any more what was
  /// trusted.
  public struct Damaged: Error, Equatable, Sendable {
    /// The file.
    public let path: String
  }

  private let folder: String
  private var path: String { "\(folder)/\(Self.fileName)" }
  /// What their file is called.
  public static let fileName = "certificates.json"

  /// Keeps them in a folder, which is made when the first one is kept.
  public init(folder: String) { self.folder = folder }

  /// What is trusted at an address; nil: nobody has looked yet.
  public func certificate(at address: HTTPAddress) throws(Damaged) -> KnownCertificate? {
    try all()[name(address)].map { pin in
      KnownCertificate(
        pin.fingerprint, since: pin.since.flatMap { CivilTime(parsing: $0)?.timestamp })
    }
  }

  /// Trusts a certificate at an address from now on, or none any more. False: it cannot be kept; a
  /// damaged file stays as it is.
  @discardableResult
  public func pin(_ certificate: KnownCertificate?, at address: HTTPAddress) -> Bool {
    guard var all = try? all() else { return false }
    all[name(address)] = certificate.map {
      Pin(fingerprint: $0.fingerprint, since: $0.since.map { CivilTime($0).text })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(all) else { return false }
    do throws(WholeFile.Fault) {
      try WholeFile.makeFolder(folder)
      return try WholeFile.write(Array(data), to: path, replaces: true)
    } catch {
      return false
    }
  }

  private static let largest = 1 << 20

  /// A line of the file: older ones hold the fingerprint alone.
  private struct Pin: Codable {
    let fingerprint: String
    let since: String?

    init(fingerprint: String, since: String?) {
      self.fingerprint = fingerprint
      self.since = since
    }

    private enum CodingKeys: String, CodingKey { case fingerprint, since }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.init(fingerprint: text, since: nil)
      } else {
        let line = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
          fingerprint: try line.decode(String.self, forKey: .fingerprint),
          since: try line.decodeIfPresent(String.self, forKey: .since))
      }
    }
  }

  private func all() throws(Damaged) -> [String: Pin] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    guard let data = FileManager.default.contents(atPath: path),
      data.count < PinnedCertificates.largest,
      let all = try? JSONDecoder().decode([String: Pin].self, from: data)
    else { throw Damaged(path: path) }
    return all
  }

  private func name(_ address: HTTPAddress) -> String { "\(address.host):\(address.effectivePort)" }
}
