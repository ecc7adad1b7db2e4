import ScreenKit

/// The folder that stands for the recorder's USB stick: exports go there, imports come from there.
public protocol FileStick: Sendable {
  /// Does what is wished, or says why not; never throws, for the recorder goes on without it.
  func fulfil(_ wish: FileWish) -> FileAnswer
}

/// No stick is in the socket.
public struct NoStick: FileStick {
  private let why: String

  /// Makes an empty socket, and the sentence that every wish gets.
  public init(because why: String) { self.why = why }

  /// Does nothing, and says why.
  public func fulfil(_ wish: FileWish) -> FileAnswer { .trouble(why) }
}
