import Foundation
import Sandbox
import Testing

/// What a learner's session may do with files.
@Suite(.enabled(if: Session.hasLandlock, Session.without)) struct FileTests {
  private let session: Session

  init() throws { session = try Session() }

  @Test(arguments: [
    "read=@own/file", "list=@own", "write=@own/new", "overwrite=@own/file", "make-folder=@own/new",
    "write=@own/inner/new", "remove=@own/inner/file", "rename=@own/file=@own/renamed",
    "truncate-opened=@own/file", "futimens=@own/file", "fchmod=@own/file",
    "read=@run/file", "write=@run/new", "remove=@run/file", "serve=@run/socket",
    "read=@assets/file", "list=@assets", "read=/proc/self/maps",
    "read=/proc/self/stat",
  ])
  func `what a session needs it may do`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["done"])
  }

  @Test(arguments: [
    "read=@others/file", "list=@others", "write=@others/new", "overwrite=@others/file",
    "make-folder=@others/new", "remove=@others/file", "list=@", "serve=@others/socket",
    "read=@own/way-out/file", "write=@own/way-out/new", "read=@own/../others/file",
    "write=@assets/new", "overwrite=@assets/file", "remove=@assets/file",
    "make-folder=@run/new", "serve=@own/socket", "symlink=@others=@own/link",
    "make-pipe=@own/pipe",
  ])
  func `what it does not need is refused, and nothing but the sandbox does so`(
    attempt: String
  ) throws {
    #expect(try session.inside(attempt) == ["EACCES"])
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test(arguments: [
    "read=/etc/passwd", "list=/", "list=/proc", "list=/tmp",
    "read=/sys/kernel/mm/transparent_hugepage/enabled",
  ])
  func `the system's own files are refused`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EACCES"])
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test func `no device is made`() throws {
    #expect(try session.inside("make-device=@own/device") == ["EACCES"])
  }

  @Test(arguments: [
    "rename=@own/file=@others/taken", "rename=@others/file=@own/taken",
    "rename=@own/file=@run/taken", "hard-link=@others/file=@own/taken",
    "hard-link=@assets/file=@own/taken",
  ])
  func `nothing is carried from one folder to another's`(attempt: String) throws {
    let said = try session.inside(attempt)
    #expect(said == ["EXDEV"] || said == ["EACCES"])
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test(arguments: [
    "chmod=@others/file", "fchmodat2=@own/file", "chown=@others/file", "lchown=@own/file",
    "utimensat=@others/file", "utime=@own/file", "truncate=@others/file", "truncate=@own/file",
    "setxattr=@others/file",
  ])
  func `what is known about a file is not changed by its path`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
  }

  @Test(arguments: ["chmod=@others/file", "utimensat=@others/file", "truncate=@others/file"])
  func `without the sandbox it is`(attempt: String) throws {
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test(arguments: 1...7)
  func `with each version of Landlock a session works and the others are shut off`(
    version: Int
  ) throws {
    let said = try session.inside(
      "write=@own/new", "rename=@own/new=@own/newer", "overwrite=@own/newer",
      "truncate-opened=@own/newer", "serve=@run/socket", "read=@assets/file", "write=@assets/new",
      "read=@others/file", "read=/etc/passwd", "rename=@own/newer=@own/inner/newer",
      options: ["--version", "\(version)"])
    // The first version lets nothing go from one folder into another.
    let isFirst = min(version, Sandbox.landlockVersion) == 1
    #expect(
      said == Array(repeating: "done", count: 6) + ["EACCES", "EACCES", "EACCES"]
        + [isFirst ? "EXDEV" : "done"])
  }
}
