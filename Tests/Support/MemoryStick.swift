import ConsoleRuntime
import ScreenKit
import Synchronization

/// A USB stick in memory; it can be full, or out of its socket.
public final class MemoryStick: FileStick {
  private let contents = Mutex<[String: String]>([:])
  private let trouble = Mutex<String?>(nil)

  public init(_ files: [String: String] = [:]) { contents.withLock { $0 = files } }

  /// The files by name.
  public var files: [String: String] {
    get { contents.withLock { $0 } }
    set { contents.withLock { $0 = newValue } }
  }

  /// Lets everything fail from now on.
  public func fail(because why: String?) { trouble.withLock { $0 = why } }

  public func fulfil(_ wish: FileWish) -> FileAnswer {
    if let why = trouble.withLock({ $0 }) { return .trouble(why) }
    switch wish {
    case .write(let name, let text, false) where files[name] != nil:
      return .exists(name: name, text: text)
    case .write(let name, let text, _):
      contents.withLock { $0[name] = text }
      return .written(name: name, path: "stick/\(name)")
    case .list(let suffix):
      let names = files.keys.filter { $0.hasSuffix(suffix) }.sorted(by: >)
      return .listed(suffix: suffix, names: names)
    case .read(let name):
      guard let text = files[name] else { return .trouble("There is no file “\(name)”.") }
      return .read(name: name, text: text)
    }
  }
}
