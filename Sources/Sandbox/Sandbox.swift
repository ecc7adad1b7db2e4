import CSandbox
import Glibc

/// The sandbox of one learner's session: what a process gives up for good, by its own decision.
public enum Sandbox {
  /// The version of Landlock that the kernel has; 0: none.
  public static var landlockVersion: Int { max(0, Int(sandbox_landlock_version())) }

  /// Gives up all files but those of the plan, all programs, other processes and the network.
  ///
  /// To be called before any thread is made and once all else is open: the terminal, the socket,
  /// what the C library reads about time zones and terminals. Swift reads the command line at its
  /// first use, so that has to be before as well.
  ///
  /// Where Landlock is not needed and the kernel has none, files stay as they are.
  public static func enter(
    _ plan: SandboxPlan, needsLandlock: Bool = true
  ) throws(SandboxFault) {
    guard landlockVersion == 0, !needsLandlock else { return try enter(plan, version: nil) }
    let problem = -sandbox_enter(-1)
    guard problem == 0 else { throw .refused(.sandbox, code: problem) }
  }

  /// The same with the rights of an older kernel, for tests.
  package static func enter(_ plan: SandboxPlan, version wanted: Int?) throws(SandboxFault) {
    let found = sandbox_landlock_version()
    guard found > 0 else {
      throw .noLandlock(-found == EOPNOTSUPP ? .switchedOff : .unknownToKernel)
    }
    let version = min(found, wanted.map(Int32.init) ?? found)
    let threads = threadCount
    guard threads <= 1 else { throw .hasThreads(threads) }
    let list = sandbox_begin(version)
    guard list >= 0 else { throw .refused(.listOfFiles, code: -list) }
    do {
      for (path, rights) in plan.entries { try allow(path, rights, in: list, version) }
    } catch {
      close(list)
      throw error
    }
    let problem = -sandbox_enter(list)
    guard problem == 0 else { throw .refused(.sandbox, code: problem) }
  }

  private static func allow(
    _ path: String, _ rights: sandbox_rights, in list: Int32, _ version: Int32
  ) throws(SandboxFault) {
    let problem = -sandbox_allow(list, path, rights, version)
    switch problem {
    case 0: return
    case ENOENT, ENOTDIR, EISDIR: throw .missing(path: path, code: problem)
    default: throw .notAllowed(path: path, code: problem)
    }
  }

  // A folder has two links and one more for each folder in it: here each thread is one.
  private static var threadCount: Int {
    var folder = stat()
    guard stat("/proc/self/task", &folder) == 0 else { return 1 }
    return Int(folder.st_nlink) - 2
  }
}

extension SandboxPlan {
  fileprivate var entries: [(path: String, rights: sandbox_rights)] {
    foldersWritten.map { ($0, SANDBOX_WRITE_TREE) }
      + foldersRead.map { ($0, SANDBOX_READ_TREE) }
      + (runFolder.map { [($0, SANDBOX_RUN_FOLDER)] } ?? [])
      + filesRead.map { ($0, SANDBOX_READ_FILE) }
      + filesReadBelow.map { ($0, SANDBOX_READ_BELOW) }
  }
}
