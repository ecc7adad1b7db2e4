import Foundation
import Support
import Testing

/// A Debian package, made of the program that was built with the tests.
final class DebianPackage: Sendable {
  /// The package that a suite's tests look at: it takes some seconds to make.
  @TaskLocal static var current: DebianPackage?

  /// Where it is made and unpacked; it goes with the package.
  let folder: URL
  let path: String

  /// Makes it with these variables in the environment beside PATH.
  init(variables: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("package-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("temporary"), withIntermediateDirectories: true)
    let program = try BuiltProgram.path(named: "recorder-console")
    let told = try PackageScript.run(
      ["--trial", "--program", program, "--output", folder.path], in: folder,
      variables.merging(["TMPDIR": folder.appendingPathComponent("temporary").path]) { $1 })
    guard told.status == 0 else { throw Failed(said: told.errors) }
    path = told.output.trimmingCharacters(in: .newlines)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The script did not make it.
  struct Failed: Error { let said: String }

  /// What dpkg-deb says of the package.
  func told(_ arguments: String...) throws -> String {
    let home = try ConsoleHome()
    let tool = CommandLineTool(folder: home.url, environment: ["PATH": "/usr/bin:/bin"])
    return try tool.run(["dpkg-deb", arguments[0], path] + arguments.dropFirst())
  }

  /// What was left in the folder for temporary files.
  func left() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("temporary").path)
  }

  /// Unpacks it, and returns the folder that stands for the root.
  func unpacked() throws -> URL {
    let root = folder.appendingPathComponent("root-\(UUID().uuidString.prefix(8))")
    _ = try told("--extract", root.path)
    return root
  }
}

/// The script that makes packages.
enum PackageScript {
  static func run(
    _ arguments: [String], in folder: URL, _ variables: [String: String] = [:]
  ) throws -> (status: Int32, output: String, errors: String) {
    let script = PackageRoot.url.appendingPathComponent("Assets/Packaging/deb.sh").path
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let usual = ["PATH": path, "HOME": folder.path]
    let tool = CommandLineTool(folder: folder, environment: usual.merging(variables) { $1 })
    return try tool.outcome(of: ["sh", script] + arguments)
  }
}

/// A suite with a package, made before its first test.
struct WithPackage: SuiteTrait, TestScoping {
  let isRecursive = false

  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    try await DebianPackage.$current.withValue(try DebianPackage()) { try await body() }
  }
}
