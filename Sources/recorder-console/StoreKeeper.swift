import ConsoleRuntime
import RecorderEngine
import SessionStore
import Synchronization
import Training

/// The store in the user's state folder, as the runtime asks for it.
final class StoreKeeper: SessionKeeper {
  private let folder: String?
  private let store = Mutex<SessionStore?>(nil)
  let isForFirstFrame: Bool
  /// What is kept is read while the recorder's own file still is; nil where nothing is.
  private let ahead: ReadAhead<OpenedStore>?

  init(folder: String?) {
    self.folder = folder
    isForFirstFrame = folder.map(SessionStore.hasFile) ?? true
    ahead =
      if let folder, isForFirstFrame {
        ReadAhead { SessionStore.open(folder: folder) }
      } else {
        nil
      }
  }

  func open() -> KeeperReport {
    guard let folder else {
      return .note(
        "There is no state folder: neither XDG_STATE_HOME nor HOME is set. Practice goes on "
          + "without being kept.", isKept: false)
    }
    switch ahead?.wait() ?? SessionStore.open(folder: folder) {
    case .ready(let opened, let last):
      store.withLock { $0 = opened }
      return last.map { .found($0, note: nil) } ?? .empty
    case .readyWithLoss(let opened, let last, let note):
      store.withLock { $0 = opened }
      return last.map { .found($0, note: note.message) } ?? .note(note.message, isKept: true)
    case .readyKeptAside(let opened, let note):
      store.withLock { $0 = opened }
      return .note(note.message, isKept: true)
    case .busy:
      return .note(
        "Another console of yours is open and keeps its practice in \(folder). You can practise "
          + "here as well; it will not be kept.", isKept: false)
    case .unusable(let reason):
      return .note("\(reason) Practice goes on without being kept.", isKept: false)
    }
  }

  func keep(_ record: SessionRecord) -> KeepResult {
    guard let store = store.withLock({ $0 }) else { return .kept }
    do throws(StoreFault) {
      return try store.save(record).map { .keptAnew($0.message) } ?? .kept
    } catch {
      return .failed(error.message)
    }
  }

  func close() { store.withLock { $0 }?.close() }

  // MARK: The shelf

  private var practices: PracticeShelf? { folder.map { PracticeShelf(in: $0) } }

  func shelf() -> [ShelvedPractice]? {
    store.withLock { $0 != nil } ? practices?.list() : nil
  }

  func shelve(_ record: SessionRecord, as name: String) throws(AssetTrouble) -> String {
    try onShelf { shelf throws(StoreFault) in try shelf.put(record, as: name) }
  }

  func shelved(_ name: String) throws(AssetTrouble) -> SessionRecord {
    try onShelf { shelf throws(StoreFault) in try shelf.read(name) }
  }

  func rename(_ name: String, to wish: String) throws(AssetTrouble) -> String {
    try onShelf { shelf throws(StoreFault) in try shelf.rename(name, to: wish) }
  }

  func unshelve(_ name: String) { practices?.remove(name) }

  private func onShelf<Value>(
    _ body: (PracticeShelf) throws(StoreFault) -> Value
  ) throws(AssetTrouble) -> Value {
    guard let practices, store.withLock({ $0 != nil }) else {
      throw AssetTrouble("Nothing is kept in this session.")
    }
    do throws(StoreFault) {
      return try body(practices)
    } catch {
      throw AssetTrouble(error.message)
    }
  }
}
