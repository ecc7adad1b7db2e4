import Foundation
import Support
import Testing

/// An end of a line between a trainee and their session.
enum LostEnd: CaseIterable, CustomTestStringConvertible {
  case client, sshdOfSession, sshdOfClass

  var testDescription: String {
    switch self {
    case .client: "the client"
    case .sshdOfSession: "the sshd of the session"
    case .sshdOfClass: "all sshd of the class"
    }
  }
}

extension RealTerminalTests.ClassTests {
  @Test(arguments: LostEnd.allCases)
  func `where an end of the line is killed, the session saves, goes, and is gone on with`(
    lost: LostEnd
  ) async throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let session = ConsoleSession(at: try await host.session(key))
    try await session.see("Live view")
    try session.press("F9")
    try await session.see("Notebook")
    try session.type("written before the end")
    try session.press("Escape")
    try await session.seeNoMore("Notebook")
    try session.press("F5")
    try await session.see("Support desk ·")
    let pid = try #require(try host.sessions().first)
    let start = ContinuousClock.now
    try lost.kill(in: host, session: pid, session.terminal)
    try await host.waitUntilEmpty()
    // It has two seconds; how long a busy machine takes is no fault.
    print(
      "\(lost.testDescription) killed: the session was gone after \(ContinuousClock.now - start)")
    try Self.expectKept(of: "ann", in: host)
    let told = try host.admin(["list"])
    #expect(!told.contains("there"), "\(told)")
    if lost == .sshdOfClass {
      #expect(try host.admin(["status"]).contains("not started"))
      try host.admin(["init", "--word", ClassHost.word])
    }
    let again = ConsoleSession(at: try await host.session(key))
    try await again.see("Support desk ·")
    try again.press("F9")
    try await again.see("written before the end")
  }

  /// What is kept is whole, and nothing is left that would be in the way.
  private static func expectKept(of name: String, in host: ClassHost) throws {
    let folder = host.kept(name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.contains("practice.sqlite"))
    // A store that was closed has brought its log in.
    #expect(!files.contains("practice.sqlite-wal"), "\(files)")
    let sockets = try FileManager.default.contentsOfDirectory(
      atPath: host.path("/run/recorder-class"))
    #expect(sockets.isEmpty, "\(sockets)")
  }
}

extension LostEnd {
  fileprivate func kill(in host: ClassHost, session: Int32, _ client: TmuxSession) throws {
    let own = try ClassHost.parent(of: session)
    let monitor = try ClassHost.parent(of: own)
    switch self {
    case .client: try client.kill(SIGKILL)
    case .sshdOfSession: for pid in [monitor, own] { Glibc.kill(pid, SIGKILL) }
    case .sshdOfClass: for pid in [try host.master(), monitor, own] { Glibc.kill(pid, SIGKILL) }
    }
  }
}
