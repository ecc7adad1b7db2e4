import Glibc
import Sandbox
import Testing

/// What stands in the way of the sandbox is said, and nothing runs without it unnoticed.
@Suite struct EnteringTests {
  private let session: Session

  init() throws { session = try Session() }

  private func refusal(_ options: String...) throws -> String {
    let (status, said) = try session.run(options, ["read=/etc/passwd"])
    #expect(status == 1)
    return said
  }

  @Test func `a kernel without Landlock is told from one where it is switched off`() throws {
    #expect(
      try refusal("--without-landlock", "\(ENOSYS)")
        == "\(SandboxFault.noLandlock(.unknownToKernel))")
    let switchedOff = try refusal("--without-landlock", "\(EOPNOTSUPP)")
    #expect(switchedOff == "\(SandboxFault.noLandlock(.switchedOff))")
    #expect(switchedOff.contains("add landlock to the kernel's option lsm="))
  }

  @Test(.enabled(if: Session.hasLandlock, Session.without))
  func `what is missing, or is no folder or no file, is told`() throws {
    let none = session.path("none")
    #expect(
      try refusal("--write", none)
        == "\(none) is needed in the sandbox: No such file or directory.")
    let file = session.path("own/file")
    #expect(try refusal("--read", file) == "\(file) is needed in the sandbox: Not a directory.")
    let folder = session.path("own")
    #expect(try refusal("--file", folder) == "\(folder) is needed in the sandbox: Is a directory.")
  }

  @Test(.enabled(if: Session.hasLandlock, Session.without))
  func `threads that would stay outside are an obstacle`() throws {
    #expect(try refusal("--thread-first") == "\(SandboxFault.hasThreads(2))")
  }

  @Test(.enabled(if: Session.hasLandlock, Session.without))
  func `a plan of nothing allows nothing`() throws {
    let (status, said) = try session.run([], ["read=\(session.path("own/file"))", "thread"])
    #expect(status == 0)
    #expect(said == "EACCES\ndone")
  }
}
