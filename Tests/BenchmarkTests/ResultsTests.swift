import Foundation
import Support
import Testing

/// The figures of results in a short form: no write is refused and none is missing. How quick they are
/// only a release build can tell.
@Suite struct ResultsTests {
  @Test func `twenty processes that write at once are all served`() throws {
    let home = try ConsoleHome()
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let tool = CommandLineTool(
      folder: home.url, environment: ["PATH": path, "TMPDIR": home.url.path])
    let program = try BuiltProgram.path(named: "console-benchmark")
    let said = try tool.run([program, "--results", "--short"])
    for row in [#/attempts kept +2000 /#, #/writes refused +0 +<= 0 +ok/#, #/write at once +20 /#] {
      #expect(try row.firstMatch(in: said) != nil, "\(said)")
    }
  }
}
