import ScreenKit

/// The folder that stands for the recorder's USB stick: exports go there, imports come from there.
public protocol FileStick: Sendable {
  /// Does what is wished, or says why not; never throws, for the recorder goes on without it.
  func follow(_ wish: FileWish) -> FileNews
}

/// No stick is in the socket.
public struct NoStick: FileStick {
  private let why: String

  public init(because why: String) { self.why = why }

  public func follow(_ wish: FileWish) -> FileNews { .trouble(why) }
}
