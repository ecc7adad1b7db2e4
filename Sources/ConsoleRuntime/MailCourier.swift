import ScreenKit

/// Carries letters to real mailboxes.
public protocol MailCourier: Sendable {
  /// Sends a letter and says what became of it; a cancelled task is answered at once.
  func carry(_ letter: PostedLetter) async -> Delivery
  /// Whether the recorder's letters are for this courier, and not for the practice mailbox.
  var takesLetters: Bool { get }
}

extension MailCourier {
  /// Whoever carries letters takes those of the recorder.
  public var takesLetters: Bool { true }
}

/// Nobody carries letters: the console knows no mail server.
public struct NoCourier: MailCourier {
  /// Makes a courier that carries nothing.
  public init() {}

  /// The recorder's letters stay in the practice mailbox.
  public var takesLetters: Bool { false }

  /// Says that there is no server.
  public func carry(_ letter: PostedLetter) async -> Delivery { .failed(.noServer) }
}
