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
