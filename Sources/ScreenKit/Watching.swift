/// Who watches this session from elsewhere, and what they want.
public struct Watching: Equatable, Sendable {
  /// Somebody who asks for the keyboard.
  public struct Ask: Equatable, Sendable {
    /// How they are called.
    public let name: String
    /// Which of all asks it is.
    public let number: UInt32

    /// Makes an ask.
    public init(name: String, number: UInt32) { (self.name, self.number) = (name, number) }
  }

  /// How many watch at the moment.
  public var count = 0
  /// Whether nobody may.
  public var isRefused = false
  /// Who asks for the keyboard; nil: nobody does.
  public var ask: Ask?
  /// Who has it; nil: whoever sits here.
  public var holder: String?

  /// Starts with nobody.
  public init() {}
}

/// What whoever sits at the console wants of those who watch it.
public enum WatchingWish: Equatable, Sendable {
  /// Lets them watch from now on, or lets nobody.
  case allow(Bool)
  /// Hands the keyboard to whoever has asked under this number.
  case handOver(UInt32)
  /// Says no to whoever has asked under this number.
  case decline(UInt32)
}
