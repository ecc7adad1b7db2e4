import Console
import Foundation
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import ConsoleRuntime
@testable import Spectators

/// A console's session and those who watch it: who has the keyboard, as both sides understand it.
@Suite struct SharedSessionTests {
  /// A session with its inbox, and a line to it.
  private final class Room: @unchecked Sendable {
    let inbox = Inbox {}
    let session: SharedSession
    let line: SessionLine
    private let folder: SessionFolder
    private(set) var watching = Watching()
    private(set) var guests: [InboxItem] = []
    private(set) var packets: [Packet] = []

    init() throws {
      let base = "/tmp/rc-\(UUID().uuidString.prefix(8))"
      mkdir(base, 0o700)
      let folder = try #require(SessionFolder { $0 == .runtimeFolder ? base : nil })
      let session = try #require(SharedSession("ann", in: folder, inbox: inbox))
      let line = SessionLine(to: "ann", in: folder, as: "bert", wake: {})
      (self.folder, self.session, self.line) = (folder, session, try #require(line))
    }

    deinit {
      session.end()
      try? FileManager.default.removeItem(
        atPath: (folder.path as NSString).deletingLastPathComponent)
    }

    func see() {
      let size = Size(rows: 24, columns: 80)
      let console = Console(
        size: size, capabilities: .practice,
        options: Console.Options(isCalm: true), at: Operator.evening)
      session.see(PublicView(Canvas(size: size), of: console, at: Operator.evening))
    }

    private func look(into inbox: Inbox) {
      for item in inbox.drain() {
        if case .message(.watched(let new)) = item { watching = new }
        if case .guest = item { guests.append(item) }
      }
      packets += line.take() ?? []
    }

    /// Whether something comes about: looked at so often, however long a busy machine takes in between.
    func comes(in other: Inbox? = nil, _ holds: (Room) -> Bool) async -> Bool {
      for _ in 0..<12_000 {
        look(into: other ?? inbox)
        if holds(self) { return true }
        try? await Task.sleep(for: .milliseconds(5))
      }
      return false
    }

    /// The number of the keyboard that was handed over, once it was.
    func grant() async throws -> UInt32 {
      line.send(.ask(1))
      #expect(await comes { $0.watching.ask?.name == "bert" })
      let ask = try #require(watching.ask)
      session.carryOut(.handOver(ask.number))
      #expect(await comes { $0.watching.holder == "bert" && $0.watching.ask == nil })
      for packet in packets { if case .grant(1, let grant) = packet { return grant } }
      #expect(await comes { $0.packets.contains(.grant(ask: 1, grant: 1)) })
      return 1
    }
  }

  @Test("A guest's keys come in, but for those of whoever sits here, until any key takes back")
  func handedOver() async throws {
    let room = try Room()
    #expect(await room.comes { $0.watching.count == 1 })
    #expect(room.session.admits(.key(.enter)), "Nobody else has the keyboard.")
    let grant = try await room.grant()
    func admits(_ key: Key, _ grant: UInt32, typing: Bool = false) -> Bool {
      room.session.admits(guest: key, grant: grant, whereTextIsTyped: typing)
    }
    room.line.send(.key(grant, .down))
    #expect(await room.comes { $0.guests.count == 1 })
    #expect(admits(.down, grant) && admits(.character("q"), grant, typing: true))
    #expect(!admits(.down, grant + 1) && !admits(.character("q"), grant))
    for key in [Key.function(10), .control("c"), .control("r"), .control("x"), .control("z")] {
      #expect(!admits(key, grant), "\(key)")
    }
    // Time that passes and a window that changes take nothing back.
    #expect(room.session.admits(.woken) && room.session.admits(.hangup))
    #expect(admits(.down, grant))
    #expect(!room.session.admits(.key(.escape)), "It does nothing else.")
    #expect(!admits(.down, grant), "What was underway is nobody's.")
    #expect(room.session.admits(.key(.escape)))
    #expect(
      await room.comes { $0.packets.contains(.takenBack(grant)) && $0.watching.holder == nil })
  }

  @Test("Where nobody may watch any more, the keyboard is back and whoever asks is told no")
  func refused() async throws {
    let room = try Room()
    let grant = try await room.grant()
    room.session.carryOut(.allow(false))
    room.see()
    #expect(await room.comes { $0.watching.isRefused && $0.watching.holder == nil })
    #expect(await room.comes { $0.packets.contains(.takenBack(grant)) })
    room.line.send(.ask(2))
    #expect(await room.comes { $0.packets.contains(.declined(2)) })
    #expect(room.watching.ask == nil)
    #expect(
      !room.packets.contains {
        if case .keyFrame = $0 { true } else { false }
      })
    room.session.carryOut(.allow(true))
    room.see()
    #expect(
      await room.comes {
        $0.packets.contains { if case .keyFrame = $0 { true } else { false } }
      })
  }

  @Test("The next console is told who watches, and the one before nothing more")
  func attached() async throws {
    let room = try Room()
    #expect(await room.comes { $0.watching.count == 1 })
    let next = Inbox {}
    room.session.attach(next)
    #expect(room.inbox.drain().isEmpty)
    #expect(await room.comes(in: next) { $0.watching.count == 1 })
    room.line.send(.ask(1))
    #expect(await room.comes(in: next) { $0.watching.ask?.name == "bert" })
    #expect(room.inbox.drain().isEmpty)
  }
}
