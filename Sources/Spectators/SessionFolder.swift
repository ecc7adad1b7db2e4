import EnvironmentVariables
import Glibc

/// The folder in which sessions of this computer that may be watched have their sockets: their user's alone.
public struct SessionFolder: Sendable {
  /// Its path.
  public let path: String
  /// Whether it is that of a class: it is there already, and lets those in who lead the class.
  public let isOfClass: Bool
  /// The user that all who learn in a class have, to whom its folder belongs; nil: it is of no class.
  let learner: uid_t?

  /// Who may connect to a socket there: in a class its group, of which those who learn are as well.
  var socketMode: mode_t { isOfClass ? 0o660 : 0o600 }

  /// The folder of a class, which has been made with it.
  public init(ofClass path: String) {
    var facts = stat()
    (self.path, isOfClass) = (path, true)
    learner = stat(path, &facts) == 0 ? facts.st_uid : 0
  }

  /// The folder of whoever runs the program; nil: there is no place for one.
  public init?(environment: (EnvironmentVariable) -> String?) {
    if let runtime = environment(.runtimeFolder), runtime.hasPrefix("/") {
      path = runtime + "/recorder-console"
    } else {
      path = "/tmp/recorder-console-\(getuid())"
    }
    (isOfClass, learner) = (false, nil)
    // Paths of sockets have an end, and room is needed for the names.
    guard path.utf8.count <= 60 else { return nil }
  }

  /// Makes the folder where it is missing; false: it cannot be had, or belongs to somebody else.
  func make() -> Bool {
    guard !isOfClass else { return access(path, W_OK | X_OK) == 0 }
    _ = mkdir(path, 0o700)
    var about = stat()
    guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR, about.st_uid == getuid()
    else { return false }
    return about.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0
  }

  /// The socket of a session.
  func socket(_ name: String) -> String { "\(path)/\(name).watch" }

  /// The sessions that somebody offers, by name; each is woken by the question.
  public func sessions() -> [String] { names().filter(isThere) }

  /// Whether somebody offers the session of this name; what a killed one has left is taken away.
  public func isThere(_ session: String) -> Bool {
    if LocalSocket.connected(to: socket(session)) != nil { return true }
    // In a class the next session of that name may be there by now: it takes the place of the old one itself.
    if errno == ECONNREFUSED, !isOfClass { unlink(socket(session)) }
    return false
  }

  /// The names of sessions, whether anybody is there any more or not: nobody is woken by it.
  public func names() -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasSuffix(".watch") else { continue }
      names.append(String(name.dropLast(6)))
    }
    return names.sorted()
  }

  /// Tells a session what it is wanted to do; false: there is none of that name. Whether it may be told so is
  /// the session's to say.
  @discardableResult
  public func send(_ order: SessionOrder, to session: String) -> Bool {
    guard let line = LocalSocket.connected(to: socket(session)) else { return false }
    return line.send(Packet.order(order).bytes) == .gone
  }

  /// A name of 1 to 32 letters, digits and dashes, made of any text.
  public static func name(of text: String) -> String {
    let kept = text.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "-"
    }
    return kept.isEmpty ? "session" : String(kept.prefix(32))
  }
}
