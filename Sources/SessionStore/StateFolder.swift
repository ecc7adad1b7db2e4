import EnvironmentVariables
import Foundation
import OwnFiles

/// Where a user's practice is kept.
public enum StateFolder {
  /// The folder that the environment names; nil where it names neither a state folder nor a home.
  ///
  /// A relative `XDG_STATE_HOME` is passed over, as the XDG base directory specification asks.
  public static func path(environment: (EnvironmentVariable) -> String?) -> String? {
    if let state = environment(.stateHome), state.hasPrefix("/") {
      return joined(state, "recorder-console")
    }
    guard let home = environment(.home), home.hasPrefix("/") else { return nil }
    return joined(home, ".local/state/recorder-console")
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Makes the folder and those above it where they are missing, for the user alone.
  static func make(_ path: String) throws(StoreFault) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .unusable("\(path) is a file; a folder is needed there.")
      }
      return
    }
    guard errno == ENOENT else { throw .unusable(systemReason("\(path) cannot be opened")) }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try make(parent) }
    guard mkdir(path, KeptModes.folder) == 0 || errno == EEXIST else {
      throw .unusable(systemReason("The folder \(path) cannot be made"))
    }
  }

  /// Makes an empty file for the user alone.
  static func makeFile(_ path: String) throws(StoreFault) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, KeptModes.file)
    guard descriptor >= 0 else { throw .unusable(systemReason("\(path) cannot be made")) }
    close(descriptor)
  }
}

/// What the system said last, after what was tried: `… cannot be opened: Permission denied.`
func systemReason(_ attempt: String) -> String {
  "\(attempt): \(String(cString: strerror(errno)))."
}
