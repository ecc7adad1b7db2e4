import Foundation
import HTTPRequests
import OwnFiles

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
  private var path: String { folder + "/certificates.json" }

  /// Keeps them in a folder, which is made when the first one is kept.
  public init(folder: String) { self.folder = folder }

  /// The fingerprint that is trusted at an address; nil: nobody has looked yet.
  public func fingerprint(at address: HTTPAddress) throws(Damaged) -> String? {
    try all()[name(address)]
  }

  /// Trusts a fingerprint at an address from now on, or none any more. False: it cannot be kept; a
  /// damaged file stays as it is.
  @discardableResult
  public func pin(_ fingerprint: String?, at address: HTTPAddress) -> Bool {
    guard var all = try? all() else { return false }
    all[name(address)] = fingerprint
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

  private func all() throws(Damaged) -> [String: String] {
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    guard let data = FileManager.default.contents(atPath: path),
      data.count < PinnedCertificates.largest,
      let all = try? JSONDecoder().decode([String: String].self, from: data)
    else { throw Damaged(path: path) }
    return all
  }

  private func name(_ address: HTTPAddress) -> String { "\(address.host):\(address.port ?? 443)" }
}
