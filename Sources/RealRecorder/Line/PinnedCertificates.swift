import Foundation
import Glibc
import HTTPRequests

/// The certificates that somebody has looked at and trusts, by device, in a file that only its owner
/// may read.
public struct PinnedCertificates: Sendable {
  private let path: String

  /// Keeps them in a folder, which is made when the first one is kept.
  public init(folder: String) { path = folder + "/certificates.json" }

  /// The fingerprint that is trusted at an address; nil: nobody has looked yet.
  public func fingerprint(at address: HTTPAddress) -> String? { all[name(address)] }

  /// Trusts a fingerprint at an address from now on, or none any more. False: it cannot be kept.
  @discardableResult
  public func pin(_ fingerprint: String?, at address: HTTPAddress) -> Bool {
    var all = all
    all[name(address)] = fingerprint
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(all) else { return false }
    return OwnFile.write(data, to: path)
  }

  private var all: [String: String] {
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else {
      return [:]
    }
    return (try? JSONDecoder().decode([String: String].self, from: data)) ?? [:]
  }

  private func name(_ address: HTTPAddress) -> String { "\(address.host):\(address.port ?? 443)" }
}

/// Files that only their owner may read.
enum OwnFile {
  /// Puts another text into the place of a file, whole or not at all; makes its folder.
  static func write(_ data: Data, to path: String) -> Bool {
    guard makeFolder(of: path) else { return false }
    let new = path + ".new"
    unlink(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    let isWhole = data.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) == $0.count }
    let isSafe = fsync(file) == 0
    close(file)
    guard isWhole, isSafe, rename(new, path) == 0 else {
      unlink(new)
      return false
    }
    return true
  }

  /// Opens a file to write at its end; nil where that cannot be.
  static func appending(to path: String) -> Int32? {
    guard makeFolder(of: path) else { return nil }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return file >= 0 ? file : nil
  }

  private static func makeFolder(of path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    return
      (try? FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]))
      != nil
  }
}
