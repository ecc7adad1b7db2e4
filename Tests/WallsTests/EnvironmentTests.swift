import EnvironmentVariables
import Foundation
import Support
import Testing

/// The variables of the environment stand in one table, which the manual page shows.
@Suite struct EnvironmentTests {
  private let known = Set(EnvironmentVariable.allCases.map(\.rawValue))

  /// The files of the program, without the benchmark's.
  private func sources(_ kind: String) throws -> [(name: String, text: String)] {
    let folder = PackageRoot.url.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var found: [(String, String)] = []
    for case let file as URL in files ?? .init()
    where file.pathExtension == kind && !file.path.contains("/Benchmark/") {
      found.append((file.lastPathComponent, try String(contentsOf: file, encoding: .utf8)))
    }
    return found
  }

  @Test("No Swift file reads a variable that is not in the table")
  func swift() throws {
    for (name, text) in try sources("swift") where text.contains("getenv(") {
      #expect(text.matches(of: /getenv\((?!variable\.rawValue\))/).isEmpty, "\(name)")
    }
  }

  @Test("What C reads is in the table as well")
  func c() throws {
    var count = 0
    for (name, text) in try sources("c") where text.contains("getenv(") {
      let list = try #require(text.firstMatch(of: /names\[\] = \{([^}]*)\}/), "\(name)").1
      for variable in list.matches(of: /"(\w+)"/).map({ String($0.1) }) {
        #expect(known.contains(variable), "\(name): \(variable)")
        count += 1
      }
    }
    #expect(count >= 3)
  }
}
