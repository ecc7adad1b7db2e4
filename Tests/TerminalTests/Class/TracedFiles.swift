/// What a session may be seen to do once it is confined: what else it does is listed.
struct TracedFiles {
  /// Folders in which it changes files, and those of which it reads.
  var written: [String]
  var read: [String]

  /// The numbers of the process and its threads, of which it may read how they stand.
  var own: Set<Int>

  /// What a session asks for in vain: the C library, the dispatch library and SQLite do without.
  private static var refused: [Regex<Substring>] {
    [/\/proc\/stat/, /\/proc\/self\/(?:pagemap|exe)/, /\/sys\/.*/, /\/dev\/urandom/]
  }

  /// The calls that are none of its own, in the order that they were made in.
  func offences(in calls: [TracedCall]) -> [TracedCall] { calls.filter { !isFine($0) } }

  private func isFine(_ call: TracedCall) -> Bool {
    switch call.name {
    case "execve", "execveat", "fork", "vfork": return false
    case "clone", "clone3": return call.arguments.contains("CLONE_THREAD")
    case "socket": return call.arguments.hasPrefix("AF_UNIX")
    case "open", "openat", "openat2", "creat": return mayOpen(call)
    case "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat",
      "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "truncate", "chmod", "fchmodat":
      return call.paths.allSatisfy { TracedFiles.isIn(written, $0) }
    default: return true
    }
  }

  private func mayOpen(_ call: TracedCall) -> Bool {
    // Where it was opened, the file itself counts, and not the name by which it was reached.
    guard let path = call.file ?? call.paths.first else { return false }
    // A place in the tree and nothing of the file: the lobby names the folders so that it gives up next.
    if call.arguments.contains("O_PATH") { return true }
    if TracedFiles.isIn(written, path) { return true }
    let changes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"]
    guard call.name != "creat", !changes.contains(where: call.arguments.contains) else {
      return false
    }
    if TracedFiles.isIn(read, path) { return true }
    if isOfItself(path) { return true }
    return !call.isDone && TracedFiles.refused.contains { path.wholeMatch(of: $0) != nil }
  }

  /// Its memory's maps, how one of its threads stands, and since when the computer runs: an exam's clock goes by it.
  private func isOfItself(_ path: String) -> Bool {
    if path == "/proc/sys/kernel/random/boot_id" { return true }
    guard
      let match = path.wholeMatch(
        of: /\/proc\/(self|\d+)(?:\/task\/(\d+))?\/(?:maps|smaps|stat)/)
    else { return false }
    let numbers = [match.output.1, match.output.2 ?? "self"]
    return numbers.allSatisfy { $0 == "self" || Int($0).map(own.contains) == true }
  }

  private static func isIn(_ folders: [String], _ path: String) -> Bool {
    guard !path.split(separator: "/").contains("..") else { return false }
    return folders.contains { path == $0 || path.hasPrefix($0 + "/") }
  }
}
