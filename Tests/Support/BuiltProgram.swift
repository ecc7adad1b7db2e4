import Foundation

/// The programs that were built together with the tests.
public enum BuiltProgram {
  /// A program that is not where the tests are.
  public struct Missing: Error, CustomStringConvertible {
    let name: String
    let places: [String]

    /// What was looked for, and where.
    public var description: String {
      "\(name) was looked for beside the tests and is not there: \(places.joined(separator: ", "))"
    }
  }

  /// The path of a built program: it lies beside the test bundle, or, where TESTED_PROGRAMS names a folder
  /// that has it, there. So tests may be run against a program that was built otherwise.
  public static func path(named name: String) throws -> String {
    let places = folders.map { $0.appendingPathComponent(name).path }
    guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw Missing(name: name, places: places)
    }
    return path
  }

  // The runner may be the test program itself or a helper that loads it.
  private static var folders: [URL] {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let named = ProcessInfo.processInfo.environment["TESTED_PROGRAMS"].map {
      URL(fileURLWithPath: $0, isDirectory: true)
    }
    let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    let starts = [own, CommandLine.arguments.first].compactMap { $0 } + bundles
    return [named].compactMap(\.self)
      + starts.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
      + [Bundle.main.bundleURL]
  }
}
