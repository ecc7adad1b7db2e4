import Glibc

/// Why a process is not in the sandbox; some of its rights may be gone all the same.
public enum SandboxFault: Error, Equatable, Sendable {
  /// The kernel has no Landlock, or keeps it switched off.
  case noLandlock(Absence)
  /// The process has made threads already, and they would stay outside.
  case hasThreads(Int)
  /// A folder or file of the plan is not there, or is no folder or no file.
  case missing(path: String, code: Int32)
  /// A folder or file of the plan could not be allowed, by the number of the system's error.
  case notAllowed(path: String, code: Int32)
  /// The system refused a step, by the number of its error.
  case refused(Step, code: Int32)

  /// Why there is no Landlock.
  public enum Absence: Equatable, Sendable {
    /// The kernel is older than 5.13 or was built without it, or a container keeps it away.
    case unknownToKernel
    /// It was switched off when the system started.
    case switchedOff
  }

  /// What the system was asked for.
  public enum Step: Equatable, Sendable {
    case listOfFiles
    case sandbox
    case limit(SessionLimits.Resource)
  }
}

extension SandboxFault: CustomStringConvertible {
  /// A sentence for people.
  public var description: String {
    switch self {
    case .noLandlock(.unknownToKernel):
      "Sessions cannot be kept apart: this system has no Landlock (Linux 5.13 or newer has it, "
        + "some containers keep it away)."
    case .noLandlock(.switchedOff):
      "Sessions cannot be kept apart: Landlock is switched off; add landlock to the kernel's "
        + "option lsm= and start the system anew."
    case .hasThreads(let count):
      "The sandbox has to be entered before any thread is made, and there are \(count) threads."
    case .missing(let path, let code):
      "\(path) is needed in the sandbox: \(reason(code))."
    case .notAllowed(let path, let code):
      "\(path) could not be allowed in the sandbox: \(reason(code))."
    case .refused(.listOfFiles, let code), .refused(.sandbox, let code):
      "The system refused the sandbox: \(reason(code))."
    case .refused(.limit(let resource), let code):
      "The system refused the limit for \(resource.words): \(reason(code))."
    }
  }

  private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
