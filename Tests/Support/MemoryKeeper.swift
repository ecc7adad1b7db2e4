import ConsoleRuntime
import Foundation
import PracticeDesk
import RecorderEngine
import Synchronization
import Training

/// Keeps the practice in memory, and can be told to be in trouble.
public final class MemoryKeeper: SessionKeeper {
  private struct Contents {
    var kept: SessionRecord?
    var writes = 0
    var trouble: String?
    var news: String?
    var newsIsKept = true
    var isClosed = false
    /// The practices beside it, the newest first.
    var shelf: [(name: String, record: SessionRecord)] = []
  }

  private let contents = Mutex(Contents())

  public init() {}

  /// What was kept last.
  public var kept: SessionRecord? { contents.withLock { $0.kept } }
  /// Whether the store was closed.
  public var isClosed: Bool { contents.withLock { $0.isClosed } }
  /// How often something was kept.
  public var writes: Int { contents.withLock { $0.writes } }

  /// Lets every attempt to keep something fail from now on.
  public func fail(because trouble: String?) { contents.withLock { $0.trouble = trouble } }

  /// What the store says when it is opened next.
  public func announce(_ news: String, isKept: Bool) {
    contents.withLock {
      $0.news = news
      $0.newsIsKept = isKept
    }
  }

  public var isForFirstFrame: Bool { true }

  public func open() -> KeeperReport {
    contents.withLock { contents in
      if let news = contents.news { return .note(news, isKept: contents.newsIsKept) }
      guard let kept = contents.kept else { return .empty }
      do { return .found(try kept.readBack(), note: nil) } catch {
        return .note("What is kept cannot be read back: \(error)", isKept: true)
      }
    }
  }

  public func keep(_ record: SessionRecord) -> KeepResult {
    contents.withLock { contents in
      if let trouble = contents.trouble { return .failed(trouble) }
      contents.kept = record
      contents.writes += 1
      return .kept
    }
  }

  public func close() { contents.withLock { $0.isClosed = true } }

  public func shelf() -> [ShelvedPractice]? {
    contents.withLock {
      $0.shelf.map { ShelvedPractice(name: $0.name, putThere: Operator.evening) }
    }
  }

  public func shelve(_ record: SessionRecord, as wish: String) throws(AssetTrouble) -> String {
    if let trouble = contents.withLock({ $0.trouble }) { throw AssetTrouble(trouble) }
    return contents.withLock { contents in
      var name = wish
      var count = 2
      while contents.shelf.contains(where: { $0.name == name }) {
        name = "\(wish) \(count)"
        count += 1
      }
      contents.shelf.insert((name, record), at: 0)
      return name
    }
  }

  public func shelved(_ name: String) throws(AssetTrouble) -> SessionRecord {
    guard let found = contents.withLock({ $0.shelf.first { $0.name == name } }) else {
      throw AssetTrouble("There is no practice “\(name)” any more.")
    }
    return found.record
  }

  public func rename(_ name: String, to wish: String) throws(AssetTrouble) -> String {
    contents.withLock { contents in
      for place in contents.shelf.indices where contents.shelf[place].name == name {
        contents.shelf[place].name = wish
      }
      return wish
    }
  }

  public func unshelve(_ name: String) {
    contents.withLock { $0.shelf.removeAll { $0.name == name } }
  }
}

extension SessionRecord {
  /// The session as a file gives it back: what is not written is gone.
  fileprivate func readBack() throws -> SessionRecord {
    var copy = self
    copy.desk = try Self.readBack(desk)
    copy.lesson = try lesson.map(Self.readBack)
    return copy
  }

  private static func readBack<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }
}
