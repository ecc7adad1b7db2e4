import Foundation
import Sandbox
import Support
import Testing

/// How much of the computer one session may take.
@Suite struct LimitTests {
  private let session: Session

  init() throws { session = try Session() }

  private func limited(_ attempt: String) throws -> String {
    let (status, said) = try session.run(["--outside", "--limits"], [attempt])
    #expect(status == 0, "Nothing ends the process")
    return said
  }

  @Test func `a file beyond its limit reads as a full disk, and ends nobody`() throws {
    let file = session.path("own/large")
    let limit = SessionLimits.learner.fileSize.bytes
    #expect(limit == 64 * 1024 * 1024)
    #expect(try limited("write-beyond=\(file)=\(limit)") == "EFBIG")
    #expect(try limited("write-beyond=\(file)=\(limit - 1)") == "done")
  }

  @Test func `descriptors end at 128`() throws {
    let file = session.path("own/file")
    // Three are in use.
    #expect(try limited("open-often=\(file)=100") == "done")
    #expect(try limited("open-often=\(file)=126") == "EMFILE")
  }

  @Test func `memory ends at 512 MiB`() throws {
    #expect(try limited("reserve=\(512 << 20)") == "ENOMEM")
    #expect(try limited("reserve=\(128 << 20)") == "done")
  }

  @Test func `of processor time there is a quarter of an hour, and a minute to end`() throws {
    #expect(
      try session.run(["--outside", "--limits", "--processor-limits"]).said == "900 960")
  }

  @Test(arguments: [("-t", "20 20\n"), ("-St", "20 960\n")])
  func `tighter limits stay`(limit: String, left: String) throws {
    let home = try ConsoleHome()
    let program = try BuiltProgram.path(named: "try-in-sandbox")
    let tool = CommandLineTool(folder: home.url, environment: ["PATH": "/usr/bin:/bin"])
    let said = try tool.run([
      "bash", "-c", "ulimit \(limit) 20; exec \"$0\" \"$@\"", program, "--outside", "--limits",
      "--processor-limits",
    ])
    #expect(said == left)
  }
}
