import Foundation
import Support

/// What devices send, in files that were written for these tests.
enum Corpus {
  private static let folder = "Tests/ONVIFMessageTests/Corpus/"

  /// The bytes of a file.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: PackageRoot.url.appendingPathComponent(folder + name)))
  }

  /// All files, in the order of their names.
  static func all() throws -> [[UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: PackageRoot.url.appendingPathComponent(folder).path)
    return try names.sorted().map(bytes)
  }
}
