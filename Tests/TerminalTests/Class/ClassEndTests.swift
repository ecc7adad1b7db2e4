import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `the class ends for everybody, with a countdown, and lets nobody in`() async throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let session = try await host.session(key)
    try await session.wait(for: "Live view")
    try session.send("F3")
    try await session.wait(for: "Back panel ·")
    #expect(try host.admin(["extend", "30"]).contains("ann"))
    let said = try host.admin(["end", "--seconds", "2"])
    #expect(said.contains("told: 1") && !said.contains("had to be ended"), "\(said)")
    #expect(try await session.waitForExit() == 0)
    #expect(try host.admin(["status"]).contains("ended"))
    let late = try host.attempt(key, ["-tt"])
    #expect(late.status == 255, "\(late)")
  }

  @Test func `the end of the class reaches the lobby, and whoever is still at the door`()
    async throws
  {
    let host = try ClassHost()
    let word = try host.addWord("bert")
    let once = ["-tt", "-o", "NumberOfPasswordPrompts=1"]
    let atTheDoor = try await host.session(nil, options: once)
    try await atTheDoor.wait(for: "password:")
    let inTheLobby = try await host.visitor()
    try inTheLobby.type(word)
    let said = try host.admin(["end", "--seconds", "0"])
    #expect(!said.contains("had to be ended"), "\(said)")
    #expect(try await inTheLobby.waitForExit() == 1)
    try await inTheLobby.wait(for: "The class is over. Ask your trainer.")
    try atTheDoor.type(ClassHost.word)
    try atTheDoor.send("Enter")
    #expect(try await atTheDoor.waitForExit() == 255)
    try await host.waitUntilEmpty()
    #expect(try host.attempt(nil, ["-tt"]).status == 255)
  }

  /// What a trainer has put out for all.
  enum PutOut: CaseIterable { case presentation, recording }

  @Test(arguments: PutOut.allCases)
  func `the end of the class reaches whoever looks at what the trainer shows`(
    shown: PutOut
  ) async throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let session = try await host.session(key)
    try await session.wait(for: "Live view")
    let presenter = try await Self.show(shown, in: host)
    try await session.wait(for: "Ctrl-V")
    try session.send("C-v")
    try await session.wait(for: shown == .presentation ? "WATCHING" : "A recorded line")
    // So long that a busy machine does not miss what is said of it.
    let end = try BackgroundTool(
      host.program(["class", "end", "--seconds", "8"]), folder: host.folder,
      environment: ClassHost.systemPath)
    try await session.wait(for: "The trainer ends this session in")
    #expect(try await session.waitForExit() == 0)
    #expect(end.wait() == 0)
    #expect(end.said.contains("told: 1") && !end.said.contains("had to be ended"), "\(end.said)")
    try await host.waitUntilEmpty()
    #expect(try host.attempt(key, ["-tt"]).status == 255)
    presenter?.close()
  }

  /// Shows it; where somebody presents, their terminal.
  private static func show(_ shown: PutOut, in host: ClassHost) async throws -> TmuxSession? {
    guard shown == .recording else {
      return try await TmuxSession(host.program(["present"]))
    }
    let cast = """
      {"version":2,"width":80,"height":24}
      [0.1,"o","A recorded line"]
      [900,"o","The end"]

      """
    let file = host.folder.path + "/shown.cast"
    try Data(cast.utf8).write(to: URL(fileURLWithPath: file))
    let put = try host.outcome(
      Array(["/usr/local/bin/recorder-console", "present"]) + ["--recording", file])
    guard put.status == 0 else { throw ClassHost.Failure(said: put.errors) }
    return nil
  }
}
