import Foundation
import RecorderEngine
import Synchronization
import Training

/// Keeps the practice in a file, so that a console that is killed goes on where it was.
///
/// Opening reads and checks the file, some milliseconds of work: open it after the first frame.
public final class SessionStore: Sendable {
  /// What is open, and what its rows hold: nil once closed.
  struct Content {
    let file: PracticeFile
    let lock: FolderLock
    var saved: SavedParts?
  }

  private let path: String
  let content: Mutex<Content?>

  private init(
    path: String, file: PracticeFile, lock: FolderLock, saved: SavedParts? = nil
  ) {
    self.path = path
    content = Mutex(Content(file: file, lock: lock, saved: saved))
  }

  deinit { close() }

  /// Opens `practice.sqlite` in the folder, and makes both where they are missing.
  public static func open(folder: String) -> OpenedStore { open(folder: folder, at: Date()) }

  /// The same at a given time, which names a file that must be put aside.
  static func open(folder: String, at date: Date) -> OpenedStore {
    do {
      try StateFolder.make(folder)
      guard let lock = try FolderLock.take("\(folder)/practice.lock") else { return .busy }
      return try open("\(folder)/practice.sqlite", lock, at: date)
    } catch {
      return .unusable(error.message)
    }
  }

  private static func open(
    _ path: String, _ lock: FolderLock, at date: Date
  ) throws(StoreFault) -> OpenedStore {
    switch read(path) {
    case .success(let (file, last)):
      let saved = last.map(SavedParts.init)
      return .ready(SessionStore(path: path, file: file, lock: lock, saved: saved), last: last)
    case .failure(.damaged):
      let note = try KeptAside.move(path, because: .damaged, at: date)
      return .readyKeptAside(try fresh(path, lock), note: note)
    case .failure(.newer(let version)):
      let note = try KeptAside.move(path, because: .newer(version: version), at: date)
      return .readyKeptAside(try fresh(path, lock), note: note)
    case .failure(.older(let version)):
      let note = try KeptAside.move(path, because: .older(version: version), at: date)
      return .readyKeptAside(try fresh(path, lock), note: note)
    case .failure(.held): return .busy
    case .failure(.fault(let fault)): throw fault
    }
  }

  private static func read(
    _ path: String
  ) -> Result<(file: PracticeFile, last: SessionRecord?), FileTrouble> {
    do {
      let file = try PracticeFile(path: path)
      do { return .success((file, try file.read())) } catch {
        file.close()
        throw error
      }
    } catch {
      return .failure(FileTrouble(error, path: path))
    }
  }

  private static func fresh(_ path: String, _ lock: FolderLock) throws(StoreFault) -> SessionStore {
    do { return SessionStore(path: path, file: try PracticeFile(path: path), lock: lock) } catch {
      throw StoreFault(error, path: path)
    }
  }

  /// Saves the record in one transaction; when this returns, it outlives a power cut.
  ///
  /// After a fault the file holds what it held before, and the next save may go well.
  public func save(_ record: SessionRecord) throws(StoreFault) {
    try change { content in
      try content.file.write(record, over: content.saved)
      content.saved = SavedParts(record)
    }
  }

  /// Forgets the practice that was saved.
  public func clear() throws(StoreFault) {
    try change { content in
      try content.file.erase()
      content.saved = nil
    }
  }

  /// Closes the file and lets another console have the folder. Twice does no harm.
  public func close() {
    content.withLock { content in
      content?.file.close()
      content = nil
    }
  }

  private func change(_ body: (inout Content) throws -> Void) throws(StoreFault) {
    let fault: StoreFault? = content.withLock { open in
      guard var content = open.take() else { return .closed }
      defer { open = content }
      do { try body(&content) } catch { return StoreFault(error, path: path) }
      return nil
    }
    if let fault { throw fault }
  }
}
