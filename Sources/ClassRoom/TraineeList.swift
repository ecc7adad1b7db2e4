/// Who takes part in a class, and how each comes in.
public struct TraineeList: Equatable, Sendable {
  /// How somebody comes in.
  public enum Way: Equatable, Sendable {
    /// With a key of their own, straight to their recorder.
    case key(PublicKey)
    /// With the word of the class and an own one, of which only this digest is kept.
    case word(digest: String)
  }

  /// Everybody, by name.
  public private(set) var ways: [TraineeName: Way] = [:]
  /// What all digests of words are made with, in hexadecimal digits.
  public let salt: String

  /// A list of nobody.
  public init(salt: String) { self.salt = salt }

  /// Reads a list; what makes no sense in it is passed over. nil: it has no salt.
  public init?(text: String) {
    var (salt, ways): (String?, [TraineeName: Way]) = (nil, [:])
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      if parts.count == 2, parts[0] == "salt" { salt = parts[1] }
      guard parts.count == 3, let name = TraineeName(parts[0]) else { continue }
      switch parts[1] {
      case "key": if let key = PublicKey(parts[2]) { ways[name] = .key(key) }
      case "word": ways[name] = .word(digest: parts[2])
      default: continue
      }
    }
    guard let salt, !salt.isEmpty else { return nil }
    (self.salt, self.ways) = (salt, ways)
  }

  /// The list as it is kept, by name.
  public var text: String {
    var lines = ["salt \(salt)"]
    for (name, way) in ways.sorted(by: { $0.key < $1.key }) {
      switch way {
      case .key(let key): lines.append("\(name) key \(key.text)")
      case .word(let digest): lines.append("\(name) word \(digest)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The keys as sshd reads them: each opens a terminal and nothing else.
  public var authorizedKeys: String {
    ways.sorted { $0.key < $1.key }.compactMap { name, way in
      if case .key(let key) = way { "restrict,pty \(key.text) \(name)\n" } else { nil }
    }.joined()
  }

  /// Lets somebody in, or changes their way in.
  public mutating func add(_ name: TraineeName, _ way: Way) { ways[name] = way }
  /// Lets somebody in no more.
  public mutating func remove(_ name: TraineeName) { ways[name] = nil }

  /// Whose key it is; nil: nobody's.
  public func owner(of key: PublicKey) -> TraineeName? {
    ways.first { $0.value == .key(key) }?.key
  }
  /// Whose word has this digest; nil: nobody's.
  public func owner(ofWord digest: String) -> TraineeName? {
    // All of them are compared, whichever it is.
    ways.reduce(nil) { found, entry in
      if case .word(let kept) = entry.value, kept == digest { entry.key } else { found }
    }
  }
}
