import Foundation
import RecorderEngine
import Synchronization
import Training

/// Keeps the practice in a file, so that a console that is killed goes on where it was.
///
/// Opening reads and checks the file, some milliseconds of work: open it after the first frame.
public final class SessionStore: Sendable {
  /// What is open, and what its rows hold.
  struct Content {
    /// Nil after its place was lost and could not be made anew.
    var file: PracticeFile?
    var lock: FolderLock?
    var identity: FileIdentity?
    var saved: SavedParts?
    /// Whether there must be a log beside the file.
    var hasLog = false
  }

  private let folder: String
  /// Nil once closed.
  let content: Mutex<Content?>

  private var path: String { SessionStore.file(in: folder) }
  /// Whether a practice may be kept in the folder: its file is there.
  public static func hasFile(in folder: String) -> Bool {
    FileIdentity(path: file(in: folder)) != nil
  }

  /// What the file of the present practice is called in the state folder.
  public static let fileName = "practice.sqlite"
  private static func file(in folder: String) -> String { "\(folder)/\(fileName)" }
  private static func lock(in folder: String) -> String { "\(folder)/practice.lock" }

  private init(folder: String, file: PracticeFile, lock: FolderLock, saved: SavedParts? = nil) {
    self.folder = folder
    content = Mutex(
      Content(
        file: file, lock: lock, identity: FileIdentity(path: SessionStore.file(in: folder)),
        saved: saved))
  }

  deinit { close() }

  /// Closes the file, so that nothing lies beside it, and lets another console have the folder.
  /// Twice does no harm.
  public func close() {
    content.withLock { content in
      content?.file?.close()
      content = nil
    }
  }
}

// MARK: - Opening

extension SessionStore {
  /// Opens `practice.sqlite` in the folder, and makes both where they are missing.
  public static func open(folder: String) -> OpenedStore { open(folder: folder, at: Date()) }

  /// Opens it at a given time, which names a file that must be put aside.
  static func open(folder: String, at date: Date) -> OpenedStore {
    do {
      try StateFolder.make(folder)
      guard let lock = try FolderLock.acquire(lock(in: folder)) else { return .busy }
      return try open(folder, lock, at: date)
    } catch {
      return .unusable(error.message)
    }
  }

  private static func open(
    _ folder: String, _ lock: FolderLock, at date: Date
  ) throws(StoreFault) -> OpenedStore {
    let path = file(in: folder)
    // Before SQLite passes over what it cannot read, and writes over it.
    let isLogDamaged = WriteAheadLog.isDamaged(path + "-wal") && FileIdentity(path: path) != nil
    let copy = isLogDamaged ? try KeptAside.copy(path, at: date) : nil
    switch read(path) {
    case .success(let (file, last)):
      let saved = last.map(SavedParts.init)
      let store = SessionStore(folder: folder, file: file, lock: lock, saved: saved)
      return copy.map { .readyWithLoss(store, last: last, note: $0) } ?? .ready(store, last: last)
    case .failure(.damaged): return try putAside(folder, lock, because: .damaged, at: date)
    case .failure(.newer(let version)):
      return try putAside(folder, lock, because: .newer(version: version), at: date)
    case .failure(.older(let version)):
      return try putAside(folder, lock, because: .older(version: version), at: date)
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

  private static func putAside(
    _ folder: String, _ lock: FolderLock, because reason: KeptAside.Reason, at date: Date
  ) throws(StoreFault) -> OpenedStore {
    let path = file(in: folder)
    let note = try KeptAside.move(path, because: reason, at: date)
    do {
      let file = try PracticeFile(path: path)
      return .readyKeptAside(SessionStore(folder: folder, file: file, lock: lock), note: note)
    } catch {
      throw StoreFault(error, path: path)
    }
  }
}

// MARK: - Saving

extension SessionStore {
  /// Saves the record in one transaction; when this returns, it outlives a power cut.
  ///
  /// After a fault the file holds what it held before, and the next save may go well. Where the
  /// file was removed it is made anew, which is returned.
  @discardableResult
  public func save(_ record: SessionRecord) throws(StoreFault) -> MadeAnew? {
    try change { content in
      let anew = try putInPlace(&content)
      try content.file?.write(record, over: content.saved)
      content.saved = SavedParts(record)
      content.hasLog = true
      return anew
    }
  }

  /// Forgets the practice that was saved.
  public func clear() throws(StoreFault) {
    try change { content in
      try content.file?.erase()
      content.saved = nil
    }
  }

  private func change<Value>(
    _ body: (inout Content) throws -> Value
  ) throws(StoreFault) -> Value {
    let result: Result<Value, StoreFault> = content.withLock { open in
      guard var content = open.take() else { return .failure(.closed) }
      defer { open = content }
      do { return .success(try body(&content)) } catch {
        return .failure(StoreFault(error, path: path))
      }
    }
    return try result.get()
  }

  /// Sees that what is open still stands in the folder: a file that somebody removed takes saves
  /// without complaint, and is gone with the console.
  private func putInPlace(_ content: inout Content) throws -> MadeAnew? {
    let standing = FileIdentity(path: path)
    if content.file != nil, let identity = content.identity, standing == identity {
      try restoreLog(&content)
      return nil
    }
    if standing != nil, content.file != nil {
      throw StoreFault.unusable("\(path) is another file now; practice cannot be saved in it.")
    }
    content.file?.close()
    content.file = nil
    content.saved = nil
    try StateFolder.make(folder)
    if content.lock?.isAt(Self.lock(in: folder)) != true {
      content.lock = nil
      guard let lock = try FolderLock.acquire(Self.lock(in: folder)) else {
        throw StoreFault.unusable("\(folder) was removed, and another console has it now.")
      }
      content.lock = lock
    }
    let file = try PracticeFile(path: path)
    guard try !file.holdsPractice() else {
      file.close()
      throw StoreFault.unusable("\(path) holds another practice now; it is not written over.")
    }
    content.file = file
    content.identity = FileIdentity(path: path)
    return MadeAnew(path: path)
  }

  /// A log that was removed alone goes into the file with closing, and begins anew.
  private func restoreLog(_ content: inout Content) throws {
    guard content.hasLog, FileIdentity(path: path + "-wal") == nil else { return }
    content.file?.close()
    content.file = nil
    content.file = try PracticeFile(path: path)
  }
}

/// The file of the practice was removed while it was open, and was made anew.
public struct MadeAnew: Equatable, Sendable {
  /// Where it is.
  public let path: String

  /// What happened, in plain words.
  public var message: String {
    "What was kept was removed while the console ran. It was made anew in \(path)."
  }
}
