import Foundation

/// A folder for what a console keeps, so that one console can go on with another's practice.
public final class ConsoleHome {
  /// The folder that is XDG_STATE_HOME to the consoles.
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("home-" + UUID().uuidString.prefix(8))
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Where the practice is kept.
  public var stateFolder: URL { url.appendingPathComponent("recorder-console") }
  /// The file it is kept in.
  public var practice: URL { stateFolder.appendingPathComponent("practice.sqlite") }

  /// Puts something where the practice would be.
  public func plant(_ data: Data) throws {
    try FileManager.default.createDirectory(at: stateFolder, withIntermediateDirectories: true)
    try data.write(to: practice)
  }

  /// The path of a file with a secret, which only its owner may read unless said otherwise.
  public func secretFile(_ text: String, permissions: Int = 0o600) throws -> String {
    let file = url.appendingPathComponent("secret")
    try Data(text.utf8).write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: file.path)
    return file.path
  }

  /// Where a file holds the digits as a number of its own, with what stands around it; nil: nowhere.
  public func mention(of digits: some StringProtocol) throws -> String? {
    let number = try Regex(#"\b\#(digits)\b"#)
    for name in try files() {
      let data = try Data(contentsOf: stateFolder.appendingPathComponent(name))
      let text = String(decoding: data, as: UTF8.self)
      guard let place = text.firstMatch(of: number)?.range else { continue }
      let before = text[..<place.lowerBound].suffix(80)
      let behind = text[place.upperBound...].prefix(40)
      return "\(name): \(before)>>\(digits)<<\(behind)"
    }
    return nil
  }

  /// The names of the files in the state folder, in order.
  public func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: stateFolder.path).sorted()
  }
}
