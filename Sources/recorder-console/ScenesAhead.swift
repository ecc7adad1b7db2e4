import ConsoleData
import Dispatch
import Synchronization

/// Reads the scenes of a recorder while its own file is still being read, on a second processor.
///
/// The first frame shows both; one after the other they take twice as long.
final class ScenesAhead: Sendable {
  private let queue = DispatchQueue(label: "scenes", qos: .userInitiated)
  private let scenes = Mutex<[String: Scene]>([:])

  /// Begins to read scenes; what cannot be read is left for whoever asks for it.
  func begin(_ names: [String], reading: @escaping @Sendable (String) -> Scene?) {
    for name in names {
      queue.async {
        guard let scene = reading(name) else { return }
        self.scenes.withLock { $0[name] = scene }
      }
    }
  }

  /// A scene that was begun, once; nil where there is none: it is read like any other file.
  func take(_ name: String) -> Scene? {
    // Whatever was begun stands before this in the queue.
    queue.sync { scenes.withLock { $0.removeValue(forKey: name) } }
  }
}
