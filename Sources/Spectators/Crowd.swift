import Glibc
import TextUI

/// Those who watch a session, on the publisher's thread.
final class Crowd {
  private final class Watcher {
    let socket: LocalSocket
    var name = ""
    var isWelcome = false
    /// The frame that was sent last whole; nil: the next is a key frame.
    var number: UInt32?
    var hasRoom = true
    var status: SessionStatus?
    var second: time_t = 0
    var packets = 0

    init(_ socket: LocalSocket) { self.socket = socket }
  }

  private let socket: LocalSocket
  private let wake: WakePipe
  private let hear: (Publisher.News) -> Void
  private let take: () -> Publisher.Shown?
  private let noteCount: (Int) -> Void
  private var watchers: [Watcher] = []
  private var last: (frame: Canvas, number: UInt32)?
  /// Who asked for the keyboard first, and who has it under which number.
  private var asker: Watcher?
  private var holder: Watcher?
  private var grants: UInt32 = 0
  private var toldCount = 0

  init(
    socket: LocalSocket, wake: WakePipe, hear: @escaping (Publisher.News) -> Void,
    take: @escaping () -> Publisher.Shown?, noteCount: @escaping (Int) -> Void
  ) {
    self.socket = socket
    self.wake = wake
    self.hear = hear
    self.take = take
    self.noteCount = noteCount
  }

  /// Serves until the session is over.
  func run() {
    while true {
      var waited = [pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0)]
      waited.append(pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0))
      for watcher in watchers {
        let events = watcher.hasRoom ? POLLIN : POLLIN | POLLOUT
        waited.append(pollfd(fd: watcher.socket.descriptor, events: Int16(events), revents: 0))
      }
      guard poll(&waited, nfds_t(waited.count), -1) >= 0 || errno == EINTR else { return }
      wake.answer()
      for (watcher, heard) in zip(watchers, waited.dropFirst(2)) where heard.revents != 0 {
        watcher.hasRoom = watcher.hasRoom || heard.revents & Int16(POLLOUT) != 0
        if heard.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { listen(to: watcher) }
      }
      while let new = socket.accepted() { receive(new) }
      guard let shown = take(), !shown.isOver else {
        for watcher in watchers { _ = watcher.socket.send(Packet.end.bytes) }
        return
      }
      follow(shown.wish)
      publish(shown)
    }
  }

  private func receive(_ new: LocalSocket) {
    // The folder lets nobody else in; asked all the same, for folders can be opened by mistake.
    guard watchers.count < Publisher.mostWatchers, new.peer == getuid() || new.peer == 0 else {
      return
    }
    watchers.append(Watcher(new))
  }

  private func listen(to watcher: Watcher) {
    while let bytes = watcher.socket.receive() {
      guard !bytes.isEmpty else { return }
      let now = time(nil)
      if watcher.second != now { (watcher.second, watcher.packets) = (now, 0) }
      watcher.packets += 1
      guard watcher.packets <= Publisher.mostPackets, let packet = Packet(bytes) else { break }
      take(packet, from: watcher)
    }
    leave(watcher)
  }

  private func take(_ packet: Packet, from watcher: Watcher) {
    switch packet {
    case .hello(let name, _): (watcher.name, watcher.isWelcome) = (name, true)
    case .ask(true) where watcher.isWelcome && asker == nil && holder == nil:
      asker = watcher
      hear(.asked(by: watcher.name))
    case .ask(false) where asker === watcher:
      asker = nil
      hear(.asked(by: nil))
    case .ask(false) where holder === watcher:
      holder = nil
      hear(.left)
    case .key(grants, let key) where holder === watcher: hear(.key(key))
    case .welcome, .keyFrame, .change, .cursor, .status, .ask, .grant, .takenBack, .key, .end: break
    }
  }

  private func leave(_ watcher: Watcher) {
    watchers.removeAll { $0 === watcher }
    if asker === watcher {
      asker = nil
      hear(.asked(by: nil))
    }
    guard holder === watcher else { return }
    holder = nil
    hear(.left)
  }

  private func follow(_ wish: Publisher.Wish?) {
    switch wish {
    case .grant:
      guard let next = asker, holder == nil else { return }
      grants &+= 1
      (holder, asker) = (next, nil)
      _ = next.socket.send(Packet.grant(grants).bytes)
    case .takeBack:
      asker = nil
      if let holder { _ = holder.socket.send(Packet.takenBack(grants).bytes) }
      holder = nil
    case nil: break
    }
  }

  /// Sends each what it lacks; whoever has no room gets a whole frame once there is some.
  private func publish(_ shown: Publisher.Shown) {
    let welcome = watchers.filter(\.isWelcome)
    if welcome.count != toldCount {
      toldCount = welcome.count
      noteCount(toldCount)
      hear(.watchers(toldCount))
    }
    var status = shown.status
    status.watchers = toldCount
    let frame = status.isRefused ? nil : shown.frame
    let before = last
    last = frame.map { ($0, shown.number) }
    var change: [[UInt8]]?
    var whole: [[UInt8]]?
    for watcher in welcome where watcher.hasRoom {
      if watcher.status != status, send([Packet.status(status).bytes], to: watcher) {
        watcher.status = status
      }
      guard let frame else {
        watcher.number = nil
        continue
      }
      if watcher.number == shown.number { continue }
      let packets: [[UInt8]]
      if let before, watcher.number == before.number, before.frame.size == frame.size {
        change = change ?? Crowd.change(to: frame, shown.number, since: before.frame)
        packets = change ?? []
      } else {
        whole = whole ?? Crowd.whole(frame, shown.number)
        packets = whole ?? []
      }
      watcher.number = send(packets, to: watcher) ? shown.number : nil
    }
  }

  private func send(_ packets: [[UInt8]], to watcher: Watcher) -> Bool {
    for packet in packets {
      switch watcher.socket.send(packet) {
      case .gone: continue
      case .noRoom:
        watcher.hasRoom = false
        return false
      case .closed: return false
      }
    }
    return true
  }

  private static func whole(_ frame: Canvas, _ number: UInt32) -> [[UInt8]] {
    let pieces = FrameRuns.pieces(of: frame, since: nil)
    return [cursor(of: frame, number)]
      + pieces.enumerated().map { place, runs in
        Packet.keyFrame(number, frame.size, isLast: place == pieces.count - 1, runs).bytes
      }
  }

  private static func change(
    to frame: Canvas, _ number: UInt32, since before: Canvas
  ) -> [[UInt8]] {
    let pieces = FrameRuns.pieces(of: frame, since: before)
    return [cursor(of: frame, number)]
      + pieces.enumerated().map { place, runs in
        Packet.change(number, isLast: place == pieces.count - 1, runs).bytes
      }
  }

  private static func cursor(of frame: Canvas, _ number: UInt32) -> [UInt8] {
    Packet.cursor(number, frame.cursor, isVisible: frame.cursorIsVisible).bytes
  }
}
