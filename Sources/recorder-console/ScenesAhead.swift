import Console
import ConsoleRuntime
import Dispatch
import Library
import Synchronization

/// Reads the scenes of a recorder while its own file is still being read, on a second processor.
///
/// The first frame shows both; one after the other they take twice as long.
final class ScenesAhead: Sendable {
  private let queue = DispatchQueue(label: "scenes", qos: .userInitiated)
  private let scenes = Mutex<[String: Result<Scene, AssetTrouble>]>([:])

  /// Begins to read scenes.
  func begin(
    _ names: [String], reading: @escaping @Sendable (String) -> Result<Scene, AssetTrouble>
  ) {
    for name in names {
      queue.async {
        let scene = reading(name)
        self.scenes.withLock { $0[name] = scene }
      }
    }
  }

  /// A scene that was begun, once; nil where it was not: it is read like any other file.
  func take(_ name: String) -> Result<Scene, AssetTrouble>? {
    // Whatever was begun stands before this in the queue.
    queue.sync { scenes.withLock { $0.removeValue(forKey: name) } }
  }
}
