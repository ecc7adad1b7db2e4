import Foundation
import Library
import RecorderEngine
import Support
import Testing

/// The names of settings in the program: a slip of the pen would switch a rule off in silence.
@Suite struct SettingNamesTests {
  /// A name in the source, with the line that it stands in.
  private struct Use {
    let name: String
    let line: String

    var isDeclaration: Bool { line.contains("static let ") }
  }

  private func uses(in targets: [String]) throws -> [Use] {
    let pattern = #/"((?:network|alarm|record|disk|system|camera|liveview|security)\.[\w.]+)"/#
    return try targets.flatMap { target in
      let folder = PackageRoot.url.appendingPathComponent("Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      let paths = (files?.allObjects ?? []).compactMap { $0 as? URL }
      return try paths.filter { $0.pathExtension == "swift" }.flatMap { file in
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").flatMap { line in
          line.matches(of: pattern).map { Use(name: String($0.1), line: String(line)) }
        }
      }
    }
  }

  @Test func `a setting that a rule reads has its name in one place`() throws {
    let uses = try uses(in: ["RecorderEngine", "PracticeDesk", "Console"])
    #expect(uses.count > 60)
    for use in uses { #expect(use.isDeclaration, "\(use.line)") }
    let names = uses.map(\.name)
    #expect(names.count == Set(names).count)
  }

  @Test func `a setting that the program names is one that a shipped recorder has`() throws {
    let library = Library(folder: try AssetFolder.find(explicit: nil))
    var known: Set<String> = [SettingKey.clock.text]
    for name in library.folder.recorderNames() {
      known.formUnion(try library.recorder(name).settings.map(\.key.text))
    }
    let names = Set(try uses(in: ["RecorderEngine", "PracticeDesk", "Console"]).map(\.name))
    #expect(names.subtracting(known).sorted() == [])
  }
}
