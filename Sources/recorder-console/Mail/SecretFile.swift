import Glibc
import RecorderEngine

/// A secret in a file that nobody but its owner may read.
enum SecretFile {
  /// Why a secret was not taken from a file.
  enum Fault: Error, Equatable {
    case unreadable(String)
    case noFile
    case readableByOthers
    case empty
    case tooLong
    case noText

    /// The fault as a sentence about the file.
    func message(about path: String) -> String {
      switch self {
      case .unreadable(let why): "\(path) could not be read: \(why)"
      case .noFile: "\(path) was expected to be a file with the secret, and is none."
      case .readableByOthers:
        "\(path) holds a secret and can be read by others than its owner. "
          + "Make it yours alone: chmod 600 \(path)"
      case .empty: "\(path) was expected to have the secret in its first line, and is empty."
      case .tooLong: "\(path) was expected to have the secret in its one line, and is larger."
      case .noText: "\(path) was expected to have the secret as UTF-8 text, and has no text."
      }
    }
  }

  private static let largest = 1_024
  /// Ten thousand devices with long names have less.
  private static let largestList = 4 << 20

  /// Reads the first line.
  static func read(_ path: String) throws(Fault) -> Secret {
    try secret(in: bytes(of: path, largest)[...])
  }

  /// Reads all of it, as text.
  static func text(_ path: String) throws(Fault) -> String {
    guard let text = String(validating: try bytes(of: path, largestList), as: UTF8.self) else {
      throw .noText
    }
    return text
  }

  private static func bytes(of path: String, _ largest: Int) throws(Fault) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { throw .noFile }
    guard facts.st_mode & 0o077 == 0 else { throw .readableByOthers }
    guard facts.st_size <= largest else { throw .tooLong }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: min(largest + 1, 65_536))
    while bytes.count <= largest {
      let count = Glibc.read(file, &part, part.count)
      guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    guard bytes.count <= largest else { throw .tooLong }
    return bytes
  }

  private static func secret(in bytes: ArraySlice<UInt8>) throws(Fault) -> Secret {
    let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }
    guard lines.dropFirst().allSatisfy(\.isEmpty) else { throw .tooLong }
    var line = lines.first ?? []
    if line.last == 0x0D { line.removeLast() }
    guard !line.isEmpty else { throw .empty }
    guard let text = String(validating: line, as: UTF8.self), !line.contains(0) else {
      throw .noText
    }
    return Secret(text)
  }
}
