import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  /// Why no process can be traced here; nil: one can.
  static let noTracer: String? =
    access("/usr/bin/strace", X_OK) == 0
    ? nil : "Skipped: no strace; sh Assets/Setup/debian.sh --tests installs it"

  @Test(.enabled(if: noTracer == nil, "\(noTracer ?? "")"))
  func `a traced session executes nothing and opens nothing but its own`() async throws {
    let host = try ClassHost()
    let (key, word) = (try host.addKey("ann"), try host.addWord("bert"))
    let tracer = try await Tracer(host)
    let ann = ConsoleSession(at: try await host.session(key))
    try await Self.practise(at: ann)
    // By the lobby, which is confined as well, and once more behind it.
    let bert = try await host.visitor()
    try bert.type(word)
    try bert.send("Enter")
    try await bert.wait(for: "Monitor · Live view")
    try bert.send("F3")
    try await bert.wait(for: "Back panel ·")
    bert.close()
    try await host.waitUntilEmpty()
    let trace = try tracer.end()
    #expect(trace.strange.isEmpty, "\(trace.strange.prefix(5))")
    let confined = trace.confined
    #expect(confined.map(\.stages.count).sorted() == [1, 2])
    for session in confined {
      let isAnn = session.stages.count == 1
      let calls = session.stages[session.stages.count - 1]
      let files = TracedFiles(of: isAnn ? "ann" : "bert", session)
      Self.expectNothing(files.offences(in: calls))
      // A trace that saw nothing would find nothing.
      let opened = Set(calls.compactMap(\.file))
      #expect(
        opened.contains(
          "/var/lib/recorder-class/trainees/\(isAnn ? "ann" : "bert")/"
            + "recorder-console/practice.sqlite"))
      let named = calls.flatMap(\.paths)
      #expect(!isAnn || named.contains { $0.hasSuffix("-003000.cast") }, "The stick was written")
      #expect(session.threads.count > 2)
      guard !isAnn else { continue }
      var lobby = files
      lobby.written = ["/var/lib/recorder-class/trainees", "/run/recorder-class"]
      lobby.read.append("/etc/recorder-class")
      Self.expectNothing(lobby.offences(in: session.stages[0]))
    }
  }

  private static func expectNothing(_ offences: [TracedCall]) {
    #expect(
      offences.isEmpty,
      "\(offences.count): \(offences.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  /// A way through all places: the menu, a password, the desk, notes, recordings, the stick, a lesson.
  private static func practise(at console: ConsoleSession) async throws {
    try await console.openAdmin(withDefault: "12345")
    try await console.changePassword(from: "12345", to: "Fresh-Pass1")
    for (key, title) in [
      ("F3", "Back panel ·"), ("F4", "Phone"), ("F5", "Support desk ·"), ("F6", "Laptop ·"),
      ("F9", "Notebook"),
    ] {
      try console.press(key)
      try await console.see(title)
    }
    try console.type("what I have seen")
    try await console.see("what I have seen")
    try console.press("Escape")
    // The picture around it changes by itself.
    try await console.seeNoMore("what I have seen")
    try console.press("F2")
    try await console.see("System > User > Admin")
    try console.press("F2")
    try await console.see("Monitor · Live view")
    try await console.choose("Search recordings")
    try await console.see("on 3 channels")
    try console.press("Home", "m", "Right", "m", "b")
    try await console.see("Monitor · Backup")
    try console.press("Space")
    try await console.see("Written to")
    try console.press("F7")
    try await console.see("▸ The default password")
    try console.press("Enter")
    try await console.see("Begin the lesson?")
    try console.press("Enter")
    try await console.see("A flower shop")
    try console.press("Enter")
    try await console.seeNoMore("A flower shop")
    try await console.see("Lesson 1/6")
    try console.press("F10")
    try await console.see("Leave?")
    try console.press("Left", "Enter")
    #expect(try await console.terminal.waitForExit() == 0)
  }
}

extension TracedFiles {
  /// What a session of a trainee may be seen to do.
  fileprivate init(of name: String, _ session: SyscallTrace.Confined) {
    self.init(
      written: ["/var/lib/recorder-class/trainees/\(name)", "/run/recorder-class"],
      // The site's scenarios, where there are any.
      read: ["/usr/local/share/recorder-console", "/usr/share/recorder-console/Scenarios"],
      own: session.threads)
  }
}

/// strace at the sshd of a class, from before anybody comes in.
private final class Tracer {
  private let tool: BackgroundTool
  private let folder: String
  private let master: Int32

  init(_ host: ClassHost) async throws {
    folder = host.folder.path + "/trace"
    master = try host.master()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let words = host.inside([
      "strace", "-f", "-ff", "-q", "-y", "-s", "4096", "-o", folder + "/t",
      "-e", "trace=%file,%process,socket,landlock_restrict_self", "-p", "\(master)",
    ])
    tool = try BackgroundTool(words, folder: host.folder, environment: ClassHost.systemPath)
    let status = "/proc/\(master)/status"
    try await host.wait("strace looks at sshd") {
      try !String(contentsOfFile: status, encoding: .utf8).contains("TracerPid:\t0\n")
    }
  }

  /// Ends it with sshd, once nobody else is left.
  func end() throws -> SyscallTrace {
    kill(master, SIGKILL)
    tool.wait()
    return try SyscallTrace(folder: folder)
  }
}
