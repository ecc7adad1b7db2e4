import Foundation

/// The system's own tools, which need not be there.
enum InstalledTool {
  /// Whether a tool of that name is found in PATH.
  static func isThere(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    return path.split(separator: ":").contains { folder in
      FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)")
    }
  }
}
