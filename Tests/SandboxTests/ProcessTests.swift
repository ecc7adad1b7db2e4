import Foundation
import Sandbox
import Testing

/// What a learner's session may do beside files.
@Suite(.enabled(if: Session.hasLandlock, Session.without)) struct ProcessTests {
  private let session: Session

  init() throws { session = try Session() }

  @Test(arguments: ["execve", "execveat", "posix_spawn", "fork", "clone", "clone-with-memory"])
  func `no program and no process is begun`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
  }

  @Test func `without the sandbox programs and processes are begun`() throws {
    let said = try session.outside("fork", "clone", "clone-with-memory", "posix_spawn")
    #expect(said == ["done", "done", "done", "done"])
    #expect(try session.outside("execve") == [], "Another program has come in its place")
  }

  @Test func `threads are made although the newer call for it is unknown`() throws {
    #expect(try session.inside("clone3", "thread", "thread") == ["ENOSYS", "done", "done"])
  }

  @Test(arguments: ["signal-itself", "signal-thread", "raise", "prlimit-itself", "TIOCGWINSZ"])
  func `a process does with itself as it likes`(attempt: String) throws {
    #expect(try session.inside(attempt) == session.outside(attempt))
  }

  // % is the process of these tests.
  @Test(arguments: [
    "kill=%", "kill=0", "kill=-1", "tgkill=%", "tkill=%", "sigqueue=%", "pidfd_send_signal=%",
    "F_SETOWN=%", "ptrace=%", "process_vm_readv=%", "prlimit=%", "setpriority=%",
    "sched_setaffinity=%",
  ])
  func `other processes are out of reach`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
  }

  @Test(arguments: ["kill=%", "tgkill=%", "sigqueue=%", "F_SETOWN=%", "prlimit=%"])
  func `without the sandbox they are not`(attempt: String) throws {
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test(arguments: ["socket-inet", "socket-inet6", "socket-netlink"])
  func `there is no network`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
  }

  @Test func `there are sockets of this computer`() throws {
    #expect(try session.inside("socket-unix") == ["done"])
    #expect(try session.outside("socket-inet") == ["done"])
  }

  @Test(arguments: ["TIOCSTI", "TIOCSTI-wide", "TIOCLINUX"])
  func `nothing is typed into the terminal`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
    #expect(try session.outside(attempt) == ["ENOTTY"])
  }

  @Test(arguments: [
    "mount=@own", "unshare", "setns", "chroot=@own", "bpf", "io_uring", "add_key", "keyctl",
    "shmget",
  ])
  func `the system is not changed`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
  }

  @Test(arguments: ["code", "map-as-code=@own/file"])
  func `no code comes in from outside`(attempt: String) throws {
    #expect(try session.inside(attempt) == ["EPERM"])
    #expect(try session.outside(attempt) == ["done"])
  }

  @Test func `calls that were not judged are answered as by an older kernel`() throws {
    #expect(try session.inside("call-511") == ["ENOSYS"])
  }

  #if arch(x86_64)
    @Test(arguments: ["call-of-32-bits", "call-of-x32", "fork-by-number"])
    func `other ways to number calls lead nowhere`(attempt: String) throws {
      #expect(try session.inside(attempt) == ["EPERM"])
    }
  #endif
}
