import ScreenKit

/// Carries letters to real mailboxes.
public protocol MailCourier: Sendable {
  /// Sends a letter and says what became of it; a cancelled task is answered at once.
  func carry(_ letter: PostedLetter) async -> Delivery
  /// Whether the recorder's letters are for this courier, and not for the practice mailbox.
  var takesLetters: Bool { get }
}

extension MailCourier {
  public var takesLetters: Bool { true }
}

/// Nobody carries letters: the console knows no mail server.
public struct NoCourier: MailCourier {
  public init() {}

  public var takesLetters: Bool { false }

  public func carry(_ letter: PostedLetter) async -> Delivery { .failed(.noServer) }
}
