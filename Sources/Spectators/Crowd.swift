import Glibc
import TextUI

/// Those who watch a session, on the publisher's thread. It alone says who has the keyboard.
final class Crowd {
  private typealias Asker = (watcher: Watcher, theirs: UInt32, number: UInt32)
  private typealias Holder = (watcher: Watcher, theirs: UInt32, grant: UInt32)

  private let socket: LocalSocket
  private let wake: WakePipe
  private let hear: (Publisher.News) -> Void
  private let take: () -> Publisher.Shown?
  /// The user of those who learn, in a class: all others are trainers; nil: it is of no class.
  private let learner: uid_t?
  private let noteCount: (Int) -> Void
  private var watchers: [Watcher] = []
  private var last: (frame: Canvas, number: UInt32)?
  /// Who asks for the keyboard, under a number of theirs and one of the session's.
  private var asker: Asker?
  private var holder: Holder?
  private var asks: UInt32 = 0
  private var grants: UInt32 = 0
  private var toldCount = 0
  private var isRefused = false
  /// Whether the system had no descriptor for the last who came; whoever leaves makes room.
  private var isOutOfDescriptors = false

  /// How many milliseconds a new frame waits before it goes to those who watch.
  ///
  /// It stands on its own terminal by then, but where every core is busy the bytes lie in the system still:
  /// fifty who are woken at once would all come before whoever hands them on to the one who sits there.
  private static let courtesy: Int32 = 5

  init(
    socket: LocalSocket, wake: WakePipe, learner: uid_t?,
    hear: @escaping (Publisher.News) -> Void, take: @escaping () -> Publisher.Shown?,
    noteCount: @escaping (Int) -> Void
  ) {
    self.socket = socket
    self.wake = wake
    self.learner = learner
    self.hear = hear
    self.take = take
    self.noteCount = noteCount
  }

  /// Serves until the session is over.
  func run() {
    while true {
      var waited = [pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0)]
      // Where there is no room for another, nobody is listened for: a negative number is waited for by none.
      waited.append(
        pollfd(fd: hasRoom ? socket.descriptor : -1, events: Int16(POLLIN), revents: 0))
      for watcher in watchers {
        let events = watcher.hasRoom ? POLLIN : POLLIN | POLLOUT
        waited.append(pollfd(fd: watcher.socket.descriptor, events: Int16(events), revents: 0))
      }
      guard poll(&waited, nfds_t(waited.count), -1) >= 0 || errno == EINTR else { return }
      wake.answer()
      for (watcher, heard) in zip(watchers, waited.dropFirst(2)) where heard.revents != 0 {
        if heard.revents & Int16(POLLOUT) != 0 { watcher.goOn() }
        if heard.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { listen(to: watcher) }
      }
      errno = 0
      while hasRoom, let new = socket.accepted() { receive(new) }
      if errno == EMFILE || errno == ENFILE { isOutOfDescriptors = true }
      guard let shown = take(), !shown.isOver else {
        for watcher in watchers { watcher.tell(.end) }
        return
      }
      for wish in shown.wishes { follow(wish) }
      note(isRefused: shown.status.isRefused)
      publish(shown, isNew: waited[0].revents != 0)
    }
  }

  private var hasRoom: Bool {
    watchers.count < Publisher.mostWatchers && !isOutOfDescriptors
  }

  private func receive(_ new: LocalSocket) {
    // The folder lets nobody else in; asked all the same, for folders can be opened by mistake.
    // In a class its group is let in by the folder: those who lead it.
    guard learner != nil || new.peer == getuid() || new.peer == 0 else { return }
    watchers.append(Watcher(new))
  }

  private func listen(to watcher: Watcher) {
    while let bytes = watcher.socket.receive() {
      guard !bytes.isEmpty else { return }
      guard watcher.isQuietEnough(), let packet = Packet(bytes) else { break }
      take(packet, from: watcher)
    }
    watchers.removeAll { $0 === watcher }
    isOutOfDescriptors = false
    giveUp(watcher)
  }

  private func take(_ packet: Packet, from watcher: Watcher) {
    switch packet {
    case .hello(let name, let sees): (watcher.name, watcher.sees) = (name, sees)
    case .ask(let theirs):
      guard let name = watcher.name else { return }
      guard asker == nil, holder == nil, !isRefused else { return watcher.tell(.declined(theirs)) }
      asks &+= 1
      asker = (watcher, theirs, asks)
      hear(.asked(Publisher.Ask(name: name, number: asks)))
    case .giveUp(let theirs): giveUp(watcher, theirs)
    case .key(let grant, let key):
      // One that was underway when the keyboard was taken back is nobody's.
      if let holder, holder.watcher === watcher, holder.grant == grant {
        hear(.key(key, grant: grant))
      }
    case .order(let order): if admits(order, watcher.socket.peer) { hear(.order(order)) }
    case .keyFrame, .change, .cursor, .status, .grant, .declined, .takenBack, .end, .unknown: break
    }
  }

  /// Whether somebody may order that: a trainer, in a class, and its own user elsewhere; to go only whoever
  /// comes again as the same.
  private func admits(_ order: SessionOrder, _ peer: uid_t?) -> Bool {
    switch order {
    case .leave: peer == getuid() || peer == 0
    case .end, .extend, .note, .put, .fault, .pullCable, .offer: peer != nil && peer != learner
    }
  }

  /// Somebody wants the keyboard no more, neither asked for nor had; nil: whichever ask it was.
  private func giveUp(_ watcher: Watcher, _ theirs: UInt32? = nil) {
    if let known = asker, known.watcher === watcher, theirs ?? known.theirs == known.theirs {
      asker = nil
      hear(.asked(nil))
    }
    if let known = holder, known.watcher === watcher, theirs ?? known.theirs == known.theirs {
      holder = nil
      hear(.released)
    }
  }

  private func follow(_ wish: Publisher.Wish) {
    switch wish {
    case .grant(let ask):
      guard let next = asker, next.number == ask, holder == nil else { return }
      grants &+= 1
      (holder, asker) = ((next.watcher, next.theirs, grants), nil)
      next.watcher.tell(.grant(ask: next.theirs, grant: grants))
      hear(.asked(nil))
      hear(.granted(name: next.watcher.name ?? "", grant: grants))
    case .decline(let ask): if asker?.number == ask { decline() }
    case .takeBack: takeBack()
    }
  }

  private func decline() {
    guard let known = asker else { return }
    asker = nil
    known.watcher.tell(.declined(known.theirs))
    hear(.asked(nil))
  }

  private func takeBack() {
    guard let known = holder else { return }
    holder = nil
    known.watcher.tell(.takenBack(known.grant))
    hear(.released)
  }

  private func note(isRefused new: Bool) {
    isRefused = new
    guard isRefused else { return }
    decline()
    takeBack()
    for watcher in watchers { watcher.forgetFrame() }
  }

  /// Sends each what it lacks; whoever has no room gets a whole frame once there is some.
  private func publish(_ shown: Publisher.Shown, isNew: Bool) {
    let welcome = watchers.filter { $0.name != nil }
    let count = welcome.count { $0.sees }
    if count != toldCount {
      toldCount = count
      noteCount(toldCount)
      hear(.watchers(toldCount))
    }
    var status = shown.status
    status.watchers = toldCount
    for watcher in welcome { watcher.tell(status) }
    guard !status.isRefused, let frame = shown.frame else {
      last = nil
      return
    }
    if isNew, welcome.contains(where: { $0.wants(shown.number) }) { poll(nil, 0, Self.courtesy) }
    let before = last
    last = (frame, shown.number)
    var change: [[UInt8]]?
    var whole: [[UInt8]]?
    for watcher in welcome where watcher.wants(shown.number) {
      if let before, watcher.number == before.number, before.frame.size == frame.size {
        change = change ?? Crowd.change(to: frame, since: before.frame)
        watcher.send(change ?? [], number: shown.number)
      } else {
        whole = whole ?? Crowd.whole(frame)
        watcher.send(whole ?? [], number: shown.number)
      }
    }
  }

  private static func whole(_ frame: Canvas) -> [[UInt8]] {
    let pieces = FrameRuns.pieces(of: frame, since: nil)
    return [cursor(of: frame)]
      + pieces.enumerated().map { place, runs in
        Packet.keyFrame(frame.size, isLast: place == pieces.count - 1, runs).bytes
      }
  }

  private static func change(to frame: Canvas, since before: Canvas) -> [[UInt8]] {
    let pieces = FrameRuns.pieces(of: frame, since: before)
    return [cursor(of: frame)]
      + pieces.enumerated().map { place, runs in
        Packet.change(isLast: place == pieces.count - 1, runs).bytes
      }
  }

  private static func cursor(of frame: Canvas) -> [UInt8] {
    Packet.cursor(frame.cursor, isVisible: frame.cursorIsVisible).bytes
  }
}
