import Foundation
import Support
import Testing

/// How many files a new thing takes, counted by the script that stays for it.
@Suite struct FilesToTouchTests {
  private func run(_ arguments: [String]) throws -> (status: Int32, said: String) {
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/files_to_touch.py").path
    let home = try ConsoleHome()
    let tool = CommandLineTool(
      folder: home.url, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
    let (status, output, errors) = try tool.outcome(of: ["/usr/bin/python3", script] + arguments)
    return (status, output + errors)
  }

  @Test(
    "A new way back in, page, place or fault takes no more files than its limit",
    arguments: ["way", "page", "place", "fault"])
  func limits(kind: String) throws {
    let (status, said) = try run(["--list", kind])
    #expect(status == 0, "\(said)")
    #expect(said.contains("Sources/"), "It looked at something: \(said)")
  }

  @Test("What is no kind is said")
  func unknownKind() throws {
    let (status, said) = try run(["planet"])
    #expect(status == 2)
    #expect(said.contains("expected way, page, place or fault, and got: planet"), "\(said)")
  }
}
