import ConsoleData
import ConsoleRuntime
import Pictures
import RecorderEngine
import ScreenKit
import Synchronization

/// What the cameras of a recorder show, as JPEG; each scene is read once.
final class ChannelPictures: Sendable {
  private static let rows = 360
  private static let columns = 640

  private let assets: LibraryAssets
  private let scenes = Mutex<[String: Scene]>([:])

  init(_ assets: LibraryAssets) { self.assets = assets }

  /// What a channel shows now; nil: no picture.
  func jpeg(of channel: Int, _ reply: RemoteReply) -> [UInt8]? {
    let recorder = reply.snapshot
    guard recorder.profile.channels.indices.contains(channel - 1),
      recorder.cameras.channels[channel - 1].hasPicture,
      let name = recorder.profile.channels[channel - 1].scene, let scene = scene(name)
    else { return nil }
    let colours = ChannelPainter.colours(
      of: scene, channel: channel, at: reply.now, recorder,
      rows: ChannelPictures.rows, columns: ChannelPictures.columns)
    return ColourPicture(
      width: ChannelPictures.columns, height: ChannelPictures.rows, bytes: colours)?.jpeg()
  }

  private func scene(_ name: String) -> Scene? {
    if let known = scenes.withLock({ $0[name] }) { return known }
    guard let read = try? assets.scene(name) else { return nil }
    scenes.withLock { $0[name] = read }
    return read
  }
}
