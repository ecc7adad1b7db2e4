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
        to: "ann", in: session.folder, as: name, wake: {})
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

  /// A frame that no socket takes whole: each cell has a colour of its own.
  private func large(_ text: String) -> Canvas {
    let size = Size(rows: 120, columns: 400)
    var canvas = Canvas(size: size)
    for row in 0..<size.rows {
      canvas.putRun(row: row, column: 0, count: size.columns) {
        ("▚", .picture(ink: UInt8(($0 + row) % 256), paper: UInt8($0 % 7)))
      }
    }
    canvas.write(text, row: 0, column: 0, .text)
    canvas.cursor = Point(row: 0, column: 0)
    return canvas
  }

  @Test("Who never reads holds nobody up, and sees the present once there is room")
  func neverReads() async throws {
    let session = try Session()
    let asleep = try #require(LocalSocket.connected(to: session.folder.socket("ann")))
    _ = asleep.send(Packet.hello(name: "asleep", sees: true).bytes)
    #expect(await session.hears(.watchers(1)))
    let watcher = try Watcher(session)
    #expect(await session.hears(.watchers(2)))
    let (odd, even) = (large("odd"), large("even"))
    let bytes = FrameRuns.pieces(of: odd, since: nil).reduce(0) {
      $0 + Packet.keyFrame(odd.size, isLast: false, $1).bytes.count
    }
    #expect(bytes > 400_000, "More than a socket holds.")
    for number in 0..<40 {
      session.publisher.show(number % 2 == 0 ? even : odd, SessionStatus(name: "ann"))
    }
    session.publisher.show(large("the last one"), SessionStatus(name: "ann"))
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

  @Test("Of a window larger than any the upper left is seen")
  func tooLarge() async throws {
    let session = try Session()
    var canvas = Canvas(size: Size(rows: 4, columns: 700))
    canvas.write("upper left", row: 0, column: 0, .text)
    canvas.write("好", row: 1, column: 499, .text)
    session.publisher.show(canvas, SessionStatus(name: "ann"))
    let watcher = try Watcher(session)
    #expect(await watcher.sees("upper left"))
    #expect(watcher.picture.contains { $0.contains("a part of 500x4") })
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
    #expect(bert.press(.character("k")) == .send(.ask(1)))
    #expect(await session.hears(.asked(Publisher.Ask(name: "bert", number: 1))))
    session.publisher.grant(1)
    #expect(await bert.sees("YOU HAVE THE KEYBOARD"))
    #expect(await session.hears(.granted(name: "bert", grant: 1)))
    carl.line.send(.key(1, .character("2")))
    #expect(bert.press(.character("k")) == .send(.key(1, .character("k"))))
    #expect(await session.hears(.key(.character("k"), grant: 1)))
    session.publisher.takeBack()
    #expect(await bert.sees("the keyboard was taken back"))
    bert.line.send(.key(1, .character("3")))
    #expect(carl.press(.character("k")) == .send(.ask(1)))
    #expect(await session.hears(.asked(Publisher.Ask(name: "carl", number: 2))))
    session.publisher.grant(2)
    #expect(await carl.sees("YOU HAVE THE KEYBOARD"))
    #expect(carl.press(.enter) == .send(.key(2, .enter)))
    #expect(await session.hears(.key(.enter, grant: 2)))
    #expect(carl.press(.control("x")) == .send(.giveUp(1)))
    #expect(await Self.comes { session.news.last == .released })
    let keys = session.news.filter { if case .key = $0 { true } else { false } }
    #expect(keys == [.key(.character("k"), grant: 1), .key(.enter, grant: 2)])
  }

  @Test("An answer meant for somebody else, or too late, hands the keyboard to nobody")
  func lateAnswers() async throws {
    let session = try Session()
    session.show("x")
    let (bert, carl) = (try Watcher(session), try Watcher(session, name: "carl"))
    #expect(await bert.sees("x"))
    #expect(await carl.sees("x"))
    #expect(bert.press(.character("k")) == .send(.ask(1)))
    #expect(await session.hears(.asked(Publisher.Ask(name: "bert", number: 1))))
    // While one asks, another is told no.
    #expect(carl.press(.character("k")) == .send(.ask(1)))
    #expect(await carl.sees("the keyboard was not handed over"))
    #expect(bert.press(.character("k")) == .send(.giveUp(1)))
    #expect(await Self.comes { session.news.last == .asked(nil) })
    #expect(carl.press(.character("k")) == .send(.ask(2)))
    #expect(await session.hears(.asked(Publisher.Ask(name: "carl", number: 2))))
    // Yes to the one who has asked before: it is not theirs any more, and not the other's.
    session.publisher.grant(1)
    session.publisher.decline(1)
    #expect(carl.picture.contains { $0.contains("asked for the keyboard") })
    session.publisher.decline(2)
    #expect(await carl.sees("the keyboard was not handed over"))
    #expect(!session.news.contains { if case .granted = $0 { true } else { false } })
    // All of these in their order, however quickly they follow one another.
    #expect(bert.press(.character("k")) == .send(.ask(2)))
    #expect(await session.hears(.asked(Publisher.Ask(name: "bert", number: 3))))
    session.publisher.takeBack()
    session.publisher.grant(3)
    #expect(await bert.sees("YOU HAVE THE KEYBOARD"))
    // Nobody may watch: it is taken back with the frame that says so, and asks are declined.
    session.show("y", isRefused: true)
    #expect(await bert.sees("the keyboard was taken back"))
    #expect(await Self.comes { session.news.last == .released })
    #expect(bert.press(.character("k")) == .send(.ask(3)))
    #expect(await bert.sees("the keyboard was not handed over"))
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
        for _ in 0...Publisher.mostPackets { flood.line.send(.ask(1)) }
        return flood.line.take() == nil
      })
    session.show("y")
    #expect(await watcher.sees("y"))
    #expect(await session.hears(.asked(nil)))
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
