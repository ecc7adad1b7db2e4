import ConsoleRuntime
import RecorderEngine
import Synchronization
import Training

/// Keeps nothing of a demo, and all of the practice that it becomes once it was taken over: under a name of
/// its own, and whatever was practised on before goes to the shelf.
final class DemoKeeper: SessionKeeper {
  private enum Standing {
    case playing
    case takenOver
    case open
    case failed(String)
  }

  private let base: StoreKeeper
  private let name: String
  private let standing = Mutex(Standing.playing)

  init(folder: String?, named name: String) {
    base = StoreKeeper(folder: folder)
    self.name = name
  }

  let isForFirstFrame = true

  /// From now on what is done is kept.
  func takeOver() {
    standing.withLock { if case .playing = $0 { $0 = .takenOver } }
  }

  func open() -> KeeperReport { .empty }

  func keep(_ record: SessionRecord) -> KeepResult {
    var record = record
    record.name = record.name ?? name
    return standing.withLock { standing in
      if case .takenOver = standing { standing = opened() }
      return switch standing {
      case .playing: .kept
      case .failed(let why): .failed(why)
      case .open, .takenOver: base.keep(record)
      }
    }
  }

  /// Opens the store, and makes room in it.
  private func opened() -> Standing {
    switch base.open() {
    case .empty: return .open
    case .note(let why, let isKept): return isKept ? .open : .failed(why)
    case .notWanted: return .failed("Nothing is kept in this session.")
    case .found(let found, _):
      do throws(AssetTrouble) {
        _ = try base.shelve(found, as: found.name ?? found.desk.recorder.snapshot.profile.title)
        return .open
      } catch {
        return .failed(error.message)
      }
    }
  }

  func close() { base.close() }
  func shelf() -> [ShelvedPractice]? { base.shelf() }
  func shelve(_ record: SessionRecord, as name: String) throws(AssetTrouble) -> String {
    try base.shelve(record, as: name)
  }
  func shelved(_ name: String) throws(AssetTrouble) -> SessionRecord { try base.shelved(name) }
  func rename(_ name: String, to wish: String) throws(AssetTrouble) -> String {
    try base.rename(name, to: wish)
  }
  func unshelve(_ name: String) { base.unshelve(name) }
}
