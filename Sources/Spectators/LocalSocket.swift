import Glibc

/// A socket of this computer for whole packets, which never blocks and is closed with its owner.
final class LocalSocket: @unchecked Sendable {
  /// What became of a packet that was to be sent.
  enum Sent { case gone, noRoom, closed }

  let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { Glibc.close(descriptor) }

  private static func make() -> LocalSocket? {
    let kind =
      Int32(SOCK_SEQPACKET.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      | Int32(SOCK_NONBLOCK.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    return descriptor < 0 ? nil : LocalSocket(descriptor)
  }

  /// Listens at a path, open to those that `mode` says, in the place of whoever listened there and is gone; nil: it cannot be.
  ///
  /// Bound under another name first: whoever connects finds the old socket or the new one, and a program
  /// that is killed meanwhile leaves nothing in the way of the next.
  static func listening(at path: String, mode: mode_t = 0o600) -> LocalSocket? {
    guard let socket = make() else { return nil }
    let aside = path + ".new"
    unlink(aside)
    // Before it has a place: a session that is confined may change the bits of no file by its name.
    guard fchmod(socket.descriptor, mode) == 0,
      socket.at(aside, { bind(socket.descriptor, $0, $1) }) == 0,
      // Whoever may has them whatever the umask has taken away.
      chmod(aside, mode) == 0 || errno == EPERM, listen(socket.descriptor, 64) == 0,
      rename(aside, path) == 0
    else {
      unlink(aside)
      return nil
    }
    return socket
  }

  /// Connects to whoever listens at a path; nil: nobody does.
  static func connected(to path: String) -> LocalSocket? {
    guard let socket = make(), socket.at(path, { connect(socket.descriptor, $0, $1) }) == 0
    else { return nil }
    return socket
  }

  /// The next who has connected; nil: nobody has.
  func accepted() -> LocalSocket? {
    let next = accept(descriptor, nil, nil)
    guard next >= 0 else { return nil }
    _ = fcntl(next, F_SETFD, FD_CLOEXEC)
    _ = fcntl(next, F_SETFL, fcntl(next, F_GETFL) | O_NONBLOCK)
    return LocalSocket(next)
  }

  /// Whose program is at the other end; nil: the system does not say.
  var peer: uid_t? {
    // pid, uid and gid, as the system lays them out.
    var owner: (pid: pid_t, uid: uid_t, gid: gid_t) = (0, uid_t.max, gid_t.max)
    var size = socklen_t(MemoryLayout.size(ofValue: owner))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &owner, &size) == 0 else { return nil }
    return owner.uid
  }

  func send(_ bytes: [UInt8]) -> Sent {
    while true {
      let count = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      if count >= 0 { return .gone }
      switch errno {
      case EINTR: continue
      case EAGAIN, ENOBUFS: return .noRoom
      default: return .closed
      }
    }
  }

  /// The next packet; empty: there is none yet, nil: nobody is there any more.
  func receive() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: Packet.mostBytes + 1)
    while true {
      let count = recv(descriptor, &bytes, bytes.count, 0)
      if count > 0 { return Array(bytes[..<count]) }
      if count == 0 { return nil }
      switch errno {
      case EINTR: continue
      case EAGAIN: return []
      default: return nil
      }
    }
  }

  private func at(
    _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
