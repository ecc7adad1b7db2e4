import Console

/// Carries letters to real mailboxes.
public protocol MailCourier: Sendable {
  /// Sends a letter and says what became of it; a cancelled task is answered at once.
  func carry(_ letter: PostedLetter) async -> Delivery
}

/// Nobody carries letters: the console knows no mail server.
public struct NoCourier: MailCourier {
  public init() {}

  public func carry(_ letter: PostedLetter) async -> Delivery { .failed(.noServer) }
}
