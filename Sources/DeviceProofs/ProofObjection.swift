/// What is wrong with a proof whatever the password is. None of it counts towards a lock-out: a clock
/// that is off, or a message that came twice, says nothing of the password.
public enum ProofObjection: Equatable, Sendable, CaseIterable {
  /// It cannot be read or is not about this request.
  case malformed
  /// It was made too long ago or in the future, by the clock of whoever checks.
  case stale
  /// It was used before.
  case replayed
}

/// Bytes that nobody can foresee and that are used once, handed in by whoever has a source of them.
public struct Nonce: Hashable, Sendable {
  /// The bytes.
  public let bytes: [UInt8]

  /// Takes bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Takes 16 fresh bytes.
  public init(using random: inout some RandomNumberGenerator) {
    bytes = random.bytes(16)
  }
}
