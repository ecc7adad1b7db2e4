import Foundation
import Support
import Synchronization
import Testing
import TextUI

@testable import Spectators

/// A session that is watched, over real sockets.
@Suite struct PublisherTests {
  /// Who practises: what came of those who watch is noted.
  private final class Session: Sendable {
    let folder: SessionFolder
    let publisher: Publisher

    init() throws {
      let name = "\(UUID().uuidString.prefix(8))"
      folder = try #require(SessionFolder { $0 == .runtimeFolder ? "/tmp/rc-\(name)" : nil })
      mkdir("/tmp/rc-\(name)", 0o700)
      let box = Box()
      publisher = try #require(
        Publisher("ann", in: folder, status: SessionStatus(name: "ann")) { news in
          box.news.withLock { $0.append(news) }
        })
      self.box = box
    }

    private final class Box: Sendable { let news = Mutex<[Publisher.News]>([]) }
    private let box: Box
    var news: [Publisher.News] { box.news.withLock { $0 } }

    deinit {
      publisher.end()
      try? FileManager.default.removeItem(
        atPath: (folder.path as NSString).deletingLastPathComponent)
    }

    func frame(_ text: String) -> Canvas {
      var canvas = Canvas(size: Size(rows: 4, columns: 30))
      canvas.write(text, row: 1, column: 2, .strong)
      canvas.cursor = Point(row: 1, column: 2)
      return canvas
    }

    func show(_ text: String, isRefused: Bool = false) {
      var status = SessionStatus(name: "ann", lesson: "A lesson", step: 2, steps: 8)
      status.isRefused = isRefused
      publisher.show(frame(text), status)
    }

    func hears(_ wanted: Publisher.News) async -> Bool {
      await PublisherTests.comes { self.news.contains(wanted) }
    }
  }

  /// Somebody who watches.
  private final class Watcher: @unchecked Sendable {
    let line: SessionLine
    private var screen: WatchScreen
    private(set) var isOver = false

    init(_ session: Session, name: String = "bert", rows: Int = 8, columns: Int = 80) throws {
      let line = SessionLine(
        to: "ann", in: session.folder, as: name, Size(rows: rows, columns: columns), wake: {})
      self.line = try #require(line)
      screen = WatchScreen(session: "ann", window: Size(rows: rows, columns: columns))
    }

    var picture: [String] {
      if let packets = line.take() {
        for packet in packets { screen.take(packet) }
      } else {
        isOver = true
        screen.lose()
      }
      var canvas = Canvas(size: screen.window)
      screen.draw(on: &canvas)
      return canvas.plainText()
    }

    func sees(_ text: String) async -> Bool {
      await PublisherTests.comes { self.picture.contains { $0.contains(text) } }
    }

    func press(_ key: Key) -> WatchScreen.Action {
      let action = screen.press(key)
      if case .send(let packet) = action { line.send(packet) }
      return action
    }
  }

  /// Whether something comes about: looked at so often, however long a busy machine takes in between.
  private static func comes(_ holds: @Sendable () -> Bool) async -> Bool {
    for _ in 0..<12_000 {
      if holds() { return true }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return false
  }

  @Test("Whoever comes late sees the present screen at once, and then each change")
  func late() async throws {
    let session = try Session()
    session.show("before")
    session.show("the present screen")
    let watcher = try Watcher(session)
    #expect(await watcher.sees("the present screen"))
    #expect(await session.hears(.watchers(1)))
    session.show("the next")
    #expect(await watcher.sees("the next"))
    #expect(await watcher.sees("A lesson"))
    let other = try Watcher(session)
    #expect(await other.sees("the next"))
    #expect(await session.hears(.watchers(2)))
  }

  @Test("A smaller window sees the part around the cursor, says so, and looks elsewhere by arrows")
  func part() async throws {
    let session = try Session()
    var large = Canvas(size: Size(rows: 60, columns: 200))
    large.write("corner", row: 0, column: 0, .text)
    large.write("middle", row: 40, column: 150, .text)
    large.cursor = Point(row: 40, column: 150)
    session.publisher.show(large, SessionStatus(name: "ann"))
    let watcher = try Watcher(session, rows: 20, columns: 90)
    #expect(await watcher.sees("middle"))
    #expect(watcher.picture.contains { $0.contains("a part of 200x60") })
    #expect(!watcher.picture.contains { $0.contains("corner") })
    for _ in 0..<30 { _ = watcher.press(.up) }
    for _ in 0..<30 { _ = watcher.press(.left) }
    #expect(watcher.picture.contains { $0.hasPrefix("corner") })
    _ = watcher.press(.home)
    #expect(watcher.picture.contains { $0.contains("middle") })
  }

  @Test("Who never reads holds nobody up, and sees the present once there is room")
  func neverReads() async throws {
    let session = try Session()
    let asleep = try #require(LocalSocket.connected(to: session.folder.socket("ann")))
    _ = asleep.send(Packet.hello(name: "asleep", Size(rows: 24, columns: 80)).bytes)
    #expect(await session.hears(.watchers(1)))
    let watcher = try Watcher(session)
    #expect(await session.hears(.watchers(2)))
    for number in 0..<2_000 { session.show("frame \(number) of many") }
    session.show("the last one")
    #expect(await watcher.sees("the last one"))
    let screen = Mutex(WatchScreen(session: "ann", window: Size(rows: 8, columns: 80)))
    let hasCaughtUp = await Self.comes {
      screen.withLock { screen in
        while let bytes = asleep.receive(), !bytes.isEmpty {
          if let packet = Packet(bytes) { screen.take(packet) }
        }
        var canvas = Canvas(size: screen.window)
        screen.draw(on: &canvas)
        return canvas.plainText().contains { $0.contains("the last one") }
      }
    }
    #expect(hasCaughtUp)
  }

  @Test("Where nobody may watch, only what it is at is told, and those who watched see no more")
  func refused() async throws {
    let session = try Session()
    session.show("to be seen")
    let watcher = try Watcher(session)
    #expect(await watcher.sees("to be seen"))
    session.show("not to be seen", isRefused: true)
    #expect(await watcher.sees("lets nobody watch now"))
    let late = try Watcher(session, name: "carl")
    #expect(await late.sees("lets nobody watch now"))
    #expect(await late.sees("2/8"))
    #expect(!late.picture.contains { $0.contains("seen") })
    session.show("seen again")
    #expect(await watcher.sees("seen again"))
  }

  @Test("Keys reach the session of whoever was handed the keyboard alone, and only so long")
  func keyboard() async throws {
    let session = try Session()
    session.show("x")
    let (bert, carl) = (try Watcher(session), try Watcher(session, name: "carl"))
    #expect(await bert.sees("x"))
    #expect(await carl.sees("x"))
    bert.line.send(.key(0, .character("1")))
    bert.line.send(.key(1, .character("1")))
    #expect(bert.press(.character("k")) == .send(.ask(true)))
    #expect(await session.hears(.asked(by: "bert")))
    session.publisher.grant()
    #expect(await bert.sees("YOU HAVE THE KEYBOARD"))
    carl.line.send(.key(1, .character("2")))
    #expect(bert.press(.character("k")) == .send(.key(1, .character("k"))))
    #expect(await session.hears(.key(.character("k"))))
    session.publisher.takeBack()
    #expect(await bert.sees("the keyboard was taken back"))
    bert.line.send(.key(1, .character("3")))
    #expect(carl.press(.character("k")) == .send(.ask(true)))
    #expect(await session.hears(.asked(by: "carl")))
    session.publisher.grant()
    #expect(await carl.sees("YOU HAVE THE KEYBOARD"))
    #expect(carl.press(.enter) == .send(.key(2, .enter)))
    #expect(await session.hears(.key(.enter)))
    #expect(carl.press(.control("x")) == .send(.ask(false)))
    #expect(await session.hears(.left))
    let keys = session.news.filter { if case .key = $0 { true } else { false } }
    #expect(keys == [.key(.character("k")), .key(.enter)])
  }

  @Test("Nonsense and a flood of packets close who sends them, and nobody else")
  func flood() async throws {
    let session = try Session()
    session.show("x")
    let watcher = try Watcher(session)
    #expect(await watcher.sees("x"))
    let rude = try #require(LocalSocket.connected(to: session.folder.socket("ann")))
    _ = rude.send([1, 2, 3])
    #expect(await Self.comes { rude.receive() == nil })
    let flood = try Watcher(session, name: "flood")
    #expect(await flood.sees("x"))
    #expect(
      await Self.comes {
        // All within a second, whenever this is looked at.
        for _ in 0...Publisher.mostPackets { flood.line.send(.ask(true)) }
        return flood.line.take() == nil
      })
    session.show("y")
    #expect(await watcher.sees("y"))
    #expect(await session.hears(.asked(by: nil)))
  }

  @Test("The end is told; what a killed session has left stands in nobody's way")
  func end() async throws {
    let session = try Session()
    session.show("x")
    let watcher = try Watcher(session)
    #expect(await watcher.sees("x"))
    #expect(session.folder.sessions() == ["ann"])
    session.publisher.end()
    #expect(await watcher.sees("The session is over"))
    #expect(watcher.press(.character("z")) == .leave)
    #expect(session.folder.sessions() == [])
    // A socket that nobody listens at any more, as after a kill.
    let path = session.folder.socket("gone")
    _ = try #require(LocalSocket.listening(at: path))
    #expect(FileManager.default.fileExists(atPath: path))
    let next = try #require(
      Publisher("gone", in: session.folder, status: SessionStatus(name: "gone")) { _ in })
    #expect(session.folder.sessions() == ["gone"])
    next.end()
    _ = LocalSocket.listening(at: path)
    #expect(session.folder.sessions() == [] && !FileManager.default.fileExists(atPath: path))
  }

  @Test("A folder that others could enter is closed to them, one of somebody else's is not used")
  func folder() throws {
    let base = "/tmp/rc-\(UUID().uuidString.prefix(8))"
    mkdir(base, 0o755)
    defer { try? FileManager.default.removeItem(atPath: base) }
    let folder = try #require(SessionFolder { $0 == .runtimeFolder ? base : nil })
    mkdir(folder.path, 0o777)
    chmod(folder.path, 0o777)
    #expect(folder.make())
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions]
    #expect(mode as? Int == 0o700)
    try FileManager.default.removeItem(atPath: folder.path)
    symlink("/tmp", folder.path)
    #expect(!folder.make(), "Not through a link.")
    let long = SessionFolder { _ in "/" + String(repeating: "x", count: 80) }
    #expect(long == nil)
    #expect(SessionFolder.name(of: "Ann O'Brien") == "ann-o-brien")
    #expect(SessionFolder.name(of: "") == "session")
  }
}
